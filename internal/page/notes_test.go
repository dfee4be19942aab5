package page

import (
	"testing"

	"diptych/internal/policy"
)

// TestWithoutNotes: references to notes are superscript, wherever they stand, the
// words around them stay, and the clause itself does not change.
func TestWithoutNotes(t *testing.T) {
	note, word := policy.Run{Kind: policy.NoteRef, Text: "1"}, policy.Run{Text: "word"}
	para := func(runs ...policy.Run) policy.Block { return policy.Block{Kind: policy.Para, Runs: runs} }
	for name, c := range map[string]*policy.Clause{
		"heading": {Head: []policy.Run{word, note}},
		"block":   {Head: []policy.Run{word}, Blocks: []policy.Block{para(word), para(word, note)}},
		"nested":  {Blocks: []policy.Block{{Kind: policy.Quote, Blocks: []policy.Block{para(word), para(word, note)}}}},
	} {
		got := withoutNotes(c)
		if got == c || runsNoted(got.Head) || blocksNoted(got.Blocks) {
			t.Errorf("%s: a reference is left", name)
		}
		if !runsNoted(c.Head) && !blocksNoted(c.Blocks) {
			t.Errorf("%s: the clause changed", name)
		}
		raised := 0
		for _, runs := range [][]policy.Run{got.Head, lastRuns(got.Blocks)} {
			for _, r := range runs {
				if r.Marks&policy.Superscript != 0 {
					raised++
				} else if r.Text != "word" {
					t.Errorf("%s: %q stands as it stood", name, r.Text)
				}
			}
		}
		if raised != 1 {
			t.Errorf("%s: %d runs are superscript, want 1", name, raised)
		}
	}
	if c := (&policy.Clause{Head: []policy.Run{word}, Blocks: []policy.Block{para(word)}}); withoutNotes(c) != c {
		t.Error("a clause without notes is made anew")
	}
}

func lastRuns(blocks []policy.Block) []policy.Run {
	if len(blocks) == 0 {
		return nil
	}
	b := &blocks[len(blocks)-1]
	if len(b.Blocks) > 0 {
		return lastRuns(b.Blocks)
	}
	return b.Runs
}
