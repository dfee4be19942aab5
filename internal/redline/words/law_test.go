package words

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"diptych/internal/align"
	"diptych/internal/policy"

	"pgregory.net/rapid"
)

// material is what random leaves are made of.
var material = []string{
	"我们会收集您的个人信息。", "您有权查阅、更正和删除您的个人信息；", "保存期限为三十日。", "保存期限为 15 日，", "参见《个人信息保护法》第十三条。", "任何相关", "联络方式",
	"We keep it for 30 days. ", "You may access, correct or delete it. ", "See Article 13, ", "e.g. cookies ", "Write to privacy@example.com. ", "an opt-out; ", "（", "）", "“", "”", " ",
}

// marks are formats of random runs.
var marks = []policy.Marks{0, 0, 0, policy.Strong, policy.Strike, policy.Superscript, policy.Strike | policy.Emphasis}

// drawRuns makes a random leaf.
func drawRuns(t *rapid.T, name string) []policy.Run {
	run := rapid.Custom(func(t *rapid.T) policy.Run {
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			return policy.Run{Kind: policy.Break}
		case 1:
			return policy.Run{Kind: policy.NoteRef, Text: "[1]", Num: 1}
		case 2:
			return policy.Run{Kind: policy.Image, Text: "图", Image: &policy.Picture{Link: policy.Link{Dest: "a.png"}}}
		case 3:
			return policy.Run{Kind: policy.Anchor, ID: "a"}
		}
		words := rapid.SliceOfN(rapid.SampledFrom(material), 1, 4).Draw(t, "words")
		return policy.Run{Text: strings.Join(words, ""), Marks: rapid.SampledFrom(marks).Draw(t, "marks")}
	})
	return rapid.SliceOfN(run, 0, 5).Draw(t, name)
}

// edit makes another leaf of a leaf.
func edit(t *rapid.T, runs []policy.Run) []policy.Run {
	runs = slices.Clone(runs)
	for range rapid.IntRange(0, 4).Draw(t, "edits") {
		if len(runs) == 0 {
			return drawRuns(t, "more")
		}
		r := &runs[rapid.IntRange(0, len(runs)-1).Draw(t, "run")]
		from := rapid.IntRange(0, len(r.Text)).Draw(t, "from")
		to := min(len(r.Text), from+rapid.IntRange(0, 12).Draw(t, "length"))
		for from > 0 && from < len(r.Text) && !utf8.RuneStart(r.Text[from]) {
			from--
		}
		for to < len(r.Text) && !utf8.RuneStart(r.Text[to]) {
			to++
		}
		put := rapid.SampledFrom([]string{"", "不", "可识别", "the ", "15 日", "。", ", ", "某"}).Draw(t, "put")
		r.Text = r.Text[:from] + put + r.Text[to:]
	}
	return runs
}

// swapped returns hunks seen from the other side.
func swapped(hs []align.Hunk) []align.Hunk {
	var out []align.Hunk
	for _, h := range hs {
		out = append(out, align.Hunk{A0: h.B0, A1: h.B1, B0: h.A0, B1: h.A1})
	}
	return out
}

// fatal is a *testing.T or a *rapid.T.
type fatal interface {
	Helper()
	Fatalf(format string, args ...any)
}

// replay checks that leaving out what is deleted gives the new leaf and leaving
// out what is inserted the old one.
func replay(t fatal, d *Diff) {
	t.Helper()
	i, j := 0, 0
	kept := func(to int) {
		t.Helper()
		for ; i < to; i, j = i+1, j+1 {
			if j >= len(d.New.Tokens) || d.Old.Tokens[i].ID != d.New.Tokens[j].ID {
				t.Fatalf("token %d of %q is kept and is not token %d of %q: %s", i, d.Old.Text, j, d.New.Text, show(d))
			}
			if a, b := d.Old.Word(i), d.New.Word(j); strings.Join(strings.Fields(a), " ") != strings.Join(strings.Fields(b), " ") {
				t.Fatalf("%q is kept as %q", a, b)
			}
		}
	}
	for _, h := range d.Hunks {
		if h.A0 < i || h.A1 < h.A0 || h.B1 < h.B0 || h.A0 == h.A1 && h.B0 == h.B1 {
			t.Fatalf("hunk %v behind token %d", h, i)
		}
		kept(h.A0)
		if j != h.B0 {
			t.Fatalf("hunk %v begins at %d of the new leaf", h, j)
		}
		i, j = h.A1, h.B1
	}
	kept(len(d.Old.Tokens))
	if j != len(d.New.Tokens) {
		t.Fatalf("%d of %d tokens of the new leaf", j, len(d.New.Tokens))
	}
}

