package policy

import "testing"

func TestSpellRuns(t *testing.T) {
	for _, tt := range []struct {
		runs []Run
		want string
	}{
		{nil, ""},
		{[]Run{{Text: "a"}, {Text: "b", Marks: Strong}}, "ab"},
		{[]Run{{Text: "may "}, {Text: "not", Marks: Strike}, {Text: " share"}}, "may ~~not~~ share"},
		{[]Run{{Text: "不", Marks: Strike | Strong}, {Text: "得", Marks: Strike}}, "~~不得~~"},
		{[]Run{{Text: "10 m", Marks: Strike}, {Text: "2", Marks: Strike | Superscript}}, "~~10 m²~~"},
		{[]Run{{Text: "10"}, {Text: "-5", Marks: Superscript}, {Text: "条"}}, "10⁻⁵条"},
		{[]Run{{Text: "x"}, {Text: "1", Marks: Subscript}}, "x₁"},
		{[]Run{{Text: "the 1"}, {Text: "st", Marks: Superscript}}, "the 1^(st)"},
		{[]Run{{Text: "CO"}, {Text: "甲", Marks: Subscript}}, "CO_(甲)"},
		{[]Run{{Text: "data"}, {Text: "[12]", Marks: Superscript}}, "data[12]"},
		{[]Run{{Text: "data"}, {Text: "[]", Marks: Superscript}}, "data^([])"},
		{[]Run{{Text: "a"}, {Text: " ", Marks: Superscript}, {Kind: Break}}, "a \n"},
	} {
		if got := SpellRuns(tt.runs); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.runs, got, tt.want)
		}
	}
}

// TestSpelled: a clause and its blocks are spelled wherever words stand in them.
func TestSpelled(t *testing.T) {
	struck := []Run{{Text: "a", Marks: Strike}}
	c := &Clause{Form: Heading, Head: struck, Blocks: []Block{{Kind: Para, Runs: struck}, {Kind: Quote, Blocks: []Block{{Kind: Para, Runs: struck}}}}}
	for _, got := range c.Spelled() {
		if got != "~~a~~" {
			t.Errorf("%q", got)
		}
	}
	if got := SpelledBlocks(c.Blocks); len(got) != 2 || got[1] != "~~a~~" {
		t.Errorf("%q", got)
	}
	if got := c.Plain(); len(got) != 3 || got[0] != "a" {
		t.Errorf("%q", got)
	}
}

func TestMarkNames(t *testing.T) {
	if got := (Strong | Keyboard).Names(); len(got) != 2 || got[0] != "strong" || got[1] != "keyboard" {
		t.Errorf("%q", got)
	}
	seen := map[string]bool{}
	for _, name := range (Keyboard<<1 - 1).Names() {
		seen[name] = true
	}
	if len(seen) != 10 || seen[""] {
		t.Errorf("%v", seen)
	}
}
