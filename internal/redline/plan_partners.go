package redline

import (
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// partners is which clause and block of the new text answers to each of the old
// one, those in lists and tables included.
type partners struct {
	clauses map[*policy.Clause]*policy.Clause
	blocks  map[*policy.Block]*policy.Block
}

// leafPair is two leaves that answer to each other.
type leafPair struct {
	in       *node // the section of the new one; it may have no old side
	old, new []policy.Run
	diff     **words.Diff // nil where they are the same
	sewn     bool         // of several paragraphs

	oldAt, newAt leafPlace // where they stand, of those that steady returns
}

// pairWalker lists what answers to what in a plan.
type pairWalker struct {
	partners
	drifts map[*blockNode]*drift
	leaves []leafPair
	in     *node
}

// walk lists what answers to what in the plan.
func (p *plan) walk() *pairWalker {
	w := &pairWalker{drifts: p.drifts, partners: partners{map[*policy.Clause]*policy.Clause{}, map[*policy.Block]*policy.Block{}}}
	w.places(p.places)
	return w
}

func (w *pairWalker) places(ps []place) {
	for _, p := range ps {
		if p.view == oldSide {
			continue // met at the new end
		}
		w.in = p.node
		if p.old != nil && p.new != nil {
			w.clauses[p.old] = p.new
		}
		switch {
		case p.old == nil || p.new == nil:
			w.nodes(p.blocks)
		case p.same:
			w.leaf(leafPair{old: p.old.Head, new: p.new.Head})
			w.alike(p.old.Blocks, p.new.Blocks)
		default:
			if p.head != nil {
				w.leaf(leafPair{old: p.old.Head, new: p.new.Head, diff: &p.head})
			}
			if p.top != nil {
				w.nodes([]*blockNode{p.top})
			}
			w.nodes(p.blocks)
		}
	}
}

func (w *pairWalker) leaf(x leafPair) {
	if len(x.old) > 0 && len(x.new) > 0 {
		x.in = w.in
		w.leaves = append(w.leaves, x)
	}
}

func (w *pairWalker) nodes(ts []*blockNode) {
	for _, t := range ts {
		if d := w.drifts[t]; d != nil {
			if t.new == nil {
				continue // met at the new end
			}
			t = d.pair
		}
		switch {
		case t.seam != nil && t.part > 0: // met with the first
		case t.seam != nil:
			s := t.seam
			for i, b := range s.olds {
				w.blocks[b] = s.news[min(i, len(s.news)-1)]
			}
			w.leaf(leafPair{old: s.diff.Old.Runs, new: s.diff.New.Runs, diff: &s.diff, sewn: true})
		case t.lone():
			w.nodes(t.kids)
		case t.same:
			w.pair(t.old, t.new)
			w.leaf(leafPair{old: t.old.Runs, new: t.new.Runs})
			w.alike(t.old.Blocks, t.new.Blocks)
		default:
			w.pair(t.old, t.new)
			if t.diff != nil {
				w.leaf(leafPair{old: t.diff.Old.Runs, new: t.diff.New.Runs, diff: &t.diff})
			}
			w.nodes(t.kids)
		}
	}
}

func (w *pairWalker) pair(old, new *policy.Block) {
	w.blocks[old] = new
	if old.Clause != nil && new.Clause != nil {
		w.clauses[old.Clause] = new.Clause
	}
}

// alike lists the blocks of two containers that are the same.
func (w *pairWalker) alike(old, new []policy.Block) {
	for i := range new {
		w.pair(&old[i], &new[i])
		w.leaf(leafPair{old: old[i].Runs, new: new[i].Runs})
		w.alike(old[i].Blocks, new[i].Blocks)
	}
}
