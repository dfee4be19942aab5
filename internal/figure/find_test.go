package figure_test

import (
	"strings"
	"testing"

	"diptych/internal/figure"
	"diptych/internal/policy"
)

// spell writes figures as kind and value; a question mark stands behind weak
// ones.
func spell(fs []figure.Figure) string {
	var b strings.Builder
	for i, f := range fs {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(f.Kind.String() + " " + f.Value)
		if f.Weak {
			b.WriteByte('?')
		}
	}
	return b.String()
}

func TestFindWords(t *testing.T) {
	const words = "Reply within thirty (30) days, by January 1, 2026."
	fs := figure.Find(words, "en")
	if len(fs) != 2 || fs[0].Words != "thirty (30) days" || fs[1].Words != "January 1, 2026" || fs[1].From != 34 || fs[1].To != 49 {
		t.Errorf("got %+v", fs)
	}
}

func check(t *testing.T, words string, lang policy.Lang, fs []figure.Figure) {
	t.Helper()
	last := 0
	for _, f := range fs {
		if f.From < last || f.To <= f.From || f.To > len(words) || words[f.From:f.To] != f.Words || f.Value == "" {
			t.Fatalf("%q in %s: figure %+v after %d", words, lang, f, last)
		}
		last = f.To
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"三十（30）日", "第十三至十五条", "2026年1月1日至3月31日", "US$5 million", "+86 (10) 5550 1234", "《a 1", "7×24小时",
		"https://example.com/zh-CN/?lang=zh).", "a@example.com", "one hundred and", "百分之", "三分之", "1,2,3", "1.2.3", "(1", "９，９９９", "半", "\xff１\xe4"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range []policy.Lang{"zh", "en", "fr"} {
			check(t, s, lang, figure.Find(s, lang))
		}
	})
}
