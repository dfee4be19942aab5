package check

import (
	"strings"
	"testing"

	"diptych/internal/scaffold"
)

// TestBlank checks what is taken for a blank, and that hints never keep the
// expression from a match.
func TestBlank(t *testing.T) {
	for _, tt := range []struct {
		line string
		want string // the match; "" for none
	}{
		{"联系人：____", "____"},
		{"地址：＿＿＿", "＿＿＿"},
		{"公司名称：【】", "【】"},
		{"公司名称：【　　】", "【　　】"},
		{"电话（　　　）", "（　　　）"},
		{"phone (   )", "(   )"},
		{"phone [   ]", "[   ]"},
		{"XX公司", "XX公司"},
		{"于ＸＸ年生效", "ＸＸ"},
		{"地址：××路", "××"},
		{"某某公司", "某某公司"},
		{"【请填写公司名称】", "【请填写公司名称】"},
		{"【待补充】", "【待补充】"},
		{"[Insert name of company]", "[Insert name of company]"},
		{"[Your Company]", "[Your Company]"},
		{"Lorem ipsum dolor", "Lorem ipsum"},
		{"the fee is TBD", "TBD"},
		{"Dear {{name}},", "{{name}}"},
		{"call XXX-XXXX", "XXX"},
		{"待定……………", "……………"},

		{"【重要】", ""},
		{"（见第三条）", ""},
		{"foo_bar__baz", ""},
		{"XXL and xxl sizes", ""},
		{"[1]", ""},
		{"[Exhibit A]", ""},
		{"等等……", ""},
		{"3 × 4", ""},
		{"the name of the insert", ""},
		{"Exxon", ""},
		{"TBDs", ""},
	} {
		if at := blank.FindStringIndex(tt.line); at == nil && tt.want != "" || at != nil && tt.line[at[0]:at[1]] != tt.want {
			t.Errorf("in %q the blank is at %v, want %q", tt.line, at, tt.want)
		}
		if tt.want != "" && !hints.in(tt.line) {
			t.Errorf("%q is passed over", tt.line)
		}
	}
}

// TestScaffolded: whatever a new site and a new policy begin with is found.
func TestScaffolded(t *testing.T) {
	for _, w := range scaffold.Words() {
		line := "a " + w + " b"
		if at := blank.FindStringIndex(line); at == nil || line[at[0]:at[1]] != w || !firstHints.in(line) {
			t.Errorf("%q is not found: %v", w, at)
		}
	}
}

// TestScanner checks that each word is found wherever it stands.
func TestScanner(t *testing.T) {
	s := newScanner("ab", "b", "aac")
	for text, want := range map[string]bool{"": false, "a": false, "b": true, "aaab": true, "aac": true, "aaac": true, "acaca": false} {
		if got := s.in(text); got != want {
			t.Errorf("in %q: %v", text, got)
		}
	}
}

// TestAround: a placeholder is quoted with what stands around it, and a long one
// only by its beginning.
func TestAround(t *testing.T) {
	blanks := strings.Repeat("_", 5000)
	for line, want := range map[string]string{
		"一二三四五六七八九____一二三四五六七八九":                   "二三四五六七八九____一二三四五六七八",
		"name: " + blanks + " end":                 "name: " + blanks[:mostBlank] + "…",
		"【" + strings.Repeat("　", mostBlank) + "】": "【" + strings.Repeat("　", mostBlank-1) + "…",
		blanks[:mostBlank] + " end":                blanks[:mostBlank] + " end",
	} {
		if got := around(line, blank.FindStringIndex(line)); got != want {
			t.Errorf("%.40q: %q, want %q", line, got, want)
		}
	}
}
