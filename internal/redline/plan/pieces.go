package plan

import (
	"slices"

	"diptych/internal/align"
)

// take has a sentence moved.
func (s *shifter) take(x stray, m *Shift, old bool) {
	if s.cuts[x.at] == nil {
		s.cuts[x.at] = map[int][]end{}
	}
	at := side{x.at, old}
	if s.gone[at] == nil {
		s.gone[at] = make([]bool, len(leafOf(x.at, old).Tokens))
	}
	for i := x.From; i < x.To; i++ {
		s.gone[at][i] = true
	}
	s.cuts[x.at][x.hunk] = append(s.cuts[x.at][x.hunk], end{x.Stretch, m, old})
}

// apply cuts the hunks, and returns the ends of the moves.
func (s *shifter) apply() map[ShiftEnd]*Shift {
	out := map[ShiftEnd]*Shift{}
	for i, d := range s.diffs {
		cuts := s.cuts[d]
		if cuts == nil {
			continue
		}
		c := *d
		c.Hunks = nil
		for k, h := range d.Hunks {
			if cuts[k] == nil {
				c.Hunks = append(c.Hunks, h)
				continue
			}
			c.Hunks = s.pieces(c.Hunks, h, cuts[k], func(h align.Hunk, x *Shift) { out[ShiftEnd{&c, h}] = x })
		}
		if t := s.nodes[i]; t.Seam != nil {
			t.Seam.Diff = &c
		} else {
			t.Diff = &c
		}
	}
	return out
}

// pieces adds a hunk to others: what was deleted or moved away, then what was
// inserted or moved here.
func (s *shifter) pieces(out []align.Hunk, h align.Hunk, ends []end, moved func(align.Hunk, *Shift)) []align.Hunk {
	for _, old := range [...]bool{true, false} {
		at, to := sideOf(h, old)
		piece := func(from, to int) align.Hunk {
			if old {
				return align.Hunk{A0: from, A1: to, B0: h.B0, B1: h.B0}
			}
			return align.Hunk{A0: h.A1, A1: h.A1, B0: from, B1: to}
		}
		mine := slices.DeleteFunc(slices.Clone(ends), func(e end) bool { return e.old != old })
		slices.SortFunc(mine, func(e, f end) int { return e.From - f.From })
		for _, e := range mine {
			if at < e.From {
				out = append(out, piece(at, e.From))
			}
			out = append(out, piece(e.From, e.To))
			moved(out[len(out)-1], e.shift)
			at = e.To
		}
		if at < to {
			out = append(out, piece(at, to))
		}
	}
	return out
}
