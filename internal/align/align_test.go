package align_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"diptych/internal/align"

	"pgregory.net/rapid"
)

// keys makes one key a letter; a lower-case letter is like its upper case,
// but not equal to it.
func keys(s string) []uint64 {
	out := make([]uint64, len(s))
	for i := range len(s) {
		out[i] = uint64(s[i])
	}
	return out
}

func options(a, b string) align.Options {
	return align.Options{
		Left: keys(a), Right: keys(b), Least: 0.5,
		Likeness: func(i, j int) float64 {
			if a[i]|0x20 == b[j]|0x20 {
				return 0.8
			}
			return 0
		},
	}
}

func TestAlign(t *testing.T) {
	for _, c := range []struct{ name, left, right, want string }{
		{"both empty", "", "", ""},
		{"left empty", "", "ab", "YY"},
		{"right empty", "ab", "", "XX"},
		{"equal", "abc", "abc", "..."},
		{"inserted first", "abc", "xabc", "Y..."},
		{"inserted last", "abc", "abcx", "...Y"},
		{"deleted in the middle", "abcd", "abd", "..X."},
		{"changed in place", "abc", "aBc", ".M."},
		{"changed and inserted", "abc", "axBc", ".YM."},
		{"replaced: deletions first", "abc", "axyc", ".XYY."},
		{"repeated elements", "aaa", "aaaa", "...Y"},
		{"repeated around a unique one", "zazbz", "zbz", ".XX.."},
		{"all different", "abc", "xyz", "XXXYYY"},
		{"swapped neighbours", "abcd", "acbd", ".>.<."},
		{"first goes last", "abcde", "bcdea", "<....>"},
		{"last goes first", "abcde", "eabcd", ">....<"},
		{"moved and changed", "abcde", "bcdeA", "<....>"},
		{"moved twice over", "abcdef", "efabcd", ">>....<<"},
		{"an equal one elsewhere is not traded for a like one", "Aab", "bA", ">.X<"},
		{"two candidates are no move", "abc", "bcAA", "X..YY"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := options(c.left, c.right)
			script := align.Align(t.Context(), len(c.left), len(c.right), o)
			moves := align.Moves(t.Context(), script, 0.7, o)
			if got := align.Letters(script, moves, o); got != c.want {
				t.Errorf("%s -> %s: got %s, want %s", c.left, c.right, got, c.want)
			}
			whole(t, len(c.left), len(c.right), script)
		})
	}
}

// whole checks that every element stands in the script once and in order.
func whole(t interface{ Fatalf(string, ...any) }, n, m int, script []align.Pair) {
	i, j := 0, 0
	for _, p := range script {
		if p.Left >= 0 {
			if p.Left != i {
				t.Fatalf("left %d where %d was due", p.Left, i)
			}
			i++
		}
		if p.Right >= 0 {
			if p.Right != j {
				t.Fatalf("right %d where %d was due", p.Right, j)
			}
			j++
		}
	}
	if i != n || j != m {
		t.Fatalf("script has %d and %d elements of %d and %d", i, j, n, m)
	}
}

func TestWeightDecidesWhatMoves(t *testing.T) {
	o := options("ab", "ba")
	heavy := func(c byte) func(s string) func(int) float64 {
		return func(s string) func(int) float64 {
			return func(i int) float64 {
				if s[i] == c {
					return 9
				}
				return 1
			}
		}
	}
	for c, want := range map[byte]string{'a': ">.<", 'b': "<.>"} {
		o.WeightLeft, o.WeightRight = heavy(c)("ab"), heavy(c)("ba")
		script := align.Align(t.Context(), 2, 2, o)
		if got := align.Letters(script, align.Moves(t.Context(), script, 0.7, o), o); got != want {
			t.Errorf("heavy %c: got %s, want %s", c, got, want)
		}
	}
}

func TestLightElementsDoNotMove(t *testing.T) {
	o := options("abcd", "bcda")
	o.MinMove = 2
	script := align.Align(t.Context(), 4, 4, o)
	if got := align.Letters(script, align.Moves(t.Context(), script, 0.7, o), o); got != "X...Y" {
		t.Errorf("got %s, want X...Y", got)
	}
}

func TestGapTooLarge(t *testing.T) {
	left, right := strings.Repeat("ab", 200), strings.Repeat("BA", 200)
	o := options(left, right)
	o.MaxCells = 1000
	script := align.Align(t.Context(), len(left), len(right), o)
	if got := align.Letters(script, nil, o); got != strings.Repeat("X", 400)+strings.Repeat("Y", 400) {
		t.Errorf("got %s, want everything deleted and inserted", got)
	}
	whole(t, len(left), len(right), script)
}

