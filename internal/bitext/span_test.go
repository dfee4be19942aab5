package bitext

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"diptych/internal/policy"
)

// unitsIn makes units of letters: h is a heading, p a paragraph, i an item, r a row,
// c a paragraph that begins a clause; a1 and b1 are labelled 1 in two styles, each
// with its level in front.
func unitsIn(spelled string) []unit {
	var out []unit
	for _, w := range strings.Fields(spelled) {
		u := unit{kind: map[byte]kind{'h': headKind, 'i': itemKind, 'r': rowKind}[w[1]], level: int(w[0] - '0'), size: 1}
		if strings.IndexByte("pcab", w[1]) >= 0 {
			u.kind = paraKind
		}
		if w[1] == 'c' || w[1] == 'h' {
			u.first = &policy.Clause{Form: policy.Paragraph, Label: policy.Label{Style: policy.StyleArticle, Path: []int{1}}}
		}
		if w[1] == 'a' || w[1] == 'b' {
			u.first = &policy.Clause{Form: policy.Paragraph, Label: policy.Label{Style: policy.StyleHan + policy.LabelStyle(w[1]-'a'), Path: []int{int(w[2] - '0')}}}
		}
		out = append(out, u)
	}
	return out
}

// TestSpans: three units and more, of a list with what leads to it and what stands
// behind it, of paragraphs, and of labelled paragraphs that count from one.
func TestSpans(t *testing.T) {
	for _, tt := range []struct{ units, want string }{
		{"0p 0p", ""},
		{"0p 0p 0p", "0-3"},
		{"0p 0p 0p 0p 0p", "0-3 0-4 1-4 1-5 2-5"},
		{"0p 0p 0i 0p", ""},
		{"0p 0p 0c 0p", ""},
		{"0c 0p 0p", "0-3"},
		{"0p 0p 1p 1p", "1-4"},
		{"0i 0i 0i", ""},
		{"0p 1i 1i", "0-3"},
		{"0p 1i 1i 0p", "0-3 0-4 1-4"},
		{"0p 1i 1i 0c", "0-3"},
		{"0p 1i 1i 0i", "0-3"},
		{"1p 2i 2i 0p", "0-3"},
		{"0h 1i 1i 1i", "1-4"},
		{"0p 1i 0h 1i", ""},
		{"0p 1i 1i 1h 1i", "0-3"},
		{"0p 1i 1i 1p", "0-4 0-3 1-4"},
		{"0p 1i 1i 1c", "0-4 1-4"},
		{"0p 1r 1r 1r", "0-4 1-4"},
		{"0p 0a1 0a2", "0-3"},
		{"0a1 0a2 0a3", "0-3"},
		{"0p 0a1 0b2 0a3", ""},
		{"0p 0a2 0a3 0a4", ""},
		{"0p 0a1 0a2 0a4", "0-3"},
		{"0p 0c 0a2 0a3", ""},
	} {
		var got []string
		for _, s := range newSpans(unitsIn(tt.units)).list {
			if s.To <= s.From+1 || s.From < 0 {
				t.Errorf("%s: a span from %d to %d", tt.units, s.From, s.To)
			}
			got = append(got, fmt.Sprintf("%d-%d", s.From, s.To))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %s, want %s", tt.units, s, tt.want)
		}
	}
	for n, want := range map[int]int{maxSpan: maxSpan, maxSpan + 1: maxSpan} {
		most := 0
		for _, s := range newSpans(unitsIn("0p" + strings.Repeat(" 1i", n-1))).list {
			most = max(most, s.To-s.From)
		}
		if most != want {
			t.Errorf("the longest span of %d units has %d, want %d", n, most, want)
		}
	}
	parts := unitsIn("0p 0p 0p")
	if parts[2].section = 1; len(newSpans(parts).list) > 0 {
		t.Error("a span goes over two sections")
	}
}

