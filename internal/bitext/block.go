package bitext

import (
	"math"

	"diptych/internal/align"
)

// rows aligns the units of a segment and adds the rows to b.
func (a *aligner) rows(s segment, b *Bitext) {
	left, right := a.sides[0].units[s.l0:s.l1], a.sides[1].units[s.r0:s.r1]
	ls, rs := newSpans(left), newSpans(right)
	beads := align.BeadsOf(a.ctx, len(left), len(right), ls.list, rs.list, func(l0, l1, r0, r1 int, most float64) float64 {
		if l1-l0 > 2 && ls.tooLong(l0, l1, right[r0].size, a.ratio) || r1-r0 > 2 && rs.tooLong(r0, r1, left[l0].size, 1/a.ratio) {
			return math.Inf(1)
		}
		if s.heads && (l0 == 0 || r0 == 0) && !(l0 == 0 && r0 == 0 && l1 == 1 && r1 == 1) {
			return infinite(l1-l0+r1-r0 == 1)
		}
		if l1 > l0 && r1 > r0 && left[l0].opens() && right[r0].opens() && !(s.paired && l0 == 0 && r0 == 0) && !(left[l0].preamble() && right[r0].preamble()) {
			return math.Inf(1) // the outline says that they are two
		}
		if !s.moved && !(settled(left[l0:l1]) && settled(right[r0:r1])) || anyDeclared(left[l0:l1]) || anyDeclared(right[r0:r1]) {
			return infinite(l1-l0+r1-r0 == 1)
		}
		switch {
		case l1-l0 > 2:
			return a.spanCost(ls, l0, l1, &right[r0], true, most)
		case r1-r0 > 2:
			return a.spanCost(rs, r0, r1, &left[l0], false, most)
		}
		return a.beadCost(left[l0:l1], right[r0:r1], most)
	})
	var loneLeft, loneRight []int
	for _, x := range beads {
		row := Row{Left: units(left[x.L0:x.L1]), Right: units(right[x.R0:x.R1])}
		row.Crossed = len(row.Left) == 2 && len(row.Right) == 2 && a.crossed(left[x.L0:x.L1], right[x.R0:x.R1])
		switch {
		case x.Paired():
			a.pairFirst(&left[x.L0], &right[x.R0])
		case x.L0 < x.L1:
			if s.moved || !left[x.L0].elsewhere {
				loneLeft = append(loneLeft, x.L0)
			}
		default:
			if s.moved || !right[x.R0].elsewhere {
				loneRight = append(loneRight, x.R0)
			}
		}
		switch {
		case !s.moved:
			b.Rows = append(b.Rows, row)
		case x.Paired():
			b.Moved = append(b.Moved, row)
		}
	}
	a.wander(s, loneLeft, loneRight, b)
}

// infinite is the cost of what may not be: but a unit without partner must stay
// possible.
func infinite(lone bool) float64 {
	if lone {
		return 1000
	}
	return math.Inf(1)
}

func units(us []unit) []Unit {
	out := make([]Unit, len(us))
	for i := range us {
		out[i] = us[i].Unit
	}
	return out
}

// Costs of the beads but 1-1, after their frequency in Gale and Church (1993),
// table 5, with the frequencies that policies have.
const (
	costAlone = 4.0
	costTwo   = 3.5
	costCross = 13.0
	costItems = 2.0 // two items in one
	costRunIn = 0.5 // a heading and a paragraph in one that begins with its title

	certain = 1000.0 // what it is worth that two clauses are surely one
)

// beadCost is how unlikely it is, as a negative logarithm, that the units
// translate each other; or infinite where that is more than most.
func (a *aligner) beadCost(left, right []unit, most float64) float64 {
	if len(left) == 0 || len(right) == 0 {
		return costAlone
	}
	cost := shapeCost(left, right)
	if math.IsInf(cost, 1) {
		return cost
	}
	if c, d := left[0].first, right[0].first; c != nil && d != nil {
		cost += a.tieCost(c, d)
	}
	if len(left)+len(right) == 2 || left[0].kind != headKind && right[0].kind != headKind {
		cost += kindCost(left[0].kind, right[0].kind)
	}
	cost += 0.5 * float64(min(abs(left[0].depth-right[0].depth), 2))
	both, single := joined(left).shared(joined(right))
	if cost-0.7*both+0.35*single > most { // whatever their lengths
		return math.Inf(1)
	}
	size := [2]float64{}
	for i := range left {
		size[0] += left[i].size
	}
	for i := range right {
		size[1] += right[i].size
	}
	cost += lengthCost(size[0], size[1], a.ratio)
	return cost - 0.7*both + 0.35*single
}

// shapeCost is the cost of the bead as such: heads, rows and clauses of their
// own seldom share one, and items do not often.
func shapeCost(left, right []unit) float64 {
	n := len(left) + len(right)
	switch {
	case n == 2:
		return 0
	case n == 3 && (runsIn(left, right) || runsIn(right, left)):
		return costRunIn
	case n == 3 && (headed(left, right) || headed(right, left)):
		return costTwo
	}
	cost := costTwo
	if n == 4 {
		cost = costCross
	}
	for _, us := range [...][]unit{left, right} {
		for i := range us {
			switch {
			case us[i].kind == headKind || us[i].kind == rowKind || us[i].first != nil && i > 0:
				return math.Inf(1)
			case us[i].kind == itemKind && i > 0:
				cost += costItems
			}
		}
	}
	return cost
}

// runsIn reports whether two units are a heading and the paragraph below it, and
// the other one begins with its title.
func runsIn(two, one []unit) bool {
	return len(two) == 2 && len(one) == 1 && one[0].runIn && two[0].kind == headKind && two[1].kind == paraKind && two[1].first == nil
}

// headed reports whether two units are a heading and the paragraph below it, and
// the other one, which has no heading, says what both say: a row of a table, say,
// of which the first cell is the heading.
func headed(two, one []unit) bool {
	if len(two) != 2 || len(one) != 1 || two[0].kind != headKind || two[1].kind != paraKind || two[1].first != nil || one[0].kind == headKind || one[0].opens() {
		return false
	}
	both, _ := two[0].cues.shared(&one[0].cues)
	return both > 0
}

// crossed reports whether of two and two units the first clearly answers to the
// second, because they changed places.
func (a *aligner) crossed(left, right []unit) bool {
	cost := func(i, j int) float64 { return a.beadCost(left[i:i+1], right[j:j+1], math.Inf(1)) }
	return cost(0, 1)+cost(1, 0)+costAlone < cost(0, 0)+cost(1, 1)
}

// settled reports whether none of the units belongs elsewhere.
func settled(us []unit) bool {
	for i := range us {
		if us[i].elsewhere {
			return false
		}
	}
	return true
}

// anyDeclared reports whether one of the units is declared to stand in one text
// only.
func anyDeclared(us []unit) bool {
	for i := range us {
		if us[i].declared {
			return true
		}
	}
	return false
}

// kindCost is how unlikely it is that a unit changes its shape.
func kindCost(x, y kind) float64 {
	switch {
	case x == y:
		return 0
	case x == headKind || y == headKind, x == rowKind || y == rowKind:
		return 5
	}
	return 1
}

// joined returns the cues of one unit, or of two neighbours.
func joined(us []unit) *cueSet {
	if len(us) == 1 {
		return &us[0].cues
	}
	if us[0].two == nil {
		two := us[0].cues.join(&us[1].cues)
		us[0].two = &two
	}
	return us[0].two
}
