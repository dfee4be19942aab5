package bitext

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"diptych/internal/markup"
	"diptych/internal/policy"
)

// cueRange is how many cues are drawn from.
const cueRange = 300

// weighed returns what each cue weighs in units of two sides, found one by one.
func weighed(sides [2][][]hint) []float64 {
	out := make([]float64, cueRange)
	for c := range out {
		var count [2]float64
		sure := false
		for k, units := range sides {
			for _, hints := range units {
				there := 0.0
				for _, h := range hints {
					if h.cue == cue(c) {
						there, sure = 1, sure || h.sure
					}
				}
				count[k] += there
			}
		}
		w := math.Log(1 + float64(max(len(sides[0]), len(sides[1]), fewUnits))/max(count[0], count[1]))
		switch {
		case count[0] > 0 && count[1] > 0:
			out[c] = w
		case sure:
			out[c] = oneSided * w
		}
	}
	return out
}

// have says which cues units have.
func have(units ...[]hint) *[cueRange]bool {
	out := new([cueRange]bool)
	for _, hints := range units {
		for _, h := range hints {
			out[h.cue] = true
		}
	}
	return out
}

// TestCueSets: whatever words tell, a set of cues is what one would count by hand.
func TestCueSets(t *testing.T) {
	draw := rapid.Custom(func(t *rapid.T) hint {
		return hint{cue: cue(rapid.SampledFrom([]int{0, 1, 2, 63, 64, 65, 130, 200, 299}).Draw(t, "cue")), sure: rapid.Bool().Draw(t, "sure")}
	})
	many := make([]hint, 0, cueRange) // so that the others are in several blocks
	for c := range cue(cueRange) {
		many = append(many, hint{cue: c})
	}
	rapid.Check(t, func(t *rapid.T) {
		units := rapid.SliceOfN(rapid.SliceOfN(draw, 0, 8), 1, 4)
		sides := [2][][]hint{units.Draw(t, "left"), units.Draw(t, "right")}
		if rapid.Bool().Draw(t, "many") {
			sides[0], sides[1] = append(sides[0], many), append(sides[1], many)
		}
		var cues Cues
		a := &aligner{}
		for k := range sides {
			for _, hints := range sides[k] {
				a.sides[k].units = append(a.sides[k].units, unit{hints: cues.distinct(slices.Clone(hints))})
			}
			a.sides[k].sections = []section{{reach: 1}, {reach: len(sides[k])}, {from: 1, reach: len(sides[k])}}
		}
		a.weigh(&cues)
		weights := weighed(sides)
		sum := func(f func(c int) bool) float64 {
			total := 0.0
			for c, w := range weights {
				if f(c) {
					total += w
				}
			}
			return total
		}
		near := func(what string, got, want float64) {
			if math.Abs(got-want) > 1e-9 {
				t.Fatalf("%s weighs %v, want %v", what, got, want)
			}
		}
		for k := range sides {
			for _, s := range a.sides[k].sections {
				there := have(sides[k][s.from:s.reach]...)
				near("a section", s.cues.total, sum(func(c int) bool { return there[c] }))
			}
		}
		for i, x := range sides[0] {
			for j, y := range sides[1] {
				u, v := &a.sides[0].units[i].cues, &a.sides[1].units[j].cues
				both, single := u.shared(v)
				all := u.join(v)
				here, there := have(x), have(y)
				near("what is shared", both, sum(func(c int) bool { return here[c] && there[c] }))
				near("what is not", single, sum(func(c int) bool { return here[c] != there[c] }))
				near("all of it", all.total, sum(func(c int) bool { return here[c] || there[c] }))
				none := new(cueSet).join(v)
				if both, _ := none.shared(v); both != v.total {
					t.Fatalf("what is joined to nothing shares %v of %v", both, v.total)
				}
			}
		}
	})
}

// TestLinkCues: a link is one cue, however many runs its words are, and an image is
// one.
func TestLinkCues(t *testing.T) {
	link, other := &policy.Link{Dest: "https://example.com/zh/a"}, &policy.Link{Dest: "http://example.com/en/a/"}
	runs := []policy.Run{{Text: "a", Link: link}, {Text: "b", Link: link}, {Text: "c"}, {Text: "d", Link: other}, {Image: &policy.Picture{Link: policy.Link{Dest: "a.png"}}}}
	got := linkCues(runs)
	if len(got) != 3 || got[0] != got[1] || got[2].cue != makeCue(linkCue, "a.png") {
		t.Errorf("got %v", got)
	}
}

// TestBeadCostMost: what a bead may cost changes no cost that is not more.
func TestBeadCostMost(t *testing.T) {
	read := func(src string, lang policy.Lang) *policy.Text {
		x := &policy.Text{Lang: lang}
		x.Clauses, _ = markup.Parse([]byte(src), markup.Options{File: "x.md", Lang: lang.Tag()})
		return x
	}
	zh := strings.Repeat("# 保存 {#a}\n\n我们保存三年，从订单完成之日起计算。\n\n- 姓名\n- 电话\n\n我们在30日内删除。\n\n", 2)
	en := strings.Repeat("# Storage {#a}\n\nWe store it for three years.\n\n- the name\n\nWe delete it within 30 days, or at once where you ask us to.\n\n", 2)
	a := newAligner(t.Context(), read(zh, "zh"), read(en, "en"), nil, new(Cues))
	l, r := a.sides[0].units, a.sides[1].units
	dear := 0
	for i := range l {
		for j := range r {
			for _, n := range [...][2]int{{1, 1}, {2, 1}, {1, 2}, {2, 2}} {
				if i+n[0] > len(l) || j+n[1] > len(r) {
					continue
				}
				left, right := l[i:i+n[0]], r[j:j+n[1]]
				want := a.beadCost(left, right, math.Inf(1))
				for _, most := range [...]float64{-10, want - 9, want - 0.001, want, want + 9} {
					got := a.beadCost(left, right, most)
					if got != want && (got <= most || want <= most) {
						t.Errorf("%v and %v cost %v, and where they may cost %v they cost %v", left[0].Words, right[0].Words, want, most, got)
					}
					if got != want {
						dear++
					}
				}
			}
		}
	}
	if dear == 0 {
		t.Error("no bead was too dear to be measured")
	}
}

// fours returns a set of cues by their places in a scale, in which each weighs 4.
func fours(at ...int) cueSet {
	var b block
	for _, i := range at {
		b.bits |= 1 << i
	}
	return newCueSet(slices.Repeat(scale{4}, blockBits), []block{b})
}
