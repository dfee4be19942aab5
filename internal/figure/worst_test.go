package figure_test

import (
	"runtime"
	"strings"
	"testing"

	"diptych/internal/figure"
	"diptych/internal/policy"
)

// TestWorstIsLinear: what a text costs grows with its length and no faster, even
// where it is one paragraph of nothing but figures. It is measured by what is
// allocated: what looks back over the whole text in either case copies it.
func TestWorstIsLinear(t *testing.T) {
	cost := func(words string, lang policy.Tag) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		figure.Find(words, lang)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	for _, c := range []struct {
		lang  policy.Tag
		words string
	}{
		{"en", "The One "}, {"en", "Between 1 and 5 "}, {"en", "By the End of January, "}, {"en", "Three (1) "}, {"en", "Section 3, "}, {"en", "One Hundred And "},
		{"en", "Under 14, 4 "}, {"en", "January 1, 2026 "}, {"en", "A.B@C.com "}, {"zh", "第1、"}, {"zh", "三（1）"}, {"zh", "《2026年1月1日至"}, {"zh", "每年 A 四次"},
	} {
		short, long := cost(strings.Repeat(c.words, 150), c.lang), cost(strings.Repeat(c.words, 1200), c.lang)
		if long > 16*short {
			t.Errorf("%q: 150 times cost %d bytes, 1,200 times %d", c.words, short, long)
		}
	}
}
