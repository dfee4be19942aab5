package html

import "strconv"

// numbered notes that what has the id is of a change, so that its number can be
// written before the first words.
func (w *Writer) numbered(id string) {
	if w.opt.Number == nil {
		return
	}
	if n := w.opt.Number(id); n > 0 {
		w.numbers = append(w.numbers, n)
	}
}

// flushNumbers writes the numbers that wait, in one margin note. They are no
// links: the margin has no room for what a finger can hit.
func (w *Writer) flushNumbers() {
	if len(w.numbers) == 0 {
		return
	}
	w.raw(`<span class="aside nth"><span class="hidden">`)
	w.text(w.opt.Words.Change)
	w.raw(" </span>")
	for i, n := range w.numbers {
		if i > 0 {
			w.byte(' ')
		}
		w.raw(strconv.Itoa(n))
	}
	w.raw("</span>")
	w.numbers = w.numbers[:0]
}

// moved notes that what has the id is an end of a move, so that where the other
// end is can be written before the first words.
func (w *Writer) moved(id string) {
	if w.opt.Moved == nil {
		return
	}
	if other, _, _ := w.opt.Moved(id); other != "" {
		w.ends = append(w.ends, id)
	}
}

// flushEnds writes, of the ends of moves that wait, where the other ends are.
func (w *Writer) flushEnds() {
	for _, id := range w.ends {
		other, words, tag := w.opt.Moved(id)
		w.raw(`<span class="aside meta"`)
		if tag != "" {
			w.attr("lang", tag)
		}
		w.raw(`><a href="#`)
		w.anchor(other)
		w.raw(`">`)
		w.text(words)
		w.raw("</a></span>")
	}
	w.ends = w.ends[:0]
}

// moveAnchor writes the place at which words that moved begin, and what is said
// of it, outside of the elements that mark them.
func (w *Writer) moveAnchor(id string) {
	w.raw("<span")
	w.id(id)
	w.raw("></span>")
	w.flushNumbers()
	w.flushEnds()
}
