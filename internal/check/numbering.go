package check

import (
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// numbering reports a label that does not follow the one before it in its row:
// a number that is skipped, repeated or goes back. Beginning again at the
// first number is fine. List items that Markdown numbers are always right.
func numbering(_ subject, v *policy.Version, say voice) {
	for _, t := range v.Texts {
		numberingOf(t, say)
	}
}

// row is a run of labels of one family under one clause.
type row struct {
	parent *policy.Clause
	style  policy.LabelStyle
	depth  int
}

func numberingOf(t *policy.Text, say voice) {
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
		say.at(c.Pos, 1, "Label", diag.Words(c.Label.Text), "Before", diag.Words(prev.Label.Text))
	}
}
