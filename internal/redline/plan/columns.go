package plan

import (
	"slices"

	"diptych/internal/align"
)

// column is a column of a merged table. One that moved stands there twice, once
// at each end.
type column struct {
	left, right int // its places in the two tables; -1: it is not there
	end         View
}

// pairColumns says which columns of two tables without spanning cells answer to
// each other, in the order of the merged table.
func (m *pairer) pairColumns(a, b grid) []column {
	headsA, headsB := heads(a, b.head), heads(b, a.head)
	if headsA != nil && slices.Equal(headsA, headsB) {
		return inPlace(a.columns)
	}
	if a.columns*b.columns > columnCells {
		return m.wideColumns(headsA, headsB, a, b)
	}
	left, right := make([]uint64, a.columns), make([]uint64, b.columns)
	for i := range left {
		left[i] = uint64(1)<<32 | uint64(i)
	}
	for j := range right {
		right[j] = uint64(1)<<33 | uint64(j)
	}
	to := make(map[int]int)
	for n, p := range m.matchColumns(headsA, headsB, a, b) {
		left[p.Left], right[p.Right] = uint64(n), uint64(n)
		to[p.Left] = p.Right
	}
	from := make(map[int]int, len(to))
	for i, j := range to {
		from[j] = i
	}
	sums, others := columnSums(a), columnSums(b)
	weigh := func(c, d columnSum) float64 { return stayWeight(c.size, c.key == d.key) }
	script := m.align(a.columns, b.columns, align.Options{
		Left: left, Right: right,
		WeightLeft: func(i int) float64 {
			if j, ok := to[i]; ok {
				return weigh(sums[i], others[j])
			}
			return 1
		},
		WeightRight: func(j int) float64 {
			if i, ok := from[j]; ok {
				return weigh(others[j], sums[i])
			}
			return 1
		},
	})
	out := make([]column, 0, len(script))
	for _, p := range script {
		c := column{p.Left, p.Right, Both}
		if j, ok := to[p.Left]; ok && p.Right < 0 {
			c = column{p.Left, j, OldSide}
		} else if i, ok := from[p.Right]; ok && p.Left < 0 {
			c = column{i, p.Right, NewSide}
		}
		out = append(out, c)
	}
	return out
}

// inPlace is columns none of which came, went or moved.
func inPlace(n int) []column {
	out := make([]column, n)
	for i := range out {
		out[i] = column{i, i, Both}
	}
	return out
}

// wideColumns pairs the columns of tables that have too many to weigh, in order
// and by their heads.
func (m *pairer) wideColumns(headsA, headsB []uint64, a, b grid) []column {
	o := align.Options{Left: headsA, Right: headsB}
	if o.Left == nil || o.Right == nil {
		o = align.Options{Left: make([]uint64, a.columns), Right: make([]uint64, b.columns)} // by position
	}
	script := m.align(a.columns, b.columns, o)
	out := make([]column, len(script))
	for n, p := range script {
		out[n] = column{p.Left, p.Right, Both}
	}
	return out
}

// stayWeight is what a row or column weighs as one that stays where others move.
// One that changed had rather stay, so that old and new words stand together.
func stayWeight(size int, same bool) float64 {
	w := align.Weight(size)
	if !same {
		w *= 1.5
	}
	return w
}

// columnSum is the length of what stands in a column, in bytes, and a key of its
// cells in any order.
type columnSum struct {
	size int
	key  uint64
}

func columnSums(g grid) []columnSum {
	out := make([]columnSum, g.columns)
	for _, r := range g.rows {
		for c := range r.Blocks {
			out[c].size += blockSize(&r.Blocks[c])
			out[c].key += uint64(blockKey(&r.Blocks[c]))
		}
	}
	return out
}
