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
