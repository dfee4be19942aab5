package docx

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"diptych/internal/policy"
)

// end is where a move begins or ends in a line: before a span, or behind the last.
type end struct {
	span  int
	unit  int
	id    string
	close bool
}

// findRanges finds where the ends of moves begin and end.
func (w *writer) findRanges(parts []part) {
	w.ranges = map[*line][]end{}
	type place struct {
		line *line
		span int
	}
	first, last := map[int]place{}, map[int]place{}
	var order []int
	for _, p := range parts {
		if p.line == nil {
			continue
		}
		for i, s := range p.line.spans {
			if w.moves.name(s.unit) == 0 {
				continue
			}
			if _, ok := first[s.unit]; !ok {
				first[s.unit] = place{p.line, i}
				order = append(order, s.unit)
			}
			last[s.unit] = place{p.line, i + 1}
		}
	}
	for _, u := range order {
		id := w.id()
		a, b := first[u], last[u]
		w.ranges[a.line] = append(w.ranges[a.line], end{a.span, u, id, false})
		w.ranges[b.line] = append(w.ranges[b.line], end{b.span, u, id, true})
	}
}

// rangeMarks writes the ends of moves that stand before a span.
func (w *writer) rangeMarks(l *line, span int) {
	for _, closing := range []bool{true, false} {
		for _, e := range w.ranges[l] {
			if e.span != span || e.close != closing {
				continue
			}
			tag := opTag(w.moves.units[e.unit-1].op) + "Range"
			if closing {
				w.raw("<" + tag + `End w:id="` + e.id + `"/>`)
				continue
			}
			fmt.Fprintf(w.out, `<%sStart w:id="%s" w:author="%s"`, tag, e.id, author)
			if !w.opt.Date.IsZero() {
				w.raw(` w:date="` + w.opt.Date.String() + `T00:00:00Z"`)
			}
			fmt.Fprintf(w.out, ` w:name="move%d"/>`, w.moves.name(e.unit))
		}
	}
}

// spans writes the words of a line with the remarks beside them.
func (w *writer) spans(l *line) {
	remark := -1
	if text := w.publisher(l); text != "" {
		remark = w.remark(text)
	}
	for i := range l.spans {
		w.rangeMarks(l, i)
		s := &l.spans[i]
		about := -1
		if text := w.linkChange(l.spans, i); text != "" {
			about = w.remark(text)
		}
		w.cited(s)
		w.refer(about)
	}
	w.rangeMarks(l, len(l.spans))
	w.refer(remark)
}

// span writes one span, inside its link.
func (w *writer) span(s *span) {
	run := s.new
	if run == nil {
		run = s.old
	}
	link := w.href(run)
	if s.note > 0 {
		link = ""
	}
	if link != "" {
		w.raw(`<w:hyperlink r:id="` + w.rels.link(link) + `" w:history="1">`)
	}
	op := s.op
	if op != policy.Same {
		w.raw("<" + opTag(op))
		w.stamp()
		w.raw(">")
	}
	w.run(s, run, link != "")
	if op != policy.Same {
		w.raw("</" + opTag(op) + ">")
	}
	if link != "" {
		w.raw("</w:hyperlink>")
	}
}

func (w *writer) run(s *span, run *policy.Run, link bool) {
	w.raw("<w:r>")
	props, was := w.look(run, link, s.note > 0), ""
	changed := s.op == policy.Same && s.note == 0 && s.old != nil && s.new != nil
	if changed {
		was = w.look(s.old, link, false)
		changed = was != props
	}
	if props != "" || changed {
		w.raw("<w:rPr>" + props)
		if changed {
			w.raw("<w:rPrChange")
			w.stamp()
			w.raw("><w:rPr>" + was + "</w:rPr></w:rPrChange>")
		}
		w.raw("</w:rPr>")
	}
	if s.note > 0 {
		w.raw(`<w:footnoteReference w:id="` + strconv.Itoa(s.note) + `"/></w:r>`)
		return
	}
	tag := "w:t"
	if s.op == policy.Deleted {
		tag = "w:delText"
	}
	w.words(s.text, tag)
	w.raw("</w:r>")
}

// words writes words with their line breaks and tabs.
func (w *writer) words(s, tag string) {
	for len(s) > 0 {
		i := strings.IndexAny(s, "\n\t")
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			w.raw("<" + tag + ` xml:space="preserve">`)
			w.text(s[:i])
			w.raw("</" + tag + ">")
		}
		if i == len(s) {
			return
		}
		if s[i] == '\n' {
			w.raw("<w:br/>")
		} else {
			w.raw("<w:tab/>")
		}
		s = s[i+1:]
	}
}

// look returns the properties of a run, in the order of ECMA-376, 17.3.2.
func (w *writer) look(r *policy.Run, link, note bool) string {
	var b strings.Builder
	m := r.Marks
	switch {
	case note:
		return `<w:rStyle w:val="FootnoteReference"/>`
	case link:
		b.WriteString(`<w:rStyle w:val="Hyperlink"/>`)
	}
	if r.Kind == policy.NoteRef {
		m |= policy.Superscript
	}
	switch mono := m&(policy.CodeMark|policy.Keyboard) != 0; {
	case mono:
		b.WriteString(`<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>`)
	case w.language.wide:
		b.WriteString(`<w:rFonts w:hint="eastAsia"/>`)
	}
	for _, x := range [...]struct {
		mark policy.Marks
		xml  string
	}{
		{policy.Strong, `<w:b/><w:bCs/>`}, {policy.Emphasis, `<w:i/><w:iCs/>`}, {policy.Strike, `<w:strike/>`},
		{policy.Small, `<w:sz w:val="18"/><w:szCs w:val="18"/>`}, {policy.Highlight, `<w:highlight w:val="yellow"/>`},
		{policy.Underline, `<w:u w:val="single"/>`}, {policy.Keyboard, `<w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>`},
		{policy.CodeMark, `<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>`},
	} {
		if m&x.mark != 0 {
			b.WriteString(x.xml)
		}
	}
	switch {
	case m&policy.Superscript != 0:
		b.WriteString(`<w:vertAlign w:val="superscript"/>`)
	case m&policy.Subscript != 0:
		b.WriteString(`<w:vertAlign w:val="subscript"/>`)
	}
	if r.Lang != "" {
		b.WriteString(languageOf(policy.Tag(r.Lang)).xml())
	}
	return b.String()
}

// href is the address that a run leads to; "" where it leads nowhere from
// outside of the site. Word calls a file broken that holds an address that is
// none.
func (w *writer) href(r *policy.Run) string {
	l := r.Link
	if l == nil || l.Kind != policy.LinkExternal && l.Kind != policy.LinkUnresolved {
		return ""
	}
	u, err := url.Parse(l.Dest)
	if err != nil || !u.IsAbs() {
		return ""
	}
	return u.String()
}
