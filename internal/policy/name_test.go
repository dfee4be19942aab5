package policy

import (
	"strings"
	"testing"
)

func TestName(t *testing.T) {
	para := func(runs ...Run) Block { return Block{Runs: runs} }
	words := func(s string) Run { return Run{Text: s} }
	was, is := Run{Text: "old", Op: Deleted}, Run{Text: "new", Op: Inserted}
	for _, tt := range []struct {
		name string
		c    Clause
		want string
	}{
		{"nothing", Clause{}, ""},
		{"heading", Clause{Label: Label{Text: "3."}, Head: []Run{words("Retention")}, Blocks: []Block{para(words("We keep it."))}}, "Retention"},
		{"a heading is never cut", Clause{Head: []Run{words(strings.Repeat("long ", 20))}}, strings.TrimSpace(strings.Repeat("long ", 20))},
		{"a break and a line feed", Clause{Head: []Run{words("a\n b"), {Kind: Break}, words("c")}}, "a b c"},
		{"first words", Clause{Blocks: []Block{para(), para(words("We keep it."))}}, "We keep it."},
		{"words of a list", Clause{Blocks: []Block{{Kind: List, Blocks: []Block{{Kind: ListItem, Blocks: []Block{para(words("one"))}}}}}}, "one"},
		{"forty runes", Clause{Blocks: []Block{para(words(strings.Repeat("字", 40)))}}, strings.Repeat("字", 40)},
		{"more", Clause{Blocks: []Block{para(words(strings.Repeat("字", 41)))}}, strings.Repeat("字", 40) + "…"},
		{"at a word", Clause{Blocks: []Block{para(words("The quick brown fox jumps over the lazy dog and more"))}}, "The quick brown fox jumps over the lazy…"},
		{"a word that is too long", Clause{Blocks: []Block{para(words("a " + strings.Repeat("b", 50)))}}, "a " + strings.Repeat("b", 38) + "…"},
		{"changed", Clause{Head: []Run{was, is}}, "new"},
		{"gone", Clause{Op: Deleted, Head: []Run{was}}, "old"},
		{"the old end of a move", Clause{Op: MovedFrom, Head: []Run{was, {Text: " same", Op: MovedFrom}}}, "old same"},
		{"all that was there is gone", Clause{Head: []Run{was}, Blocks: []Block{para(was), para(is)}}, "new"},
	} {
		if got := tt.c.Name(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
