package reference

import (
	"testing"

	"diptych/internal/markup"
	"diptych/internal/policy"
)

// TestMayRefer: a text whose clauses have no labels, and whose words count no
// paragraphs, holds nothing to refer to.
func TestMayRefer(t *testing.T) {
	for _, tt := range []struct {
		src             string
		labelled, count bool
	}{
		{"", false, false},
		{"# Use\n\nSee Section 2 of these terms.\n", false, false},
		{"# 1. Use\n\nWords.\n", true, false},
		{"# Use\n\n1. Words.\n", true, false},
		{"# Use\n\n(a) Words.\n", true, false},
		{"# 使用\n\n本条款适用于全部项目。\n", false, false},
		{"# 使用\n\n第一类信息。\n", false, false},
		{"# 使用\n\n依本条第二款办理。\n", false, true},
		{"# 使用\n\n依本条第**二十一**款办理。\n", false, true},
		{"# 使用\n\n**依前款**办理。\n", false, true},
		{"# 使用\n\n依第三項辦理。\n", false, true},
		{"# Use\n\nSee the preceding paragraph.\n", false, true},
	} {
		clauses, _ := markup.Parse([]byte(tt.src), markup.Options{File: "x.md", Lang: "zh"})
		text := &policy.Text{Clauses: clauses}
		if got := Labelled(text); got != tt.labelled {
			t.Errorf("%q: labelled %t", tt.src, got)
		}
		count := false
		eachLeaf(text, func(_ *policy.Clause, _ *policy.Block, runs []policy.Run) { count = count || MayCount(runs) })
		if count != tt.count {
			t.Errorf("%q: may count %t", tt.src, count)
		}
	}
}
