package docx_test

import (
	"strings"
	"testing"
)

// edges are texts with which the law or a word processor once fell out.
func edges() (out []pair) {
	long := "我们会收集您的个人信息。我们会收集您的个人信息。"
	table := "| 甲方提供服务并负责维护 | 乙方按期付款并配合 |\n|---|---|"
	rest := strings.Repeat("本协议自双方签字之日起生效。争议由法院管辖。", 4)
	for _, x := range []struct{ name, old, new string }{
		{"a rule before the end", "", "---"},
		{"a rule among words", "甲方。\n\n---\n\n乙方。", "甲方。\n\n乙方。\n\n---"},
		{"an item says what a note says", "1. 甲方提供服务。\n2. 乙方付款。\n3. " + long, long + "[^1]\n\n[^1]: " + long},
		{"a note that nothing cites any more", long + "[^1]\n\n[^1]: " + long, long + "[^1]\n\n[^1]: 您有权查阅。\n\n" + long + "[^1]\n\n[^1]: " + long},
		{"a note that a note cites", "甲方。[^1]\n\n[^1]: 其一。\n\n乙方。[^2]\n\n[^2]: 其二。\n\n丙方。[^3]\n\n[^3]: 其三。", "甲方。[^1]\n\n[^1]: 其一。乙方。[^2]\n\n[^2]: 其二。\n\n丙方。[^3]\n\n[^3]: 其三。"},
		{"a table moves under an empty head", "- a\n\n### 1.1\n\n| a | b |\n|---|---|\n| " + long + " | 2 |\n\n" + long, long + "\n\n- a\n\n| a | b |\n|---|---|\n| " + long + " | 2 |\n\n### 1.1"},
		{"a label that stays while its words move", "（一）详见政策。您有权查阅、更正和删除。\n\n（二）详见政策。请仔细阅读，费用另计。", "（一）详见政策。请仔细阅读，费用另计。\n\n（二）详见政策。您有权查阅、更正和删除。"},
		{"remarks between notes", "甲[词](https://example.com/a)[^1]，[乙](https://example.com/a)[^2]。[^3]\n\n[^1]: 一\n[^2]: 二\n[^3]: 三", "甲[词](https://example.com/b)[^1]，[乙](https://example.com/c)[^2]。[^3]\n\n[^1]: 一\n[^2]: 二\n[^3]: 三"},
		{"a table and a paragraph that says the same move", "甲方提供服务并负责维护乙方按期付款并配合\n\n" + rest + "\n\n" + table, table + "\n\n" + rest + "\n\n甲方提供服务并负责维护乙方按期付款并配合"},
	} {
		out = append(out, pair{x.name, parse("T", x.old, "zh"), parse("T", x.new, "zh")})
	}
	return out
}

// TestEdges holds the law on them, both ways.
func TestEdges(t *testing.T) {
	for _, p := range edges() {
		checkLaw(t, p.name, p.old, p.new)
		checkLaw(t, p.name+", swapped", p.new, p.old)
	}
}

// TestNotesThatWordCannotCount stand at the end with the numbers that they have.
func TestNotesThatWordCannotCount(t *testing.T) {
	a := checkLaw(t, "notes", parse("T", "a[^1]\n\nb[^3]\n\n[^1]: one[^2]\n[^2]: two\n[^3]: three", "en"), parse("T", "a[^1]\n\nc[^3]\n\n[^1]: one[^2]\n[^2]: two\n[^3]: three", "en"))
	if lines := strings.Join(a.decide(true).contents(), "/"); !strings.HasSuffix(lines, "/a[1]/c[2]/[1]one[3]/[2]three/[3]two") {
		t.Error(lines)
	}
}