// show prints a diff: [-deleted-]{+inserted+}, and {=…=} around an alias.
func show(d *Diff) string {
	var b strings.Builder
	side := func(l *Leaf, from, to int, open, shut string) {
		if from < to {
			b.WriteString(open + l.Text[l.Tokens[from].Start:l.Tokens[to-1].End] + shut)
		}
	}
	j := 0
	kept := func(to int) {
		for ; j < to; j++ {
			b.WriteString(d.New.Space(j) + d.New.Word(j))
		}
	}
	for _, h := range d.Hunks {
		kept(h.B0)
		if d.IsAlias(h) {
			b.WriteString("{=")
		}
		side(d.Old, h.A0, h.A1, "[-", "-]")
		side(d.New, h.B0, h.B1, "{+", "+}")
		if d.IsAlias(h) {
			b.WriteString("=}")
		}
		j = h.B1
	}
	kept(len(d.New.Tokens))
	return b.String()
}

// TestLaw holds what the package promises on random edits.
func TestLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawRuns(t, "old")
		b := edit(t, a)
		c := NewCutter()
		old, new := c.Cut(a), c.Cut(b)
		d := c.Compare(context.Background(), old, new, Options{})
		replay(t, d)
		same := slices.Equal(old.tokenIDs(0, len(old.Tokens)), new.tokenIDs(0, len(new.Tokens)))
		if !same && len(d.Hunks) == 0 {
			t.Fatal("the tokens differ, and there is no hunk")
		}
		if same && old.Text == new.Text && len(d.Hunks) > 0 {
			t.Fatalf("the leaves are the same: %v", d.Hunks)
		}
		if got, want := c.Compare(context.Background(), old, new, Options{Mirrored: true}).Hunks, swapped(c.Compare(context.Background(), new, old, Options{}).Hunks); !slices.Equal(got, want) {
			t.Fatalf("mirrored %v, want %v", got, want)
		}
		again := NewCutter()
		y, x := again.Cut(b), again.Cut(a) // the words are numbered in another order
		if got := again.Compare(context.Background(), x, y, Options{}).Hunks; !slices.Equal(got, d.Hunks) {
			t.Fatalf("numbered otherwise the hunks are %v, were %v", got, d.Hunks)
		}
		noIslands(t, d)
	})
}

// noIslands checks that no stretch of one or two Chinese characters stands
// between two changes of words.
func noIslands(t fatal, d *Diff) {
	t.Helper()
	wordy := func(h align.Hunk) bool {
		notMark := func(x Token) bool { return x.Kind != Mark }
		return slices.ContainsFunc(d.Old.Tokens[h.A0:h.A1], notMark) || slices.ContainsFunc(d.New.Tokens[h.B0:h.B1], notMark)
	}
	for i := 1; i < len(d.Hunks); i++ {
		g, h := d.Hunks[i-1], d.Hunks[i]
		island := d.New.Tokens[g.B1:h.B0]
		if n := len(island); n == 0 || n > hanIsland || slices.ContainsFunc(island, func(x Token) bool { return x.Kind != Han }) {
			continue
		}
		if wordy(g) && wordy(h) {
			t.Fatalf("an island in %s", show(d))
		}
	}
}

