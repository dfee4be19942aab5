package plan

import (
	"context"

	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// Answers returns which clause of the old text each clause of the new one
// answers to, items in lists included: the pairs of the redline, without
// making it. Clauses that are new are not in the map. Ids, which Compare lets
// decide, are not asked: the answers are there to give them.
func Answers(ctx context.Context, old, new *policy.Text) map[*policy.Clause]*policy.Clause {
	plan := Make(ctx, old, new, WordsDecide)
	out := answers{map[*policy.Clause]*policy.Clause{}, plan.Drifts}
	for _, p := range plan.Places {
		if p.Old == nil || p.New == nil {
			out.nodes(p.Blocks)
			continue
		}
		if !p.part {
			out.of[p.New] = p.Old
		}
		if p.Same {
			out.blocks(p.Old.Blocks, p.New.Blocks)
		} else {
			out.nodes(p.Blocks)
		}
	}
	return out.of
}

type answers struct {
	of     map[*policy.Clause]*policy.Clause
	drifts map[*Block]*Drift
}

func (a answers) nodes(ts []*Block) {
	for _, t := range ts {
		if d := a.drifts[t]; d != nil {
			t = d.Pair
		}
		switch {
		case t.Old != nil && t.New != nil && t.Same:
			a.block(t.Old, t.New)
		default:
			if t.Old != nil && t.New != nil {
				if !t.partial {
					a.item(t.Old, t.New)
				}
			}
			a.nodes(t.Kids)
		}
	}
}

// blocks pairs the items in blocks that are the same.
func (a answers) blocks(old, new []policy.Block) {
	for i := range new {
		a.block(&old[i], &new[i])
	}
}

func (a answers) block(old, new *policy.Block) {
	a.item(old, new)
	a.blocks(old.Blocks, new.Blocks)
}

func (a answers) item(old, new *policy.Block) {
	if old.Clause != nil && new.Clause != nil {
		a.of[new.Clause] = old.Clause
	}
}

// Alike returns how alike the words of two clauses of one language are, from 0
// to 1, whatever their labels, forms and places.
func Alike(c, d *policy.Clause) float64 {
	l := newLikeness(words.NewCutter())
	return l.clause(c).Like(l.clause(d).Features)
}
