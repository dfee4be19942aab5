package bitext

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"diptych/internal/policy"
)

// ordered is an order of sections with these scores, a row for each of the left.
func ordered(rows ...[]float64) *order {
	n, m := len(rows), len(rows[0])
	a := &aligner{known: Known{}}
	o := &order{a: a, n: n, m: m, left: none(n), right: none(m), sureLeft: none(n), sureRight: none(m), begins: map[*policy.Clause]int{}}
	for _, row := range rows {
		o.score = append(o.score, row...)
	}
	for k, size := range [...]int{n, m} {
		a.sides[k].sections = make([]section, size)
		for i := range size {
			a.sides[k].sections[i].clause = &policy.Clause{}
		}
	}
	for j := range m {
		o.begins[a.sides[1].sections[j].clause] = j
	}
	return o
}

// tie ties the clauses of two sections.
func (o *order) tie(i, j int) {
	o.a.known[o.a.sides[0].sections[i].clause] = Tie{To: o.a.sides[1].sections[j].clause}
}

// TestFindSure: two sections are surely one where each is the other's best by far.
func TestFindSure(t *testing.T) {
	for _, tt := range []struct {
		rows [][]float64
		want []int
	}{
		{[][]float64{{sectionMoved}}, []int{0}},
		{[][]float64{{sectionMoved - 1}}, []int{-1}},
		{[][]float64{{20, 0}, {0, 20}}, []int{0, 1}},
		{[][]float64{{0, 20}, {20, 0}}, []int{1, 0}},
		{[][]float64{{20, 20 - sectionClear}}, []int{0}},
		{[][]float64{{20, 18}}, []int{-1}},
		{[][]float64{{20, 18, 0}}, []int{-1}},
		{[][]float64{{18, 20, 0}}, []int{-1}},
		{[][]float64{{18}, {20}, {0}}, []int{-1, -1, -1}},
		{[][]float64{{20, 0}, {24, 0}}, []int{-1, 0}},
	} {
		o := ordered(tt.rows...)
		if o.findSure(); !slices.Equal(o.sureLeft, tt.want) {
			t.Errorf("%v: %v, want %v", tt.rows, o.sureLeft, tt.want)
		}
		for i, j := range o.sureLeft {
			if j >= 0 && o.sureRight[j] != i {
				t.Errorf("%v: the right has another partner", tt.rows)
			}
		}
	}
}

// TestTied: a tie holds where the words speak for it, or for no other much more, and
// then no other section takes one of the two; a part of a clause is not tied.
func TestTied(t *testing.T) {
	o := ordered([]float64{tied + sectionMoved, 0}, []float64{40, 0})
	o.tie(0, 0)
	if o.findSure(); !slices.Equal(o.sureLeft, []int{0, -1}) || !slices.Equal(o.sureRight, []int{0, -1}) {
		t.Errorf("%v and %v: another section took what is tied", o.sureLeft, o.sureRight)
	}
	if o = ordered([]float64{0}); o.tied(0) != -1 {
		t.Error("a section is tied to nothing")
	}
	o.tie(0, 0)
	if o.tied(0) != 0 {
		t.Error("a section is not tied")
	}
	if o.a.sides[0].sections[0].part = true; o.tied(0) != -1 {
		t.Error("a part of a clause is tied")
	}
	o = ordered([]float64{0})
	o.tie(0, 0)
	if clear(o.begins); o.tied(0) != -1 {
		t.Error("a section is tied to a clause that begins none")
	}
	for _, tt := range []struct {
		v, best float64
		want    bool
	}{{sectionMoved, 90, true}, {sectionMoved - 1, 90, false}, {0, sectionClear, true}, {0, sectionClear + 1, false}, {-1, -1, false}} {
		if got := ordered([]float64{tied + tt.v}).holds(0, 0, tt.best); got != tt.want {
			t.Errorf("a tie of %g beside %g holds: %t", tt.v, tt.best, got)
		}
	}
}

// TestWithin: what one section says is in the other where enough is shared, and that
// is most of the smaller one.
func TestWithin(t *testing.T) {
	cues := func(shared, other float64, own int) *cueSet {
		weights := make(scale, 4)
		weights[1], weights[own] = shared, other
		set := newCueSet(weights, []block{{0, 1<<1 | 1<<own}})
		return &set
	}
	for _, tt := range []struct {
		shared, x, y float64
		want         bool
	}{{6, 4, 90, true}, {6, 90, 4, true}, {6, 5, 90, false}, {4, 1, 90, false}, {enoughShared, 1, 90, true}} {
		if got := within(cues(tt.shared, tt.x, 2), cues(tt.shared, tt.y, 3)); got != tt.want {
			t.Errorf("%g shared, %g and %g not: %t", tt.shared, tt.x, tt.y, got)
		}
	}
}

// TestInOrder: sections that are surely one are nothing else's, and the farther
// behind the other one stands, the less likely two are one.
func TestInOrder(t *testing.T) {
	o := ordered([]float64{5, 5, 5}, []float64{5, 5, 5}, []float64{5, 5, 5})
	o.sureLeft[0], o.sureRight[0] = 0, 0
	want := "5 -1000 -1000; -1000 5 4; -1000 4 5"
	var got []string
	for i := range 3 {
		got = append(got, fmt.Sprintf("%.0f %.0f %.0f", o.inOrder(i, 0), o.inOrder(i, 1), o.inOrder(i, 2)))
	}
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}

