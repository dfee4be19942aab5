package plan

import (
	"math"

	"diptych/internal/align"
	"diptych/internal/policy"
)

// Thresholds of rows, tried on the corpus.
const (
	rowLeast  = 0.4     // two rows in place are one row
	rowsClose = 1 << 14 // pairs of rows without partner that are weighed wherever they stand
)

// rowMatcher pairs the rows of two tables: equal rows, then rows whose key cell
// no other row has, then rows that are alike. A row of which nothing but what
// many rows have in common stayed is another row.
type rowMatcher struct {
	*pairer
	a, b   []*policy.Block
	cols   [][2]int // columns that both tables have, those that tell first
	serial int      // of them, at the end: running numbers, which tell nothing
	shaped bool     // rows pair with rows of the same shape only
	left   []rowKeys
	right  []rowKeys
	words  cellWords
	partner
}

// partner is what pairs of rows were found: the other row, or -1.
type partner struct{ to, from []int }

func (p *partner) pair(i, j int) { p.to[i], p.from[j] = j, i }

// matchRows pairs rows, wherever they stand.
func (m *pairer) matchRows(a, b []*policy.Block, cols []column) *rowMatcher {
	x := &rowMatcher{pairer: m, a: a, b: b, shaped: cols == nil}
	x.to, x.from = none(len(a)), none(len(b))
	x.columns(cols)
	x.left, x.right = x.keys(a, 0), x.keys(b, 1)
	telling := len(x.cols) - x.serial
	x.equal(telling)
	x.unique(1, 0)
	for n := 2; n <= telling; n++ {
		x.unique(n, rowLeast)
	}
	x.alike()
	return x
}

func none(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// equal pairs rows that are equal in the first n columns: in their order, and
// then what is left wherever it stands.
func (x *rowMatcher) equal(n int) {
	left, right := make([]uint64, len(x.a)), make([]uint64, len(x.b))
	for i := range left {
		left[i] = x.left[i].key(n)
	}
	for j := range right {
		right[j] = x.right[j].key(n)
	}
	for _, p := range x.align(len(left), len(right), align.Options{Left: left, Right: right}) {
		if p.Paired() {
			x.pair(p.Left, p.Right)
		}
	}
	waiting := map[uint64][]int{}
	for j, k := range right {
		if x.from[j] < 0 {
			waiting[k] = append(waiting[k], j)
		}
	}
	for i, k := range left {
		if js := waiting[k]; x.to[i] < 0 && len(js) > 0 {
			x.pair(i, js[0])
			waiting[k] = js[1:]
		}
	}
}

// unique pairs rows that are equal in the first n columns, where no other row of
// either table is, and as alike as least.
func (x *rowMatcher) unique(n int, least float64) {
	if n > len(x.cols) {
		return
	}
	once := func(rows []rowKeys) map[uint64]int {
		out := map[uint64]int{}
		for i := range rows {
			k := rows[i].key(n)
			if _, twice := out[k]; twice {
				out[k] = -1
			} else if rows[i].tells[0] > 0 {
				out[k] = i
			}
		}
		return out
	}
	right := once(x.right)
	for k, i := range once(x.left) {
		j, ok := right[k]
		if ok && i >= 0 && j >= 0 && x.to[i] < 0 && x.from[j] < 0 && x.like(i, j) >= least {
			x.pair(i, j)
		}
	}
}

// alike pairs rows that are like each other and clearly less like any other row.
func (x *rowMatcher) alike() {
	var script []align.Pair
	for i, j := range x.to {
		if j < 0 {
			script = append(script, align.Pair{Left: i, Right: -1})
		}
	}
	for j, i := range x.from {
		if i < 0 {
			script = append(script, align.Pair{Left: -1, Right: j})
		}
	}
	for _, p := range x.moves(script, align.Options{Likeness: x.like, MaxCells: rowsClose}) {
		x.pair(p.Left, p.Right)
	}
}

// like is how alike two rows are: what a cell tells is its vote.
func (x *rowMatcher) like(i, j int) float64 {
	k, l := &x.left[i], &x.right[j]
	if k.shape != l.shape {
		return 0
	}
	sum, all := 0.0, 0.0
	for n, c := range x.cols {
		vote := (k.tells[n] + l.tells[n]) / 2
		if vote == 0 {
			continue
		}
		all += vote
		switch p, q := cell(x.a[i], c[0]), cell(x.b[j], c[1]); {
		case k.cells[n] == l.cells[n]:
			sum += vote
		case p != nil && q != nil:
			sum += vote * x.cellsAgree(n, p, q)
		}
	}
	if all == 0 {
		return 0
	}
	return math.Min(1, sum/all)
}

// rowPairs returns the rows in the order of the merged table, and the pairs of
// those that moved.
func (x *rowMatcher) rowPairs() (script, moves []align.Pair) {
	left, right := make([]uint64, len(x.a)), make([]uint64, len(x.b))
	for i, j := range x.to {
		left[i] = uint64(1)<<32 | uint64(i)
		if j >= 0 {
			left[i] = uint64(j)
		}
	}
	for j, i := range x.from {
		right[j] = uint64(1)<<33 | uint64(j)
		if i >= 0 {
			right[j] = uint64(j)
		}
	}
	script = x.align(len(x.a), len(x.b), align.Options{
		Left: left, Right: right, Least: rowLeast,
		Likeness: func(i, j int) float64 {
			if x.to[i] >= 0 || x.from[j] >= 0 {
				return 0 // with its own partner only, and that is an anchor
			}
			return x.like(i, j)
		},
		WeightLeft:  func(i int) float64 { return stayWeight(blockSize(x.a[i]), x.to[i] < 0 || x.same(i, x.to[i])) },
		WeightRight: func(j int) float64 { return stayWeight(blockSize(x.b[j]), x.from[j] < 0 || x.same(x.from[j], j)) },
		SketchLeft:  func(level, i int) uint64 { return x.pairer.like.block(x.a[i]).Key(level) },
		SketchRight: func(level, j int) uint64 { return x.pairer.like.block(x.b[j]).Key(level) },
		Levels:      sketchLevels,
	})
	for _, p := range script {
		if !p.Paired() && p.Left >= 0 && x.to[p.Left] >= 0 {
			moves = append(moves, align.Pair{Left: p.Left, Right: x.to[p.Left]})
		}
	}
	return script, moves
}

// same reports whether two rows say the same, but for their running numbers.
func (x *rowMatcher) same(i, j int) bool {
	n := len(x.cols) - x.serial
	return x.left[i].key(n) == x.right[j].key(n)
}
