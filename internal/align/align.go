// Package align pairs two sequences: elements in order with gaps, then moves
// among what is left, and runs of interned tokens by shortest edit script. It
// keeps two laws: every element of either side stands in a script exactly
// once and in order, and the work is bounded by counting elements, never
// time, so that equal input gives equal output on any machine. Where its context
// ends the work does too: what is not paired by then is left alone, and the first
// law holds. What an element is, and how alike two are, is the caller's.
package align

import "context"

// Pair is a place in a script: two elements that belong together, or one
// element beside a gap. Left and Right are indexes; -1 is a gap.
type Pair struct{ Left, Right int }

// Paired reports whether both sides are there.
func (p Pair) Paired() bool { return p.Left >= 0 && p.Right >= 0 }

// Options says how elements compare. The zero value pairs nothing.
type Options struct {
	// Left and Right hold a key per element: equal keys say that two elements
	// are equal. Equal elements at both ends, and equal ones that are unique
	// on both sides, are paired first. Nil: no anchors.
	Left, Right []uint64
	// Likeness says how alike left i and right j are, in [0,1]. It is asked
	// only in the gaps between anchors. Nil: unequal elements never pair.
	Likeness func(i, j int) float64
	// Surely reports whether left i and right j are at least Least alike, where
	// that is told with less work than Likeness takes; false says nothing. It is
	// asked where the two have no rivals. Nil: Likeness is always asked.
	Surely func(i, j int) bool
	// Least is the likeness below which two elements do not pair.
	Least float64
	// Weight says how much the elements matter: of two chains of pairs that
	// cross, the heavier stays in order. Nil: 1 each. Elements that weigh
	// less than MinMove never count as moved.
	WeightLeft, WeightRight func(i int) float64
	MinMove                 float64
	// Sketch gives further keys, most telling first, for elements in gaps
	// that are too large for Likeness: elements that are alike should often
	// have equal ones. Nil: such a gap is left unpaired.
	SketchLeft, SketchRight func(level, i int) uint64
	Levels                  int
	// MaxCells bounds how often Likeness is asked in one call of Align, and
	// in one call of Moves; 0 is 1<<18. Every gap has its share by its length.
	MaxCells int
}

const defaultCells = 1 << 18

func (o *Options) cells() int {
	if o.MaxCells > 0 {
		return o.MaxCells
	}
	return defaultCells
}

func (o *Options) weight(i, j int) float64 {
	w := 1.0
	if o.WeightLeft != nil && i >= 0 {
		w = o.WeightLeft(i)
	}
	if o.WeightRight != nil && j >= 0 {
		if v := o.WeightRight(j); i < 0 || v < w {
			w = v
		}
	}
	return w
}

func (o *Options) equal(i, j int) bool {
	return o.Left != nil && o.Right != nil && o.Left[i] == o.Right[j]
}

// Align pairs n left with m right elements in order. Every element is in the
// result once. Within a gap the left elements stand before the right ones,
// as deletions before insertions.
func Align(ctx context.Context, n, m int, o Options) []Pair {
	a := aligner{ctx: ctx, o: &o, total: n + m}
	a.bind(n, m)
	a.out = make([]Pair, 0, max(n, m))
	a.gap(span{0, n, 0, m}, 0)
	return tidy(a.out)
}

// span is the left elements [l0,l1) against the right ones [r0,r1).
type span struct{ l0, l1, r0, r1 int }

// aligner is one call of Align.
type aligner struct {
	ctx   context.Context
	o     *Options
	total int
	bound []int // left -> the right element with the same unique key, or -1
	tied  []int // the same from the right
	out   []Pair
}

// bind finds the elements whose key is unique on both sides: they pair with
// each other or, out of order, with none, so that Moves can have them.
func (a *aligner) bind(n, m int) {
	if a.o.Left == nil || a.o.Right == nil {
		return
	}
	a.bound, a.tied = fill(n), fill(m)
	for _, p := range unique(n, m, func(i int) uint64 { return a.o.Left[i] }, func(j int) uint64 { return a.o.Right[j] }) {
		if a.o.weight(p.Left, p.Right) >= a.o.MinMove {
			a.bound[p.Left], a.tied[p.Right] = p.Right, p.Left
		}
	}
}

// may reports whether i and j are free to pair with each other.
func (a *aligner) may(i, j int) bool {
	if a.bound == nil {
		return true
	}
	return (a.bound[i] < 0 || a.bound[i] == j) && (a.tied[j] < 0 || a.tied[j] == i)
}

// gap pairs what lies in s: equal ends, then anchors, then by likeness.
func (a *aligner) gap(s span, level int) {
	for s.l0 < s.l1 && s.r0 < s.r1 && a.o.equal(s.l0, s.r0) {
		a.out = append(a.out, Pair{s.l0, s.r0})
		s.l0++
		s.r0++
	}
	tail := 0
	for s.l0 < s.l1 && s.r0 < s.r1 && a.o.equal(s.l1-1, s.r1-1) {
		s.l1--
		s.r1--
		tail++
	}
	a.inner(s, level)
	for k := range tail {
		a.out = append(a.out, Pair{s.l1 + k, s.r1 + k})
	}
}

func (a *aligner) inner(s span, level int) {
	n, m := s.l1-s.l0, s.r1-s.r0
	if n == 0 || m == 0 || a.ctx.Err() != nil {
		a.unpaired(s)
		return
	}
	if chain := a.anchors(s, level); len(chain) > 0 {
		at := s
		for _, p := range chain {
			a.gap(span{at.l0, p.Left, at.r0, p.Right}, level)
			a.out = append(a.out, p)
			at.l0, at.r0 = p.Left+1, p.Right+1
		}
		a.gap(at, level)
		return
	}
	if a.o.Likeness == nil {
		a.unpaired(s)
		return
	}
	share := max(64, int(float64(a.o.cells())*float64(n+m)/float64(a.total)))
	switch {
	case n <= share/m:
		a.likeness(s)
	case level < a.o.Levels:
		a.inner(s, level+1)
	default:
		a.unpaired(s)
	}
}

// anchors returns the heaviest chain of pairs whose keys are unique on both
// sides of s. Level 0 uses the keys, later levels the sketches.
func (a *aligner) anchors(s span, level int) []Pair {
	left := func(i int) uint64 { return a.o.Left[s.l0+i] }
	right := func(j int) uint64 { return a.o.Right[s.r0+j] }
	switch {
	case level > 0:
		left = func(i int) uint64 { return a.o.SketchLeft(level-1, s.l0+i) }
		right = func(j int) uint64 { return a.o.SketchRight(level-1, s.r0+j) }
	case a.o.Left == nil || a.o.Right == nil:
		return nil
	}
	pairs := unique(s.l1-s.l0, s.r1-s.r0, left, right)
	keep := pairs[:0]
	for _, p := range pairs {
		p.Left += s.l0
		p.Right += s.r0
		if !a.may(p.Left, p.Right) {
			continue
		}
		if level > 0 && a.o.Likeness(p.Left, p.Right) < a.o.Least {
			continue
		}
		keep = append(keep, p)
	}
	return heaviest(keep, func(p Pair) float64 { return a.o.weight(p.Left, p.Right) })
}

func (a *aligner) unpaired(s span) {
	for i := s.l0; i < s.l1; i++ {
		a.out = append(a.out, Pair{i, -1})
	}
	for j := s.r0; j < s.r1; j++ {
		a.out = append(a.out, Pair{-1, j})
	}
}

func fill(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = -1
	}
	return s
}
