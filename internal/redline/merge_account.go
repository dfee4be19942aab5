package redline

import (
	"strconv"
	"strings"
	"unicode"

	"diptych/internal/align"
	"diptych/internal/policy"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// account collects what happens to one clause while it is merged, and says in
// the end what kind of change it was.
type account struct {
	tally     Tally
	substance bool // words differ
	editorial bool // punctuation or white space differs
	formats   uint // set of Format
	links     []LinkChange
	linked    map[*leafDiff]int // tokens of the leaf whose links were told, from its beginning
	images    []ImageChange
	refs      []RefChange
	notes     map[int]int // old numbers of notes to new ones
}

// format notes that something but words differs.
func (a *account) format(f Format) { a.formats |= 1 << f }

// reformatted reports whether anything but words differs.
func (a *account) reformatted() bool { return a.formats&^(1<<Split) != 0 }

// into writes what was counted into the change.
func (a *account) into(c *Change) {
	c.Tally, c.Links, c.Images, c.Refs, c.Formats = a.tally, a.links, a.images, a.refs, nil
	for f := Emphasis; f <= Split; f++ {
		if a.formats>>f&1 != 0 {
			c.Formats = append(c.Formats, f)
		}
	}
}

// hunk counts a hunk as far as it shows in the view.
func (a *account) hunk(d *leafDiff, h align.Hunk, v view) {
	if d.follow[h.A0] && h.A1 == h.A0+1 {
		if v != oldSide {
			a.refs = append(a.refs, RefChange{d.a.word(h.A0), d.b.word(h.B0)})
		}
		return
	}
	if v != oldSide {
		a.pictures(d, h)
	}
	if v != newSide {
		a.tally.add(spanTally(d.a, h.A0, h.A1, false))
	}
	if v != oldSide {
		a.tally.add(spanTally(d.b, h.B0, h.B1, true))
	}
}

// leaf notes whether the words of a leaf changed or only what is editorial:
// hunk by hunk or, where sentences end elsewhere, on the whole.
func (a *account) leaf(d *leafDiff) {
	for _, h := range d.hunks {
		if d.follow[h.A0] && h.A1 == h.A0+1 {
			continue
		}
		if essence(d.a, h.A0, h.A1, a.notes) != essence(d.b, h.B0, h.B1, nil) &&
			essence(d.a, 0, len(d.a.tokens), a.notes) != essence(d.b, 0, len(d.b.tokens), nil) {
			a.substance = true
			return
		}
		a.editorial = true
	}
}

// whole counts a leaf that is on one side only.
func (a *account) whole(s *strand, inserted bool) {
	a.tally.add(spanTally(s, 0, len(s.tokens), inserted))
	a.substance = true
}

// spacing notes white space that is on one side only.
func (a *account) spacing() { a.editorial = true }

// tokens notes where token i of the left and j of the right, which are equal,
// look different or lead elsewhere.
func (a *account) tokens(d *leafDiff, i, j int) {
	r, s := &d.a.runs[d.a.runOf(i)], &d.b.runs[d.b.runOf(j)]
	if !sameImage(r.Image, s.Image) {
		a.format(Picture)
	}
	if r.Marks != s.Marks || r.Lang != s.Lang {
		a.format(Emphasis)
	}
	if sameLink(r.Link, s.Link) {
		return
	}
	a.format(Target)
	if a.linked[d] > j {
		return // told at the other end of a move
	}
	follows := a.linked[d] == j && j > 0
	if a.linked == nil {
		a.linked = make(map[*leafDiff]int)
	}
	a.linked[d] = j + 1
	l := LinkChange{Words: d.b.word(j), Old: dest(r.Link), New: dest(s.Link)}
	if n := len(a.links); follows && n > 0 && a.links[n-1].Old == l.Old && a.links[n-1].New == l.New {
		a.links[n-1].Words += d.b.space(j) + l.Words
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
func (a *account) pictures(d *leafDiff, h align.Hunk) {
	of := func(s *strand, from, to int) (out []*policy.Run) {
		for i := from; i < to; i++ {
			if r := &s.runs[s.tokens[i].run]; s.tokens[i].kind == object && r.Kind == policy.Image {
				out = append(out, r)
			}
		}
		return out
	}
	from, to := of(d.a, h.A0, h.A1), of(d.b, h.B0, h.B1)
	for i := range max(len(from), len(to)) {
		var c ImageChange
		if i < len(from) {
			c.OldDest, c.OldWords = imageDest(from[i]), from[i].Text
		}
		if i < len(to) {
			c.NewDest, c.NewWords = imageDest(to[i]), to[i].Text
		}
		a.images = append(a.images, c)
	}
}

func imageDest(r *policy.Run) string {
	if r.Image == nil {
		return ""
	}
	return r.Image.Dest
}

// spanTally counts the tokens [from,to) as one span.
func spanTally(s *strand, from, to int, inserted bool) Tally {
	n, w := 0, 0
	for i := from; i < to; i++ {
		if k := s.tokens[i].kind; k == word || k == han {
			w++
		}
	}
	if n = s.runeCount(from, to); n == 0 {
		return Tally{}
	}
	if inserted {
		return Tally{Insertions: 1, InsertedWords: w, InsertedChars: n}
	}
	return Tally{Deletions: 1, DeletedWords: w, DeletedChars: n}
}

// essence spells tokens without what is editorial: punctuation, white space,
// the width of letters and the numbers of notes. Inside numbers every mark
// counts.
func essence(s *strand, from, to int, notes map[int]int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		t := &s.tokens[i]
		w := s.word(i)
		switch {
		case t.kind == han:
			b.WriteString(w)
		case t.kind == object:
			r := s.runs[t.run]
			if n, ok := notes[r.Num]; ok && r.Kind == policy.NoteRef {
				r.Text = "[" + strconv.Itoa(n) + "]"
			}
			if r.Kind != policy.Anchor {
				b.WriteString(objectKey(&r))
			}
		case t.kind == mark:
			for _, r := range w {
				if !unicode.IsPunct(r) && !unicode.IsSpace(r) && r != '`' {
					b.WriteString(width.Fold.String(string(r)))
				}
			}
		default:
			fold := norm.NFKC.String(width.Fold.String(w))
			number := strings.ContainsFunc(fold, unicode.IsDigit)
			for _, r := range fold {
				if !unicode.IsSpace(r) && (number || !unicode.IsPunct(r)) {
					b.WriteRune(r)
				}
			}
			if !number {
				continue
			}
			b.WriteByte(0x1f) // 1 5 is not 15
		}
	}
	return b.String()
}
