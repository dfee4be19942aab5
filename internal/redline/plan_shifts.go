package redline

import (
	"slices"

	"diptych/internal/align"
	"diptych/internal/redline/words"
)

// A sentence that is gone from one place and has come in another is moved, like
// a paragraph would be. It must be the same word for word and be there once.

// minShift is the least weight of a sentence that moved: a Han character weighs
// two, a word in another script three.
const minShift = 24

// shift is one or more sentences that moved together.
type shift struct {
	number int
	words  string
	stayed *words.Diff // both ends, with all but the sentences marked
}

// shiftEnd is one end of a shift: a hunk that is nothing else.
type shiftEnd struct {
	diff *words.Diff
	hunk align.Hunk
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
	drifts map[*blockNode]*drift
	diffs  []*words.Diff
	nodes  []*blockNode // of diffs
	cuts   map[*words.Diff]map[int][]end
}

// end is a stretch of a hunk that moved; old says on which side.
type end struct {
	words.Stretch
	shift *shift
	old   bool
}

// shifts finds the sentences that moved. It gives blocks without partner in
// which such stand a comparison with nothing. Moves have that many numbers.
func (m *pairer) shifts(places []place, drifts map[*blockNode]*drift, number int) map[shiftEnd]*shift {
	s := &shifter{m: m, drifts: drifts, cuts: map[*words.Diff]map[int][]end{}}
	for _, p := range places {
		if p.view == both && !p.same {
			s.collect(p.blocks)
		}
	}
	olds, news := s.strays(true), s.strays(false)
	for _, pair := range unique(olds, news) {
		a, b := olds[pair.Left], news[pair.Right]
		if s.taken(a, true) || s.taken(b, false) {
			continue
		}
		a.Stretch, b.Stretch = s.grow(a, b)
		number++
		x := &shift{number, a.at.Old.Text[a.at.Old.Tokens[a.From].Start:a.at.Old.Tokens[a.To-1].End], stayed(a, b)}
		s.cut(a, x, true)
		s.cut(b, x, false)
	}
	return s.apply()
}

// collect collects the comparisons in which sentences can be on one side only.
func (s *shifter) collect(ts []*blockNode) {
	for _, t := range ts {
		switch {
		case t.same || t.title || s.drifts[t] != nil:
			continue
		case t.seam != nil && t.part == 0:
			s.diffs, s.nodes = append(s.diffs, t.seam.diff), append(s.nodes, t)
		case t.diff != nil:
			s.diffs, s.nodes = append(s.diffs, t.diff), append(s.nodes, t)
		case t.lone() && !t.pad && t.kids == nil && len(t.block().Runs) > 0:
			s.diffs, s.nodes = append(s.diffs, s.alone(t)), append(s.nodes, t)
		}
		s.collect(t.kids)
	}
}

// alone compares a block without partner with nothing.
func (s *shifter) alone(t *blockNode) *words.Diff {
	l, none := s.m.like.cutter.Cut(t.block().Runs), s.m.like.cutter.Cut(nil)
	if t.old != nil {
		return &words.Diff{Old: l, New: none, Hunks: []align.Hunk{{A1: len(l.Tokens)}}}
	}
	return &words.Diff{Old: none, New: l, Hunks: []align.Hunk{{B1: len(l.Tokens)}}}
}

