package align_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"diptych/internal/align"

	"pgregory.net/rapid"
)

func tokens(s string) []int32 {
	var out []int32
	for _, r := range s {
		out = append(out, int32(r))
	}
	return out
}

// letters prints hunks as '.' equal, 'X' deleted, 'Y' inserted.
func letters(n int, hs []align.Hunk) string {
	var b []byte
	at := 0
	for _, h := range hs {
		b = append(b, slices.Repeat([]byte("."), h.A0-at)...)
		b = append(b, slices.Repeat([]byte("X"), h.A1-h.A0)...)
		b = append(b, slices.Repeat([]byte("Y"), h.B1-h.B0)...)
		at = h.A1
	}
	return string(append(b, slices.Repeat([]byte("."), n-at)...))
}

func TestTokens(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		limit int
		want  string
	}{
		{"", "", 0, ""},
		{"a", "", 0, "X"},
		{"", "a", 0, "Y"},
		{"abc", "abc", 0, "..."},
		{"abc", "abxc", 0, "..Y."},
		{"abxc", "abc", 0, "..X."},
		{"abc", "xyz", 0, "XXXYYY"},
		{"相关", "关联", 0, "X.Y"},
		{"abcdef", "aXcdYf", 0, ".XY..XY."},
		{"abcdefgh", "hgfedcba", 2, "XXXXXXXXYYYYYYYY"},
		{"pabcdefs", "phgfedcs", 2, ".XXXXXXYYYYYY."},
	} {
		a, b := tokens(c.a), tokens(c.b)
		if got := letters(len(a), align.Tokens(a, b, c.limit)); got != c.want {
			t.Errorf("%s -> %s: got %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

// shortest is the number of edits by the textbook table.
func shortest(a, b []int32) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diag := row[0]
		row[0] = i + 1
		for j := range b {
			up := row[j+1]
			if a[i] == b[j] {
				row[j+1] = diag
			} else {
				row[j+1] = min(up, row[j]) + 1
			}
			diag = up
		}
	}
	return row[len(b)]
}

// replay checks hunks and returns how many edits they are.
func replay(t interface{ Fatalf(string, ...any) }, a, b []int32, hs []align.Hunk) int {
	i, j, edits := 0, 0, 0
	for _, h := range append(slices.Clone(hs), align.Hunk{A0: len(a), A1: len(a), B0: len(b), B1: len(b)}) {
		if h.A0-i != h.B0-j || h.A0 < i || !slices.Equal(a[i:h.A0], b[j:h.B0]) {
			t.Fatalf("what lies before %v differs", h)
		}
		edits += h.A1 - h.A0 + h.B1 - h.B0
		i, j = h.A1, h.B1
	}
	return edits
}

func TestTokensLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letter := rapid.Int32Range(0, rapid.SampledFrom([]int32{1, 3, 20}).Draw(t, "alphabet"))
		a := rapid.SliceOfN(letter, 0, 60).Draw(t, "a")
		b := rapid.SliceOfN(letter, 0, 60).Draw(t, "b")
		if edits, want := replay(t, a, b, align.Tokens(a, b, 0)), shortest(a, b); edits != want {
			t.Fatalf("%d edits, shortest is %d", edits, want)
		}
		limit := rapid.IntRange(1, 20).Draw(t, "limit")
		replay(t, a, b, align.Tokens(a, b, limit))
	})
}

// TestTokensLong is beyond the length at which anchors cut the input.
func TestTokensLong(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	a := make([]int32, 60_000)
	for i := range a {
		a[i] = rnd.Int32N(5000)
	}
	b := slices.Clone(a)
	for range 100 {
		i := rnd.IntN(len(b))
		b = slices.Delete(b, i, min(len(b), i+rnd.IntN(5)))
		b = slices.Insert(b, i, -rnd.Int32N(100)-1)
	}
	if edits := replay(t, a, b, align.Tokens(a, b, 0)); edits > 400 {
		t.Errorf("%d edits for 100 changes", edits)
	}
}

// TestTokensNeverHang has input on which a quadratic method takes 10¹² steps. The
// limit is far above what a loaded machine needs.
func TestTokensNeverHang(t *testing.T) {
	for _, alphabet := range []int32{2, 100, 1 << 30} {
		t.Run(strconv.Itoa(int(alphabet)), func(t *testing.T) {
			t.Parallel()
			rnd := rand.New(rand.NewPCG(3, uint64(alphabet)))
			length := 1_000_000
			if testing.Short() {
				length = 100_000
			}
			a, b := make([]int32, length), make([]int32, length)
			for i := range a {
				a[i], b[i] = rnd.Int32N(alphabet), rnd.Int32N(alphabet)
			}
			start := time.Now()
			replay(t, a, b, align.Tokens(a, b, 0))
			if d := time.Since(start); d > time.Minute {
				t.Error(d)
			} else {
				t.Log(d)
			}
		})
	}
}
