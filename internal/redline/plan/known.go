package plan

import (
	"diptych/internal/align"
	"diptych/internal/policy"
)

// minKnown is the least weight of a short block that may count as moved, which
// is that of a clause.
const minKnown = minMoveClause

// isShort reports whether a block weighs too little to be known elsewhere by
// being like another, and enough to be known word for word.
func isShort(b *policy.Block) bool {
	w := align.Weight(blockSize(b))
	return w >= minKnown && w < minMove
}

// known returns the keys of short strays that are the same on both sides, with
// their links, and that no other block of either text has: they are known again
// wherever they stand.
func (m *pairer) known(left, right []*Block, keysLeft, keysRight []uint64) map[uint64]bool {
	out := map[uint64]bool{}
	there := map[uint64]*policy.Block{}
	for i, t := range left {
		if isShort(t.Block()) {
			there[keysLeft[i]] = t.Block()
		}
	}
	for j, t := range right {
		if b := there[keysRight[j]]; b != nil && sameRuns(b.Runs, t.Block().Runs) && sameBlocks(b.Blocks, t.Block().Blocks) {
			out[keysRight[j]] = true
		}
	}
	if len(out) == 0 {
		return nil
	}
	for _, o := range m.like.texts {
		seen := map[uint64]bool{}
		var walk func(bs []policy.Block)
		walk = func(bs []policy.Block) {
			for i := range bs {
				b := &bs[i]
				if isShort(b) {
					k := uint64(blockKey(b))
					if seen[k] {
						delete(out, k)
					}
					seen[k] = true
				}
				walk(b.Blocks)
			}
		}
		for _, c := range o.clauses {
			walk(c.Blocks)
		}
	}
	return out
}
