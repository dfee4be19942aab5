package bitext

import (
	"fmt"
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
