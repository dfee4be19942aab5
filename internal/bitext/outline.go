package bitext

import (
	"math"
	"slices"

	"diptych/internal/align"
	"diptych/internal/policy"
)

// outline pairs the sections of the two texts, in order; then those that are
// left and stand elsewhere on the other side. The pairs in order come first.
func (a *aligner) outline() (ordered, moved []align.Pair) {
	o := a.newOrder()
	beads := align.Beads(a.ctx, o.n, o.m, func(l0, l1, r0, r1 int) float64 {
		switch {
		case l1-l0 == 1 && r1-r0 == 1:
			return -o.inOrder(l0, r0)
		case l1-l0+r1-r0 == 1:
			return sectionGap
		}
		return math.Inf(1)
	})
	for _, b := range beads {
		if b.Paired() {
			ordered = append(ordered, align.Pair{Left: b.L0, Right: b.R0})
			o.take(b.L0, b.R0)
		}
	}
	return ordered, o.moved()
}

// Costs of a section without partner, and the score from which two sections
// out of order are one.
const (
	sectionGap   = 1.0
	sectionMoved = 8.0
)

// sectionScore returns how likely two sections translate each other, wherever
// they stand; 0 is even.
func (a *aligner) sectionScore(i, j int) float64 {
	s, t := &a.sides[0].sections[i], &a.sides[1].sections[j]
	c, d := s.clause, t.clause
	v := 0.0
	if s.part || t.part {
		if c.StandsAlone() || d.StandsAlone() {
			return -certain
		}
	} else {
		switch same, apart := a.known.judge(c, d); {
		case same:
			return certain
		case apart:
			return -certain
		}
		v += a.known.lean(c, d) + labelScore(c.Label, d.Label)
	}
	if (c.Form == policy.Endnotes) != (d.Form == policy.Endnotes) {
		return -certain
	}
	switch {
	case s.titled != t.titled, !s.titled && (c.Form != d.Form || s.part != t.part):
		v -= 6
	case s.whole() && t.whole(), !s.titled:
		v -= 0.7 * float64(min(abs(c.Depth-d.Depth), 3))
	}
	if a.titles(i, j) {
		return v + entitled
	}
	return v + a.wordScore(s, t)
}

// entitled is the score of the titles of two texts: they need not be alike, nor
// need what stands between them and the next heading.
const entitled = 4.0

// titles reports whether two sections begin with the titles of the texts: the
// first headings, and the only ones of their depth, with others below them in one
// text at least.
func (a *aligner) titles(i, j int) bool {
	return i == 0 && j == 0 && a.sides[0].entitled() && a.sides[1].entitled() && len(a.sides[0].sections)+len(a.sides[1].sections) > 2
}

// entitled reports whether the first section of the text is all that stands so
// high, or nothing but a title that is no heading stands before the others.
func (s *side) entitled() bool {
	if len(s.sections) == 0 || !s.sections[0].whole() {
		return false
	}
	for i := 1; i < len(s.sections); i++ {
		if t := &s.sections[i]; t.whole() && t.clause.Depth <= s.sections[0].clause.Depth {
			return false
		}
	}
	return true
}

// wordScore is how much the words of two sections speak for their being one.
func (a *aligner) wordScore(s, t *section) float64 {
	both, single := s.cues.shared(&t.cues)
	v := 1.5 + 0.6*both - 0.25*single - 0.5*lengthCost(s.size, t.size, a.ratio)
	if s.titled && t.titled {
		h, k := &a.sides[0].units[s.from], &a.sides[1].units[t.from]
		both, single := h.cues.shared(&k.cues)
		if h.runIn != k.runIn { // one is a title, the other goes on
			return v + 0.5*both
		}
		v += 1.5*both - 0.5*single - 0.5*lengthCost(h.size, k.size, a.ratio)
	}
	return v
}

// labelScore compares printed numbers: those of different scripts are equal
// where they count the same (第三条 and Article 3).
func labelScore(l, m policy.Label) float64 {
	switch {
	case l.IsZero() && m.IsZero():
		return 0
	case l.IsZero() || m.IsZero():
		return -0.5
	case slices.Equal(l.Path, m.Path):
		return 2
	}
	return -1.5
}

func abs(n int) int { return max(n, -n) }

// mutual pairs what is each other's best, and scores at least least.
func mutual(left, right []int, least float64, score func(i, j int) float64) []align.Pair {
	if len(left)*len(right) > 1<<16 {
		return nil
	}
	best := func(i int, among []int, score func(i, j int) float64) int {
		at, top := -1, least
		for _, j := range among {
			if v := score(i, j); v >= top {
				at, top = j, v+1e-9
			}
		}
		return at
	}
	var out []align.Pair
	for _, i := range left {
		j := best(i, right, score)
		if j >= 0 && best(j, left, func(j, i int) float64 { return score(i, j) }) == i {
			out = append(out, align.Pair{Left: i, Right: j})
		}
	}
	return out
}

// segment is a stretch of units in both texts that answer to each other as a
// whole: of two paired sections, and of the sections without partner up to the
// next pair. The first units of paired sections are given.
type segment struct {
	l0, l1, r0, r1 int
	paired         bool // it begins with two sections that answer to each other
	heads          bool // and with their heads
	moved          bool // they stand in different places
}

// segments cuts the texts at the pairs of sections.
func (a *aligner) segments(pairs []align.Pair) []segment {
	left, right := &a.sides[0], &a.sides[1]
	var out []segment
	open := segment{}
	for _, p := range pairs {
		s, t := &left.sections[p.Left], &right.sections[p.Right]
		a.pairSections(s, t)
		if open.l1, open.r1 = s.from, t.from; open.l1 > open.l0 || open.r1 > open.r0 {
			out = append(out, open)
		}
		open = segment{l0: s.from, r0: t.from, paired: true, heads: twoHeads(s, t)}
	}
	open.l1, open.r1 = len(left.units), len(right.units)
	return append(out, open)
}

// movedSegments makes a segment of each pair of sections that stand in
// different places, and takes their units out of the reading order.
func (a *aligner) movedSegments(pairs []align.Pair) []segment {
	left, right := &a.sides[0], &a.sides[1]
	var out []segment
	for _, p := range pairs {
		s, t := &left.sections[p.Left], &right.sections[p.Right]
		a.pairSections(s, t)
		for _, us := range [...][]unit{left.units[s.from:s.to], right.units[t.from:t.to]} {
			for i := range us {
				us[i].elsewhere = true
			}
		}
		out = append(out, segment{s.from, s.to, t.from, t.to, true, twoHeads(s, t), true})
	}
	return out
}

// twoHeads reports whether both sections begin with headings, which answer to
// each other.
func twoHeads(s, t *section) bool { return s.whole() && t.whole() }

// pairSections notes that the clauses of two sections answer to each other,
// where the sections begin them.
func (a *aligner) pairSections(s, t *section) {
	if !s.part && !t.part {
		a.pair(s.clause, t.clause)
	}
}
