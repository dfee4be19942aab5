package redline

import (
	"cmp"
	"slices"

	"diptych/internal/align"
	"diptych/internal/policy"
)

// moveBlocks looks for paragraphs, items, lists and tables that have no
// partner where they stand and one elsewhere in the text: in another clause,
// or in another place of the same one. Whole blocks go before their parts.
func (m *merger) moveBlocks(places []place) {
	var left, right []*blockNode
	seen := map[*node]bool{}
	for _, p := range places {
		if !seen[p.node] {
			seen[p.node] = true
			for _, t := range p.blocks {
				left, right = gather(left, right, t)
			}
		}
	}
	if len(left) == 0 || len(right) == 0 {
		return
	}
	script := make([]align.Pair, 0, len(left)+len(right))
	for i := range left {
		script = append(script, align.Pair{Left: i, Right: -1})
	}
	for j := range right {
		script = append(script, align.Pair{Left: -1, Right: j})
	}
	tables := map[*grids]int{}
	for _, t := range left {
		if t.table != nil && tables[t.table] == 0 {
			tables[t.table] = len(tables) + 1
		}
	}
	keys := func(ts []*blockNode) []uint64 {
		out := make([]uint64, len(ts))
		for i, t := range ts {
			out[i] = blockKey(t.block())
			if t.table != nil {
				out[i] = uint64(digest(out[i]).number(tables[t.table]))
			}
		}
		return out
	}
	moves := m.movesIn(script, align.Options{
		Left: keys(left), Right: keys(right),
		Likeness: func(i, j int) float64 {
			if left[i].table != right[j].table || left[i].table != nil && left[i].table.cols == nil && rowShape(left[i].old) != rowShape(right[j].new) {
				return 0
			}
			return m.blockLikeness(left[i].block(), right[j].block())
		},
		WeightLeft:  func(i int) float64 { return moveWeight(left[i].block()) },
		WeightRight: func(j int) float64 { return moveWeight(right[j].block()) },
		MinMove:     minMove,
	})
	size := func(p align.Pair) int { return blockSize(left[p.Left].block()) + blockSize(right[p.Right].block()) }
	slices.SortStableFunc(moves, func(p, q align.Pair) int { return cmp.Compare(size(q), size(p)) })
	taken := map[*blockNode]bool{}
	for _, p := range moves {
		l, r := left[p.Left], right[p.Right]
		if isTaken(taken, l) || isTaken(taken, r) {
			continue
		}
		take(taken, l)
		take(taken, r)
		m.moves++
		var pair *blockNode
		if l.table != nil {
			pair = m.movedRow(l.table, l.old, r.new)
		} else {
			pair = m.pairBlock(l.old, r.new)
		}
		l.moved, r.moved = pair, pair
		l.id, r.id = m.moves, m.moves
	}
}

// moveWeight is what a block weighs as one that may have moved. Rows are
// known by their table, and a short one will do.
func moveWeight(b *policy.Block) float64 {
	w := weightOf(blockSize(b))
	if b.Kind == policy.Row && w >= minMoveClause {
		return max(w, minMove)
	}
	return w
}

// gather collects the blocks without partner that may count as moved.
func gather(left, right []*blockNode, t *blockNode) (l, r []*blockNode) {
	if (t.old == nil || t.new == nil) && !t.wrap {
		switch t.block().Kind {
		case policy.Cell, policy.Rule, policy.Summary, policy.Caption, policy.Note:
		case policy.Row:
			if t.table == nil {
				break
			}
			fallthrough
		default:
			if t.old != nil {
				left = append(left, t)
			} else {
				right = append(right, t)
			}
		}
		if t.block().Kind == policy.Row || t.block().Kind == policy.Table {
			return left, right
		}
	}
	for _, k := range t.kids {
		left, right = gather(left, right, k)
	}
	return left, right
}

// isTaken reports whether a block, or a part of it, is in a move already.
func isTaken(taken map[*blockNode]bool, t *blockNode) bool {
	if taken[t] {
		return true
	}
	for _, k := range t.kids {
		if isTaken(taken, k) {
			return true
		}
	}
	return false
}

func take(taken map[*blockNode]bool, t *blockNode) {
	taken[t] = true
	for _, k := range t.kids {
		take(taken, k)
	}
}

// block returns the block of a node without partner.
func (t *blockNode) block() *policy.Block {
	if t.new != nil {
		return t.new
	}
	return t.old
}
