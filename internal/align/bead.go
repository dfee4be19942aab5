package align

import "math"

// Bead is a place in an alignment of texts: the left elements [L0,L1) answer
// to the right ones [R0,R1). Either may be empty, not both.
type Bead struct{ L0, L1, R0, R1 int }

// Paired reports whether both sides are there.
func (b Bead) Paired() bool { return b.L0 < b.L1 && b.R0 < b.R1 }

// steps are the beads that Beads may use, by the number of elements on either
// side. Of equally dear ones the first is taken.
var steps = [...][2]int{{1, 1}, {1, 0}, {0, 1}, {2, 1}, {1, 2}, {2, 2}}

// beadCells is how many places Beads looks at where the band need not be wider.
const beadCells = 1 << 20

// Beads cuts n left and m right elements into beads of at most two elements a
// side, in order, so that the sum of their costs is least (Gale and Church
// 1993, A Program for Aligning Sentences in Bilingual Corpora). cost gets the
// bounds of a bead and may be negative; positive infinity forbids it, but must
// not forbid single elements without partner. Where n times m is beyond a
// million, only places near the diagonal are looked at, so that the work stays
// linear.
func Beads(n, m int, cost func(l0, l1, r0, r1 int) float64) []Bead {
	b := band(n, m)
	sum := make([]float64, b.size())
	from := make([]int8, b.size())
	for i := range n + 1 {
		lo, hi := b.row(i)
		for j := lo; j <= hi; j++ {
			at := b.at(i, j)
			if i == 0 && j == 0 {
				continue
			}
			sum[at], from[at] = math.Inf(1), -1
			for k, s := range steps {
				pi, pj := i-s[0], j-s[1]
				if pi < 0 || pj < 0 || !b.holds(pi, pj) {
					continue
				}
				if v := sum[b.at(pi, pj)] + cost(pi, i, pj, j); v < sum[at] {
					sum[at], from[at] = v, int8(k)
				}
			}
		}
	}
	return b.walk(n, m, from)
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

func (b banded) walk(n, m int, from []int8) []Bead {
	var out []Bead
	for i, j := n, m; i > 0 || j > 0; {
		s := steps[from[b.at(i, j)]]
		out = append(out, Bead{i - s[0], i, j - s[1], j})
		i, j = i-s[0], j-s[1]
	}
	for l, r := 0, len(out)-1; l < r; l, r = l+1, r-1 {
		out[l], out[r] = out[r], out[l]
	}
	return out
}
