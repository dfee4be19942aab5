package words

import (
	"context"
	"slices"
	"testing"

	"diptych/internal/policy"

	"pgregory.net/rapid"
)

// TestSettled: two leaves are spelled the same up to where they are settled, and
// whole ones are spelled the same if they are from there on.
func TestSettled(t *testing.T) {
	settled := 0
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) policy.Run {
			return policy.Run{Text: rapid.SampledFrom(material).Draw(t, "words"), Marks: rapid.SampledFrom(marks).Draw(t, "marks")}
		}), 0, 4).Draw(t, "first")
		a := append(slices.Clone(words), drawRuns(t, "old")...)
		b := append(slices.Clone(words), edit(t, a[len(words):])...)
		c := NewCutter()
		d := c.Compare(context.Background(), c.Cut(a), c.Cut(b), Options{})
		n := d.Settled()
		settled += n
		for _, of := range []func(*Leaf, int, int, map[int]int) Spelling{(*Leaf).Essence, (*Leaf).Pointed} {
			if x, y := of(d.Old, 0, n, nil).String(), of(d.New, 0, n, nil).String(); x != y {
				t.Fatalf("up to %d: %q and %q", n, x, y)
			}
			all := of(d.Old, 0, len(d.Old.Tokens), nil).Equal(of(d.New, 0, len(d.New.Tokens), nil))
			if rest := of(d.Old, n, len(d.Old.Tokens), nil).Equal(of(d.New, n, len(d.New.Tokens), nil)); rest != all {
				t.Fatalf("%s: the same %v, and %v from %d", show(d), all, rest, n)
			}
		}
	})
	if settled == 0 {
		t.Error("never settled")
	}
}

// TestKeptObjects: an image without words among words that stayed is yielded too.
func TestKeptObjects(t *testing.T) {
	runs := func(width int) []policy.Run {
		return []policy.Run{{Text: "We keep "}, {Kind: policy.Image, Image: &policy.Picture{Link: policy.Link{Dest: "a.png"}, Width: width}}, {Text: " it."}}
	}
	c := NewCutter()
	d := c.Compare(t.Context(), c.Cut(runs(1)), c.Cut(runs(2)), Options{})
	said, images := "", 0
	for p := range d.Kept() {
		said += p.Words
		if p.Old.Image != nil && p.New.Image != nil {
			images++
		}
	}
	if said != "We keep  it." || images != 1 {
		t.Errorf("%q and %d images stayed", said, images)
	}
}

// TestSettledPlaces: a leaf is settled at a letter or digit and two tokens before
// its first hunk, and nowhere where a note came before.
func TestSettledPlaces(t *testing.T) {
	for _, tt := range []struct {
		old, new []policy.Run
		want     int
	}{
		{[]policy.Run{{Text: "We keep it for ten days."}}, []policy.Run{{Text: "We keep it for ten years."}}, 2},
		{[]policy.Run{{Text: "保存期限为甲。"}}, []policy.Run{{Text: "保存期限为乙。"}}, 3},
		{[]policy.Run{{Text: "We keep (it) now."}}, []policy.Run{{Text: "We keep (it) then."}}, 3},
		{[]policy.Run{{Text: "We ((it now."}}, []policy.Run{{Text: "We ((it then."}}, 0},
		{[]policy.Run{{Text: "We keep"}, {Kind: policy.NoteRef, Text: "[1]", Num: 1}, {Text: " it for now."}},
			[]policy.Run{{Text: "We keep"}, {Kind: policy.NoteRef, Text: "[1]", Num: 1}, {Text: " it for good."}}, 0},
		{[]policy.Run{{Text: "We keep  it for now."}}, []policy.Run{{Text: "We keep it for good."}}, 0},
		{[]policy.Run{{Text: "3日a 5元 b 我们保存甲"}}, []policy.Run{{Text: "3日 a 5元b 我们保存乙"}}, 0},
		{[]policy.Run{{Text: "We keep."}}, []policy.Run{{Text: "We keep."}}, 0},
	} {
		c := NewCutter()
		d := c.Compare(t.Context(), c.Cut(tt.old), c.Cut(tt.new), Options{})
		if got := d.Settled(); got != tt.want {
			t.Errorf("%s: settled at %d, want %d", show(d), got, tt.want)
		}
	}
}
