package redline

import (
	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

// Leaf is what changed in the words of one leaf.
type Leaf struct {
	Verdict Verdict
	Merged  []policy.Run // the words of both texts; nil where the leaf is in one of them only
}

// Leaf returns what became of a leaf of either text, by its runs: a heading, a
// paragraph, a cell. One that stayed as it was, or moved as it was, gives the
// zero Leaf.
func (r *Redline) Leaf(runs []policy.Run) Leaf { return r.leaves.of(runs) }

// leaves are those that changed, by their first runs.
type leaves map[*policy.Run]Leaf

func (ls leaves) of(runs []policy.Run) Leaf {
	if len(runs) == 0 {
		return Leaf{}
	}
	return ls[&runs[0]]
}

// noteMore says of the leaves of which a block is a part, or that are a part of
// it, what was said of the block, where nothing more was said of them.
func (ls leaves) noteMore(t *plan.Block) {
	for _, runs := range t.Leaves {
		if l := ls.of(t.New.Runs); l.Verdict > ls.of(runs).Verdict {
			ls.note(runs, l)
		}
	}
}

func (ls leaves) note(runs []policy.Run, l Leaf) {
	if len(runs) > 0 && l.Verdict > Same {
		ls[&runs[0]] = l
	}
}
