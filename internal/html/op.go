package html

import "diptych/internal/policy"

// openOp opens the element of an editing mark.
func (w *Writer) openOp(op policy.Op) {
	switch op {
	case policy.Inserted:
		w.raw("<ins>")
	case policy.Deleted:
		w.raw("<del>")
	case policy.MovedTo:
		w.raw(`<ins class="moved">`)
	case policy.MovedFrom:
		w.raw(`<del class="moved">`)
	}
}

func (w *Writer) closeOp(op policy.Op) {
	switch op {
	case policy.Inserted, policy.MovedTo:
		w.raw("</ins>")
	case policy.Deleted, policy.MovedFrom:
		w.raw("</del>")
	}
}

// marked writes words inside the element of an editing mark.
func (w *Writer) marked(op policy.Op, words string) {
	if words == "" {
		return
	}
	w.openOp(op)
	w.text(words)
	w.closeOp(op)
}

// unseen says which characters came or went with words that a mark does not show,
// as U+200B: else the mark around them would be empty, or the words the same. A
// character that reverses the words behind it does not reverse the name.
func (w *Writer) unseen(r *policy.Run) {
	if r.Op == policy.Same {
		return
	}
	for name := range policy.EachUnseen(r.Text) {
		w.raw(`<small class="aside" dir="ltr">`)
		w.raw(name)
		w.raw("</small>")
	}
}

// opClass is the class of a block that came, went or moved.
func opClass(op policy.Op) string {
	switch op {
	case policy.Inserted:
		return "op-inserted"
	case policy.Deleted:
		return "op-deleted"
	case policy.MovedTo:
		return "op-moved-to"
	case policy.MovedFrom:
		return "op-moved-from"
	}
	return ""
}

// classOp goes on with a class attribute.
func (w *Writer) classOp(op policy.Op) {
	if op != policy.Same {
		w.byte(' ')
		w.raw(opClass(op))
	}
}
