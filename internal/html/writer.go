package html

import (
	"bytes"
	"html/template"

	"diptych/internal/policy"
)

// Writer writes a text, or parts of one, on one page. It counts tables and
// images, and knows which references to notes it has written: another page, or
// another text, takes another Writer. It is not for use by several goroutines
// at once.
//
// What is written keeps the law of the pages: without elements of class aside,
// and with the alternative text of images for images, the text of the HTML is
// Text.Plain, but for white space.
type Writer struct {
	opt    Options
	out    []byte  // what HTML returns next
	buffer *buffer // the memory that out has; nil before the first of it

	whole    bool             // Text was called
	tables   int              // written so far
	pictures int              // likewise; all but the first are loaded when they come into sight
	above    string           // the words of the heading above, for the names of tables
	refs     map[int][]string // ids of the references to each note so far
	defined  map[string]bool  // ids of the terms so far
	terms    map[string]int   // by the id of the first in a clause: how many stand there

	tongue   Tongue         // of the options, with the language of the words around
	clause   *policy.Clause // whose blocks are being written; nil in headings
	lead     *policy.Clause // its label waits for the first words
	noteLead *policy.Block  // the number of the note does
	tail     *policy.Clause // its aside waits for the end of the first paragraph
	back     wayBack        // of the note that is being written
	also     []string       // second targets, that wait for the next words
	numbers  []int          // of changes, that wait for the next words
	ends     []string       // ids of ends of moves, that wait for the next words
	held     bool           // the first cells of the table stay in view
}

// NewWriter returns a Writer for one page.
func NewWriter(opt Options) *Writer { return &Writer{opt: opt, tongue: opt.Tongue} }

// HTML returns what was written since it was last called.
func (w *Writer) HTML() template.HTML {
	s := template.HTML(w.out)
	w.end()
	return s
}

// MoveTo moves what HTML would return behind what b holds.
func (w *Writer) MoveTo(b *bytes.Buffer) {
	b.Write(w.out)
	w.end()
}

// begin gets memory for what is written next; every method that writes for
// others calls it.
func (w *Writer) begin() {
	if w.buffer == nil {
		w.buffer = w.opt.Memory.take()
		w.out = w.buffer.bytes[:0]
	}
}

// end leaves the memory to others.
func (w *Writer) end() {
	if w.buffer != nil {
		w.buffer.bytes = w.out
		w.opt.Memory.leave(w.buffer)
	}
	w.buffer, w.out = nil, nil
}

// Text writes all clauses. Those of form Item stand in the lists of others. A
// page shows a text as a whole once, so a second call panics.
func (w *Writer) Text(clauses []*policy.Clause) {
	if w.whole {
		panic("html: one Writer for two pages")
	}
	w.whole = true
	for _, c := range clauses {
		if c.Form != policy.Item {
			w.Clause(c)
		}
	}
}

// SetPrefix gives the ids of what is written from now on another prefix than
// that of the options.
func (w *Writer) SetPrefix(prefix string) { w.opt.Prefix = prefix }

// Anchor returns the name on the page of an id of the text.
func (w *Writer) Anchor(id string) string { return w.opt.Prefix + id }

// id writes the attribute; nothing for "".
func (w *Writer) id(id string) {
	if id == "" {
		return
	}
	w.raw(` id="`)
	w.anchor(id)
	w.byte('"')
	w.numbered(id)
	w.moved(id)
}

// anchor writes the name on the page of an id of the text.
func (w *Writer) anchor(id string) {
	w.text(w.opt.Prefix)
	w.text(id)
}

// raw writes HTML that this package spells out. A slice that is lengthened where
// it is, and not assigned what append returns, needs no write barrier: that takes
// a quarter of the time while the collector marks.
func (w *Writer) raw(s string) {
	n := len(w.out)
	if n+len(s) > cap(w.out) {
		w.out = append(w.out, s...)
		return
	}
	w.out = w.out[:n+len(s)]
	copy(w.out[n:], s)
}

func (w *Writer) byte(c byte) { w.out = append(w.out, c) }

// attr writes an attribute.
func (w *Writer) attr(name, value string) {
	w.byte(' ')
	w.raw(name)
	w.raw(`="`)
	w.text(value)
	w.byte('"')
}
