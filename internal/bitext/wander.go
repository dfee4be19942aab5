package bitext

import "slices"

// A unit that has no partner in its place may have one in another: nearby, where
// two paragraphs changed places, or under another heading, where one text tells
// in one clause what the other tells in two.

// The scores from which two units out of order are one: in two sections that
// answer to each other, and anywhere. Those that share enough need less of it in
// the same sections: that there is nothing else speaks for them.
const (
	blockMoved  = 1.5
	blockShares = -1.5
	blockFar    = 3.0
	sharesMuch  = 3.0 // what shared cues weigh at least
)

// wander pairs what has no partner in a segment with what has none there either,
// and keeps the rest for wanderFar. The indices are those of the segment.
func (a *aligner) wander(s segment, left, right []int, b *Bitext) {
	at := [2][]int{shift(left, s.l0), shift(right, s.r0)}
	at = a.pairLone(at, blockMoved, a.likeness, b)
	at = a.pairLone(at, blockShares, func(x, y *unit) float64 {
		if both, _ := x.cues.shared(&y.cues); both < sharesMuch {
			return -certain
		}
		return a.likeness(x, y)
	}, b)
	for k := range at {
		a.lone[k] = append(a.lone[k], at[k]...)
	}
}

// wanderFar pairs what is left alone in any two places.
func (a *aligner) wanderFar(b *Bitext) {
	var free [2][]int
	for k := range free {
		for _, i := range a.lone[k] {
			if u := &a.sides[k].units[i]; u.kind != headKind && !u.elsewhere && declaredBy(u.Clause) == nil {
				free[k] = append(free[k], i)
			}
		}
	}
	a.pairLone(free, blockFar, a.likeness, b)
}

// pairLone pairs units that are each other's best, and returns those that found
// no partner.
func (a *aligner) pairLone(lone [2][]int, least float64, like func(x, y *unit) float64, b *Bitext) [2][]int {
	ls, rs := a.sides[0].units, a.sides[1].units
	for _, p := range mutual(lone[0], lone[1], least, func(i, j int) float64 { return like(&ls[i], &rs[j]) }) {
		lone[0], lone[1] = without(lone[0], p.Left), without(lone[1], p.Right)
		b.Moved = append(b.Moved, Row{Left: units(ls[p.Left : p.Left+1]), Right: units(rs[p.Right : p.Right+1])})
	}
	return lone
}

func without(all []int, i int) []int {
	return slices.DeleteFunc(slices.Clone(all), func(k int) bool { return k == i })
}

// likeness is how likely two units are one wherever they stand. Of their shapes
// only a heading tells: an item there is a paragraph here.
func (a *aligner) likeness(x, y *unit) float64 {
	cost := 0.0
	if x.kind == headKind || y.kind == headKind {
		cost = kindCost(x.kind, y.kind)
	}
	if c, d := x.first, y.first; c != nil && d != nil {
		cost += a.tieCost(c, d)
	}
	both, single := x.cues.shared(&y.cues)
	return 0.7*both - 0.35*single - cost - lengthCost(x.size, y.size, a.ratio)
}

func shift(at []int, by int) []int {
	for i := range at {
		at[i] += by
	}
	return at
}
