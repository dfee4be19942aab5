package figure_test

import (
	"testing"

	"diptych/internal/figure"
)

// TestContradicted holds which weak figures two paragraphs that translate each
// other cannot both mean.
func TestContradicted(t *testing.T) {
	for _, c := range []struct{ zh, en, onlyZH, onlyEN string }{
		{"每月结算", "settled quarterly", "frequency per mo?", "frequency per 3 mo?"},
		{"按年收费", "a monthly fee", "frequency per 12 mo?", "frequency per mo?"},
		{"两种方式", "one way", "number 2?", "number 1?"},
		{"一份", "two copies", "number 1?", "number 2?"},
		{"每年四次", "three times a year", "number 4?", "number 3?"},
		{"每季度一次", "monthly", "frequency per 3 mo?", "frequency per mo?"},
		{"第三季度", "Q4", "ordinal 3?", "ordinal 4?"},
		{"二季度", "the first quarter", "ordinal 2?", "ordinal 1?"},
		{"两种方式，每年四次", "one way, quarterly", "number 2?", "number 1?"},
		// nothing is known
		{"每月结算", "settled monthly", "", ""},
		{"第二季度", "Q2", "", ""},
		{"第二次", "Q3", "", ""},
		{"每年四次", "quarterly", "", ""},
		{"每月或每季度", "weekly", "", ""},
		{"每月", "weekly or daily", "", ""},
		{"每月30元", "RMB 30 a month, in an annual bill", "", ""},
		{"年度账单每月30元", "RMB 30 a month", "", ""},
		{"每月", "in time", "", ""},
		{"一般", "both of them", "", ""},
		{"一种", "both kinds", "", ""},
		{"三种", "one kind", "", ""},
	} {
		zh, en := figure.Find(c.zh, "zh"), figure.Find(c.en, "en")
		l, r := figure.Match(zh, en)
		a, b := figure.Contradicted(zh, en, l, r)
		if spell(a) != c.onlyZH || spell(b) != c.onlyEN {
			t.Errorf("%s | %s: got %q and %q, want %q and %q", c.zh, c.en, spell(a), spell(b), c.onlyZH, c.onlyEN)
		}
		r, l = figure.Match(en, zh)
		b, a = figure.Contradicted(en, zh, r, l)
		if spell(a) != c.onlyZH || spell(b) != c.onlyEN {
			t.Errorf("%s | %s: the sides are not alike: %q and %q", c.en, c.zh, spell(b), spell(a))
		}
	}
}
