package reference

import (
	"strings"

	"diptych/internal/policy"
)

// Resolvable reports whether anything that a text may say can refer to something
// in it: a clause that has a label, or a paragraph by its number (本条第二款).
// Where neither of two texts is, none of their references follows or goes stale.
func Resolvable(t *policy.Text) bool {
	for _, c := range t.Clauses {
		if !c.Label.IsZero() {
			return true
		}
	}
	for r := range t.Runs() {
		if countsParagraphs(r.Text) {
			return true
		}
	}
	return false
}

// countsParagraphs reports whether words may name a paragraph of a clause by its
// number: 第二款, 第十二項, or by its place: 前款.
func countsParagraphs(s string) bool {
	const reach = len("第二十一") // before the unit
	for i, r := range s {
		switch r {
		case '款', '項', '项', '目':
			if before := s[max(0, i-reach):i]; strings.Contains(before, "第") || strings.HasSuffix(before, "前") {
				return true
			}
		}
	}
	return false
}
