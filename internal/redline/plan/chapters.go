package plan

import (
	"diptych/internal/align"
	"diptych/internal/policy"
)

// A chapter that moves takes its clauses along, and that is one change.

// withChapters adds to the moves of clauses what belongs to them: a heading
// that is too short to move by itself, where what stands under it moved; and
// clauses under a heading that moved which found no partner, because they
// changed too much to be known elsewhere. The script stays as it is.
func (m *matcher) withChapters(cs clausePairs) clausePairs {
	if len(cs.moves) == 0 {
		return cs
	}
	left, right, moves := cs.left, cs.right, cs.moves
	loneLeft, loneRight := map[*policy.Clause]int{}, map[*policy.Clause]int{}
	for _, p := range cs.script {
		switch {
		case p.Paired():
		case p.Left >= 0:
			loneLeft[left[p.Left]] = p.Left
		default:
			loneRight[right[p.Right]] = p.Right
		}
	}
	add := func(i, j int) {
		moves = append(moves, align.Pair{Left: i, Right: j})
		delete(loneLeft, left[i])
		delete(loneRight, right[j])
	}
	for _, p := range moves {
		delete(loneLeft, left[p.Left])
		delete(loneRight, right[p.Right])
	}
	for k := 0; k < len(moves); k++ { // upwards; what is added is looked at too
		c, d := left[moves[k].Left].Parent, right[moves[k].Right].Parent
		if c == nil || d == nil {
			continue
		}
		i, ok := loneLeft[c]
		j, found := loneRight[d]
		if ok && found && c.Form == d.Form && (policy.PlainRuns(c.Head) == policy.PlainRuns(d.Head) || m.like.ofClauses(c, d) >= clauseLeast) {
			add(i, j)
		}
	}
	under := func(all []*policy.Clause, lone map[*policy.Clause]int) map[*policy.Clause][]int {
		out := map[*policy.Clause][]int{}
		for i, c := range all {
			if _, ok := lone[c]; ok && c.Parent != nil {
				out[c.Parent] = append(out[c.Parent], i)
			}
		}
		return out
	}
	a, b := under(left, loneLeft), under(right, loneRight)
	for k := 0; k < len(moves); k++ { // downwards
		from, to := a[left[moves[k].Left]], b[right[moves[k].Right]]
		if len(from) == 0 || len(to) == 0 {
			continue
		}
		for _, p := range m.align(len(from), len(to), align.Options{
			Least:    clauseLeast,
			Likeness: func(i, j int) float64 { return m.like.ofClauses(left[from[i]], right[to[j]]) },
		}) {
			if p.Paired() {
				add(from[p.Left], to[p.Right])
			}
		}
	}
	cs.moves = moves
	return cs
}

// chiefs returns, for the clauses that moved and only went along with one
// above, the outermost of those.
func chiefs(moved []*Node) map[*Node]*Node {
	out := map[*Node]*Node{}
	by := map[*policy.Clause]*Node{}
	for _, n := range moved {
		by[n.Old] = n
	}
	for _, n := range moved {
		if n.Old.Parent == nil || n.New.Parent == nil {
			continue
		}
		if up := by[n.Old.Parent]; up != nil && up.New == n.New.Parent {
			out[n] = up
		}
	}
	for _, n := range moved { // up to the outermost
		for up := out[out[n]]; up != nil; up = out[up] {
			out[n] = up
		}
	}
	return out
}
