package redline

import (
	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline/plan"
	"diptych/internal/redline/words"
)

// account collects what happens to one clause while it is merged, and says in
// the end what kind of change it was.
type account struct {
	tally       Tally
	substance   bool // words differ
	punctuation bool // punctuation differs
	editorial   bool // that differs, or white space or the width or style of characters
	formats     formats
	links       []LinkChange
	marks       []MarkChange
	looked      map[*words.Diff]bool // leaves whose formats were told: both ends of a move write the same
	images      []ImageChange
	refs        []RefChange
	notes       map[int]int // old numbers of notes to new ones
	readings    *plan.References
	shifts      map[plan.ShiftEnd]*plan.Shift
	note        bool // it is one of a note: what moved into it or out of it is a change of what its clauses say
}

// hunk counts a hunk as far as it shows in the view.
func (a *account) hunk(d *words.Diff, h align.Hunk, v plan.View) {
	if d.IsAlias(h) {
		if v != plan.OldSide {
			old, new := a.readings.Change(d, h)
			a.refs = append(a.refs, RefChange{old, new})
		}
		return
	}
	if a.shifts[plan.ShiftEnd{Diff: d, Hunk: h}] != nil {
		return
	}
	if v != plan.OldSide {
		a.pictures(d, h)
	}
	if v != plan.NewSide {
		a.tally.add(spanTally(d.Old, h.A0, h.A1, false))
	}
	if v != plan.OldSide {
		a.tally.add(spanTally(d.New, h.B0, h.B1, true))
	}
}

// leaf notes whether the words of a leaf changed, only their punctuation or
// less than that: hunk by hunk or, where sentences end elsewhere, on the whole.
func (a *account) leaf(d *words.Diff) {
	a.looks(d)
	essence := sameSpelling{diff: d, notes: a.notes, of: (*words.Leaf).Essence}
	pointed := sameSpelling{diff: d, notes: a.notes, of: (*words.Leaf).Pointed}
	for _, h := range d.Hunks {
		switch {
		case a.shifts[plan.ShiftEnd{Diff: d, Hunk: h}] != nil:
			a.substance = a.substance || a.note
			continue
		case d.IsAlias(h):
			continue
		case !essence.hunk(h):
			a.substance = true
			return
		case !pointed.hunk(h):
			a.punctuation = true
		}
		a.editorial = true
	}
}

// sameSpelling asks whether hunks of two leaves, or else the leaves, are spelled
// the same.
type sameSpelling struct {
	diff  *words.Diff
	notes map[int]int
	of    func(l *words.Leaf, from, to int, notes map[int]int) words.Spelling

	asked, leaves bool // whether the leaves were compared, and are the same
}

func (s *sameSpelling) hunk(h align.Hunk) bool {
	return s.same(h.A0, h.A1, h.B0, h.B1) || s.whole()
}

func (s *sameSpelling) whole() bool {
	if !s.asked {
		from := s.diff.Settled()
		s.asked, s.leaves = true, s.same(from, len(s.diff.Old.Tokens), from, len(s.diff.New.Tokens)) || s.seen()
	}
	return s.leaves
}

// seen reports whether the leaves are spelled the same without the characters
// that nobody sees, which part a number from its unit.
func (s *sameSpelling) seen() bool {
	a, b := s.diff.Old.Seen(), s.diff.New.Seen()
	return (a != s.diff.Old || b != s.diff.New) && s.of(a, 0, len(a.Tokens), s.notes).Equal(s.of(b, 0, len(b.Tokens), nil))
}

func (s *sameSpelling) same(a0, a1, b0, b1 int) bool {
	return s.of(s.diff.Old, a0, a1, s.notes).Equal(s.of(s.diff.New, b0, b1, nil))
}

// whole counts a leaf that is on one side only.
func (a *account) whole(s *words.Leaf, inserted bool) {
	a.tally.add(spanTally(s, 0, len(s.Tokens), inserted))
	a.substance = true
}

// spacing notes white space that is on one side only.
func (a *account) spacing() { a.editorial = true }

// kind returns the kind of change of a pair, and false where there is none.
func (a *account) kind(old, new policy.Label) (Kind, bool) {
	switch {
	case a.substance:
		return Modified, true
	case (old.Text != new.Text || a.refs != nil) && !a.editorial && a.formats == 0:
		return Renumbered, true
	case a.restructured():
		return Restructured, true
	case a.editorial:
		return Editorial, true
	case a.formats != 0:
		return Reformatted, true
	}
	return 0, false
}

// pictures notes the images of a hunk, in pairs.
func (a *account) pictures(d *words.Diff, h align.Hunk) {
	of := func(s *words.Leaf, from, to int) (out []*policy.Run) {
		for i := from; i < to; i++ {
			if r := &s.Runs[s.Tokens[i].Run]; s.Tokens[i].Kind == words.Object && r.Kind == policy.Image {
				out = append(out, r)
			}
		}
		return out
	}
	from, to := of(d.Old, h.A0, h.A1), of(d.New, h.B0, h.B1)
	for i := range max(len(from), len(to)) {
		var c ImageChange
		if i < len(from) {
			c.OldDest, c.OldWords = words.ImageDest(from[i]), from[i].Text
		}
		if i < len(to) {
			c.NewDest, c.NewWords = words.ImageDest(to[i]), to[i].Text
		}
		if c.OldDest != c.NewDest || c.OldWords != c.NewWords {
			a.images = append(a.images, c)
		}
	}
}

// spanTally counts the tokens [from,to) as one span.
func spanTally(s *words.Leaf, from, to int, inserted bool) Tally {
	w, n := s.Count(from, to)
	if n == 0 {
		return Tally{}
	}
	if inserted {
		return Tally{Insertions: 1, InsertedWords: w, InsertedChars: n}
	}
	return Tally{Deletions: 1, DeletedWords: w, DeletedChars: n}
}
