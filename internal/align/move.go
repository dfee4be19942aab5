package align

import (
	"cmp"
	"context"
	"slices"
)

// Moves finds, among the elements that the script leaves without a partner,
// those that stand elsewhere on the other side: equal and unique ones first,
// then pairs that are each other's best, at least least alike and clearly
// better than the next. They come in the order of the left. Elements that
// weigh less than MinMove are left alone, and so are all but the equal ones
// where there are too many to compare (MaxCells) or the context ends.
func Moves(ctx context.Context, script []Pair, least float64, o Options) []Pair {
	var left, right []int
	for _, p := range script {
		switch {
		case p.Right < 0 && o.weight(p.Left, -1) >= o.MinMove:
			left = append(left, p.Left)
		case p.Left < 0 && o.weight(-1, p.Right) >= o.MinMove:
			right = append(right, p.Right)
		}
	}
	var out []Pair
	if o.Left != nil && o.Right != nil {
		for _, p := range unique(len(left), len(right),
			func(i int) uint64 { return o.Left[left[i]] },
			func(j int) uint64 { return o.Right[right[j]] }) {
			out = append(out, Pair{left[p.Left], right[p.Right]})
		}
		left = without(left, out, func(p Pair) int { return p.Left })
		right = without(right, out, func(p Pair) int { return p.Right })
	}
	if o.Likeness != nil && len(right) > 0 && len(left) <= o.cells()/len(right) {
		out = append(out, mutual(ctx, left, right, least, o.Likeness)...)
	}
	slices.SortFunc(out, func(p, q Pair) int { return cmp.Compare(p.Left, q.Left) })
	return out
}

// margin is how much better than the next candidate a moved element must fit.
const margin = 0.1

// mutual returns the pairs that are each other's best by more than margin.
func mutual(ctx context.Context, left, right []int, least float64, likeness func(i, j int) float64) []Pair {
	type best struct {
		at          int
		first, next float64
	}
	note := func(b *best, at int, v float64) {
		switch {
		case v > b.first:
			b.at, b.first, b.next = at, v, b.first
		case v > b.next:
			b.next = v
		}
	}
	ls, rs := make([]best, len(left)), make([]best, len(right))
	for i, l := range left {
		if ctx.Err() != nil {
			return nil
		}
		for j, r := range right {
			v := likeness(l, r)
			note(&ls[i], j, v)
			note(&rs[j], i, v)
		}
	}
	clear := func(b best) bool { return b.first >= least && b.first > 0 && b.first-b.next >= margin }
	var out []Pair
	for i, b := range ls {
		if clear(b) && clear(rs[b.at]) && rs[b.at].at == i {
			out = append(out, Pair{left[i], right[b.at]})
		}
	}
	return out
}

func without(s []int, ps []Pair, side func(Pair) int) []int {
	gone := make(map[int]bool, len(ps))
	for _, p := range ps {
		gone[side(p)] = true
	}
	return slices.DeleteFunc(s, func(i int) bool { return gone[i] })
}
