package docx

import (
	"strconv"
	"strings"

	"diptych/internal/policy"
)

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
		if text := w.linkChange(l.spans, i) + w.unseen(s); text != "" { // one is of words that stayed
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
