package check

import (
	"fmt"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// numbering reports a label that does not follow the one before it in its row:
// a number that is skipped, repeated or goes back. Beginning again at the
// first number is fine. List items that Markdown numbers are always right.
func numbering(s subject, l *diag.List) {
	for _, v := range s.policy.Versions {
		for _, t := range v.Texts {
			numberingOf(s, t, l)
		}
	}
}

// row is a run of labels of one family under one clause.
type row struct {
	parent *policy.Clause
	style  policy.LabelStyle
	depth  int
}

func numberingOf(s subject, t *policy.Text, l *diag.List) {
	last := make(map[row]*policy.Clause)
	for _, c := range t.Clauses {
		n := len(c.Label.Path)
		if n == 0 {
			continue
		}
		key := row{c.Parent, c.Label.Style, n}
		prev := last[key]
		last[key] = c
		if prev == nil {
			continue
		}
		was, is := prev.Label.Path[n-1], c.Label.Path[n-1]
		if is == was+1 || is == 1 {
			continue
		}
		s.cfg.Report(l, diag.Problem{
			Pos: c.Pos, Rule: diag.Numbering,
			Text: fmt.Sprintf("label %q follows %q", c.Label.Text, prev.Label.Text),
			Hint: "labels of one row count up by one; redlines and references follow the printed numbers",
		})
	}
}
