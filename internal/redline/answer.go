package redline

import (
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// Answers returns which clause of the old text each clause of the new one
// answers to, items in lists included: the pairs of the redline, without
// making it. Clauses that are new are not in the map. Ids, which Compare lets
// decide, are not asked: the answers are there to give them.
func Answers(old, new *policy.Text) map[*policy.Clause]*policy.Clause {
	plan := makePlan(old, new, wordsDecide)
	out := answers{map[*policy.Clause]*policy.Clause{}, plan.drifts}
	for _, p := range plan.places {
		if p.old == nil || p.new == nil {
			out.nodes(p.blocks)
			continue
		}
		if !p.part {
			out.of[p.new] = p.old
		}
		if p.same {
			out.blocks(p.old.Blocks, p.new.Blocks)
		} else {
			out.nodes(p.blocks)
		}
	}
	return out.of
}

type answers struct {
	of     map[*policy.Clause]*policy.Clause
	drifts map[*blockNode]*drift
}

func (a answers) nodes(ts []*blockNode) {
	for _, t := range ts {
		if d := a.drifts[t]; d != nil {
			t = d.pair
		}
		switch {
		case t.old != nil && t.new != nil && t.same:
			a.block(t.old, t.new)
		default:
			if t.old != nil && t.new != nil {
				a.item(t.old, t.new)
			}
			a.nodes(t.kids)
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
	return l.clause(c).Like(l.clause(d))
}
