package page_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// generateStates makes a site as generate does, with versions and policies in
// every state.
func generateStates(seed uint64) sources {
	g := newGenerator(seed)
	g.states = &generator{Rand: rand.New(rand.NewPCG(seed, 6))}
	return g.site(seed)
}

// state is what the front matter of a version says beside what it takes effect
// on, the same in all of its texts. What hides a version is no state of a first
// one, so that the policy stays.
func (g *generator) state(year int, first bool) string {
	s := g.states
	if s == nil || s.one(3) {
		return ""
	}
	past := year <= day.Year
	switch s.IntN(5) {
	case 0:
		if !first && !past {
			return fmt.Sprintf("announced = %d-12-20\n", year-1) // held back
		}
	case 1:
		if !first && !past {
			return fmt.Sprintf("consultation = { from = 2026-10-01, to = %s, contact = %q }\n",
				s.pick("2026-11-01", "2026-12-31"), s.pick("law@example.com", "https://example.com/comment", "Room 1"))
		}
	case 2: // before it takes effect
		if year <= day.Year+1 {
			return fmt.Sprintf("announced = %d-05-01\nwithdrawn = %d-%s\n", year-1, year-1, s.pick("08-01", "12-31")) + g.reason()
		}
	case 3:
		return fmt.Sprintf("withdrawn = %d-07-01\n", year) + g.reason()
	case 4:
		if past {
			return fmt.Sprintf("withdrawn = %d-03-01\nerased = true\n", year) + g.reason()
		}
	}
	return ""
}

// reason is why a version is withdrawn, in each language of the site.
func (g *generator) reason() string {
	var all []string
	for _, lang := range g.langs {
		all = append(all, fmt.Sprintf("%s = %q", lang, "Why "+lang))
	}
	return "reason = { " + strings.Join(all, ", ") + " }\n"
}

// draft leaves a text out for itself, seldom one of a first version.
func (g *generator) draft(first bool) string {
	if g.states == nil || first || !g.states.one(6) {
		return ""
	}
	return "draft = \"text\"\n"
}

// end is what policy.toml says of the end of the i-th policy, whose last version
// takes effect in the year. The first policy goes on, in place of others.
func (g *generator) end(i, year int) string {
	if g.states == nil || i == 0 || !g.states.one(3) {
		return ""
	}
	out := fmt.Sprintf("ends = %d-10-01\n", year)
	if g.states.one(2) {
		out += fmt.Sprintf("succeeded_by = %q\n", g.slugs[0])
	}
	return out
}
