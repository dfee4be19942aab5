package markup

import (
	"strings"
	"testing"

	"diptych/internal/policy"
)

// TestLimits: what is at a limit is as it was meant, what is beyond it has a
// problem, and a text that holds too much has no clauses.
func TestLimits(t *testing.T) {
	for _, tt := range []struct {
		name           string
		fine, over     string
		overHasClauses bool
	}{
		{"clauses", strings.Repeat("# a\n", maxClauses), strings.Repeat("# a\n", maxClauses+1), false},
		{"links", strings.Repeat("[a](b)\n\n", maxLinks), strings.Repeat("[a](b)\n\n", maxLinks+1), false},
		{"tags", strings.Repeat("<blockquote>", maxDepth) + "a" + strings.Repeat("</blockquote>", maxDepth),
			strings.Repeat("<blockquote>", maxDepth+1) + "a" + strings.Repeat("</blockquote>", maxDepth+1), true},
		{"quotes", strings.Repeat(">", maxDepth) + "a", strings.Repeat(">", maxDepth+1) + "a", true},
		{"brackets", "a" + strings.Repeat("\n]", maxClosed), "a" + strings.Repeat("\n]", maxClosed+1), true},
	} {
		clauses, l := Parse([]byte(tt.fine), Options{File: "x.md", Lang: "en"})
		if len(l) > 0 || len(clauses) == 0 {
			t.Errorf("%s at the limit: %d clauses, %v", tt.name, len(clauses), l)
		}
		clauses, l = Parse([]byte(tt.over), Options{File: "x.md", Lang: "en"})
		if len(l) == 0 || (len(clauses) > 0) != tt.overHasClauses {
			t.Errorf("%s beyond the limit: %d clauses, %d problems", tt.name, len(clauses), len(l))
		}
		if n := levels(clauses); n > maxDepth {
			t.Errorf("%s nest %d deep", tt.name, n)
		}
	}
}

func levels(clauses []*policy.Clause) int {
	var deepest func([]policy.Block) int
	deepest = func(blocks []policy.Block) (n int) {
		for i := range blocks {
			below := deepest(blocks[i].Blocks)
			if isLevel(blocks[i].Kind) {
				below++
			}
			n = max(n, below)
		}
		return n
	}
	n := 0
	for _, c := range clauses {
		n = max(n, deepest(c.Blocks))
	}
	return n
}
