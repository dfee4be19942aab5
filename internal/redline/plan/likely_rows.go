package plan

import "diptych/internal/policy"

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
