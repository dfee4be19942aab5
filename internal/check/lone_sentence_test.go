package check

import (
	"strings"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// TestTooLong holds how much longer than its translation a row must be before a
// sentence of it counts as lacking there. Lengths are in Han characters.
func TestTooLong(t *testing.T) {
	han := func(n int) string { return strings.Repeat("文", n) }
	for _, c := range []struct {
		name              string
		left, right, lone int
		want              bool
	}{
		{"longer by the sentence", 60, 40, 20, true},
		{"as long as its translation", 60, 60, 20, false},
		{"longer by a third of the sentence", 100, 80, 60, false},
		{"longer by little, in a long row", 1000, 985, 20, false},
		{"too short a sentence", 30, 20, 5, false},
	} {
		p := &prose{ratio: 1}
		for k, n := range [...]int{c.left, c.right} {
			p.texts[k].Clauses = []*policy.Clause{{Blocks: []policy.Block{{Runs: []policy.Run{{Text: han(n)}}}}}}
		}
		lone := []bitext.Unit{{Words: han(c.lone)}}
		if got := p.tooLong(0, 0, lone); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		p.texts[0], p.texts[1] = p.texts[1], p.texts[0]
		if got := p.tooLong(0, 1, lone); got != c.want {
			t.Errorf("%s, on the right: %v, want %v", c.name, got, c.want)
		}
	}
}
