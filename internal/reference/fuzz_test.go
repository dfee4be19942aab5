package reference

import (
	"strings"
	"testing"

	"diptych/internal/policy"
)

// FuzzFind holds that mentions are words of the text, in order, and that they
// can be resolved, whatever bytes come in.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"第三条第二款第（一）、（二）项", "Articles 8-10, Clause 4(b)(ii) of the Act", "附件一、二", "see 5.3.", "一一一、一", "《第三条", "paragraph 3 of Schedule 2 of"} {
		f.Add(s, "服务条款")
	}
	f.Fuzz(func(t *testing.T, words, title string) {
		at := 0
		ms := Find(words, title)
		for i, m := range ms {
			if m.From < at || m.Digits < m.From || m.Behind <= m.Digits || m.To < m.Behind || m.To > len(words) || m.In >= len(ms) || m.In == i || len(m.Path) == 0 {
				t.Fatalf("%+v of %q", m, words)
			}
			at = m.To
			Words(words, ms, i)
		}
		c := &policy.Clause{Label: policy.Label{Text: "第三条", Style: policy.StyleArticle, Path: []int{3}}}
		newIndex(&policy.Text{Clauses: []*policy.Clause{c}}).Resolve(ms, c)
	})
}

// TestLinear reads what is long in ways that a reader could be slow about.
func TestLinear(t *testing.T) {
	for _, s := range []string{"一", "一、", "第一条、", "第一条第", "（", "（一）", "《", "“", "Section 3 and ", "Sections 1, ", "paragraph 1 of ", "(a)", "Clause 4(a)", "1.", "5.3 and ", "附件一", "Art. "} {
		words := strings.Repeat(s, 1<<17/len(s))
		ms := Find(words, "服务条款")
		newIndex(&policy.Text{}).Resolve(ms, nil)
	}
}
