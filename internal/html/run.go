package html

import (
	"bytes"
	"strconv"
	"strings"

	"diptych/internal/policy"
)

// markTags are the elements of the character formats, outermost first.
var markTags = [...]struct {
	mark policy.Marks
	name string
}{
	{policy.Strong, "strong"}, {policy.Emphasis, "em"}, {policy.Strike, "s"}, {policy.Underline, "u"},
	{policy.Subscript, "sub"}, {policy.Superscript, "sup"}, {policy.Small, "small"}, {policy.Highlight, "mark"},
	{policy.Keyboard, "kbd"}, {policy.CodeMark, "code"},
}

// runState is what is open while runs are written: editing mark, link,
// language and formats, from the outside in.
type runState struct {
	op    policy.Op
	link  *policy.Link
	href  string // of link; "" where it is written plain
	lang  string
	marks policy.Marks
}

// Runs writes words. Neighbours share the elements they have in common.
func (e *Env) Runs(b *bytes.Buffer, runs []policy.Run) {
	var defined []term
	if e.Define && e.clause != nil {
		defined = terms(runs)
	}
	if len(runs) == 1 && defined == nil && isPlain(&runs[0]) {
		e.Tongue.Words(b, runs[0].Text)
		return
	}
	var s runState
	for i := range runs {
		r := &runs[i]
		e.change(b, &s, r)
		switch r.Kind {
		case policy.Break:
			b.WriteString("<br>")
		case policy.Image:
			e.image(b, r)
		case policy.NoteRef:
			e.noteRef(b, r)
		case policy.Anchor:
			b.WriteString("<span")
			e.id(b, r.ID)
			b.WriteString("></span>")
		case policy.Words:
			if r.Lang == "" && r.Marks&(policy.CodeMark|policy.Keyboard) == 0 {
				e.define(b, r, i, defined)
				break
			}
			escape(b, r.Text)
		}
	}
	e.change(b, &s, nil)
}

// change closes and opens elements so that they fit the run; nil closes all.
func (e *Env) change(b *bytes.Buffer, s *runState, r *policy.Run) {
	var op policy.Op
	var link *policy.Link
	var lang string
	var marks policy.Marks
	if r != nil {
		op, link, lang, marks = r.Op, r.Link, r.Lang, r.Marks
		if r.Kind == policy.NoteRef {
			link = nil // it is a link itself
		}
	}
	newOp := op != s.op
	newLink := newOp || link != s.link
	newLang := newLink || lang != s.lang
	if !newLang && marks == s.marks {
		return
	}
	s.marks = closeMarks(b, s.marks, marks, newLang)
	if newLang && s.lang != "" {
		b.WriteString("</span>")
	}
	if newLink && s.href != "" {
		b.WriteString("</a>")
	}
	if newOp {
		closeOp(b, s.op)
		openOp(b, op)
		s.op = op
	}
	if newLink {
		s.link, s.href = link, e.openLink(b, link, r)
	}
	if newLang {
		s.lang = lang
		if lang != "" {
			b.WriteString(`<span lang="`)
			escape(b, lang)
			b.WriteString(`">`)
		}
	}
	for _, t := range markTags {
		if marks&t.mark != 0 && s.marks&t.mark == 0 {
			b.WriteByte('<')
			b.WriteString(t.name)
			b.WriteByte('>')
			s.marks |= t.mark
		}
	}
}

// closeMarks closes the formats that are not wanted and those inside them,
// and returns those that stay open.
func closeMarks(b *bytes.Buffer, open, want policy.Marks, all bool) policy.Marks {
	if open == 0 {
		return 0
	}
	keep := len(markTags)
	for i, t := range markTags {
		if (open^want)&t.mark != 0 || all {
			keep = i
			break
		}
	}
	for i := len(markTags) - 1; i >= keep; i-- {
		if t := markTags[i]; open&t.mark != 0 {
			b.WriteString("</")
			b.WriteString(t.name)
			b.WriteByte('>')
			open &^= t.mark
		}
	}
	return open
}

// openLink opens the link of a run and returns its address; "" where there is
// none.
func (e *Env) openLink(b *bytes.Buffer, l *policy.Link, r *policy.Run) string {
	if l == nil || l.Kind == policy.LinkDead {
		return ""
	}
	href := ""
	if e.Href != nil {
		href = e.Href(l)
	} else if l.Kind == policy.LinkExternal {
		href = l.Dest
	}
	if href == "" {
		return ""
	}
	b.WriteString(`<a href="`)
	escape(b, href)
	b.WriteByte('"')
	if l.Kind == policy.LinkExternal && strings.HasPrefix(href, "http") {
		if isBare(l.Dest, r.Text) {
			b.WriteString(` class="bare"`)
		} else {
			b.WriteString(` rel="external"`) // print spells out where it leads
		}
	}
	if l.Title != "" {
		b.WriteString(` title="`)
		escape(b, l.Title)
		b.WriteByte('"')
	}
	b.WriteByte('>')
	return href
}

// isBare reports whether words are the address that they lead to. Such words may
// break anywhere, and print does not repeat them.
func isBare(dest, words string) bool {
	_, tail, _ := strings.Cut(dest, "://")
	return words == dest || words == tail || words+"/" == tail
}

func (e *Env) image(b *bytes.Buffer, r *policy.Run) {
	src := ""
	if e.Src != nil && r.Image != nil && r.Image.Kind != policy.LinkDead && r.Image.Kind != policy.LinkExternal {
		src = e.Src(r.Image)
	}
	if src == "" {
		escape(b, r.Text)
		return
	}
	b.WriteString(`<img src="`)
	escape(b, src)
	b.WriteString(`" alt="`)
	escape(b, r.Text)
	b.WriteByte('"')
	if r.Image.Title != "" {
		b.WriteString(` title="`)
		escape(b, r.Image.Title)
		b.WriteByte('"')
	}
	box := r.Image.Box()
	writeNumber(b, ` width="`, box.Width)
	writeNumber(b, ` height="`, box.Height)
	if e.pictures++; e.pictures > 1 {
		b.WriteString(` loading="lazy"`)
	}
	b.WriteString(` decoding="async">`)
}

// writeNumber writes an attribute where n is said; name ends in =".
func writeNumber(b *bytes.Buffer, name string, n int) {
	if n > 0 {
		b.WriteString(name)
		b.WriteString(strconv.Itoa(n))
		b.WriteByte('"')
	}
}

// isPlain reports whether a run needs no element.
func isPlain(r *policy.Run) bool {
	return r.Kind == policy.Words && r.Op == policy.Same && r.Link == nil && r.Lang == "" && r.Marks == 0
}
