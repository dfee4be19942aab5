package reference

import (
	"testing"

	"diptych/internal/markup"
	"diptych/internal/policy"
)

// TestResolvable: a text whose clauses have no labels, and which counts no
// paragraphs, holds nothing to refer to.
func TestResolvable(t *testing.T) {
	for _, tt := range []struct {
		src  string
		want bool
	}{
		{"", false},
		{"# Use\n\nSee Section 2 of these terms.\n", false},
		{"# 1. Use\n\nWords.\n", true},
		{"# Use\n\n1. Words.\n", true},
		{"# Use\n\n(a) Words.\n", true},
		{"# 使用\n\n本条款适用于全部项目。\n", false},
		{"# 使用\n\n依本条第二款办理。\n", true},
		{"# 使用\n\n依本条第二十一款办理。\n", true},
		{"# 使用\n\n**依前款**办理。\n", true},
		{"# 使用\n\n依第三項辦理。\n", true},
	} {
		clauses, _ := markup.Parse([]byte(tt.src), markup.Options{File: "x.md", Lang: "zh"})
		if got := Resolvable(&policy.Text{Clauses: clauses}); got != tt.want {
			t.Errorf("%q: %t", tt.src, got)
		}
	}
}
