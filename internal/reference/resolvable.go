package reference

import (
	"slices"
	"strings"

	"diptych/internal/policy"
)

// Labelled reports whether a clause of the text has a label. In a text without
// one, words can refer to a paragraph by its number alone: 本条第二款.
func Labelled(t *policy.Text) bool {
	return slices.ContainsFunc(t.Clauses, func(c *policy.Clause) bool { return !c.Label.IsZero() })
}

// MayCount reports whether runs may refer to a paragraph by its number or place:
// 第二款, 第十二項, 前款, the preceding paragraph. Where it is false they do not.
func MayCount(runs []policy.Run) bool {
	return has(runs, "第", "前") && has(runs, "款", "項", "项", "目") || has(runs, "preceding paragraph", "previous paragraph")
}

func has(runs []policy.Run, words ...string) bool {
	return slices.ContainsFunc(runs, func(r policy.Run) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(r.Text, w) })
	})
}
