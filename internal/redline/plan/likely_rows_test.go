package plan

import (
	"fmt"
	"strings"
	"testing"

	"diptych/internal/policy"
)

// TestLikelyRows: rows pair by cells that no other row has, where more of them
// speak for one row than for any other.
func TestLikelyRows(t *testing.T) {
	for _, tt := range []struct{ name, old, new, want string }{
		{"one cell", "a b/c d", "c x/a y", "0-1 1-0"},
		{"no cell", "a b", "c d", ""},
		{"a cell twice on the left", "a b/a c", "a x/c y", "1-1"},
		{"a cell twice on the right", "a x/c y", "a b/a c", "1-1"},
		{"a cell thrice", "a b/a c/a d", "a x", ""},
		{"twice in a row", "a a/b c", "a x/b y", "1-1"},
		{"as many for two rows", "a b", "a x/b y", ""},
		{"more for one of two", "a b c", "a x y/b c z", "0-1"},
		{"as many from two rows", "a x/b y", "a b", ""},
		{"more from one of two", "a x y/b c z", "a b c", "1-0"},
		{"each would rather have another", "a b c/d e", "a x y/b c d", "0-1"},
		{"an empty cell", "- b/c d", "- x/y z", ""},
		{"three of one row, then two", "a b c d e f", "a b x/c d e", "0-1"},
	} {
		rows := func(s string) []*policy.Block {
			var out []*policy.Block
			for _, line := range strings.Split(s, "/") {
				r := &policy.Block{Kind: policy.Row}
				for _, w := range strings.Fields(line) {
					c := policy.Block{Kind: policy.Cell}
					if w != "-" {
						c.Runs = []policy.Run{{Text: w}}
					}
					r.Blocks = append(r.Blocks, c)
				}
				out = append(out, r)
			}
			return out
		}
		a, b := rows(tt.old), rows(tt.new)
		var got []string
		for _, p := range likelyRows(a, b) {
			for i, x := range a {
				for j, y := range b {
					if p == [2]*policy.Block{x, y} {
						got = append(got, fmt.Sprintf("%d-%d", i, j))
					}
				}
			}
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
	var many strings.Builder
	for i := range 70 {
		fmt.Fprintf(&many, "/k%d", i)
	}
	var all []*policy.Block
	for _, w := range strings.Split(many.String()[1:], "/") {
		all = append(all, &policy.Block{Kind: policy.Row, Blocks: []policy.Block{{Kind: policy.Cell, Runs: []policy.Run{{Text: w}}}}})
	}
	if n := len(likelyRows(all, all)); n != 64 {
		t.Errorf("%d of many rows", n)
	}
}
