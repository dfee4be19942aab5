package docx_test

import "testing"

// TestParagraphAroundATable: a label that stays before a table that goes, while
// its words come behind it, is one paragraph in the new text.
func TestParagraphAroundATable(t *testing.T) {
	table := "\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
	for _, p := range [][2]string{
		{"（一）详见政策。您有权查阅、更正和删除。\n\n（二）费用为五百元。" + table + "尾声在此。", "（一）详见政策。您有权查阅、更正和删除。\n\n尾声在此。"},
		{"（一）甲方提供服务并负责维护。" + table + "乙方按期付款并配合。", "（一）乙方按期付款并配合。" + table + "甲方提供服务并负责维护。"},
		{"a" + table + table + "b", "a\n\nb" + table},
	} {
		old, new := parse("T", p[0], "zh"), parse("T", p[1], "zh")
		checkLaw(t, p[0], old, new)
		checkLaw(t, p[1], new, old)
	}
}
