package bitext

import (
	"math"

	"diptych/internal/align"
	"diptych/internal/policy"
)

// order finds which sections answer to each other in other places than the
// order of the texts has them. Most sections stand in it; so the words of one
// that does not must clearly tell which it is.
type order struct {
	a           *aligner
	n, m        int
	score       []float64 // of every two sections; nil where they are too many
	left, right []int     // partner, or -1
	sureLeft    []int     // the partner that words alone tell, or -1
	sureRight   []int
	begins      map[*policy.Clause]int // which section of the right text begins a clause
}

const (
	maxScores    = 1 << 20 // how many scores are kept at once
	sectionClear = 3.0     // how much better a clear partner is than any other
	enoughShared = 5.0     // what shared cues weigh at least, of a section that another holds
	mostShared   = 0.6     // and which part of its own
	sectionLeft  = 4.0     // the score from which two sections are one that are each other's best of what is left

	sectionEnclosed = 3.0 // how much the words of two may speak against it where nothing else stands between two pairs
)

func (a *aligner) newOrder() *order {
	n, m := len(a.sides[0].sections), len(a.sides[1].sections)
	o := &order{a: a, n: n, m: m, left: none(n), right: none(m), sureLeft: none(n), sureRight: none(m)}
	if n*m > maxScores {
		return o
	}
	o.begins = make(map[*policy.Clause]int, m)
	for j := range m {
		if t := &a.sides[1].sections[j]; !t.part {
			o.begins[t.clause] = j
		}
	}
	o.score = make([]float64, n*m)
	for i := range n {
		for j := range m {
			o.score[i*m+j] = a.sectionScore(i, j)
		}
	}
	o.findSure()
	return o
}

func none(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

func (o *order) at(i, j int) float64 {
	if o.score == nil {
		return o.a.sectionScore(i, j)
	}
	return o.score[i*o.m+j]
}

// findSure finds the pairs that are each other's best by far.
func (o *order) findSure() {
	type top struct {
		at          int
		first, next float64
	}
	tops := func(n int) []top {
		out := make([]top, n)
		for i := range out {
			out[i] = top{-1, math.Inf(-1), math.Inf(-1)}
		}
		return out
	}
	put := func(t *top, at int, v float64) {
		if v > t.first {
			t.at, t.first, t.next = at, v, t.first
		} else if v > t.next {
			t.next = v
		}
	}
	rows, cols := tops(o.n), tops(o.m)
	for i := range o.n {
		for j := range o.m {
			v := o.score[i*o.m+j]
			put(&rows[i], j, v)
			put(&cols[j], i, v)
		}
	}
	for i := range o.n {
		if j := o.tied(i); j >= 0 && o.holds(i, j, max(rows[i].first, cols[j].first)) {
			o.sureLeft[i], o.sureRight[j] = j, i
			o.score[i*o.m+j] = certain
		}
	}
	for i, r := range rows {
		if r.at < 0 || o.sureLeft[i] >= 0 || o.sureRight[r.at] >= 0 {
			continue
		}
		if cols[r.at].at == i && r.first >= sectionMoved && r.first-max(r.next, cols[r.at].next) >= sectionClear {
			o.sureLeft[i], o.sureRight[r.at] = r.at, i
		}
	}
}

// tied returns the section whose clause that of section i is tied to, or -1.
func (o *order) tied(i int) int {
	s := &o.a.sides[0].sections[i]
	if d := o.a.known[s.clause].To; d != nil && !s.part {
		if j, ok := o.begins[d]; ok {
			return j
		}
	}
	return -1
}

// holds reports whether the words of two sections that are tied let them be one:
// they speak clearly for it, or not against it and for no other much more, or
// one of the two says most of what the other says, which may hold more because
// its text runs clauses together.
func (o *order) holds(i, j int, best float64) bool {
	if v := o.at(i, j) - tied; v >= sectionMoved || v >= 0 && v >= best-sectionClear {
		return true
	}
	return within(&o.a.sides[0].sections[i].cues, &o.a.sides[1].sections[j].cues)
}

// within reports whether one of two sections says most of what the other says.
func within(x, y *cueSet) bool {
	both, _ := x.shared(y)
	return both >= enoughShared && both >= mostShared*min(x.total, y.total)
}

// inOrder is how likely two sections answer to each other in the order of the
// texts: the likelier the less one stands behind the other.
func (o *order) inOrder(i, j int) float64 {
	if j != o.sureLeft[i] && (o.sureLeft[i] >= 0 || o.sureRight[j] >= 0) {
		return -certain
	}
	return o.at(i, j) - 4*math.Abs(float64(i)/float64(o.n)-float64(j)/float64(o.m))
}

func (o *order) take(i, j int) { o.left[i], o.right[j] = j, i }

// free reports whether both sections are there and without partner.
func (o *order) free(i, j int) bool {
	return i >= 0 && j >= 0 && i < o.n && j < o.m && o.left[i] < 0 && o.right[j] < 0
}

// moved pairs the sections that are left: those whose words tell, then those
// that stand beside a pair out of order as their partners do, then what is each
// other's best, and last what alone is left between two pairs.
func (o *order) moved() []align.Pair {
	var out []align.Pair
	take := func(i, j int) {
		o.take(i, j)
		out = append(out, align.Pair{Left: i, Right: j})
	}
	for i, j := range o.sureLeft {
		if j >= 0 && o.free(i, j) {
			take(i, j)
		}
	}
	for k := 0; k < len(out); k++ { // what is found goes on from there
		p := out[k]
		for _, d := range [...]int{1, -1} {
			if i, j := p.Left+d, p.Right+d; o.free(i, j) && o.at(i, j) > 0 {
				take(i, j)
			}
		}
	}
	for _, least := range [...]float64{sectionMoved, sectionLeft} {
		for _, p := range mutual(alone(o.left), alone(o.right), least, o.at) {
			take(p.Left, p.Right)
		}
	}
	for _, i := range alone(o.left) {
		if j := o.enclosed(i); o.free(i, j) && o.at(i, j) > -o.mayLack(i, j) {
			take(i, j)
		}
	}
	return out
}

// mayLack is how much the words of two sections may speak against it where nothing
// else stands between two pairs: more where both have titles and the same figures.
func (o *order) mayLack(i, j int) float64 {
	s, t := &o.a.sides[0].sections[i], &o.a.sides[1].sections[j]
	if s.titled && t.titled {
		answered, missed := o.a.figures(o.a.sides[0].units[s.from:s.to], o.a.sides[1].units[t.from:t.to])
		if answered > missed[0]+missed[1] {
			return sectionEnclosed
		}
	}
	return 2 * sectionGap
}

// enclosed returns the section between the partners of the two that are next to
// i, where it is the only one there; else -1.
func (o *order) enclosed(i int) int {
	if i == 0 || i+1 == o.n {
		return -1
	}
	before, after := o.left[i-1], o.left[i+1]
	if before >= 0 && after >= 0 && (after-before == 2 || before-after == 2) {
		return (before + after) / 2
	}
	return -1
}

// alone lists what has no partner.
func alone(partners []int) []int {
	var out []int
	for i, j := range partners {
		if j < 0 {
			out = append(out, i)
		}
	}
	return out
}
