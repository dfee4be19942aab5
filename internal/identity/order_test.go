package identity_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"diptych/internal/identity"
	"diptych/internal/markup"
	"diptych/internal/policy"
)

// TestLaterAnnouncements: versions are announced one after another, and some take
// effect before others that are public. No clause gets another id by that.
func TestLaterAnnouncements(t *testing.T) {
	for seed := range 200 {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		topics := r.Perm(9)
		effective := r.Perm(4)
		var bodies []string
		for range effective {
			var b strings.Builder
			for _, k := range topics[:3+r.IntN(4)] {
				word := strings.Repeat(string(rune('a'+k)), 7)
				fmt.Fprintf(&b, "## About %s\n\nWe %s your %s for %s and %s only, %d days.\n\n", word, word, word+"s", word+"ing", word+"ed", r.IntN(3))
			}
			bodies = append(bodies, b.String())
			i, j := r.IntN(len(topics)), r.IntN(len(topics))
			topics[i], topics[j] = topics[j], topics[i]
		}
		was := map[string]string{}
		for n := 1; n <= len(effective); n++ {
			p := announcedPolicy(effective[:n], bodies)
			identity.Assign(t.Context(), p)
			for _, v := range p.Versions {
				for i, c := range v.Texts[0].Clauses {
					key := fmt.Sprint(v.Name, " ", i)
					if id := was[key]; id != "" && id != c.ID {
						t.Fatalf("seed %d, effective %v: clause %s was %s and is %s once %d versions are announced", seed, effective, key, id, c.ID, n)
					}
					was[key] = c.ID
				}
			}
		}
	}
}

// announcedPolicy is a policy whose versions were announced on days one after
// another and take effect in this order.
func announcedPolicy(effective []int, bodies []string) *policy.Policy {
	p := &policy.Policy{Slug: "p", Prevails: "en", Today: policy.Date{Year: 2026, Month: 3, Day: 1}}
	for i, at := range effective {
		x := &policy.Text{Lang: "en"}
		x.Clauses, _ = markup.Parse([]byte(bodies[i]), markup.Options{File: "en.md", Lang: x.Lang.Tag(), Version: fmt.Sprint(i + 1)})
		p.Versions = append(p.Versions, &policy.Version{
			Name: fmt.Sprint(i + 1), Announced: policy.Date{Year: 2026, Month: 1, Day: 1 + i},
			Effective: policy.Date{Year: 2026, Month: 2, Day: 1 + at}, Texts: []*policy.Text{x},
		})
	}
	p.SortVersions()
	return p
}

// TestNewestInTime: a version that is announced later and takes effect earlier
// does not bring back the id that the newest one gave up, and loses none.
func TestNewestInTime(t *testing.T) {
	p := announcedPolicy([]int{0, 2, 1}, []string{"## Keeping {#old}\n\nWe keep it.\n", "## Keeping {#new was=\"old\"}\n\nWe keep it.\n", "## Keeping {#old}\n\nWe keep it well.\n"})
	identity.Assign(t.Context(), p)
	for _, v := range p.Versions {
		if c := v.Texts[0].Clauses[0]; c.ID != "new" || !slices.Equal(c.Also, []string{"old"}) || len(c.Lost) > 0 {
			t.Errorf("version %s: %s %v, lost %v", v.Name, c.ID, c.Also, c.Lost)
		}
	}
	p = announcedPolicy([]int{0, 2, 1}, []string{"## Keeping {#old}\n\nWe keep it.\n", "## Keeping {#new}\n\nWe keep it.\n", "## Keeping {#old}\n\nWe keep it well.\n"})
	identity.Assign(t.Context(), p)
	if lost := p.Versions[2].Texts[0].Clauses[0].Lost; len(lost) != 1 || lost[0].ID != "old" {
		t.Errorf("lost %v at the version that is newest in time", lost)
	}
}

// TestPlaceOfAnother: an id that a later version writes for one clause stays in the
// versions before with the clause that had it there.
func TestPlaceOfAnother(t *testing.T) {
	a, b := "We collect apples and pears.\n", "Your rights are written down here.\n"
	p := announcedPolicy([]int{0, 1}, []string{"## Fruit\n\n" + a + "\n## Rights\n\n" + b, "## Fruit\n\n" + a + "\n## Rights {#c-1}\n\n" + b})
	identity.Assign(t.Context(), p)
	for i, want := range []string{"c-1", "c-2"} {
		if c := p.Versions[0].Texts[0].Clauses[i]; c.ID != want && !slices.Contains(c.Also, want) {
			t.Errorf("clause %d of version 1 is %s %v, and was #%s", i+1, c.ID, c.Also, want)
		}
	}
}
