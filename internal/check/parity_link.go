package check

import "diptych/internal/figure"

// parityLink reports links that do not lead to the same places in the two texts
// of a clause. Parts of an address that only name a language make no difference.
func parityLink(_ subject, x twin, say voice) {
	for _, g := range x.gaps() {
		sayGap(x, g.only(isLink), say)
	}
}

func isLink(f figure.Figure) bool { return f.Kind == figure.Link }