// TestSpanCost: one unit says what a span says where the units have their cues in
// it, most of them, and none of them is sure to be something else.
func TestSpanCost(t *testing.T) {
	set := fours
	for _, tt := range []struct {
		name  string
		edit  func(a *aligner, us []unit, one *unit)
		costs bool
	}{
		{"all cues", func(*aligner, []unit, *unit) {}, true},
		{"no clauses", func(_ *aligner, us []unit, _ *unit) { us[0].first, us[1].first, us[2].first = nil, nil, nil }, true},
		{"a heading", func(_ *aligner, _ []unit, one *unit) { one.kind = headKind }, false},
		{"no cues", func(_ *aligner, us []unit, one *unit) {
			us[0].cues, us[1].cues, us[2].cues, one.cues = set(), set(), set(), set()
		}, true},
		{"others", func(_ *aligner, _ []unit, one *unit) { one.cues = set(7, 8, 9) }, false},
		{"two units that tell nothing", func(_ *aligner, us []unit, one *unit) { us[1].cues, us[2].cues, one.cues = set(), set(), set(1) }, true},
		{"one of two is not in it", func(_ *aligner, us []unit, one *unit) { us[2].cues, one.cues = set(), set(2, 4, 5) }, false},
		{"but leads to the rest", func(_ *aligner, us []unit, one *unit) { us[0].Words, us[2].cues = "We store:", set() }, true},
		{"an item with a partner", func(a *aligner, us []unit, _ *unit) { a.partner[us[1].first] = us[2].first }, false},
		{"one that is sure to be another", func(a *aligner, us []unit, _ *unit) { a.known[us[1].first] = Tie{Sure: true} }, false},
		{"one that is declared", func(_ *aligner, us []unit, _ *unit) { us[1].first.Only = "zh" }, false},
		{"the first with a partner", func(a *aligner, us []unit, _ *unit) { a.partner[us[0].first] = us[1].first }, true},
		{"a unit that fits by itself", func(_ *aligner, us []unit, one *unit) {
			us[0].size, us[0].cues, one.cues = 30, set(1, 2, 3), set(1, 2, 3)
		}, false},
	} {
		us := unitsIn("0p 1i 1i")
		for i := range us {
			us[i].size, us[i].cues, us[i].first = 10, set(i+1), &policy.Clause{}
		}
		one := unit{kind: paraKind, size: 30, cues: set(1, 2, 3)}
		a := &aligner{known: Known{}, ratio: 1, partner: map[*policy.Clause]*policy.Clause{}}
		tt.edit(a, us, &one)
		s := newSpans(us)
		for _, left := range []bool{true, false} {
			cost := a.spanCost(s, 0, 3, &one, left, math.Inf(1))
			if math.IsInf(cost, 1) == tt.costs {
				t.Errorf("%s: costs %g", tt.name, cost)
			}
			if tt.costs && (a.spanCost(s, 0, 3, &one, left, cost) != cost || a.spanCost(s, 0, 3, &one, left, cost-0.1) <= cost-0.1) {
				t.Errorf("%s: costs another than %g where that may be chosen, or less where it may not", tt.name, cost)
			}
		}
		if s.tooLong(0, 3, one.size, 1) || !s.tooLong(0, 3, 20*one.size, 1) || !s.tooLong(0, 3, one.size, 20) {
			t.Errorf("%s: too long, or not", tt.name)
		}
	}
}

// TestLikeness: of the shapes of two units only a heading tells.
func TestLikeness(t *testing.T) {
	a := &aligner{known: Known{}, ratio: 1}
	us := unitsIn("0p 0i 0h 0c")
	para, item, head, clause := &us[0], &us[1], &us[2], &us[3]
	if x, y := a.likeness(para, item), a.likeness(para, para); x != y {
		t.Errorf("a paragraph is like an item by %g, like a paragraph by %g", x, y)
	}
	if x, y := a.likeness(para, head), a.likeness(head, para); x != y || x >= a.likeness(para, para) {
		t.Errorf("a paragraph is like a heading by %g and %g", x, y)
	}
	if x, y := a.likeness(para, clause), a.likeness(clause, para); x != y || x != a.likeness(para, para) {
		t.Errorf("a paragraph is like one that begins a clause by %g and %g", x, y)
	}
}
