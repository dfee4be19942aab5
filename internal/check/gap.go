package check

import (
	"diptych/internal/bitext"
	"diptych/internal/diag"
	"diptych/internal/figure"
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
	n    int // of the figure in its side of the group
}

// findGaps returns the groups whose figures differ. Rows are compared first,
// so that two figures that changed places are found; what a row lacks may
// stand elsewhere in its group. What stands in one language only is told as such,
// and its figures are not missed.
func findGaps(x twin) []gap {
	alone := x.aloneUnits()
	var out []gap
	for _, g := range groups(x) {
		c := comparison{x: x, alone: alone}
		for _, row := range g.rows {
			c.row(row)
		}
		if c.rest(); len(c.onlyLeft)+len(c.onlyRight) > 0 {
			out = append(out, gap{g, inOrder(c.onlyLeft), inOrder(c.onlyRight)})
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
