package check

import "testing"

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

// TestScanner checks that each word is found wherever it stands.
func TestScanner(t *testing.T) {
	s := newScanner("ab", "b", "aac")
	for text, want := range map[string]bool{"": false, "a": false, "b": true, "aaab": true, "aac": true, "aaac": true, "acaca": false} {
		if got := s.in(text); got != want {
			t.Errorf("in %q: %v", text, got)
		}
	}
}
