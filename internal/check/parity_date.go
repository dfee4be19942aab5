package check

import "diptych/internal/figure"

// parityDate reports dates that differ between the two texts of a clause.
func parityDate(_ subject, x twin, say voice) {
	for _, g := range x.gaps() {
		sayGap(x, g.only(isDate), say)
	}
}

func isDate(f figure.Figure) bool { return f.Kind == figure.Date || f.Kind == figure.Month }
