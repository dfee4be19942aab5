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
// both of their ends, with the rows that moved within their table.
func (m *pairer) drifts(places []place) (out map[*blockNode]*drift, numbers int) {
	s := strays{passes: m.notes.passes}
	s.places(places)
	moves := m.strayMoves(s.left, s.right)
	size := func(p align.Pair) int { return blockSize(s.left[p.Left].block()) + blockSize(s.right[p.Right].block()) }
	slices.SortStableFunc(moves, func(p, q align.Pair) int { return cmp.Compare(size(q), size(p)) })
	out = map[*blockNode]*drift{}
	taken := map[*blockNode]bool{}
	var all []*drift
	inside := strays{}
	for _, p := range moves {
		l, r := s.left[p.Left], s.right[p.Right]
		if isTaken(taken, l) || isTaken(taken, r) {
			continue
		}
		take(taken, l)
		take(taken, r)
		d := &drift{pair: m.pairBlock(l.old, r.new)}
		out[l], out[r] = d, d
		all = append(all, d)
		inside.gather(d.pair)
	}
	for _, t := range slices.Concat(s.rows, inside.rows) {
		out[t] = t.row
		if t.old != nil {
			all = append(all, t.row)
		}
	}
	slices.SortStableFunc(all, func(p, q *drift) int { return cmp.Compare(p.size(), q.size()) })
	for _, d := range slices.Concat(all, s.columns, inside.columns) {
		numbers++
		d.number = numbers
	}
	return out, numbers
}

// size is the length of both ends, less than 0: the longest is the least.
func (d *drift) size() int { return -blockSize(d.pair.old) - blockSize(d.pair.new) }

// strays are the blocks without partner that may count as moved, and the rows
// and columns that did move within their table.
type strays struct {
	passes      func(*policy.Block) bool // notes that passed others are none
	left, right []*blockNode
	rows        []*blockNode // both ends of each
	columns     []*drift
}

// places collects the strays of a plan.
func (s *strays) places(places []place) {
	seen := map[*node]bool{}
	for _, p := range places {
		if !seen[p.node] {
			seen[p.node] = true
			for _, t := range p.blocks {
				if !t.lone() || !s.passes(t.block()) {
					s.gather(t)
				}
			}
		}
	}
}

// strayMoves pairs strays of the old text with those of the new one.
func (m *pairer) strayMoves(left, right []*blockNode) []align.Pair {
	if len(left) == 0 || len(right) == 0 {
		return nil
	}
	script := make([]align.Pair, 0, len(left)+len(right))
	for i := range left {
		script = append(script, align.Pair{Left: i, Right: -1})
	}
	for j := range right {
		script = append(script, align.Pair{Left: -1, Right: j})
	}
	key := func(t *blockNode) align.Key { return blockKey(t.block()) }
	keysLeft, keysRight := keysOf(left, key), keysOf(right, key)
	known := m.known(left, right, keysLeft, keysRight)
	weight := func(ts []*blockNode, keys []uint64) func(int) float64 {
		return func(i int) float64 {
			if known[keys[i]] {
				return minMove
			}
			return align.Weight(blockSize(ts[i].block()))
		}
	}
	return m.moves(script, align.Options{
		Left: keysLeft, Right: keysRight,
		Likeness:   func(i, j int) float64 { return m.like.ofBlocks(left[i].block(), right[j].block()) },
		WeightLeft: weight(left, keysLeft), WeightRight: weight(right, keysRight),
		MinMove: minMove,
	})
}

// gather adds a block, or what is in it, to the strays.
func (s *strays) gather(t *blockNode) {
	switch {
	case t.end == oldSide:
		return // its other end is gathered
	case t.row != nil:
		s.rows = append(s.rows, t)
	case t.column != nil:
		s.columns = append(s.columns, t.column)
	}
	if t.lone() && !t.wrap && !t.title {
		switch t.block().Kind {
		case policy.Row:
			return
		case policy.Cell, policy.Rule, policy.Summary, policy.Caption, policy.Note:
		default:
			if t.old != nil {
				s.left = append(s.left, t)
			} else {
				s.right = append(s.right, t)
			}
		}
		if t.block().Kind == policy.Table {
			return
		}
	}
	for _, k := range t.kids {
		s.gather(k)
	}
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