// TestAliases: tokens with one name are equal, are shown, and are told apart
// from what was replaced.
func TestAliases(t *testing.T) {
	for _, tt := range []struct {
		old, new string
		olds     map[int]string
		news     map[int]string
		want     string
	}{
		{"see clause 3 now", "see clause 4 now", map[int]string{2: "x"}, map[int]string{2: "x"}, "see clause {=[-3-]{+4+}=} now"},
		{"see clause 3 now", "see clause 4 now", map[int]string{2: "x"}, map[int]string{2: "y"}, "see clause[-3-]{+4+} now"},
		{"see clause 3 now", "see clause 3 now", map[int]string{2: "x"}, map[int]string{2: "y"}, "see clause 3 now"},
		{"see 3 data", "see 3 logs", map[int]string{1: "x"}, map[int]string{1: "y"}, "see 3[-data-]{+logs+}"},
		{"see clause 3 now", "see clause and 4 now", map[int]string{2: "x"}, map[int]string{3: "x"}, "see clause{+and+}{=[-3-]{+4+}=} now"},
		{"see clause 3 now", "see clause 4 and now", map[int]string{2: "x"}, map[int]string{2: "x"}, "see clause {=[-3-]{+4+}=}{+and+} now"},
	} {
		c := NewCutter()
		old, new := c.Cut([]policy.Run{{Text: tt.old}}), c.Cut([]policy.Run{{Text: tt.new}})
		c.Compare(t.Context(), old, new, Options{}) // what it remembers is not of the names
		for _, mirrored := range []bool{false, true} {
			d := c.Compare(t.Context(), old, new, Options{Old: tt.olds, New: tt.news, Mirrored: mirrored})
			replay(t, d)
			if got := strings.ReplaceAll(show(d), " {=", "{="); got != strings.ReplaceAll(tt.want, " {=", "{=") {
				t.Errorf("%s: got %s, want %s", tt.old, got, tt.want)
			}
		}
	}
}

