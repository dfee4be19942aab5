package check

import "diptych/internal/figure"

// parityFigure reports figures that differ between the two texts of a clause:
// numbers, amounts, periods, percentages, telephone numbers, e-mail and other
// addresses. Dates are parityDate's.
func parityFigure(_ subject, x twin, say voice) {
	for _, g := range x.gaps() {
		sayGap(x, g.only(func(f figure.Figure) bool { return !isDate(f) && !isLink(f) }), say)
	}
}

// sayGap says what the figures of a gap are. The rules on figures have the same
// three sentences.
func sayGap(x twin, g gap, say voice) {
	values := []any{
		"Clause", g.clause.ID, "Words", called(g.clause), "Lang", x.left.Language(), "Figures", quoted(g.onlyLeft),
		"Other", x.right.Language(), "OtherFigures", quoted(g.onlyRight), "Place", g.placeRight(x),
	}
	switch {
	case len(g.onlyLeft)+len(g.onlyRight) == 0:
	case len(g.onlyRight) == 0:
		say.at(g.place(), 2, values...)
	case len(g.onlyLeft) == 0:
		say.at(g.place(), 3, values...)
	default:
		say.at(g.place(), 1, values...)
	}
}
