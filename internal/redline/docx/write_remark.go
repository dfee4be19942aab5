package docx

import (
	"slices"
	"strconv"
	"strings"

	"diptych/internal/policy"
)

// remark begins the words that a remark is about, and returns its number. Those
// of notes come before: where a remark has the number of a note, LibreOffice
// puts the words of another note in its place.
func (w *writer) remark(text string) int {
	n := w.notes + 1 + len(w.comments)
	w.comments = append(w.comments, comment{text})
	w.raw(`<w:commentRangeStart w:id="` + strconv.Itoa(n) + `"/>`)
	return n
}

// refer ends them; a negative number is no remark.
func (w *writer) refer(n int) {
	if n < 0 {
		return
	}
	id := strconv.Itoa(n)
	w.raw(`<w:commentRangeEnd w:id="` + id + `"/><w:r><w:commentReference w:id="` + id + `"/></w:r>`)
}

// publisher returns what the publisher says of the change of the clause that
// begins with a line.
func (w *writer) publisher(l *line) string {
	if l.new == nil || l.new.id == "" || w.inNote {
		return ""
	}
	var notes []string
	for _, c := range w.redline.New.Changes {
		if c.Clause == l.new.id {
			notes = append(notes, w.opt.Tool.T("diff.publisher", "Note", c.Note))
		}
	}
	return strings.Join(notes, "\n")
}

// linkChange says where a link led and leads, at its first words whose link
// changed.
func (w *writer) linkChange(spans []span, i int) string {
	s := &spans[i]
	if w.inNote || !w.leadsElsewhere(s) || i > 0 && w.leadsElsewhere(&spans[i-1]) && spans[i-1].old.Link == s.old.Link && spans[i-1].new.Link == s.new.Link {
		return ""
	}
	return w.opt.Tool.T("diff.link", "Words", s.text, "Old", w.or(w.dest(s.old)), "New", w.or(w.dest(s.new)))
}

// unseen names the characters that came or went and that Word does not show.
func (w *writer) unseen(s *span) string {
	if w.inNote || s.op != policy.Inserted && s.op != policy.Deleted {
		return ""
	}
	return strings.Join(slices.Collect(policy.EachUnseen(s.text)), " ")
}

// leadsElsewhere reports whether words that stayed lead elsewhere.
func (w *writer) leadsElsewhere(s *span) bool {
	return s.op == policy.Same && s.old != nil && s.new != nil && w.dest(s.old) != w.dest(s.new)
}

func (w *writer) or(s string) string {
	if s == "" {
		return w.opt.Tool.T("diff.nowhere")
	}
	return policy.ShowUnseen(s)
}

func (w *writer) dest(r *policy.Run) string { return w.redline.Dest(r.Link) }

// cited writes a span, with a remark beside the reference that it ends with
// where that went stale.
func (w *writer) cited(s *span) {
	if s.stale == nil || w.inNote {
		w.span(s)
		return
	}
	if before, ok := strings.CutSuffix(s.text, s.stale.Words); ok && before != "" {
		x := *s
		x.text = before
		w.span(&x)
		x.text = s.stale.Words
		s = &x
	}
	n := w.remark(w.staleWords(s.stale))
	w.span(s)
	w.refer(n)
}

// staleWords says which clause a stale reference meant, and which it means now.
func (w *writer) staleWords(s *policy.Stale) string {
	if s.Now == "" {
		return w.opt.Tool.T("diff.stale_lost", "Words", s.Words, "Was", s.Was)
	}
	return w.opt.Tool.T("diff.stale_line", "Words", s.Words, "Was", s.Was, "Now", s.Now)
}
