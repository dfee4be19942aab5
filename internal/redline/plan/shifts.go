package plan

import (
	"diptych/internal/align"
	"diptych/internal/redline/words"
)

// A sentence that is gone from one place and has come in another is moved, like
// a paragraph would be. It must be the same word for word and be there once.

// minShift is the least weight of a sentence that moved: a Han character weighs
// two, a word in another script three.
const minShift = 24

// Shift is one or more sentences that moved together.
type Shift struct {
	Number int
	Words  string
	Stayed *words.Diff // both ends, with all but the sentences marked
}

// ShiftEnd is one end of a shift: a hunk that is nothing else.
type ShiftEnd struct {
	Diff *words.Diff
	Hunk align.Hunk
}

// stray is a sentence that is on one side only.
type stray struct {
	at   *words.Diff // whose hunk it is in
	hunk int
	words.Stretch
}

// shifter finds the sentences that moved, and cuts the hunks so that each end of
// a move is a hunk of its own.
type shifter struct {
	m      *pairer
	drifts map[*Block]*Drift
	diffs  []*words.Diff
	nodes  []*Block // of diffs
	cuts   map[*words.Diff]map[int][]end
	cut    map[*words.Leaf][]words.Stretch // the sentences of leaves
	gone   map[side][]bool                 // which tokens moved
}

// end is a stretch of a hunk that moved; old says on which side.
type end struct {
	words.Stretch
	shift *Shift
	old   bool
}

// shifts finds the sentences that moved. It gives blocks without partner in
// which such stand a comparison with nothing. Moves have that many numbers.
func (m *pairer) shifts(places []Place, drifts map[*Block]*Drift, number int) map[ShiftEnd]*Shift {
	s := &shifter{m: m, drifts: drifts, cuts: map[*words.Diff]map[int][]end{}, cut: map[*words.Leaf][]words.Stretch{}, gone: map[side][]bool{}}
	for _, p := range places {
		if p.View == Both && !p.Same {
			s.collect(p.Blocks)
		}
	}
	olds, news := s.strays(true), s.strays(false)
	for _, pair := range unique(olds, news) {
		a, b := olds[pair.Left], news[pair.Right]
		if s.taken(a.at, a.Stretch, true) || s.taken(b.at, b.Stretch, false) {
			continue
		}
		a.Stretch, b.Stretch = s.grow(a, b)
		number++
		x := &Shift{number, a.at.Old.Text[a.at.Old.Tokens[a.From].Start:a.at.Old.Tokens[a.To-1].End], stayed(a, b)}
		s.take(a, x, true)
		s.take(b, x, false)
	}
	return s.apply()
}

// collect collects the comparisons in which sentences can be on one side only.
func (s *shifter) collect(ts []*Block) {
	for _, t := range ts {
		switch {
		case t.Same || t.title || s.drifts[t] != nil:
			continue
		case t.Seam != nil && t.Part == 0:
			s.diffs, s.nodes = append(s.diffs, t.Seam.Diff), append(s.nodes, t)
		case t.Diff != nil:
			s.diffs, s.nodes = append(s.diffs, t.Diff), append(s.nodes, t)
		case t.Lone() && !t.Pad && t.Kids == nil && len(t.Block().Runs) > 0:
			s.diffs, s.nodes = append(s.diffs, s.alone(t)), append(s.nodes, t)
		}
		s.collect(t.Kids)
	}
}

// alone compares a block without partner with nothing.
func (s *shifter) alone(t *Block) *words.Diff {
	l, none := s.m.like.cutter.Cut(t.Block().Runs), s.m.like.cutter.Cut(nil)
	if t.Old != nil {
		return &words.Diff{Old: l, New: none, Hunks: []align.Hunk{{A1: len(l.Tokens)}}}
	}
	return &words.Diff{Old: none, New: l, Hunks: []align.Hunk{{B1: len(l.Tokens)}}}
}

// strays returns the whole sentences in the hunks of a side.
func (s *shifter) strays(old bool) []stray {
	var out []stray
	for _, d := range s.diffs {
		for k, h := range d.Hunks {
			from, to := sideOf(h, old)
			if from == to || d.IsAlias(h) {
				continue
			}
			all := s.sentences(leafOf(d, old))
			for _, x := range all[sentenceAt(all, from):] {
				if x.To > to {
					break
				}
				out = append(out, stray{d, k, x})
			}
		}
	}
	return out
}

func sideOf(h align.Hunk, old bool) (from, to int) {
	if old {
		return h.A0, h.A1
	}
	return h.B0, h.B1
}

func leafOf(d *words.Diff, old bool) *words.Leaf {
	if old {
		return d.Old
	}
	return d.New
}
