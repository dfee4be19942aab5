package plan

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
func (m *pairer) drifts(places []Place) (out map[*Block]*Drift, numbers int) {
	s := strays{passes: m.notes.passes}
	s.places(places)
	moves := m.strayMoves(s.left, s.right)
	size := func(p align.Pair) int { return blockSize(s.left[p.Left].Block()) + blockSize(s.right[p.Right].Block()) }
	slices.SortStableFunc(moves, func(p, q align.Pair) int { return cmp.Compare(size(q), size(p)) })
	out = map[*Block]*Drift{}
	taken := map[*Block]bool{}
	var all []*Drift
	inside := strays{}
	for _, p := range moves {
		l, r := s.left[p.Left], s.right[p.Right]
		if isTaken(taken, l) || isTaken(taken, r) {
			continue
		}
		take(taken, l)
		take(taken, r)
		d := &Drift{Pair: m.pairBlock(l.Old, r.New)}
		out[l], out[r] = d, d
		all = append(all, d)
		inside.gather(d.Pair)
	}
	for _, t := range slices.Concat(s.rows, inside.rows, m.rowMoves(places, taken)) {
		out[t] = t.row
		if t.Old != nil {
			all = append(all, t.row)
		}
	}
	slices.SortStableFunc(all, func(p, q *Drift) int { return cmp.Compare(p.size(), q.size()) })
	for _, d := range slices.Concat(all, s.columns, inside.columns) {
		numbers++
		d.Number = numbers
	}
	return out, numbers
}

// size is the length of both ends, less than 0: the longest is the least.
func (d *Drift) size() int { return -blockSize(d.Pair.Old) - blockSize(d.Pair.New) }

// strays are the blocks without partner that may count as moved, and the rows
// and columns that did move within their table.
type strays struct {
	passes      func(*policy.Block) bool // notes that passed others are none
	left, right []*Block
	rows        []*Block // both ends of each
	columns     []*Drift
}

// places collects the strays of a plan.
func (s *strays) places(places []Place) {
	seen := map[*Node]bool{}
	for _, p := range places {
		if !seen[p.Node] {
			seen[p.Node] = true
			for _, t := range p.Blocks {
				if !t.Lone() || !s.passes(t.Block()) {
					s.gather(t)
				}
			}
		}
	}
}

// strayMoves pairs strays of the old text with those of the new one.
func (m *pairer) strayMoves(left, right []*Block) []align.Pair {
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
	key := func(t *Block) align.Key { return blockKey(t.Block()) }
	keysLeft, keysRight := keysOf(left, key), keysOf(right, key)
	known := m.known(left, right, keysLeft, keysRight)
	weight := func(ts []*Block, keys []uint64) func(int) float64 {
		return func(i int) float64 {
			if known[keys[i]] {
				return minMove
			}
			return align.Weight(blockSize(ts[i].Block()))
		}
	}
	lefts := m.like.crowd(len(left), func(i int) *policy.Block { return left[i].Block() })
	rights := m.like.crowd(len(right), func(j int) *policy.Block { return right[j].Block() })
	return m.moves(script, align.Options{
		Left: keysLeft, Right: keysRight,
		Likeness:   func(i, j int) float64 { return lefts.likeFrom(i, rights, j, rivalLeast) },
		WeightLeft: weight(left, keysLeft), WeightRight: weight(right, keysRight),
		MinMove: minMove,
	})
}

// gather adds a block, or what is in it, to the strays.
func (s *strays) gather(t *Block) {
	switch {
	case t.End == OldSide:
		return // its other end is gathered
	case t.row != nil:
		s.rows = append(s.rows, t)
	case t.Column != nil:
		s.columns = append(s.columns, t.Column)
	}
	if t.Lone() && !t.wrap && !t.title {
		switch t.Block().Kind {
		case policy.Row:
			return
		case policy.Cell, policy.Rule, policy.Summary, policy.Caption, policy.Note:
		default:
			if t.Old != nil {
				s.left = append(s.left, t)
			} else {
				s.right = append(s.right, t)
			}
		}
		if t.Block().Kind == policy.Table {
			return
		}
	}
	for _, k := range t.Kids {
		s.gather(k)
	}
}

// isTaken reports whether a block, or a part of it, is in a move already.
func isTaken(taken map[*Block]bool, t *Block) bool {
	if taken[t] {
		return true
	}
	for _, k := range t.Kids {
		if isTaken(taken, k) {
			return true
		}
	}
	return false
}

func take(taken map[*Block]bool, t *Block) {
	taken[t] = true
	for _, k := range t.Kids {
		take(taken, k)
	}
}
