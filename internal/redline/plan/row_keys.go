package plan

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"diptych/internal/align"
	"diptych/internal/numeral"
	"diptych/internal/policy"
)

// rowKeys is the keys of the cells of a row in the columns of the matcher, and
// how much each tells.
type rowKeys struct {
	shape uint64
	cells []uint64
	tells []float64
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
		if c.left < 0 || c.right < 0 || c.end == OldSide {
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
