package redline

import (
	"cmp"
	"slices"

	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// column is a column of a merged table. One that moved stands there twice, once
// at each end.
type column struct {
	left, right int // its places in the two tables; -1: it is not there
	end         view
}

// The head of a column and its cells vote on what it answers to.
const (
	headVote    = 0.3  // what the head counts beside the cells
	renameLeast = 0.42 // under another head most of the cells must agree
	placeLeast  = 0.25 // and fewer in the same place
	columnCells = 1 << 12
)

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
		c := column{p.Left, p.Right, both}
		if j, ok := to[p.Left]; ok && p.Right < 0 {
			c = column{p.Left, j, oldSide}
		} else if i, ok := from[p.Right]; ok && p.Left < 0 {
			c = column{i, p.Right, newSide}
		}
		out = append(out, c)
	}
	return out
}

// inPlace is columns none of which came, went or moved.
func inPlace(n int) []column {
	out := make([]column, n)
	for i := range out {
		out[i] = column{i, i, both}
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
		out[n] = column{p.Left, p.Right, both}
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

// matchColumns pairs columns, the most alike first, wherever they stand.
func (m *pairer) matchColumns(headsA, headsB []uint64, a, b grid) []align.Pair {
	type pair struct {
		align.Pair
		like float64
	}
	var all []pair
	like := m.columnLikeness(headsA, headsB, a, b)
	for i := range a.columns {
		for j := range b.columns {
			if v := like(i, j); v > 0 {
				all = append(all, pair{align.Pair{Left: i, Right: j}, v})
			}
		}
	}
	slices.SortFunc(all, func(p, q pair) int {
		x, y := p.Pair, q.Pair
		if m.direction == mirrored {
			x, y = swap(x), swap(y)
		}
		return cmp.Or(cmp.Compare(q.like, p.like), cmp.Compare(abs(x.Left-x.Right), abs(y.Left-y.Right)),
			cmp.Compare(x.Left, y.Left), cmp.Compare(x.Right, y.Right))
	})
	var out []align.Pair
	left, right := make([]bool, a.columns), make([]bool, b.columns)
	for _, p := range all {
		if !left[p.Left] && !right[p.Right] {
			left[p.Left], right[p.Right] = true, true
			out = append(out, p.Pair)
		}
	}
	return out
}

func abs(n int) int { return max(n, -n) }

// columnLikeness returns a function that says how alike two columns are, 0 where
// they cannot be one.
func (m *pairer) columnLikeness(headsA, headsB []uint64, a, b grid) func(i, j int) float64 {
	rows := likelyRows(a.rows[a.head:], b.rows[b.head:])
	fa, fb := m.columnFeatures(a), m.columnFeatures(b)
	return func(i, j int) float64 {
		body := fa(i).Like(fb(j))
		if len(rows) > 0 {
			body = m.columnAgrees(rows, i, j)
		}
		switch {
		case headsA == nil || headsB == nil:
		case headsA[i] == headsB[j]:
			return headVote + (1-headVote)*body
		default:
			body = headVote*m.headAgrees(a, b, i, j) + (1-headVote)*body
		}
		if body < renameLeast {
			if i == j && a.columns == b.columns && body >= placeLeast {
				return headVote * body // one that was rewritten in its place
			}
			return 0
		}
		return body
	}
}

// heads are the keys of the heads of the columns, nil where there is no head.
// Where the other table has another number of head rows, the lowest one tells.
func heads(g grid, other int) []uint64 {
	if g.head == 0 {
		return nil
	}
	rows := g.rows[:g.head]
	if g.head != other {
		rows = rows[g.head-1:]
	}
	out := make([]uint64, g.columns)
	for c := range out {
		d := align.NewKey()
		for _, r := range rows {
			if x := cell(r, c); x != nil {
				d = addBlock(d, x)
			}
		}
		out[c] = uint64(d)
	}
	return out
}

// headAgrees is how alike the heads of two columns are.
func (m *pairer) headAgrees(a, b grid, i, j int) float64 {
	x, y := cell(a.rows[0], i), cell(b.rows[0], j)
	if a.head != b.head {
		x, y = cell(a.rows[a.head-1], i), cell(b.rows[b.head-1], j)
	}
	if x == nil || y == nil {
		return 0
	}
	return m.like.ofCells(x, y)
}

// columnFeatures returns a function that returns the features of the cells of a
// column below its head.
func (m *pairer) columnFeatures(g grid) func(c int) words.Features {
	known := make([]words.Features, g.columns)
	return func(c int) words.Features {
		if known[c] == nil {
			var leaves []*words.Leaf
			for _, r := range g.rows[g.head:] {
				if c < len(r.Blocks) {
					leaves = m.like.leaves(leaves, r.Blocks[c:c+1])
				}
			}
			known[c] = words.FeaturesOf(leaves...)
		}
		return known[c]
	}
}

// columnAgrees is how alike the cells of two columns are, row by row.
func (m *pairer) columnAgrees(rows [][2]*policy.Block, i, j int) float64 {
	sum, n := 0.0, 0
	for _, r := range rows {
		x, y := cell(r[0], i), cell(r[1], j)
		if x == nil || y == nil || blockSize(x)+blockSize(y) == 0 {
			continue
		}
		n++
		sum += m.like.ofCells(x, y)
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// likelyRows pairs rows of which nothing is known yet but their cells: two rows
// share a cell that no other row of either table has, and more such cells with
// each other than with any other row. A few dozen are enough.
func likelyRows(a, b []*policy.Block) [][2]*policy.Block {
	const enough = 64
	votes := map[[2]int]int{}
	inA, inB := loneCells(a), loneCells(b)
	for k, i := range inA {
		if j, ok := inB[k]; ok && i >= 0 && j >= 0 {
			votes[[2]int{i, j}]++
		}
	}
	type best struct{ at, votes, next int }
	left, right := map[int]best{}, map[int]best{}
	note := func(of map[int]best, i, j, n int) {
		x := of[i]
		switch {
		case n > x.votes:
			of[i] = best{j, n, x.votes}
		case n > x.next:
			of[i] = best{x.at, x.votes, n}
		}
	}
	for p, n := range votes {
		note(left, p[0], p[1], n)
		note(right, p[1], p[0], n)
	}
	var out [][2]*policy.Block
	for i := range a {
		x, ok := left[i]
		if !ok || x.votes == x.next || len(out) == enough {
			continue
		}
		if y := right[x.at]; y.at == i && y.votes > y.next {
			out = append(out, [2]*policy.Block{a[i], b[x.at]})
		}
	}
	return out
}

// loneCells returns the rows of the cells that stand in the rows once, by their
// keys; -1: more than once.
func loneCells(rows []*policy.Block) map[uint64]int {
	out := map[uint64]int{}
	for i, r := range rows {
		for k := range r.Blocks {
			if blockSize(&r.Blocks[k]) == 0 {
				continue
			}
			key := uint64(blockKey(&r.Blocks[k]))
			if _, twice := out[key]; twice {
				out[key] = -1
			} else {
				out[key] = i
			}
		}
	}
	return out
}
