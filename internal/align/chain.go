package align

import (
	"cmp"
	"slices"
)

// unique returns the pairs of elements whose key occurs once on the left and
// once on the right, in the order of the left.
func unique(n, m int, left, right func(int) uint64) []Pair {
	if n <= fewElements && m <= fewElements {
		return uniqueOfFew(n, m, left, right)
	}
	return uniqueOfMany(n, m, left, right)
}

// uniqueOfMany is unique by a map.
func uniqueOfMany(n, m int, left, right func(int) uint64) []Pair {
	type seen struct{ left, right int } // index+1; -1 when it occurs twice
	at := make(map[uint64]seen, n)
	keys := make([]uint64, n)
	for i := range n {
		k := left(i)
		keys[i] = k
		s := at[k]
		if s.left != 0 {
			s.left = -1
		} else {
			s.left = i + 1
		}
		at[k] = s
	}
	for j := range m {
		k := right(j)
		s, ok := at[k]
		if !ok {
			continue
		}
		if s.right != 0 {
			s.right = -1
		} else {
			s.right = j + 1
		}
		at[k] = s
	}
	var out []Pair
	for i, k := range keys {
		if s := at[k]; s.left == i+1 && s.right > 0 {
			out = append(out, Pair{i, s.right - 1})
		}
	}
	return out
}

// fewElements are so few that looking through them is quicker than a map.
const fewElements = 8

// uniqueOfFew is unique for few elements.
func uniqueOfFew(n, m int, left, right func(int) uint64) []Pair {
	var room [2 * fewElements]uint64
	ls, rs := room[:n:n], room[fewElements:fewElements+m]
	for i := range ls {
		ls[i] = left(i)
	}
	for j := range rs {
		rs[j] = right(j)
	}
	var out []Pair
	for i, k := range ls {
		if j := slices.Index(rs, k); j >= 0 && !slices.Contains(rs[j+1:], k) && !slices.Contains(ls[:i], k) && !slices.Contains(ls[i+1:], k) {
			out = append(out, Pair{i, j})
		}
	}
	return out
}

// heaviest returns the chain of pairs that rises on both sides and weighs
// most. The pairs come in rising order of Left. It is the patience method
// (longest increasing subsequence) with weights, O(n log n) by a Fenwick tree
// of prefix maxima.
func heaviest(pairs []Pair, weight func(Pair) float64) []Pair {
	if len(pairs) == 0 {
		return nil
	}
	order := make([]int, len(pairs)) // pairs by Right
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int { return cmp.Compare(pairs[x].Right, pairs[y].Right) })
	rank := make([]int, len(pairs))
	for r, i := range order {
		rank[i] = r + 1
	}
	type best struct {
		sum float64
		end int // index into pairs, +1
	}
	tree := make([]best, len(pairs)+1)
	prev := make([]int, len(pairs))
	var top best
	for i, p := range pairs {
		var b best
		for r := rank[i] - 1; r > 0; r -= r & -r {
			if tree[r].sum > b.sum {
				b = tree[r]
			}
		}
		prev[i] = b.end
		b = best{b.sum + max(weight(p), 1e-9), i + 1}
		if b.sum > top.sum {
			top = b
		}
		for r := rank[i]; r <= len(pairs); r += r & -r {
			if b.sum > tree[r].sum {
				tree[r] = b
			}
		}
	}
	var out []Pair
	for e := top.end; e > 0; e = prev[e-1] {
		out = append(out, pairs[e-1])
	}
	slices.Reverse(out)
	return out
}
