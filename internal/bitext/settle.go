package bitext

import (
	"slices"

	"diptych/internal/figure"
	"diptych/internal/policy"
)

// What stands alone on both sides between the same two pairs stands in each
// other's place. Units that were found to answer to each other across such a
// stretch, in its order, have not moved; and what is left there on both sides may
// be one thing said in two shapes.

// Costs up to which what is left in the same place is taken for one thing: how far
// the lengths may be apart, and what the words may say against it, where it
// is all that stands below two headings that answer to each other, and anywhere.
const (
	placeApart = 2.5
	placeBody  = 9.0
	placeAny   = 0.0
)

// settle pairs what stands alone in one place of both texts. It is asked last.
func (a *aligner) settle(b *Bitext) {
	s := &settler{a: a, b: b, moved: map[UnitKey]int{}, settled: make([]bool, len(b.Moved))}
	for i, row := range b.Moved {
		for _, u := range row.Units() {
			s.moved[u.Key()] = i
		}
	}
	rows := b.Rows
	b.Rows = make([]Row, 0, len(rows))
	var from, to place
	begin := 0
	for i := range rows {
		row := &rows[i]
		at := place{to[0] + len(row.Left), to[1] + len(row.Right)}
		if row.Paired() {
			s.stretch(rows[begin:i], from, to)
			b.Rows = append(b.Rows, *row)
			from, begin = at, i+1
		}
		to = at
	}
	s.stretch(rows[begin:], from, to)
	s.absorb()
	s.regive()
	n := 0
	for i, row := range b.Moved {
		if !s.settled[i] {
			b.Moved[n] = row
			n++
		}
	}
	b.Moved = b.Moved[:n]
}

// place is how many units of either text stand before it.
type place [2]int

type settler struct {
	a       *aligner
	b       *Bitext
	moved   map[UnitKey]int // the rows out of order
	settled []bool          // those that are not
}

// stretch adds the rows of the units without partner between two places: as they
// are, unless some of them are a pair.
func (s *settler) stretch(rows []Row, from, to place) {
	n := len(s.b.Rows)
	if from[0] < to[0] && from[1] < to[1] {
		for _, x := range s.inPlace(from, to) {
			s.left(from, x.from)
			s.b.Rows = append(s.b.Rows, s.b.Moved[x.row])
			s.settled[x.row] = true
			s.a.pairFirst(&s.a.sides[0].units[x.from[0]], &s.a.sides[1].units[x.from[1]])
			from = x.to
		}
		s.left(from, to)
	}
	if !slices.ContainsFunc(s.b.Rows[n:], Row.Paired) {
		s.b.Rows = append(s.b.Rows[:n], rows...)
	}
}

// pairFirst notes that the clauses which two units begin answer to each other.
func (a *aligner) pairFirst(x, y *unit) {
	if c, d := x.first, y.first; c != nil && d != nil && c.Form == d.Form {
		a.pair(c, d)
	}
}

// lone adds the units between two places, each in a row of its own.
func (s *settler) lone(from, to place) {
	for i := from[0]; i < to[0]; i++ {
		s.b.Rows = append(s.b.Rows, Row{Left: units(s.a.sides[0].units[i : i+1])})
	}
	for j := from[1]; j < to[1]; j++ {
		s.b.Rows = append(s.b.Rows, Row{Right: units(s.a.sides[1].units[j : j+1])})
	}
}

// met is a row that was taken to be out of order, and its place.
type met struct {
	row      int
	from, to place
}