// TestMoved: what is left is found from what is sure, beside it, by itself and
// between two.
func TestMoved(t *testing.T) {
	no := -50.0
	for _, tt := range []struct {
		name string
		rows [][]float64
		sure []int
		want []int
	}{
		{"what is sure", [][]float64{{no, 9}, {no, no}}, []int{1, -1}, []int{1, -1}},
		{"beside it, and so on", [][]float64{{20, no, no}, {no, 1, no}, {no, no, 1}}, []int{0, -1, -1}, []int{0, 1, 2}},
		{"before it", [][]float64{{1, no}, {no, 20}}, []int{-1, 1}, []int{0, 1}},
		{"beside it, and unlike", [][]float64{{20, no}, {no, 0}}, []int{0, -1}, []int{0, -1}},
		{"each other's best", [][]float64{{no, 9}, {3, no}}, []int{-1, -1}, []int{1, -1}},
		{"of what is left", [][]float64{{5, no}, {no, 3}}, []int{-1, -1}, []int{0, -1}},
		{"between two", [][]float64{{20, no, no}, {no, -1, no}, {no, no, 20}}, []int{0, -1, 2}, []int{0, 1, 2}},
		{"between two that changed places", [][]float64{{no, no, 20}, {no, -1, no}, {20, no, no}}, []int{2, -1, 0}, []int{2, 1, 0}},
		{"between two, and too unlike", [][]float64{{20, no, no}, {no, -sectionEnclosed, no}, {no, no, 20}}, []int{0, -1, 2}, []int{0, -1, 2}},
	} {
		o := ordered(tt.rows...)
		for i, j := range tt.sure {
			if o.sureLeft[i] = j; j >= 0 {
				o.sureRight[j] = i
			}
		}
		pairs := o.moved()
		n := 0
		for i, j := range o.left {
			if j >= 0 {
				n++
				if o.right[j] != i {
					t.Errorf("%s: the right has another partner", tt.name)
				}
			}
		}
		if !slices.Equal(o.left, tt.want) || len(pairs) != n {
			t.Errorf("%s: %v in %d pairs, want %v", tt.name, o.left, len(pairs), tt.want)
		}
	}
}

// TestMayLack: titles need less in common where the figures below them agree.
func TestMayLack(t *testing.T) {
	for _, tt := range []struct {
		left, right string
		titled      [2]bool
		want        float64
	}{
		{"h9 p9AB", "h9 p9AB", [2]bool{true, true}, sectionEnclosed},
		{"h9 p9AB", "h9 p9AB", [2]bool{true, false}, 2 * sectionGap},
		{"h9 p9AB", "h9 p9AB", [2]bool{false, true}, 2 * sectionGap},
		{"h9 p9A", "h9 p9ABC", [2]bool{true, true}, 2 * sectionGap},
		{"h9 p9ABC", "h9 p9A", [2]bool{true, true}, 2 * sectionGap},
		{"h9 p9AB", "h9 p9AC", [2]bool{true, true}, 2 * sectionGap},
		{"h9 p9ABD", "h9 p9ABE", [2]bool{true, true}, sectionEnclosed},
		{"h9 p9", "h9 p9", [2]bool{true, true}, 2 * sectionGap},
	} {
		o := &order{a: bench(tt.left, tt.right)}
		for k, titled := range tt.titled {
			o.a.sides[k].sections[0].titled = titled
		}
		if got := o.mayLack(0, 0); got != tt.want {
			t.Errorf("%q, %q: %v, want %v", tt.left, tt.right, got, tt.want)
		}
	}
}

// TestEnclosed: one section alone stands between the partners of its neighbours.
func TestEnclosed(t *testing.T) {
	for _, tt := range []struct {
		left []int
		want int
	}{
		{[]int{0, -1, 2}, 1}, {[]int{2, -1, 0}, 1}, {[]int{0, -1, 3}, -1}, {[]int{3, -1, 0}, -1}, {[]int{0, -1, 1}, -1},
		{[]int{-1, -1, 1}, -1}, {[]int{1, -1, -1}, -1},
	} {
		o := &order{n: len(tt.left), left: tt.left}
		if got := o.enclosed(1); got != tt.want {
			t.Errorf("%v: %d, want %d", tt.left, got, tt.want)
		}
		if o.enclosed(0) != -1 || o.enclosed(2) != -1 {
			t.Errorf("%v: what is at an end is enclosed", tt.left)
		}
	}
	o := ordered([]float64{0, 0})
	for _, at := range [][2]int{{-1, 0}, {0, -1}, {1, 0}, {0, 2}} {
		if o.free(at[0], at[1]) {
			t.Errorf("%v is free", at)
		}
	}
	if o.take(0, 0); o.free(0, 1) || o.free(0, 0) || !ordered([]float64{0, 0}).free(0, 1) {
		t.Error("what has a partner is free, or what has none is not")
	}
}
