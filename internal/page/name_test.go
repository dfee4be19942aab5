package page

import (
	"strings"
	"testing"

	"diptych/internal/policy"
)

func TestNames(t *testing.T) {
	words := func(s string) []policy.Run { return []policy.Run{{Text: s}} }
	para := func(s string) []policy.Block { return []policy.Block{{Runs: words(s)}} }
	item := &policy.Clause{Form: policy.Item, Label: policy.Label{Text: "(a)", Gap: " "}}
	list := []policy.Block{{Kind: policy.List, Blocks: []policy.Block{{Kind: policy.ListItem, Clause: item, Blocks: para("email;")}}}}
	chapter := &policy.Clause{Form: policy.Heading, Label: policy.Label{Text: "第一章", Gap: " "}, Head: words("总则")}
	long := strings.Repeat("字", 60)
	for _, tt := range []struct {
		name        string
		c           policy.Clause
		want, place string // place is want where it is ""
	}{
		{"nothing", policy.Clause{}, "", ""},
		{"label and heading", policy.Clause{Form: policy.Heading, Label: policy.Label{Text: "3.", Gap: " "}, Head: words("Retention")}, "3. Retention", ""},
		{"a wide label", policy.Clause{Form: policy.Heading, Label: policy.Label{Text: "三、"}, Head: words("保存")}, "三、保存", ""},
		{"a narrow label without a gap", policy.Clause{Form: policy.Heading, Label: policy.Label{Text: "3."}, Head: words("保存")}, "3. 保存", ""},
		{"no label", policy.Clause{Form: policy.Heading, Head: words("Reten\n tion")}, "Reten tion", ""},
		{"a long heading", policy.Clause{Form: policy.Heading, Head: words(long)}, long[:39*3] + "…", long},
		{"a label as heading", policy.Clause{Form: policy.Heading, Label: policy.Label{Text: "第一条", Gap: " "}, Blocks: para("甲")}, "第一条 甲", "第一条"},
		{"first words", policy.Clause{Label: policy.Label{Text: "第一条", Gap: " "}, Blocks: para("甲")}, "第一条 甲", ""},
		{"the first block that has words", policy.Clause{Blocks: append(para(""), para("B")...)}, "B", ""},
		{"a list", policy.Clause{Blocks: list}, "(a) email;", ""},
		{"below a heading", policy.Clause{Label: policy.Label{Text: "第一条"}, Blocks: para("甲"), Parent: chapter}, "第一条甲", "第一章 总则 第一条"},
		{"below a paragraph below a heading", policy.Clause{Blocks: para("甲"), Parent: &policy.Clause{Form: policy.Paragraph, Parent: chapter}}, "甲", "第一章 总则"},
	} {
		if tt.place == "" {
			tt.place = tt.want
		}
		if got := clauseName(&tt.c); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if got := placeName(&tt.c); got != tt.place {
			t.Errorf("%s, among those of a site: %q, want %q", tt.name, got, tt.place)
		}
	}
}