// inPlace returns the rows whose units all stand between two places and which
// no other such row crosses, in their order.
func (s *settler) inPlace(from, to place) []met {
	at := map[int]*[2][]int{}
	for k := range from {
		for i := from[k]; i < to[k]; i++ {
			if row, ok := s.moved[s.a.sides[k].units[i].Key()]; ok {
				if at[row] == nil {
					at[row] = &[2][]int{}
				}
				at[row][k] = append(at[row][k], i)
			}
		}
	}
	var all []met
	for row, us := range at {
		m := s.b.Moved[row]
		l, r := us[0], us[1]
		if len(l) == len(m.Left) && len(r) == len(m.Right) { // they are neighbours
			all = append(all, met{row, place{l[0], r[0]}, place{l[len(l)-1] + 1, r[len(r)-1] + 1}})
		}
	}
	slices.SortFunc(all, func(x, y met) int { return x.from[0] - y.from[0] })
	crossed := make([]bool, len(all))
	for i, high := 0, 0; i < len(all); i++ {
		crossed[i] = all[i].from[1] < high
		high = max(high, all[i].to[1])
	}
	for i, low := len(all)-1, to[1]; i >= 0; i-- {
		crossed[i] = crossed[i] || all[i].to[1] > low
		low = min(low, all[i].from[1])
	}
	var out []met
	for i, x := range all {
		if !crossed[i] {
			out = append(out, x)
		}
	}
	return out
}

// left adds what is left between two places: as one row where it can be one
// thing.
func (s *settler) left(from, to place) {
	l, r := s.a.sides[0].units[from[0]:to[0]], s.a.sides[1].units[from[1]:to[1]]
	if s.free(l) && s.free(r) && s.a.samePlace(from, to) {
		s.b.Rows = append(s.b.Rows, Row{Left: units(l), Right: units(r)})
		return
	}
	s.lone(from, to)
}

// free reports whether there are units, none of which begins a section, is found
// elsewhere or is declared to stand in one text only.
func (s *settler) free(us []unit) bool {
	for i := range us {
		u := &us[i]
		_, moved := s.moved[u.Key()]
		if moved || u.kind == headKind || u.opens() || declaredBy(u.Clause) != nil {
			return false
		}
	}
	return len(us) > 0
}

// shaped reports whether a row may have so many units: where it has more than two
// of a text, they are the parts of one.
func shaped(left, right int) bool {
	return max(left, right) <= 2 || min(left, right) <= 1
}

// samePlace reports whether the units between two places can be one thing. There
// are some of either side.
func (a *aligner) samePlace(from, to place) bool {
	l, r := a.sides[0].units[from[0]:to[0]], a.sides[1].units[from[1]:to[1]]
	if max(len(l), len(r)) > maxSpan || !shaped(len(l), len(r)) {
		return false
	}
	var size [2]float64
	var cues [2]cueSet
	size[0], cues[0] = gather(l)
	size[1], cues[1] = gather(r)
	if len(l)+len(r) == 2 && a.holds(from) {
		return true
	}
	apart := lengthCost(size[0], size[1], a.ratio)
	if apart > placeApart {
		return false
	}
	both, single := cues[0].shared(&cues[1])
	limit := placeAny
	if a.body(0, l) && a.body(1, r) && a.partner[l[0].Clause.Section()] == r[0].Clause.Section() && !a.strange(l, r) {
		limit = placeBody
	}
	return apart-0.7*both+0.35*single < limit
}

// strange reports whether units have figures that are missed, and none that both
// sides have: what says the same says the same numbers, in whatever words.
func (a *aligner) strange(l, r []unit) bool {
	answered, missed := a.figures(l, r)
	return answered == 0 && missed[0]+missed[1] > 0
}

// figures counts the figures of units that the other side has, and those of either
// that it lacks.
func (a *aligner) figures(l, r []unit) (answered int, missed [2]int) {
	var found [2][]figure.Figure
	for k, us := range [...][]unit{l, r} {
		for i := range us {
			found[k] = append(found[k], a.cues.Figures().Find(us[i].Words, a.sides[k].lang)...)
		}
	}
	left, right := figure.Match(found[0], found[1])
	for k, ok := range [...][]bool{left, right} {
		for i := range ok {
			switch {
			case ok[i]:
				answered++
			case !found[k][i].Weak:
				missed[k]++
			}
		}
	}
	return answered, missed
}

// body reports whether units are all that stands below a heading.
func (a *aligner) body(side int, us []unit) bool {
	s := &a.sides[side].sections[us[0].section]
	return s.clause.Form == policy.Heading && !s.part && s.to-s.from == len(us)+1
}

// gather returns the length and the cues of units.
func gather(us []unit) (size float64, cues cueSet) {
	for i := range us {
		size += us[i].size
		cues = cues.join(&us[i].cues)
	}
	return size, cues
}
