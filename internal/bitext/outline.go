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
	left, right := a.sides[0].sections, a.sides[1].sections
	score := a.sectionScore
	beads := align.Beads(len(left), len(right), func(l0, l1, r0, r1 int) float64 {
		switch {
		case l1-l0 == 1 && r1-r0 == 1:
			return -score(l0, r0)
		case l1-l0+r1-r0 == 1:
			return sectionGap
		}
		return math.Inf(1)
	})
	var loneLeft, loneRight []int
	for _, b := range beads {
		switch {
		case b.Paired():
			ordered = append(ordered, align.Pair{Left: b.L0, Right: b.R0})
		case b.L0 < b.L1:
			loneLeft = append(loneLeft, b.L0)
		default:
			loneRight = append(loneRight, b.R0)
		}
	}
	return ordered, mutual(loneLeft, loneRight, sectionMoved, score)
}

// Costs of a section without partner, and the score from which two sections
// out of order are one.
const (
	sectionGap   = 1.0
	sectionMoved = 8.0
)

// sectionScore returns how likely two sections translate each other; 0 is even.
func (a *aligner) sectionScore(i, j int) float64 {
	s, t := &a.sides[0].sections[i], &a.sides[1].sections[j]
	c, d := s.clause, t.clause
	same, apart := a.known.judge(c, d)
	switch {
	case same:
		return certain
	case apart, (c.Form == policy.Endnotes) != (d.Form == policy.Endnotes):
		return -certain
	}
	v := a.known.lean(c, d)
	both, single := s.cues.shared(&t.cues)
	v += 0.6*both - 0.25*single
	if c.Form == policy.Heading && d.Form == policy.Heading {
		h, k := &a.sides[0].units[s.from], &a.sides[1].units[t.from]
		both, single := h.cues.shared(&k.cues)
		v += 1.5*both - 0.5*single - 0.5*lengthCost(h.size, k.size, a.ratio)
	}
	if c.Form != d.Form {
		v -= 6
	}
	v -= 0.7 * float64(min(abs(c.Depth-d.Depth), 3))
	v += labelScore(c.Label, d.Label)
	v -= 0.5 * lengthCost(s.size, t.size, a.ratio)
	n, m := float64(len(a.sides[0].sections)), float64(len(a.sides[1].sections))
	return v + 1.5 - 4*math.Abs(float64(i)/n-float64(j)/m)
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
		a.pair(s.clause, t.clause)
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
		a.pair(s.clause, t.clause)
		for _, us := range [...][]unit{left.units[s.from:s.to], right.units[t.from:t.to]} {
			for i := range us {
				us[i].elsewhere = true
			}
		}
		out = append(out, segment{s.from, s.to, t.from, t.to, true, twoHeads(s, t), true})
	}
	return out
}

func twoHeads(s, t *section) bool {
	return s.clause.Form == policy.Heading && t.clause.Form == policy.Heading
}
