package redline

import (
	"diptych/internal/align"
	"diptych/internal/policy"
)

// A chapter that moves takes its clauses along, and that is one change.

// chapters adds to the moves of clauses what belongs to them: a heading that
// is too short to move by itself, where what stands under it moved; and
// clauses under a heading that moved which found no partner, because they
// changed too much to be known elsewhere. pairs are left as they are.
func (m *merger) chapters(left, right []*policy.Clause, pairs, moves []align.Pair) []align.Pair {
	if len(moves) == 0 {
		return moves
	}
	loneLeft, loneRight := map[*policy.Clause]int{}, map[*policy.Clause]int{}
	for _, p := range pairs {
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
		if ok && found && c.Form == d.Form && (policy.PlainRuns(c.Head) == policy.PlainRuns(d.Head) || m.clauseLikeness(c, d) >= clauseLeast) {
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
			Likeness: func(i, j int) float64 { return m.clauseLikeness(left[from[i]], right[to[j]]) },
		}) {
			if p.Paired() {
				add(from[p.Left], to[p.Right])
			}
		}
	}
	return moves
}

// alongs notes which of the clauses that moved only went along with one above.
func alongs(moved []*node) {
	by := map[*policy.Clause]*node{}
	for _, n := range moved {
		by[n.old] = n
	}
	for _, n := range moved {
		if n.old.Parent == nil || n.new.Parent == nil {
			continue
		}
		if up := by[n.old.Parent]; up != nil && up.new == n.new.Parent {
			n.chief = up
		}
	}
	for _, n := range moved { // up to the outermost
		for n.chief != nil && n.chief.chief != nil {
			n.chief = n.chief.chief
		}
	}
}
