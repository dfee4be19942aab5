package plan

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
	in       *Node // the section of the new one; it may have no old side
	old, new []policy.Run
	diff     **words.Diff // nil where they are the same
	sewn     bool         // of several paragraphs

	oldAt, newAt leafPlace // where they stand, of those that steady returns
}

// pairWalker lists what answers to what in a plan.
type pairWalker struct {
	partners
	drifts map[*Block]*Drift
	leaves []leafPair
	in     *Node
}

// walk lists what answers to what in the plan.
func (p *Plan) walk() *pairWalker {
	w := &pairWalker{drifts: p.Drifts, partners: partners{map[*policy.Clause]*policy.Clause{}, map[*policy.Block]*policy.Block{}}}
	w.places(p.Places)
	return w
}

func (w *pairWalker) places(ps []Place) {
	for _, p := range ps {
		if p.View == OldSide {
			continue // met at the new end
		}
		w.in = p.Node
		if p.Old != nil && p.New != nil {
			w.clauses[p.Old] = p.New
		}
		switch {
		case p.Old == nil || p.New == nil:
			w.nodes(p.Blocks)
		case p.Same:
			w.leaf(leafPair{old: p.Old.Head, new: p.New.Head})
			w.alike(p.Old.Blocks, p.New.Blocks)
		default:
			if p.Head != nil {
				w.leaf(leafPair{old: p.Old.Head, new: p.New.Head, diff: &p.Head})
			}
			if p.Top != nil {
				w.nodes([]*Block{p.Top})
			}
			w.nodes(p.Blocks)
		}
	}
}

func (w *pairWalker) leaf(x leafPair) {
	if len(x.old) > 0 && len(x.new) > 0 {
		x.in = w.in
		w.leaves = append(w.leaves, x)
	}
}

func (w *pairWalker) nodes(ts []*Block) {
	for _, t := range ts {
		if d := w.drifts[t]; d != nil {
			if t.New == nil {
				continue // met at the new end
			}
			t = d.Pair
		}
		switch {
		case t.Seam != nil && t.Part > 0: // met with the first
		case t.Seam != nil:
			s := t.Seam
			for i, b := range s.Olds {
				w.blocks[b] = s.News[min(i, len(s.News)-1)]
			}
			w.leaf(leafPair{old: s.Diff.Old.Runs, new: s.Diff.New.Runs, diff: &s.Diff, sewn: true})
		case t.Lone():
			w.nodes(t.Kids)
		case t.Same:
			w.pair(t.Old, t.New)
			w.leaf(leafPair{old: t.Old.Runs, new: t.New.Runs})
			w.alike(t.Old.Blocks, t.New.Blocks)
		default:
			w.pair(t.Old, t.New)
			if t.Diff != nil {
				w.leaf(leafPair{old: t.Diff.Old.Runs, new: t.Diff.New.Runs, diff: &t.Diff})
			}
			w.nodes(t.Kids)
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
