package plan

import (
	"testing"

	"diptych/internal/policy"
)

// TestNotesStay: words stay where every note that they cite has the number that
// it had, however deep it is cited.
func TestNotesStay(t *testing.T) {
	ref := func(nums ...int) []policy.Run {
		out := []policy.Run{{Text: "a"}}
		for _, n := range nums {
			out = append(out, policy.Run{Kind: policy.NoteRef, Num: n})
		}
		return out
	}
	in := func(runs []policy.Run) []policy.Block {
		return []policy.Block{{Kind: policy.Quote, Blocks: []policy.Block{{Runs: runs}}}}
	}
	n := &Notes{Of: map[int]int{1: 2, 2: -2, 3: 3}}
	for _, tt := range []struct {
		runs   []policy.Run
		blocks []policy.Block
		want   bool
	}{
		{ref(), nil, true},
		{ref(3, 4), in(ref(3)), true}, // of 4 nothing is known
		{ref(1), nil, false},
		{ref(2), nil, false},
		{ref(1, 3), nil, false},
		{ref(3, 1), nil, false},
		{ref(3), in(ref(1, 3)), false},
	} {
		if got := n.stay(tt.runs, tt.blocks); got != tt.want {
			t.Errorf("%v %v: %v", tt.runs, tt.blocks, got)
		}
		if !(*Notes)(nil).stay(tt.runs, tt.blocks) {
			t.Errorf("%v %v: without notes", tt.runs, tt.blocks)
		}
	}
}

// TestNotesPass: a note that passed another does, and nothing else.
func TestNotesPass(t *testing.T) {
	a, b, c := &policy.Block{}, &policy.Block{}, &policy.Block{}
	n := &Notes{crossed: map[*policy.Block][2]*policy.Block{a: {a, b}, b: {a, b}}}
	if !n.passes(a) || !n.passes(b) || n.passes(c) || (*Notes)(nil).passes(a) || new(Notes).passes(a) {
		t.Error(n.passes(a), n.passes(b), n.passes(c))
	}
}
