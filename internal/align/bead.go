package align

import (
	"context"
	"math"
)

// Bead is a place in an alignment of texts: the left elements [L0,L1) answer
// to the right ones [R0,R1). Either may be empty, not both.
type Bead struct{ L0, L1, R0, R1 int }

// Paired reports whether both sides are there.
func (b Bead) Paired() bool { return b.L0 < b.L1 && b.R0 < b.R1 }

// step is how many elements of either side a bead takes.
type step struct{ left, right uint16 }

// beadCells is how many places Beads looks at where the band need not be wider. They
// cost about a microsecond each.
const beadCells = 1 << 18

// Span is neighbouring elements of one side, [From,To), that as a whole may
// answer to a single one of the other side.
type Span struct{ From, To int }

// Beads cuts n left and m right elements into beads of at most two elements a
// side, in order, so that the sum of their costs is least (Gale and Church
// 1993, A Program for Aligning Sentences in Bilingual Corpora). cost gets the
// bounds of a bead and may be negative; positive infinity forbids it, but must
// not forbid single elements without partner. Where n times m is beyond a
// quarter of a million, only places near the diagonal are looked at, so that the work stays
// linear.
func Beads(ctx context.Context, n, m int, cost func(l0, l1, r0, r1 int) float64) []Bead {
	return BeadsOf(ctx, n, m, nil, nil, func(l0, l1, r0, r1 int, _ float64) float64 { return cost(l0, l1, r0, r1) })
}

// BeadsOf is Beads with spans of either side that may be in one bead with a
// single element of the other. The work grows with the spans that end in one
// place. cost also gets what the bead may cost to be chosen: where it costs more,
// any answer that is more will do. Where the context ends no elements answer to
// each other.
func BeadsOf(ctx context.Context, n, m int, left, right []Span, cost func(l0, l1, r0, r1 int, most float64) float64) []Bead {
	b := band(n, m)
	lefts, rights := byEnd(n, left), byEnd(m, right)
	sum := make([]float64, b.size())
	from := make([]step, b.size())
	for i := range n + 1 {
		if ctx.Err() != nil {
			return apart(n, m)
		}
		lo, hi := b.row(i)
		for j := lo; j <= hi; j++ {
			if i == 0 && j == 0 {
				continue
			}
			best, last := math.Inf(1), step{}
			price := func(pi, pj int, most float64) float64 {
				if pi < 0 || pj < 0 || !b.holds(pi, pj) {
					return math.Inf(1)
				}
				before := sum[b.at(pi, pj)]
				return before + cost(pi, i, pj, j, most-before+rounding)
			}
			take := func(v float64, pi, pj int) {
				if v < best {
					best, last = v, step{uint16(i - pi), uint16(j - pj)}
				}
			}
			try := func(pi, pj int) { take(price(pi, pj, best), pi, pj) }
			// What the last elements cost alone bounds all else, but of equally dear
			// beads that of one and one is taken.
			above, before := price(i-1, j, best), price(i, j-1, best)
			take(price(i-1, j-1, min(above, before)), i-1, j-1)
			take(above, i-1, j)
			take(before, i, j-1)
			try(i-2, j-1)
			try(i-1, j-2)
			try(i-2, j-2)
			for _, p := range lefts[i] {
				try(p, j-1)
			}
			for _, p := range rights[j] {
				try(i-1, p)
			}
			at := b.at(i, j)
			sum[at], from[at] = best, last
		}
	}
	return b.walk(n, m, from)
}

// apart is n left and m right elements without partners.
func apart(n, m int) []Bead {
	out := make([]Bead, 0, n+m)
	for i := range n {
		out = append(out, Bead{i, i + 1, 0, 0})
	}
	for j := range m {
		out = append(out, Bead{n, n, j, j + 1})
	}
	return out
}

// rounding is more than sums of costs differ by for being added in another order.
const rounding = 1e-6

// byEnd lists where the spans begin, by where they end.
func byEnd(n int, spans []Span) [][]int {
	out := make([][]int, n+1)
	for _, s := range spans {
		if s.To-s.From <= math.MaxUint16 {
			out[s.To] = append(out[s.To], s.From)
		}
	}
	return out
}

// banded is the places that Beads looks at: all, or those near the diagonal.
type banded struct{ n, m, half, width int }

func band(n, m int) banded {
	half := m
	if (n+1)*(m+1) > beadCells && n > 0 {
		half = max(beadCells/(2*n), m/n+4)
	}
	return banded{n, m, half, min(2*half+1, m+1)}
}

func (b banded) size() int { return (b.n + 1) * b.width }

func (b banded) row(i int) (lo, hi int) {
	if b.width > b.m {
		return 0, b.m
	}
	lo = min(max(i*b.m/b.n-b.half, 0), b.m+1-b.width)
	return lo, lo + b.width - 1
}

func (b banded) at(i, j int) int {
	lo, _ := b.row(i)
	return i*b.width + j - lo
}

func (b banded) holds(i, j int) bool {
	lo, hi := b.row(i)
	return lo <= j && j <= hi
}

func (b banded) walk(n, m int, from []step) []Bead {
	var out []Bead
	for i, j := n, m; i > 0 || j > 0; {
		s := from[b.at(i, j)]
		pi, pj := i-int(s.left), j-int(s.right)
		out = append(out, Bead{pi, i, pj, j})
		i, j = pi, pj
	}
	for l, r := 0, len(out)-1; l < r; l, r = l+1, r-1 {
		out[l], out[r] = out[r], out[l]
	}
	return out
}