func TestSketchesPairInLargeGaps(t *testing.T) {
	const n = 500 // every element changed a little: no anchors at all
	left, right := make([]uint64, n), make([]uint64, n)
	for i := range n {
		left[i], right[i] = uint64(2*i), uint64(2*i+1)
	}
	o := align.Options{
		Left: left, Right: right, Least: 0.5, MaxCells: 2000, Levels: 1,
		Likeness: func(i, j int) float64 {
			if i == j {
				return 0.9
			}
			return 0
		},
		SketchLeft:  func(_, i int) uint64 { return uint64(i - i%10/9) }, // one in ten collides
		SketchRight: func(_, j int) uint64 { return uint64(j - j%10/9) },
	}
	script := align.Align(t.Context(), n, n, o)
	whole(t, n, n, script)
	if got := strings.Count(align.Letters(script, nil, o), "M"); got < n*9/10 {
		t.Errorf("%d of %d pairs found", got, n)
	}
}

func TestAlignLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.StringOfN(rapid.RuneFrom([]rune("abcdABCD")), 0, 30, -1).Draw(t, "a")
		b := rapid.StringOfN(rapid.RuneFrom([]rune("abcdABCD")), 0, 30, -1).Draw(t, "b")
		o := options(a, b)
		o.MaxCells = rapid.SampledFrom([]int{0, 1, 100}).Draw(t, "cells")
		script := align.Align(context.Background(), len(a), len(b), o)
		whole(t, len(a), len(b), script)
		for _, p := range script {
			if p.Paired() && a[p.Left]|0x20 != b[p.Right]|0x20 {
				t.Fatalf("%c paired with %c", a[p.Left], b[p.Right])
			}
		}
		gapL, gapR := map[int]bool{}, map[int]bool{}
		for _, p := range script {
			if p.Right < 0 {
				gapL[p.Left] = true
			}
			if p.Left < 0 {
				gapR[p.Right] = true
			}
		}
		for _, m := range align.Moves(context.Background(), script, 0.7, o) {
			if !gapL[m.Left] || !gapR[m.Right] {
				t.Fatalf("move %v of an element that has a partner", m)
			}
			delete(gapL, m.Left)
			delete(gapR, m.Right)
		}
		if a == b && strings.Trim(align.Letters(script, nil, o), ".") != "" {
			t.Fatalf("equal sequences differ: %s", align.Letters(script, nil, o))
		}
	})
}

// TestSurely: two elements without rivals pair where it is sure that they are
// alike, and their likeness is not asked then; it is where that is not sure.
func TestSurely(t *testing.T) {
	for _, tt := range []struct {
		a, b   string
		surely bool
		want   string
		asked  int
	}{
		{"axb", "ayb", true, ".M.", 0},
		{"axb", "ayb", false, ".XY.", 1},
		{"axb", "aXb", false, ".M.", 1},
		{"axyb", "apqb", true, ".XXYY.", 4},
	} {
		o := options(tt.a, tt.b)
		asked, like := 0, o.Likeness
		o.Likeness = func(i, j int) float64 { asked++; return like(i, j) }
		o.Surely = func(i, j int) bool { return tt.surely }
		if got := align.Letters(align.Align(t.Context(), len(tt.a), len(tt.b), o), nil, o); got != tt.want || asked != tt.asked {
			t.Errorf("%s and %s: %s, asked %d times, want %s and %d", tt.a, tt.b, got, asked, tt.want, tt.asked)
		}
	}
}

// TestSurelyMayNot: an element whose equal stands elsewhere pairs with no other.
func TestSurelyMayNot(t *testing.T) {
	o := options("pqya", "ypqza")
	o.Surely = func(i, j int) bool { return true }
	if got := align.Letters(align.Align(t.Context(), 4, 5, o), nil, o); got != "Y..XY." {
		t.Error(got)
	}
}

// TestUniqueOfFew: few elements are looked through, and give what a map gives.
func TestUniqueOfFew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		few := rapid.SliceOfN(rapid.Uint64Range(0, 9), 0, align.FewElements)
		a, b := few.Draw(t, "a"), few.Draw(t, "b")
		x, y := align.Unique(a, b), align.UniqueByMap(a, b)
		if !slices.Equal(x, y) {
			t.Fatalf("%v and %v: %v, by a map %v", a, b, x, y)
		}
	})
}
