package bitext_test

import (
	"slices"
	"strings"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/redline"
)

// TestChangesWithin: what came or went under a heading of its own in one language
// is not in that language only where the other says it under another heading.
// The page of the two texts beside each other says the same.
func TestChangesWithin(t *testing.T) {
	const (
		zh = "## 三、共享 {#s}\n\n未经您单独同意，我们不会向第三方提供您的个人信息。\n\n我们仅在必需的范围内委托供应商处理个人信息，并与其签订保密协议。\n\n## 四、联系 {#c}\n\n请致电010-88886666。\n"
		en = "## 3. Sharing {#s}\n\nWithout your separate consent we do not provide your personal information to third parties.\n\nWe engage suppliers to process personal information only so far as necessary, and sign confidentiality agreements with them.\n\n## 4. Contact {#c}\n\nCall 010-88886666.\n"
	)
	split := strings.Replace(zh, "我们仅在", "## 委托处理 {#e}\n\n我们仅在", 1)
	added := strings.Replace(zh, "## 四", "## 自动化决策 {#e}\n\n您有权拒绝仅通过自动化决策的方式作出的决定，并要求我们说明理由。\n\n## 四", 1)
	for _, x := range []struct {
		name     string
		old, new string
		within   bool
	}{
		{"split by a heading", zh, split, true},
		{"joined", split, zh, true},
		{"a clause that came", zh, added, false},
		{"a clause that went", added, zh, false},
	} {
		left, right := redline.Compare(parse(x.old, "zh"), parse(x.new, "zh")), redline.Compare(parse(en, "en"), parse(en, "en"))
		was, is := align(left.Old, right.Old), align(left.New, right.New)
		n := 0
		for _, flipped := range []bool{false, true} {
			cs := bitext.Changes(left, right, was, is)
			if flipped {
				cs = bitext.Changes(right, left, align(right.Old, left.Old), align(right.New, left.New))
			}
			for _, c := range cs {
				if c.Left != nil && c.Right != nil {
					if c.Within {
						t.Errorf("%s: a clause of both languages is within another", x.name)
					}
					continue
				}
				n++
				if c.Within != x.within {
					t.Errorf("%s: within is %v", x.name, c.Within)
				}
			}
		}
		if n != 2 {
			t.Errorf("%s: %d changes on one side, want one each way", x.name, n)
		}
		if x.name == "split by a heading" && slices.ContainsFunc(is.Alone(), func(l bitext.Lone) bool { return l.Units[0].Block != nil }) {
			t.Errorf("%s: the page of both texts says that one of them lacks it", x.name)
		}
	}
}