// strays returns the whole sentences in the hunks of a side.
func (s *shifter) strays(old bool) []stray {
	var out []stray
	for _, d := range s.diffs {
		var all []words.Stretch
		for k, h := range d.Hunks {
			from, to := sideOf(h, old)
			if from == to || d.IsAlias(h) {
				continue
			}
			if all == nil {
				all = leafOf(d, old).Sentences()
			}
			for _, x := range all {
				if x.From >= from && x.To <= to {
					out = append(out, stray{d, k, x})
				}
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

// unique pairs the sentences that are long enough to be known elsewhere and are
// there once on either side.
func unique(olds, news []stray) []align.Pair {
	at := func(xs []stray, old bool) map[align.Key]int {
		out := map[align.Key]int{}
		for i, x := range xs {
			l, k, weight := leafOf(x.at, old), align.NewKey(), 0
			for _, t := range l.Tokens[x.From:x.To] {
				k = k.Number(int(t.ID))
				switch t.Kind {
				case words.Han:
					weight += 2
				case words.Word:
					weight += 3
				}
			}
			if weight < minShift {
				continue
			}
			if _, twice := out[k]; twice {
				i = -1
			}
			out[k] = i
		}
		return out
	}
	left, right := at(olds, true), at(news, false)
	var out []align.Pair
	for k, i := range left {
		if j, ok := right[k]; ok && i >= 0 && j >= 0 {
			out = append(out, align.Pair{Left: i, Right: j})
		}
	}
	slices.SortFunc(out, func(p, q align.Pair) int { return p.Left - q.Left })
	return out
}

// stayed is the comparison of two leaves that have nothing in common but the
// sentences of two strays.
func stayed(a, b stray) *words.Diff {
	d := &words.Diff{Old: a.at.Old, New: b.at.New}
	for _, h := range [...]align.Hunk{
		{A1: a.From, B1: b.From},
		{A0: a.To, A1: len(d.Old.Tokens), B0: b.To, B1: len(d.New.Tokens)},
	} {
		if h.A0 < h.A1 || h.B0 < h.B1 {
			d.Hunks = append(d.Hunks, h)
		}
	}
	return d
}

// grow adds what follows and goes before on both sides alike, a sentence at a
// time, so that what moved together is one move.
func (s *shifter) grow(a, b stray) (x, y words.Stretch) {
	x, y = a.Stretch, b.Stretch
	a0, a1 := sideOf(a.at.Hunks[a.hunk], true)
	b0, b1 := sideOf(b.at.Hunks[b.hunk], false)
	as, bs := a.at.Old.Sentences(), b.at.New.Sentences()
	same := func(x, y words.Stretch) bool {
		return !s.taken(stray{a.at, a.hunk, x}, true) && !s.taken(stray{b.at, b.hunk, y}, false) && slices.EqualFunc(a.at.Old.Tokens[x.From:x.To], b.at.New.Tokens[y.From:y.To], func(t, u words.Token) bool { return t.ID == u.ID })
	}
	i := slices.IndexFunc(as, func(s words.Stretch) bool { return s.From == x.From })
	j := slices.IndexFunc(bs, func(s words.Stretch) bool { return s.From == y.From })
	for m, n := i+1, j+1; m < len(as) && n < len(bs) && as[m].To <= a1 && bs[n].To <= b1 && same(as[m], bs[n]); m, n = m+1, n+1 {
		x.To, y.To = as[m].To, bs[n].To
	}
	for m, n := i-1, j-1; m >= 0 && n >= 0 && as[m].From >= a0 && bs[n].From >= b0 && same(as[m], bs[n]); m, n = m-1, n-1 {
		x.From, y.From = as[m].From, bs[n].From
	}
	return x, y
}

// taken reports whether a sentence moved with another already.
func (s *shifter) taken(x stray, old bool) bool {
	return slices.ContainsFunc(s.cuts[x.at][x.hunk], func(e end) bool { return e.old == old && e.From < x.To && x.From < e.To })
}

func (s *shifter) cut(x stray, m *shift, old bool) {
	if s.cuts[x.at] == nil {
		s.cuts[x.at] = map[int][]end{}
	}
	s.cuts[x.at][x.hunk] = append(s.cuts[x.at][x.hunk], end{x.Stretch, m, old})
}

// apply cuts the hunks, and returns the ends of the moves.
func (s *shifter) apply() map[shiftEnd]*shift {
	out := map[shiftEnd]*shift{}
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
			c.Hunks = s.pieces(c.Hunks, h, cuts[k], func(h align.Hunk, x *shift) { out[shiftEnd{&c, h}] = x })
		}
		if t := s.nodes[i]; t.seam != nil {
			t.seam.diff = &c
		} else {
			t.diff = &c
		}
	}
	return out
}

// pieces adds a hunk to others: what was deleted or moved away, then what was
// inserted or moved here.
func (s *shifter) pieces(out []align.Hunk, h align.Hunk, ends []end, moved func(align.Hunk, *shift)) []align.Hunk {
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
