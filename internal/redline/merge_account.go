package redline

import (
	"sync"

	"diptych/internal/align"
	"diptych/internal/policy"
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
	linked      map[*words.Diff]int // tokens of the leaf whose links were told, from its beginning
	images      []ImageChange
	refs        []RefChange
	notes       map[int]int // old numbers of notes to new ones
}

// formats is a set of Format.
type formats uint

func (f *formats) add(x Format) { *f |= 1 << x }

// list returns the formats in their order.
func (f formats) list() []Format {
	var out []Format
	for x := Emphasis; x <= Split; x++ {
		if f>>x&1 != 0 {
			out = append(out, x)
		}
	}
	return out
}

// reformatted reports whether anything but words differs.
func (a *account) reformatted() bool { return a.formats&^(1<<Split) != 0 }

// hunk counts a hunk as far as it shows in the view.
func (a *account) hunk(d *words.Diff, h align.Hunk, v view) {
	if d.IsAlias(h) {
		if v != oldSide {
			a.refs = append(a.refs, RefChange{d.Old.Word(h.A0), d.New.Word(h.B0)})
		}
		return
	}
	if v != oldSide {
		a.pictures(d, h)
	}
	if v != newSide {
		a.tally.add(spanTally(d.Old, h.A0, h.A1, false))
	}
	if v != oldSide {
		a.tally.add(spanTally(d.New, h.B0, h.B1, true))
	}
}

// leaf notes whether the words of a leaf changed, only their punctuation or
// less than that: hunk by hunk or, where sentences end elsewhere, on the whole.
func (a *account) leaf(d *words.Diff) {
	essence := sameSpelling(d, (*words.Leaf).Essence, a.notes)
	pointed := sameSpelling(d, (*words.Leaf).Pointed, a.notes)
	for _, h := range d.Hunks {
		switch {
		case d.IsAlias(h):
			continue
		case !essence(h):
			a.substance = true
			return
		case !pointed(h):
			a.punctuation = true
		}
		a.editorial = true
	}
}

// sameSpelling returns a function that reports whether the two sides of a hunk,
// or else the two leaves, are spelled the same.
func sameSpelling(d *words.Diff, spell func(s *words.Leaf, from, to int, notes map[int]int) string, notes map[int]int) func(align.Hunk) bool {
	whole := sync.OnceValue(func() bool {
		return spell(d.Old, 0, len(d.Old.Tokens), notes) == spell(d.New, 0, len(d.New.Tokens), nil)
	})
	return func(h align.Hunk) bool {
		return spell(d.Old, h.A0, h.A1, notes) == spell(d.New, h.B0, h.B1, nil) || whole()
	}
}

// whole counts a leaf that is on one side only.
func (a *account) whole(s *words.Leaf, inserted bool) {
	a.tally.add(spanTally(s, 0, len(s.Tokens), inserted))
	a.substance = true
}

// spacing notes white space that is on one side only.
func (a *account) spacing() { a.editorial = true }

// tokens notes where token i of the left and j of the right, which are equal,
// look different or lead elsewhere.
func (a *account) tokens(d *words.Diff, i, j int) {
	r, s := d.Old.RunOf(i), d.New.RunOf(j)
	if !sameImage(r.Image, s.Image) {
		a.formats.add(Picture)
	}
	if r.Marks != s.Marks || r.Lang != s.Lang {
		a.formats.add(Emphasis)
	}
	if words.SameLink(r.Link, s.Link) {
		return
	}
	a.formats.add(Target)
	if a.linked[d] > j {
		return // told at the other end of a move
	}
	follows := a.linked[d] == j && j > 0
	if a.linked == nil {
		a.linked = make(map[*words.Diff]int)
	}
	a.linked[d] = j + 1
	l := LinkChange{Words: d.New.Word(j), Old: dest(r.Link), New: dest(s.Link)}
	if n := len(a.links); follows && n > 0 && a.links[n-1].Old == l.Old && a.links[n-1].New == l.New {
		a.links[n-1].Words += d.New.Space(j) + l.Words
		return
	}
	a.links = append(a.links, l)
}

func dest(l *policy.Link) string {
	if l == nil {
		return ""
	}
	return l.Dest
}

// kind returns the kind of change of a pair, and false where there is none.
func (a *account) kind(old, new policy.Label) (Kind, bool) {
	switch {
	case a.substance:
		return Modified, true
	case (old.Text != new.Text || a.refs != nil) && !a.editorial && !a.reformatted():
		return Renumbered, true
	case a.editorial:
		return Editorial, true
	case a.reformatted():
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
		a.images = append(a.images, c)
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

// frame notes what differs between two clauses and is neither words nor label.
func (a *account) frame(c, d *policy.Clause) {
	if c.Depth != d.Depth {
		a.formats.add(Level)
	}
	if c.Key != d.Key {
		a.formats.add(Flag)
	}
}

// shape notes what differs between two blocks and is neither words nor label.
func (a *account) shape(x, y *policy.Block) {
	switch {
	case x.Kind != y.Kind || x.Head != y.Head || x.Header != y.Header || x.ColSpan != y.ColSpan || x.RowSpan != y.RowSpan || x.Align != y.Align:
		a.formats.add(Structure)
	case x.Ordered != y.Ordered || x.Start != y.Start:
		a.formats.add(ListStyle)
	case x.Lang != y.Lang:
		a.formats.add(Emphasis)
	case x.Key != y.Key:
		a.formats.add(Flag)
	case x.Level != y.Level && x.Kind != policy.Note:
		a.formats.add(Level)
	}
}
