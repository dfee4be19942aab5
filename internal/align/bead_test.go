package align

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// letterBeads prints beads as "a-A bc-B d-": letters for the left elements,
// capitals for the right ones.
func letterBeads(bs []Bead) string {
	s := ""
	for i, b := range bs {
		if i > 0 {
			s += " "
		}
		for k := b.L0; k < b.L1; k++ {
			s += string(rune('a' + k))
		}
		s += "-"
		for k := b.R0; k < b.R1; k++ {
			s += string(rune('A' + k))
		}
	}
	return s
}

// byLength is the cost of a bead whose sides should be equally long.
func byLength(left, right []int) func(l0, l1, r0, r1 int) float64 {
	sum := func(xs []int) (n int) {
		for _, x := range xs {
			n += x
		}
		return n
	}
	return func(l0, l1, r0, r1 int) float64 {
		a, b := sum(left[l0:l1]), sum(right[r0:r1])
		c := math.Abs(float64(a - b))
		if l1-l0 != 1 || r1-r0 != 1 {
			c += 2
		}
		return c
	}
}

// whatever is a cost that does not ask what a bead may cost.
func whatever(cost func(l0, l1, r0, r1 int) float64) func(l0, l1, r0, r1 int, most float64) float64 {
	return func(l0, l1, r0, r1 int, _ float64) float64 { return cost(l0, l1, r0, r1) }
}

func TestBeads(t *testing.T) {
	for _, tt := range []struct {
		name        string
		left, right []int
		want        string
	}{
		{"nothing", nil, nil, ""},
		{"left alone", []int{1, 2}, nil, "a- b-"},
		{"right alone", nil, []int{1}, "-A"},
		{"equal", []int{10, 20, 30}, []int{10, 20, 30}, "a-A b-B c-C"},
		{"one more on the left", []int{30, 5, 30}, []int{30, 30}, "a-A b- c-B"},
		{"one more on the right", []int{30, 30}, []int{30, 5, 30}, "a-A -B b-C"},
		{"two joined", []int{10, 20, 30}, []int{30, 30}, "ab-A c-B"},
		{"one split", []int{10, 50}, []int{10, 20, 30}, "a-A b-BC"},
		{"cut elsewhere", []int{10, 30, 50}, []int{20, 20, 50}, "ab-AB c-C"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := letterBeads(Beads(t.Context(), len(tt.left), len(tt.right), byLength(tt.left, tt.right))); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// TestBeadsOf: a span is one bead with a single element, where that is cheaper.
func TestBeadsOf(t *testing.T) {
	for _, tt := range []struct {
		name        string
		left, right []int
		spans, more []Span
		want        string
	}{
		{"three as one", []int{10, 20, 30, 7}, []int{60, 7}, []Span{{0, 3}}, nil, "abc-A d-B"},
		{"one as three", []int{7, 60}, []int{7, 10, 20, 30}, nil, []Span{{1, 4}}, "a-A b-BCD"},
		{"the better of two spans", []int{10, 20, 30, 7}, []int{67}, []Span{{0, 3}, {0, 4}}, nil, "abcd-A"},
		{"no span", []int{10, 20, 30}, []int{60}, nil, nil, "a- bc-A"},
		{"a span that fits nothing", []int{10, 20, 30}, []int{10, 20, 30}, []Span{{0, 3}}, []Span{{0, 3}}, "a-A b-B c-C"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := letterBeads(BeadsOf(t.Context(), len(tt.left), len(tt.right), tt.spans, tt.more, whatever(byLength(tt.left, tt.right)))); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// TestBeadsOfMost: what a bead may cost decides nothing, though costs are often
// equal, and the answer for those that are too dear is another.
func TestBeadsOfMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.IntRange(1, 4), 1, 9)
		left, right := sizes.Draw(t, "left"), sizes.Draw(t, "right")
		var lefts, rights []Span
		for i := 3; i <= len(left); i++ {
			lefts = append(lefts, Span{i - 3, i})
		}
		for j := 4; j <= len(right); j++ {
			rights = append(rights, Span{j - 4, j})
		}
		cost := byLength(left, right)
		spared := func(l0, l1, r0, r1 int, most float64) float64 {
			if v := cost(l0, l1, r0, r1); v <= most {
				return v
			}
			return math.Inf(1)
		}
		want := letterBeads(BeadsOf(context.Background(), len(left), len(right), lefts, rights, whatever(cost)))
		if got := letterBeads(BeadsOf(context.Background(), len(left), len(right), lefts, rights, spared)); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
	})
}

// TestBeadsWhole: every element is in one bead, in order, also where only the
// places near the diagonal are looked at.
func TestBeadsWhole(t *testing.T) {
	t.Parallel()
	whole := func(t interface{ Fatalf(string, ...any) }, bs []Bead, n, m int) {
		l, r := 0, 0
		for _, b := range bs {
			if b.L0 != l || b.R0 != r || b.L1-l > 2 || b.R1-r > 2 || b.L1 == l && b.R1 == r {
				t.Fatalf("bead %v after %d and %d", b, l, r)
			}
			l, r = b.L1, b.R1
		}
		if l != n || r != m {
			t.Fatalf("ends at %d of %d and %d of %d", l, n, r, m)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		left := rapid.SliceOfN(rapid.IntRange(0, 40), 0, 30).Draw(t, "left")
		right := rapid.SliceOfN(rapid.IntRange(0, 40), 0, 30).Draw(t, "right")
		whole(t, Beads(context.Background(), len(left), len(right), byLength(left, right)), len(left), len(right))
	})
	for _, size := range [][2]int{{1, 1 << 18}, {1 << 18, 1}, {1100, 1000}, {40, 30000}, {30000, 40}} {
		flat := func(l0, l1, r0, r1 int) float64 {
			if l1-l0 == 1 && r1-r0 == 1 {
				return 0
			}
			return 1
		}
		whole(t, Beads(t.Context(), size[0], size[1], flat), size[0], size[1])
	}
}
