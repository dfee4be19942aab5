package identity

import (
	"diptych/internal/bitext"
	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

// Finder finds ids again and again, and compares every two texts once. The
// texts must not change meanwhile.
type Finder struct {
	known map[[2]*policy.Text]map[*policy.Clause]*policy.Clause
	cues  bitext.Cues
}

// Find returns the ids that Assign would write into p, and leaves p as it is.
func (f *Finder) Find(p *policy.Policy) func(*policy.Clause) string {
	found, _ := find(p, f.answers, &f.cues)
	return func(c *policy.Clause) string {
		if x, ok := found[c]; ok {
			return x.name
		}
		return c.ID
	}
}

func (f *Finder) answers(old, new *policy.Text) map[*policy.Clause]*policy.Clause {
	key := [2]*policy.Text{old, new}
	out, ok := f.known[key]
	if !ok {
		if f.known == nil {
			f.known = map[[2]*policy.Text]map[*policy.Clause]*policy.Clause{}
		}
		out = plan.Answers(old, new)
		f.known[key] = out
	}
	return out
}
