package html

import "strconv"

// ChangeID is the id of a line in the list of changes of a page.
func ChangeID(n int) string { return "_change-" + strconv.Itoa(n) }

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

// flushNumbers writes the numbers that wait, each a link to the list.
func (w *Writer) flushNumbers() {
	for _, n := range w.numbers {
		w.raw(`<span class="aside nth"><a href="#`)
		w.raw(ChangeID(n))
		w.raw(`" aria-label="`)
		w.text(w.opt.Words.Change)
		w.byte(' ')
		w.raw(strconv.Itoa(n))
		w.raw(`">`)
		w.raw(strconv.Itoa(n))
		w.raw("</a></span>")
	}
	w.numbers = w.numbers[:0]
}
