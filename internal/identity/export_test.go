package identity

import (
	"context"
	"maps"

	"diptych/internal/bitext"
	"diptych/internal/markup"
	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

// Finder finds ids again and again, and compares every two texts once. The
// texts must not change meanwhile.
type Finder struct {
	known map[[2]*policy.Text]map[*policy.Clause]*policy.Clause
	made  map[[2]*policy.Text][]alignment
	cues  bitext.Cues
}

// alignment is what came of what was known of two texts.
type alignment struct {
	known bitext.Known
	both  *bitext.Bitext
}

// Find returns the names that Assign would write into p, and leaves p as it is.
func (f *Finder) Find(p *policy.Policy) func(*policy.Clause) markup.Name {
	found, _ := find(p, oracle{f.answers, f.align})
	return func(c *policy.Clause) markup.Name {
		if x, ok := found[c]; ok {
			return markup.Name{ID: x.name, Was: x.also}
		}
		return markup.Name{ID: c.ID}
	}
}

func (f *Finder) answers(old, new *policy.Text) map[*policy.Clause]*policy.Clause {
	key := [2]*policy.Text{old, new}
	out, ok := f.known[key]
	if !ok {
		if f.known == nil {
			f.known = map[[2]*policy.Text]map[*policy.Clause]*policy.Clause{}
		}
		out = plan.Answers(context.Background(), old, new)
		f.known[key] = out
	}
	return out
}

// align aligns two texts as Cues.Align does. From either side they are the same,
// as bitext tests.
func (f *Finder) align(lead, t *policy.Text, known bitext.Known) *bitext.Bitext {
	key := [2]*policy.Text{lead, t}
	if t.Lang < lead.Lang {
		key = [2]*policy.Text{t, lead}
	}
	for _, a := range f.made[key] {
		if maps.Equal(a.known, known) {
			return a.both
		}
	}
	if f.made == nil {
		f.made = map[[2]*policy.Text][]alignment{}
	}
	both := f.cues.Align(context.Background(), lead, t, known)
	f.made[key] = append(f.made[key], alignment{known, both})
	return both
}
