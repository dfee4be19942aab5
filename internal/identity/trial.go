package identity

import (
	"context"
	"slices"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// Trial tries what becomes of the names of a policy when ids are written into its
// sources.
type Trial struct {
	history history
	of      lineages
	names   result
	days    []state // that were looked at for them
}

// Try begins a trial of a policy whose clauses have the ids that their sources
// give them, as for Assign. It changes nothing in p.
func Try(ctx context.Context, p *policy.Policy) *Trial {
	return try(p, words(ctx, new(bitext.Cues)))
}

func try(p *policy.Policy, ask oracle) *Trial {
	h := newHistory(p)
	of, _ := follow(h, ask)
	return newTrial(h, of)
}

func newTrial(h history, of lineages) *Trial {
	x := &Trial{history: h, of: of}
	x.names, x.days = settleAgain(h, of, nil)
	return x
}

// Name returns what Assign calls a clause: its id and its second targets.
func (x *Trial) Name(c *policy.Clause) (id string, also []string) {
	if y, ok := x.names[c]; ok {
		return y.name, y.also
	}
	return c.ID, nil
}

// Write puts texts into the places of those with the same words, and reports
// whether every clause of the policy is still called what it was, with the same
// second targets. Where one is not, the old texts stay. As the words alone tell
// which clauses are one, they are not asked again.
func (x *Trial) Write(old, new []*policy.Text) bool {
	first := len(x.history)
	before := map[*policy.Clause]*policy.Clause{}
	for i, t := range new {
		first = min(first, x.put(old[i], t))
		for k, c := range t.Clauses {
			before[c] = old[i].Clauses[k]
		}
	}
	again, days := settleAgain(x.history, x.of, x.until(first))
	for c, y := range again {
		if d := before[c]; d != nil {
			c = d
		}
		if was := x.names[c]; y.name != was.name || !slices.Equal(y.also, was.also) {
			for i, t := range new {
				x.put(t, old[i])
			}
			return false
		}
	}
	x.names, x.days = again, days
	return true
}

// until returns the days before version i was public.
func (x *Trial) until(i int) []state {
	n := 0
	for n < len(x.days) && len(x.days[n].history) <= i {
		n++
	}
	return slices.Clip(x.days[:n])
}

// put puts a text into the place of another, and returns in which version.
func (x *Trial) put(old, new *policy.Text) int {
	i := slices.IndexFunc(x.history, func(e edition) bool { return slices.Contains(e.texts, old) })
	texts := x.history[i].texts
	texts[slices.Index(texts, old)] = new
	for k, c := range old.Clauses {
		if l := x.of[c]; l != nil {
			delete(x.of, c)
			x.of[new.Clauses[k]] = l
		}
	}
	return i
}
