package html

import (
	"strconv"

	"diptych/internal/policy"
)

// define writes the words of the i-th run, with the terms in it as <dfn>. A
// term has the id d-ID in the clause ID, a second one there d-ID.2, and is its
// own permalink: definitions are what people cite most.
func (w *Writer) define(r *policy.Run, i int, list []term) {
	from := 0
	for _, t := range list {
		if t.run != i {
			continue
		}
		w.words(r.Text[from:t.from])
		if w.defined == nil {
			w.defined = make(map[string]bool)
		}
		id := "d-" + w.clause.ID
		for n := 2; w.defined[id]; n++ {
			id = "d-" + w.clause.ID + "." + strconv.Itoa(n)
		}
		w.defined[id] = true
		w.raw("<dfn")
		w.id(id)
		linked := r.Link == nil // a link in a link there is none
		if w.byte('>'); linked {
			w.raw(`<a href="#`)
			w.anchor(id)
			w.raw(`">`)
		}
		w.words(r.Text[t.from:t.to])
		if linked {
			w.raw("</a>")
		}
		w.raw("</dfn>")
		from = t.to
	}
	w.words(r.Text[from:])
}
