package reference

import (
	"reflect"
	"testing"

	"diptych/internal/policy"
)

// TestOpen holds that a text that is read leaf by leaf means what it means when
// it is read as a whole, whether the words are read or known from another text.
func TestOpen(t *testing.T) {
	article := func(label string, n int, words string) *policy.Clause {
		return &policy.Clause{
			Form: policy.Paragraph, Label: policy.Label{Text: label, Style: policy.StyleArticle, Path: []int{n}},
			Blocks: []policy.Block{{Kind: policy.Para, Runs: []policy.Run{{Text: words}}}},
		}
	}
	text := func(title string) *policy.Text {
		return &policy.Text{Title: title, Clauses: []*policy.Clause{
			article("第一条", 1, "见第二条和《服务条款》第一条。"), article("第二条", 2, "见第九条。"), article("第三条", 3, "没有。"),
		}}
	}
	for _, title := range []string{"服务条款", "隐私政策"} {
		whole, other := Read(text("服务条款")), text(title)
		opened, known := Open(other), Open(other)
		if len(whole.Leaves) != 2 {
			t.Fatalf("%d leaves refer to something", len(whole.Leaves))
		}
		want := Read(other)
		for i, c := range other.Clauses {
			runs := c.Blocks[0].Runs
			for range 2 { // read, then remembered
				if got := opened.Of(runs); !reflect.DeepEqual(got, want.Of(runs)) {
					t.Errorf("%s: opened, clause %d is %+v", title, i, got)
				}
				if got := known.OfSame(runs, whole.Of(whole.text.Clauses[i].Blocks[0].Runs), whole); !reflect.DeepEqual(got, want.Of(runs)) {
					t.Errorf("%s: known, clause %d is %+v", title, i, got)
				}
			}
		}
	}
}
