package redline

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"diptych/internal/align"
	"diptych/internal/numeral"
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

// rowKeys is the keys of the cells of a row in the columns of the matcher, and
// how much each tells.
type rowKeys struct {
	shape uint64
	cells []uint64
	tells []float64
}

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

// columns chooses the columns to compare: those of both tables, the key first.
func (x *rowMatcher) columns(cols []column) {
	if cols == nil {
		wide := 0
		for _, r := range x.a {
			wide = max(wide, len(r.Blocks))
		}
		for c := range wide {
			x.cols = append(x.cols, [2]int{c, c})
		}
		return
	}
	var serial [][2]int
	for _, c := range cols {
		if c.left < 0 || c.right < 0 || c.end == oldSide {
			continue
		}
		p := [2]int{c.left, c.right}
		if isSerial(x.a, c.left) && isSerial(x.b, c.right) {
			serial = append(serial, p)
		} else {
			x.cols = append(x.cols, p)
		}
	}
	if len(x.cols) == 0 {
		x.cols, serial = serial, nil
	}
	x.sortColumns()
	x.serial = len(serial)
	x.cols = append(x.cols, serial...)
}

// sortColumns puts the column of the keys first, which is the first of either
// table: of two the one that tells more rows apart. The others follow, those that
// tell more apart first.
func (x *rowMatcher) sortColumns() {
	type rank struct{ first, apart, place, side int }
	ranks := map[[2]int]rank{}
	least := [2]int{math.MaxInt, math.MaxInt}
	for _, p := range x.cols {
		least[0], least[1] = min(least[0], p[0]), min(least[1], p[1])
	}
	for _, p := range x.cols {
		r := rank{first: 1, apart: -x.apart(p), place: p[0] + p[1], side: p[0]}
		if p[0] == least[0] || p[1] == least[1] {
			r.first = 0
		}
		if x.direction == mirrored {
			r.side = p[1]
		}
		ranks[p] = r
	}
	slices.SortFunc(x.cols, func(p, q [2]int) int {
		r, s := ranks[p], ranks[q]
		return cmp.Or(cmp.Compare(r.first, s.first), cmp.Compare(r.apart, s.apart), cmp.Compare(r.place, s.place), cmp.Compare(r.side, s.side))
	})
}

// apart counts the cells of a column that both tables have, each of them once.
func (x *rowMatcher) apart(p [2]int) int {
	times := map[uint64][2]int{}
	for side, rows := range [2][]*policy.Block{x.a, x.b} {
		for _, r := range rows {
			if c := cell(r, p[side]); c != nil {
				n := times[uint64(blockKey(c))]
				n[side]++
				times[uint64(blockKey(c))] = n
			}
		}
	}
	n := 0
	for _, t := range times {
		if t == [2]int{1, 1} {
			n++
		}
	}
	return n
}

// keys makes the keys of the rows of one side.
func (x *rowMatcher) keys(rows []*policy.Block, side int) []rowKeys {
	times := make([]map[uint64]int, len(x.cols))
	for c := range times {
		times[c] = map[uint64]int{}
	}
	out := make([]rowKeys, len(rows))
	for i, r := range rows {
		k := rowKeys{cells: make([]uint64, len(x.cols)), tells: make([]float64, len(x.cols))}
		if x.shaped {
			k.shape = uint64(rowShape(r))
		}
		for n, c := range x.cols {
			if b := cell(r, c[side]); b != nil {
				k.cells[n] = uint64(blockKey(b))
			}
			times[n][k.cells[n]]++
		}
		out[i] = k
	}
	for i, r := range rows {
		for n, c := range x.cols[:len(x.cols)-x.serial] {
			if b := cell(r, c[side]); b != nil {
				out[i].tells[n] = (align.Weight(blockSize(b)) - align.Weight(0)) / float64(times[n][out[i].cells[n]])
			}
		}
	}
	return out
}

// key digests the shape of a row and its cells in the first n columns.
func (k *rowKeys) key(n int) uint64 {
	d := align.NewKey().Number(int(k.shape))
	for _, c := range k.cells[:n] {
		d = d.Number(int(c))
	}
	return uint64(d)
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

// isSerial reports whether a column numbers the rows, from 0 or 1 on.
func isSerial(rows []*policy.Block, c int) bool {
	last := uint64(0)
	for i, r := range rows {
		b := cell(r, c)
		if b == nil || b.Blocks != nil {
			return false
		}
		w := strings.TrimSuffix(strings.TrimSpace(policy.PlainRuns(b.Runs)), ".")
		n, ok := numeral.Read(w)
		if !ok || n.Size < len(w) || i == 0 && n.Value > 1 || i > 0 && n.Value != last+1 {
			return false
		}
		last = n.Value
	}
	return len(rows) > 0
}
