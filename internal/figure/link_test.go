package figure_test

import (
	"testing"

	"diptych/internal/figure"
)

// TestTo holds which links lead to one place in two languages.
func TestTo(t *testing.T) {
	for _, c := range []struct {
		zh, en string
		same   bool
	}{
		{"https://example.com/a", "http://www.example.com/a/", true},
		{"https://example.com/zh/a", "https://example.com/en-US/a", true},
		{"https://example.com/zh-cn/", "https://example.com", true},
		{"https://example.com/a?lang=zh", "https://example.com/a?lang=en", true},
		{"https://example.com/a?hl=zh-CN&id=1", "https://example.com/a?id=1", true},
		{"https://example.com/a#zh", "https://example.com/a#en", true},
		{"https://zh.example.com/a", "https://www.example.com/a", true},
		{"https://example.com/a.html", "https://example.com/a/", true},
		{"https://example.com/a/index.html", "https://example.com/a", true},
		{"https://example.com/intl/zh-CN/a", "https://example.com/a", true},
		{"https://example.com/a_zh.pdf", "https://example.com/a_en.pdf", true},
		{"https://zh.example.org/wiki/%E9%9A%90", "https://en.example.org/wiki/Privacy", true},
		{"https://zh.example.org/wiki/隐私", "https://en.example.org/wiki/Privacy", true},
		{"mailto:A@example.com", "mailto:a@example.com?subject=x", true},
		{"tel:+86-10-5550-1234", "tel:01055501234", true},
		{"https://a.example/zh/complain", "https://b.example/en/complain", false},
		{"https://a.example/zh/complain", "https://a.example/en/pay-now", false},
		{"https://a.example/x?id=1", "https://a.example/x?id=2", false},
		{"https://zh.example.org/wiki/隐私", "https://en.example.net/wiki/Privacy", false},
		{"mailto:a@example.com", "mailto:b@example.com", false},
		{"tel:01055501234", "tel:01055501235", false},
		{"mailto:", "mailto:", true},
		{"https://www.", "https://www.", true},
		{"tel:000-0000-0000", "tel:000-0000-0000", true},
		{"mailto:", "https://", false},
	} {
		l, r := differ([]figure.Figure{figure.To(c.zh)}, []figure.Figure{figure.To(c.en)})
		if got := len(l)+len(r) == 0; got != c.same {
			t.Errorf("%s and %s: the same is %v, want %v", c.zh, c.en, got, c.same)
		}
	}
	words := figure.Find("请写信至 a@example.com，或致电 010-55501234，或见 https://example.com/zh/a", "zh")
	links := []figure.Figure{figure.To("mailto:a@example.com"), figure.To("tel:+861055501234"), figure.To("https://example.com/a")}
	if l, r := differ(words, links); len(l)+len(r) > 0 {
		t.Errorf("what words name is not where links lead: %s and %s", spell(l), spell(r))
	}
}
