package html

import (
	"strconv"

	"diptych/internal/policy"
)

// Clause writes one clause with its own blocks, the items in its lists
// included, but without the clauses below it. A clause of form Item is written
// as its blocks.
func (w *Writer) Clause(c *policy.Clause) {
	w.begin()
	outer := w.clause
	w.clause = c
	switch c.Form {
	case policy.Heading:
		w.heading(c)
		w.Blocks(c.Blocks)
	case policy.Endnotes:
		w.raw(`<section class="notes`)
		w.classOp(c.Op)
		w.raw(`"`)
		w.id(c.ID)
		w.raw(`><ol aria-label="`)
		w.text(w.opt.Words.Notes)
		w.raw("\">\n")
		w.Blocks(c.Blocks)
		w.raw("</ol></section>\n")
	case policy.Item:
		w.Blocks(c.Blocks)
	default:
		w.raw(`<div class="clause`)
		if c.Form == policy.Paragraph {
			w.raw(" depth-")
			w.raw(strconv.Itoa(c.Depth))
		}
		if c.Form == policy.Paragraph || !c.OldLabel.IsZero() { // or it was one
			w.lead, w.tail = c, c
		}
		w.clauseAttributes(c, c.Op)
		w.raw(">\n")
		w.Blocks(c.Blocks)
		w.flushLead()
		w.flushAlso() // of what has no words, as a rule
		w.raw("</div>\n")
	}
	w.clause = outer
}

// flushAlso writes the second targets that wait. They stand within the first
// words, so that they are no first children, and have no size and no words.
func (w *Writer) flushAlso() {
	for _, id := range w.also {
		w.raw(`<span class="also" id="`)
		w.anchor(id)
		w.raw(`"></span>`)
	}
	w.also = w.also[:0]
}

func (w *Writer) heading(c *policy.Clause) {
	h := byte('0' + min(c.Depth+1, 6))
	w.raw("<h")
	w.byte(h)
	w.raw(` class="clause`)
	w.clauseAttributes(c, c.Op)
	w.byte('>')
	w.flushAlso()
	w.flushNumbers()
	w.label(c)
	w.flushEnds()
	w.keyMark(c.Key)
	w.clause = nil
	w.Runs(c.Head)
	w.clause = c
	w.above = standing(c.Head)
	if c.Label.IsZero() && c.OldLabel.IsZero() {
		w.raw(` <a class="permalink aside" href="#`)
		w.anchor(c.ID)
		w.raw(`" aria-label="`)
		w.text(w.opt.Words.Permalink)
		w.raw(": ")
		w.text(title(c))
		w.raw(`">#</a>`)
	}
	w.aside(c)
	w.raw("</h")
	w.byte(h)
	w.raw(">\n")
}

// clauseAttributes ends the class attribute of a clause, to which op happened,
// and writes the others.
func (w *Writer) clauseAttributes(c *policy.Clause, op policy.Op) {
	if c.Key {
		w.raw(" key")
	}
	w.classOp(op)
	w.byte('"')
	w.id(c.ID)
	w.also = append(w.also, c.Also...)
	if c.Only != "" {
		w.attr("data-only", string(c.Only))
	}
}