// TestMirrored: of two shortest scripts the mirrored one is that of the leaves
// swapped.
func TestMirrored(t *testing.T) {
	c := NewCutter()
	old, new := c.Cut([]policy.Run{{Text: "We keep what users send us for as long as the law asks charlie charlie bravo"}}), c.Cut([]policy.Run{{Text: "We keep what users send us for as long as the law asks charlie bravo bravo charlie"}})
	forward, mirrored := c.Compare(t.Context(), old, new, Options{}), c.Compare(t.Context(), old, new, Options{Mirrored: true})
	replay(t, forward)
	replay(t, mirrored)
	if show(forward) == show(mirrored) {
		t.Errorf("%s both ways", show(forward))
	}
	if got, want := mirrored.Hunks, swapped(c.Compare(t.Context(), new, old, Options{}).Hunks); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestNoteBehindSpace: a reference to a note belongs to the sentence before it,
// be there a space between or not.
func TestNoteBehindSpace(t *testing.T) {
	runs := func(end string) []policy.Run {
		return []policy.Run{{Text: "You have an opt-out" + end}, {Kind: policy.NoteRef, Text: "[1]", Num: 1}, {Text: " We keep it."}}
	}
	for _, stop := range []string{".", ";", "。"} {
		c := NewCutter()
		if d := c.Compare(t.Context(), c.Cut(runs(stop+" ")), c.Cut(runs(stop)), Options{}); len(d.Hunks) > 0 {
			t.Errorf("%q: %s", stop, show(d))
		}
	}
}

// TestWording: words that are struck, raised or lowered are others than the same
// words without, and are cut off from them.
func TestWording(t *testing.T) {
	const strike, sup, sub, strong = policy.Strike, policy.Superscript, policy.Subscript, policy.Strong
	type runs = []policy.Run
	for _, tt := range []struct {
		name     string
		old, new runs
		want     string
	}{
		{"a power", runs{{Text: "10"}, {Text: "5", Marks: sup}, {Text: "条"}}, runs{{Text: "105条"}}, "[-105条-]{+105条+}"},
		{"a square metre", runs{{Text: "10 m"}, {Text: "2", Marks: sup}}, runs{{Text: "10 m2"}}, "10[-m2-]{+m2+}"},
		{"an index", runs{{Text: "x"}, {Text: "1", Marks: sub}}, runs{{Text: "x"}, {Text: "1", Marks: sup}}, "x[-1-]{+1+}"},
		{"no longer struck", runs{{Text: "may "}, {Text: "not", Marks: strike}, {Text: " share"}}, runs{{Text: "may not share"}}, "may[-not-]{+not+} share"},
		{"a struck sentence", runs{{Text: "甲方付款。不得转让。"}}, runs{{Text: "甲方付款。"}, {Text: "不得转让。", Marks: strike}}, "甲方付款。[-不得转让。-]{+不得转让。+}"},
		{"a struck part of a number", runs{{Text: "三十日"}}, runs{{Text: "三"}, {Text: "十", Marks: strike}, {Text: "日"}}, "[-三十日-]{+三十日+}"},
		{"a bold part of a number", runs{{Text: "30"}, {Text: "日", Marks: strong}, {Text: "内"}}, runs{{Text: "30日内"}}, "30日内"},
		{"the same", runs{{Text: "m"}, {Text: "2", Marks: sup}}, runs{{Text: "m", Marks: strong}, {Text: "2", Marks: sup | strong}}, "m2"},
		{"a period before a note mark", runs{{Text: "data."}, {Text: "a", Marks: sup}, {Text: " More."}}, runs{{Text: "data."}, {Text: "b", Marks: sup}, {Text: " More."}}, "data.[-a-]{+b+} More."},
	} {
		c := NewCutter()
		d := c.Compare(t.Context(), c.Cut(tt.old), c.Cut(tt.new), Options{})
		replay(t, d)
		if got := show(d); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
		if like := d.Old.Features().Like(d.New.Features()); tt.name == "a struck sentence" && like != 1 {
			t.Errorf("%s: likeness %v", tt.name, like)
		}
	}
}

// TestStruckWordsAreWords: characters that are struck keep the ends of their
// words.
func TestStruckWordsAreWords(t *testing.T) {
	c := NewCutter()
	of := func(s string) []policy.Run { return []policy.Run{{Text: s, Marks: policy.Strike}} }
	if got, want := show(c.Compare(t.Context(), c.Cut(of("服务可以撤消的")), c.Cut(of("服务可以撤销的")), Options{})), "服务可以[-撤消-]{+撤销+}的"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestCutter: what was cut once is not cut again, and renaming tokens leaves the
// leaf alone.
func TestCutter(t *testing.T) {
	c := NewCutter()
	runs := []policy.Run{{Text: "see clause 3"}}
	l := c.Cut(runs)
	if c.Cut(runs) != l {
		t.Error("cut twice")
	}
	was := slices.Clone(l.Tokens)
	other := c.Cut([]policy.Run{{Text: "see clause 4"}})
	c.Compare(t.Context(), l, other, Options{Old: map[int]string{2: "x"}, New: map[int]string{2: "x"}})
	if !slices.Equal(l.Tokens, was) {
		t.Error("a name changed the leaf")
	}
	if n := len(c.Cut(nil).Tokens); n != 0 {
		t.Errorf("no runs are %d tokens", n)
	}
}

// TestFeatures: likeness is symmetric and in [0,1], and what holds all of a text
// holds all of its parts.
func TestFeatures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := NewCutter()
		a, b := c.Cut(drawRuns(t, "a")), c.Cut(drawRuns(t, "b"))
		f, g := a.Features(), b.Features()
		if v, w := f.Like(g), g.Like(f); v != w || v < 0 || v > 1 {
			t.Fatalf("likeness %v and %v", v, w)
		}
		if v := f.Like(f); len(f) > 0 && v != 1 {
			t.Fatalf("like itself %v", v)
		}
		all := Union(f, g)
		if len(all) < sketchSize && (f.HeldIn(all) < 1 && len(f) > 0 || g.HeldIn(all) < 1 && len(g) > 0) {
			t.Fatalf("held %v and %v", f.HeldIn(all), g.HeldIn(all))
		}
		if !slices.Equal(all, FeaturesOf(a, b)) {
			t.Fatalf("%v, of both leaves %v", all, FeaturesOf(a, b))
		}
		if f.Key(1) == f.Key(2) && len(f) > 0 {
			t.Fatalf("one key on two levels: %d", f.Key(1))
		}
	})
}
