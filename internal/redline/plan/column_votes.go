package plan

import (
	"cmp"
	"slices"

	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// The head of a column and its cells vote on what it answers to.
const (
	headVote    = 0.3  // what the head counts beside the cells
	renameLeast = 0.42 // under another head most of the cells must agree
	placeLeast  = 0.25 // and fewer in the same place
	columnCells = 1 << 12
)

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
