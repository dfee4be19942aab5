package redline

import (
	"strings"

	"diptych/internal/policy"
	"diptych/internal/redline/plan"
	"diptych/internal/redline/words"
)

// formats is a set of Format.
type formats uint

func (f *formats) add(x Format) { *f |= 1 << x }

// list returns the formats in their order.
func (f formats) list() []Format {
	var out []Format
	for x := Emphasis; x <= Column; x++ {
		if f>>x&1 != 0 {
			out = append(out, x)
		}
	}
	return out
}

// restructured reports whether the words stand in another form.
func (a *account) restructured() bool { return a.formats&(1<<Structure|1<<Split) != 0 }

// looks notes which of the words that stayed look different or lead elsewhere.
func (a *account) looks(d *words.Diff) {
	if a.looked[d] || d.Old.IsPlain() && d.New.IsPlain() {
		return
	}
	if a.looked == nil {
		a.looked = make(map[*words.Diff]bool)
	}
	a.looked[d] = true
	marks, links := spans[MarkChange]{}, spans[LinkChange]{}
	var alike [2]*policy.Run // the last runs that look the same
	for p := range d.Kept() {
		x, y := p.Old, p.New
		if alike == [2]*policy.Run{x, y} {
			continue
		}
		if !plan.SameImage(x.Image, y.Image) {
			a.formats.add(Picture)
		}
		looks := MarkChange{Gone: x.Marks &^ y.Marks, Come: y.Marks &^ x.Marks}
		if x.Lang != y.Lang {
			looks.OldLang, looks.NewLang = x.Lang, y.Lang
		}
		if looks != (MarkChange{}) {
			a.formats.add(Emphasis)
			marks.add(looks, p)
		}
		if !words.SameLink(x.Link, y.Link) {
			a.formats.add(Target)
			links.add(linkChange(x.Link, y.Link), p)
		}
		if plan.SameImage(x.Image, y.Image) && words.SameFormat(x, y) {
			alike = [2]*policy.Run{x, y}
		}
	}
	for _, s := range marks {
		if s.change.Words = s.said(); s.change.Words != "" {
			a.marks = append(a.marks, s.change)
		}
	}
	for _, s := range links {
		if s.change.Words = s.said(); s.change.Words != "" || s.words.Len() == 0 { // an image without words
			a.links = append(a.links, s.change)
		}
	}
}

// spans are the stretches of a leaf that changed in one way, one after another.
type spans[T comparable] []*span[T]

// span is one of them; change says in which way.
type span[T comparable] struct {
	change T
	words  strings.Builder
	to     int // where it ends in the text of the new leaf
}

// add adds a piece to the last span, where it follows that and changed in the
// same way.
func (ss *spans[T]) add(change T, p words.Piece) {
	n := len(*ss)
	if n == 0 || (*ss)[n-1].to != p.From || (*ss)[n-1].change != change {
		*ss = append(*ss, &span[T]{change: change})
		n++
	}
	s := (*ss)[n-1]
	s.words.WriteString(p.Words)
	s.to = p.From + len(p.Words)
}

// said returns the words of a span on one line.
func (s *span[T]) said() string { return strings.Join(strings.Fields(s.words.String()), " ") }

// linkChange says where a link led and where it leads: as readers know the
// address, unless that is the same for both. Its title is said where that alone
// differs.
func linkChange(old, new *policy.Link) LinkChange {
	c := LinkChange{Old: address(old), New: address(new), from: clauseOf(old), to: clauseOf(new)}
	if c.Old == c.New {
		c.Old, c.New = dest(old), dest(new)
	}
	if c.Old == c.New {
		c.Old, c.New = titled(old), titled(new)
	}
	return c
}

// address is where a link leads: within the site the path of the page, not that
// of its source.
func address(l *policy.Link) string {
	if l == nil || l.Kind != policy.LinkRef || strings.HasPrefix(l.Dest, "#") {
		return dest(l)
	}
	return l.To.Path() + l.To.Fragment()
}

func dest(l *policy.Link) string {
	if l == nil {
		return ""
	}
	return l.Dest
}

// titled spells a link with its title.
func titled(l *policy.Link) string {
	if l == nil || l.Title == "" {
		return dest(l)
	}
	return l.Dest + ` "` + l.Title + `"`
}

// frame notes what differs between two clauses and is neither words nor label.
func (a *account) frame(c, d *policy.Clause) {
	if c.Form == d.Form && c.Depth != d.Depth {
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
