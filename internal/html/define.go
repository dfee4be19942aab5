package html

import (
	"slices"
	"strconv"

	"diptych/internal/policy"
)

// define writes the words of the i-th run, with the terms in it as <dfn>. A
// term has the id d-ID in the clause ID, a second one there d-ID.2, and is its
// own permalink: definitions are what people cite most.
func (w *Writer) define(r *policy.Run, i int, list []term) {
	from := 0
	first, _ := slices.BinarySearchFunc(list, i, func(t term, run int) int { return t.run - run })
	for _, t := range list[first:] {
		if t.run != i {
			break
		}
		w.words(r.Text[from:t.from])
		id := w.termID()
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

// termID returns a free id for the next term of the clause at hand. What was
// taken before is not tried again.
func (w *Writer) termID() string {
	if w.defined == nil {
		w.defined, w.terms = make(map[string]bool), make(map[string]int)
	}
	first := "d-" + w.clause.ID
	id, n := first, max(w.terms[first], 1)
	if n > 1 {
		id = first + "." + strconv.Itoa(n)
	}
	for ; w.defined[id]; id = first + "." + strconv.Itoa(n) {
		n++
	}
	w.defined[id], w.terms[first] = true, n
	return id
}
