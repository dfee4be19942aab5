package html

import (
	"strconv"

	"diptych/internal/policy"
)

func (w *Writer) keyMark(key bool) {
	if key {
		w.raw(`<strong class="aside key-mark">`)
		w.text(w.opt.Words.Important)
		w.raw(" </strong>")
	}
}

// label writes the label of a clause, which is its permalink, and the white
// space behind it. In a redline a clause that was renumbered shows both labels,
// and the label of a clause that came, went or moved is marked as its words
// are.
func (w *Writer) label(c *policy.Clause) {
	renumbered := c.OldLabel.Text != c.Label.Text && (!c.OldLabel.IsZero() || c.OldLabel.Style == policy.StyleAbsent)
	if c.Label.IsZero() && !renumbered {
		return
	}
	w.raw(`<a class="label" href="#`)
	w.anchor(c.ID)
	w.raw(`">`)
	gap := c.Label.Gap
	if renumbered {
		old, label := c.OldLabel.Text, c.Label.Text
		if old == "" || label == "" || (c.OldLabel.Gap == "") != (gap == "") {
			old, label, gap = old+c.OldLabel.Gap, label+gap, ""
		}
		if c.Op.InOld() {
			w.marked(policy.Deleted, old)
		}
		if c.Op.InNew() {
			w.marked(policy.Inserted, label)
		}
	} else {
		w.marked(c.Op, c.Label.Text)
	}
	w.raw("</a>")
	w.text(gap)
}

// flushLead writes a label that found no words to stand before.
func (w *Writer) flushLead() {
	if w.lead != nil {
		w.raw("<p>")
		w.beginWords()
		w.endWords()
		w.raw("</p>\n")
	}
	w.tail = nil
}

// beginWords writes what stands before the first words of a clause.
func (w *Writer) beginWords() {
	w.flushAlso()
	if k := w.noteLead; k != nil {
		w.noteLead = nil
		w.raw(`<span class="label">`)
		w.marked(k.Op, "["+strconv.Itoa(k.Level)+"]")
		w.raw("</span> ")
	}
	if c := w.lead; c != nil {
		w.lead = nil
		w.label(c)
		w.keyMark(c.Key)
	}
	w.flushEnds()
}

// endWords writes what stands behind the first words of a clause.
func (w *Writer) endWords() {
	if c := w.tail; c != nil && w.lead == nil {
		w.tail = nil
		w.aside(c)
	}
}
