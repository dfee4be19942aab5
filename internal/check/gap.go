package check

import (
	"diptych/internal/bitext"
	"diptych/internal/diag"
	"diptych/internal/figure"
	"diptych/internal/policy"
)

// gap is a group with the figures that stand on one side of it only.
type gap struct {
	group
	onlyLeft, onlyRight []found
}

// found is a figure with the unit in which it stands.
type found struct {
	figure.Figure
	unit bitext.Unit
}

// findGaps returns the groups whose figures differ.
func findGaps(x twin) []gap {
	var out []gap
	for _, g := range groups(x) {
		left, right := find(g.left, x.left.Language()), find(g.right, x.right.Language())
		onlyLeft, onlyRight := figure.Differ(figures(left), figures(right))
		if len(onlyLeft)+len(onlyRight) > 0 {
			out = append(out, gap{g, locate(onlyLeft, left), locate(onlyRight, right)})
		}
	}
	return out
}

func find(us []bitext.Unit, lang policy.Tag) []found {
	var out []found
	for _, u := range us {
		for _, f := range figure.Find(u.Words, lang) {
			out = append(out, found{f, u})
		}
	}
	return out
}

func figures(all []found) []figure.Figure {
	out := make([]figure.Figure, len(all))
	for i, f := range all {
		out[i] = f.Figure
	}
	return out
}

// locate returns figures with the unit in which each stands first.
func locate(some []figure.Figure, all []found) []found {
	var out []found
	for _, f := range some {
		for _, x := range all {
			if x.Figure == f {
				out = append(out, x)
				break
			}
		}
	}
	return out
}

// only returns the gap with the figures for which keep reports true.
func (g gap) only(keep func(figure.Figure) bool) gap {
	some := func(all []found) []found {
		var out []found
		for _, f := range all {
			if keep(f.Figure) {
				out = append(out, f)
			}
		}
		return out
	}
	g.onlyLeft, g.onlyRight = some(g.onlyLeft), some(g.onlyRight)
	return g
}

// place is where the gap is reported: at its first figure in the left text,
// else at its clause.
func (g gap) place() diag.Pos {
	if len(g.onlyLeft) > 0 {
		return place(g.onlyLeft[0].unit)
	}
	return g.clause.Pos
}

// placeRight is its place in the right text: that of its first figure, else of
// the group, else the text.
func (g gap) placeRight(x twin) diag.Pos {
	switch {
	case len(g.onlyRight) > 0:
		return place(g.onlyRight[0].unit)
	case len(g.right) > 0:
		return place(g.right[0])
	}
	return x.right.Pos
}

func quoted(all []found) []diag.Words {
	out := make([]diag.Words, len(all))
	for i, f := range all {
		out[i] = diag.Words(f.Words)
	}
	return out
}

// group is a stretch of both texts whose clauses answer to each other.
type group struct {
	clause      *policy.Clause
	left, right []bitext.Unit
}

// groups cuts the rows at the clauses that both texts have. What stands below a
// clause of one text only goes with the clause before it, unless the whole
// clause is missing on the other side: that is parityClause's.
func groups(x twin) []group {
	var out []group
	at := make(map[*policy.Clause]int)
	add := func(row bitext.Row) {
		var c *policy.Clause
		for _, side := range [...][]bitext.Unit{row.Right, row.Left} {
			for _, u := range side {
				if sec := u.Clause.Section(); x.Partner(sec) != nil || row.Paired() {
					c = sec
				}
			}
		}
		if c == nil || declaredAny(row) {
			return
		}
		if d := x.Partner(c); d != nil && len(row.Left) == 0 {
			c = d // the left one names the group
		}
		i, ok := at[c]
		if !ok {
			i = len(out)
			at[c] = i
			out = append(out, group{clause: c})
		}
		out[i].left = append(out[i].left, row.Left...)
		out[i].right = append(out[i].right, row.Right...)
	}
	for _, row := range x.Rows {
		add(row)
	}
	return out
}

func declaredAny(row bitext.Row) bool {
	for _, side := range [...][]bitext.Unit{row.Left, row.Right} {
		for _, u := range side {
			if u.Clause.StandsAlone() {
				return true
			}
		}
	}
	return false
}
