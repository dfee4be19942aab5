package markup

import (
	"diptych/internal/label"
	"diptych/internal/policy"
)

// row is a level of labelled paragraphs: those of one family of labels, and of
// one number of components.
type row struct {
	style  policy.LabelStyle
	count  int
	clause *policy.Clause // the last of the row
}

// rank orders the families that part a whole text: nothing but a larger one
// of them stands around a part or a chapter.
func rank(s policy.LabelStyle) int {
	switch s {
	case policy.StylePart, policy.StyleAppendix:
		return 1
	case policy.StyleChapter:
		return 2
	}
	return 3
}

// place returns the index of the row that a label belongs to, or of the one it
// opens, inside those before. It does not look at the numbers: real texts skip
// and repeat them, and one wrong guess would bend all that follows.
func (a *assembler) place(l policy.Label) int {
	own := rank(l.Style)
	for i, r := range a.rows {
		if own < 3 && own <= rank(r.style) || numbers(r, l) {
			return i
		}
	}
	if len(l.Path) > 1 { // 1.1 stands inside 1, whatever else does
		for i := len(a.rows) - 1; i >= 0; i-- {
			if a.rows[i].style == l.Style {
				return i + 1
			}
		}
	}
	return len(a.rows)
}

// numbers reports whether a label may be the next of a row.
func numbers(r row, l policy.Label) bool {
	if r.style == l.Style {
		return l.Style != policy.StyleDecimal || r.count >= len(l.Path)
	}
	// A lone letter may go on with a row of the other reading.
	return label.After(l, r.clause.Label).Style == r.style
}
