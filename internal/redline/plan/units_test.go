package plan

import (
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// TestUnits: the words of a paragraph are its key, whatever kind of paragraph it
// is and whatever holds it; what is no paragraph is what it is.
func TestUnits(t *testing.T) {
	block := func(k policy.BlockKind, words string) *policy.Block {
		return &policy.Block{Kind: k, Runs: []policy.Run{{Text: words}}}
	}
	like := newLikeness(words.NewCutter())
	const said = "Umbrellas stand by the door."
	para := unit{block: block(policy.Para, said)}
	for _, tt := range []struct {
		name string
		u    unit
		same bool // key
		like float64
	}{
		{"a paragraph", unit{block: block(policy.Para, said)}, true, 1},
		{"a line of a heading", unit{block: block(policy.Subheading, said)}, true, otherForm},
		{"a paragraph of an item", unit{block: block(policy.Para, said), kinds: "ab"}, true, otherForm},
		{"another paragraph", unit{block: block(policy.Para, "Nobody feeds cats")}, false, 0},
		{"code", unit{block: block(policy.Code, said)}, false, 0},
	} {
		u := tt.u
		if got := u.key() == para.key(); got != tt.same {
			t.Errorf("%s: one key: %v", tt.name, got)
		}
		a, b := []unit{para}, []unit{u}
		lefts, rights := like.crowdOf(a), like.crowdOf(b)
		if got, back := likenessOfUnits(a, b, lefts, rights)(0, 0), likenessOfUnits(b, a, rights, lefts)(0, 0); got != tt.like || back != got {
			t.Errorf("%s: likeness %v, %v", tt.name, got, back)
		}
	}
	if holds(block(policy.ListItem, "")) || !holds(&policy.Block{Kind: policy.Quote, Blocks: []policy.Block{*para.block}}) {
		t.Error("only what holds a block holds others")
	}
}

// TestHeldIn: most of what a paragraph says stands in another, half of it where
// that is a word or two.
func TestHeldIn(t *testing.T) {
	g := words.Features{1, 2, 3, 4, 5, 6}
	for _, tt := range []struct {
		f    words.Features
		want bool
	}{
		{nil, false},
		{words.Features{1}, false},
		{words.Features{1, 2}, true},
		{words.Features{1, 20}, true},
		{words.Features{1, 20, 21}, false},
		{words.Features{1, 2, 20, 21}, false},
		{words.Features{1, 2, 3, 20, 21}, true},
		{words.Features{1, 2, 3, 20}, true},
		{words.Features{1, 2, 20, 21, 22}, false},
	} {
		if got := heldIn(tt.f, g); got != tt.want {
			t.Errorf("%v: %v", tt.f, got)
		}
	}
}
