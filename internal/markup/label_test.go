package markup

import (
	"testing"

	"diptych/internal/policy"
)

// TestCutLabel: characters before a label and in it that nobody sees go with it, in
// whatever runs they stand, and stay behind it and where no label follows.
func TestCutLabel(t *testing.T) {
	code := policy.Run{Text: "x", Marks: policy.CodeMark}
	for _, tt := range []struct {
		runs            []policy.Run
		text, gap, rest string
	}{
		{[]policy.Run{{Text: "第三条 保存"}}, "第三条", " ", "保存"},
		{[]policy.Run{{Text: "\ufeff\u200b第三条 保存"}}, "第三条", " ", "保存"},
		{[]policy.Run{{Text: "\u200b"}, {Text: "第三条", Marks: policy.Strong}, {Text: " 保存"}}, "第三条", " ", "保存"},
		{[]policy.Run{{Text: "\u200b1. "}, code}, "1.", " ", "x"},
		{[]policy.Run{{Text: "\u200b1."}, {Text: " "}, code}, "1.", " ", "x"},
		{[]policy.Run{{Text: "\u200b第三条"}, code}, "第三条", "", "x"},
		{[]policy.Run{{Text: "第\u200b三\u2060条 保存"}}, "第三条", " ", "保存"},
		{[]policy.Run{{Text: "第\u200b"}, {Text: "三条", Marks: policy.Strong}, {Text: "\u200b 保存"}}, "第三条", " ", "保存"},
		{[]policy.Run{{Text: "第三条 \u200b保存"}}, "第三条", " ", "\u200b保存"},
		{[]policy.Run{{Text: "1\u200b.\u200b2 保存"}}, "1.2", " ", "保存"},
		{[]policy.Run{{Text: "第\u200b三条"}, code}, "第三条", "", "x"},
		{[]policy.Run{{Text: "第\u200b三"}}, "", "", "第\u200b三"},
		{[]policy.Run{{Text: "\u200b保存"}}, "", "", "\u200b保存"},
	} {
		l, rest := cutLabel(tt.runs)
		if l.Text != tt.text || l.Gap != tt.gap || policy.PlainRuns(rest) != tt.rest {
			t.Errorf("%q: %q, %q and %q", policy.PlainRuns(tt.runs), l.Text, l.Gap, policy.PlainRuns(rest))
		}
	}
}
