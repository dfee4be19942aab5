package redline

import "diptych/internal/policy"

// Answers tells which clause of the old text each clause of the new one
// answers to, items in lists included: the pairs of the redline, without
// making it. Clauses that are new are not in the map. Ids, which Compare lets
// decide, are not asked: the answers are there to give them.
func Answers(old, new *policy.Text) map[*policy.Clause]*policy.Clause {
	m := newMerger(old, new)
	m.byWords = true
	out := answers{}
	for _, p := range m.plan() {
		if p.old == nil || p.new == nil {
			out.nodes(p.blocks)
			continue
		}
		out[p.new] = p.old
		if p.same {
			out.blocks(p.old.Blocks, p.new.Blocks)
		} else {
			out.nodes(p.blocks)
		}
	}
	return out
}

type answers map[*policy.Clause]*policy.Clause

func (a answers) nodes(ts []*blockNode) {
	for _, t := range ts {
		if t.moved != nil {
			t = t.moved
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
		a[new.Clause] = old.Clause
	}
}
