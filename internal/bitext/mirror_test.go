package bitext_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// mirrored fails unless two texts answer to each other in one way, whichever of
// them is the left one; and whether cues that were kept or read anew tell so.
func mirrored(t interface{ Fatalf(string, ...any) }, left, right *policy.Text, known bitext.Known, cues [2]*bitext.Cues) {
	there, back := cues[0].Align(context.Background(), left, right, known), cues[1].Align(context.Background(), right, left, known)
	sides := func(rows []bitext.Row, turned bool) []string {
		var out []string
		for _, r := range rows {
			if turned {
				r.Left, r.Right = r.Right, r.Left
			}
			out = append(out, fmt.Sprintf("%v %v %v", r.Left, r.Right, r.Crossed))
		}
		return out
	}
	if !slices.Equal(sides(there.Rows, false), sides(back.Rows, true)) || !slices.Equal(sides(there.Moved, false), sides(back.Moved, true)) {
		t.Fatalf("the rows differ with the side")
	}
	for _, c := range left.Clauses {
		if there.Partner(c) != back.Partner(c) {
			t.Fatalf("#%s answers to another clause from the other side", c.ID)
		}
	}
	if there.Left != left || back.Left != right {
		t.Fatalf("the sides are changed over")
	}
}

// TestEitherSide: whichever text is the left one, the same answers to the same.
func TestEitherSide(t *testing.T) {
	langs := rapid.SampledFrom([]policy.Lang{"zh", "zh-hk", "en", "fr"})
	kept := new(bitext.Cues)
	rapid.Check(t, func(t *rapid.T) {
		l, r := langs.Draw(t, "lang"), langs.Draw(t, "other")
		if l == r {
			return // no version has two texts in one language
		}
		left, right := parse(drawSource(t, "left"), l), parse(drawSource(t, "right"), r)
		mirrored(t, left, right, bitext.ByID(left, right), [2]*bitext.Cues{kept, nil})
	})
}

// TestEitherSideOnCorpus: nor does it decide in real texts, or where
// one of them was disturbed.
func TestEitherSideOnCorpus(t *testing.T) {
	for _, x := range corpus(t) {
		mirrored(t, x.zh, x.en, bitext.ByID(x.zh, x.en), [2]*bitext.Cues{x.cues, nil})
	}
	for i, x := range gold(t) {
		for _, d := range disturbances {
			zh, en := x.disturb(d, rand.New(rand.NewPCG(uint64(i), 0)))
			mirrored(t, zh, en, nil, [2]*bitext.Cues{x.cues, x.cues})
		}
	}
}
