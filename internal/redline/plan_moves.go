package redline

import (
	"cmp"
	"slices"

	"diptych/internal/align"
	"diptych/internal/policy"
)

// drifts finds paragraphs, items, lists and tables that have no partner where
// they stand and one elsewhere in the text: in another clause, or in another
// place of the same one. Whole blocks go before their parts. It returns them by
// both of their ends.
func (m *pairer) drifts(places []place) map[*blockNode]*drift {
	left, right := strays(places)
	if len(left) == 0 || len(right) == 0 {
		return nil
	}
	moves := m.strayMoves(left, right)
	size := func(p align.Pair) int { return blockSize(left[p.Left].block()) + blockSize(right[p.Right].block()) }
	slices.SortStableFunc(moves, func(p, q align.Pair) int { return cmp.Compare(size(q), size(p)) })
	out, taken := map[*blockNode]*drift{}, map[*blockNode]bool{}
	for _, p := range moves {
		l, r := left[p.Left], right[p.Right]
		if isTaken(taken, l) || isTaken(taken, r) {
			continue
		}
		take(taken, l)
		take(taken, r)
		d := &drift{number: len(out)/2 + 1}
		if l.table != nil {
			d.pair = m.movedRow(l.table, l.old, r.new)
		} else {
			d.pair = m.pairBlock(l.old, r.new)
		}
		out[l], out[r] = d, d
	}
	return out
}

// strays collects the blocks of a plan without partner that may count as moved.
func strays(places []place) (left, right []*blockNode) {
	seen := map[*node]bool{}
	for _, p := range places {
		if !seen[p.node] {
			seen[p.node] = true
			for _, t := range p.blocks {
				left, right = gather(left, right, t)
			}
		}
	}
	return left, right
}

// strayMoves pairs strays of the old text with those of the new one.
func (m *pairer) strayMoves(left, right []*blockNode) []align.Pair {
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
	key := func(t *blockNode) align.Key {
		k := blockKey(t.block())
		if t.table != nil {
			k = k.Number(tables[t.table])
		}
		return k
	}
	return m.moves(script, align.Options{
		Left: keysOf(left, key), Right: keysOf(right, key),
		Likeness: func(i, j int) float64 {
			l, r := left[i], right[j]
			if l.table != r.table || l.table != nil && l.table.cols == nil && rowShape(l.old) != rowShape(r.new) {
				return 0
			}
			return m.like.ofBlocks(l.block(), r.block())
		},
		WeightLeft:  func(i int) float64 { return moveWeight(left[i].block()) },
		WeightRight: func(j int) float64 { return moveWeight(right[j].block()) },
		MinMove:     minMove,
	})
}

// moveWeight is what a block weighs as one that may have moved. Rows are
// known by their table, and a short one will do.
func moveWeight(b *policy.Block) float64 {
	w := align.Weight(blockSize(b))
	if b.Kind == policy.Row && w >= minMoveClause {
		return max(w, minMove)
	}
	return w
}

// gather adds a block, or what is in it, to the strays.
func gather(left, right []*blockNode, t *blockNode) (l, r []*blockNode) {
	if t.lone() && !t.wrap && !t.title {
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
