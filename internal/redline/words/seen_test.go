package words

import (
	"strings"
	"testing"

	"diptych/internal/policy"
)

// TestSeen: characters that nobody sees part no words, whatever runs they stand
// in; those that are seen stay.
func TestSeen(t *testing.T) {
	for _, tt := range []struct {
		runs    []string
		words   int // tokens that are left
		joiners int // that count
	}{
		{[]string{"for 30 days"}, 2, 0},
		{[]string{"for 30\u200b days"}, 2, 0},
		{[]string{"for 30", "\u2060 da\u00adys"}, 2, 0},
		{[]string{"January 1,\u200b 2026"}, 1, 0},
		{[]string{"保存三\u200b十日"}, 3, 0},
		{[]string{"\u0645\u06cc", "\u200c\u062e"}, 1, 1},
		{[]string{"\u0645\u06cc", "\u200c\u062e\u200c\u0648\u200b a\u200cb"}, 2, 2},
	} {
		var runs []policy.Run
		for _, s := range tt.runs {
			runs = append(runs, policy.Run{Text: s})
		}
		l := NewCutter().Cut(runs)
		seen := l.Seen()
		if len(seen.Tokens) != tt.words {
			t.Errorf("%q: %d tokens, want %d", tt.runs, len(seen.Tokens), tt.words)
		}
		if n := strings.Count(seen.Text, "\u200c"); n != tt.joiners {
			t.Errorf("%q: %d joiners, want %d", tt.runs, n, tt.joiners)
		}
		if seen != l && seen.Seen() != seen {
			t.Errorf("%q: something is left that nobody sees", tt.runs)
		}
		if tt.runs[0] == "for 30 days" && seen != l {
			t.Errorf("%q is made anew", tt.runs)
		}
	}
}
