package html

import "diptych/internal/policy"

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
func (w *Writer) Runs(runs []policy.Run) {
	w.begin()
	var defined []term
	if w.opt.Define && w.clause != nil {
		defined = terms(runs)
	}
	if len(runs) == 1 && defined == nil && isPlain(&runs[0]) {
		w.words(runs[0].Text)
		return
	}
	var s runState
	for i := range runs {
		r := &runs[i]
		if r.Kind == policy.Anchor && r.Op != policy.Same { // words that moved begin here
			w.change(&s, nil)
			w.moveAnchor(r.ID)
			continue
		}
		w.change(&s, r)
		switch r.Kind {
		case policy.Break:
			w.raw("<br>")
		case policy.Image:
			w.image(r)
		case policy.NoteRef:
			w.noteRef(r)
		case policy.Anchor:
			w.raw("<span")
			w.id(r.ID)
			w.raw("></span>")
		case policy.Words:
			if r.Lang == "" && r.Marks&(policy.CodeMark|policy.Keyboard) == 0 {
				w.define(r, i, defined)
			} else {
				w.text(r.Text)
			}
			w.unseen(r)
		}
		if r.Stale != nil {
			w.change(&s, nil)
			w.stale(r.Stale)
		}
	}
	w.change(&s, nil)
}

// change closes and opens elements so that they fit the run; nil closes all.
func (w *Writer) change(s *runState, r *policy.Run) {
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
	s.marks = w.closeMarks(s.marks, marks, newLang)
	if newLang && s.lang != "" {
		w.raw("</span>")
	}
	if newLink && s.href != "" {
		w.raw("</a>")
	}
	if newOp {
		w.closeOp(s.op)
		w.openOp(op)
		s.op = op
	}
	if newLink {
		s.link, s.href = link, w.openLink(link, r)
	}
	if newLang {
		s.lang = lang
		if lang != "" {
			w.raw("<span")
			w.attr("lang", lang)
			w.byte('>')
		}
	}
	for _, t := range markTags {
		if marks&t.mark != 0 && s.marks&t.mark == 0 {
			w.byte('<')
			w.raw(t.name)
			w.byte('>')
			s.marks |= t.mark
		}
	}
}

// closeMarks closes the formats that are not wanted and those inside them,
// and returns those that stay open.
func (w *Writer) closeMarks(open, want policy.Marks, all bool) policy.Marks {
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
			w.raw("</")
			w.raw(t.name)
			w.byte('>')
			open &^= t.mark
		}
	}
	return open
}

// isPlain reports whether a run needs no element.
func isPlain(r *policy.Run) bool {
	return r.Kind == policy.Words && r.Op == policy.Same && r.Link == nil && r.Lang == "" && r.Marks == 0 && r.Stale == nil
}
