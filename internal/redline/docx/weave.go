package docx

import (
	"errors"
	"unicode"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// errApart says that a merged text does not hold the words of its two texts in
// their order.
var errApart = errors.New("the redline does not give back its two texts")

// document is what Word is given.
type document struct {
	body  []part
	notes []footnote
	moves *moves
}

// part is a paragraph or a table of the document.
type part struct {
	line *line
	grid *grid
}

// line is a paragraph of the document. Its op is that of its end: a line whose
// end was deleted goes on in the next one.
type line struct {
	spans    []span
	op       policy.Op
	unit     int
	old, new *para // where it ends; one is nil where its end is in one text only
}

// span is words of one look in each text and of one fate.
type span struct {
	text     string
	op       policy.Op
	unit     int
	old, new *policy.Run   // nil where the words are not in that text
	stale    *policy.Stale // the reference that the words end with, where it went stale
	note     int           // the footnote that it is the reference of, from 1; 0 is none
}

// weave makes the document of a redline.
func weave(r *redline.Redline) (*document, error) {
	clauses := make([]*policy.Clause, len(r.Sections))
	for i := range r.Sections {
		clauses[i] = r.Sections[i].Clause
	}
	doc := &document{moves: &moves{}}
	flat := Wide(r) > 0
	merged, old, new := lay(r.Title, clauses, doc.moves, flat), layText(r.Old, flat), layText(r.New, flat)
	doc.moves.pair()
	citedOld, okOld := old.cites()
	citedNew, okNew := new.cites()
	counted := okOld && okNew
	if !counted {
		citedOld, citedNew = nil, nil // all notes stand at the end, with the numbers that they have
	}
	merged.close(citedOld, citedNew)
	old.close(citedOld, citedOld)
	new.close(citedNew, citedNew)
	w := newWeaver(old.body, new.body, doc.moves)
	for _, e := range merged.body {
		if e.table != nil {
			w.table(e.table)
		} else {
			w.para(e.para)
		}
	}
	if !w.end() {
		return nil, errApart
	}
	doc.moves.confirm(w.out)
	rotateParts(w.out)
	doc.body = spaced(w.out)
	if counted {
		doc.cite(merged.notes, old.footnotes(citedOld), new.footnotes(citedNew))
	}
	return doc, nil
}

// weaver walks the merged text and, beside it, the two texts.
type weaver struct {
	old, new cursor
	moves    *moves
	out      []part
	line     []span // of the line that has begun
	tail     []byte // words that its last span goes on with
	apart    bool   // the texts are not those of the merge
}

func newWeaver(old, new []element, ms *moves) *weaver {
	w := &weaver{old: cursor{elements: old}, new: cursor{elements: new}, moves: ms}
	w.old.load()
	w.new.load()
	return w
}

// para weaves a paragraph of the merged text.
func (w *weaver) para(p *para) {
	for _, x := range p.pieces {
		x.op, x.unit = w.moves.said(x.op, x.unit)
		for i, r := range x.text {
			w.rune(r, x.text[i:i+len(string(r))], &x)
		}
		if n := len(w.line); n > 0 && x.run.Stale != nil {
			w.line[n-1].stale = x.run.Stale
		}
	}
	w.pause()
}

// rune weaves one rune of a piece.
func (w *weaver) rune(r rune, s string, p *piece) {
	if w.apart {
		return
	}
	if unicode.IsSpace(r) {
		w.space(s, p)
		return
	}
	x := span{op: p.op, unit: p.unit}
	w.settle(p.op.InOld(), p.op.InNew())
	if p.op.InOld() {
		x.old = w.old.next(r)
		w.apart = w.apart || x.old == nil
	}
	if p.op.InNew() {
		x.new = w.new.next(r)
		w.apart = w.apart || x.new == nil
	}
	if w.apart {
		return
	}
	w.put(s, x)
}

// space weaves white space: it looks like the words before it.
func (w *weaver) space(s string, p *piece) {
	if n := len(w.line); n > 0 {
		if l := &w.line[n-1]; l.op == p.op && l.unit == p.unit && l.stale == nil && !l.refers() {
			w.tail = append(w.tail, s...)
			return
		}
	}
	x := span{op: p.op, unit: p.unit}
	if p.op.InOld() {
		x.old = p.run
	}
	if p.op.InNew() {
		x.new = p.run
	}
	w.put(s, x)
}

// refers reports whether the span is a reference to a note in either text.
func (s *span) refers() bool { return isRef(s.old) || isRef(s.new) }

// isRef reports whether a run is a reference to a note.
func isRef(r *policy.Run) bool { return r != nil && r.Kind == policy.NoteRef }

func (w *weaver) put(s string, x span) {
	if n := len(w.line); n > 0 {
		if l := &w.line[n-1]; l.op == x.op && l.unit == x.unit && l.old == x.old && l.new == x.new && l.stale == nil {
			w.tail = append(w.tail, s...)
			return
		}
	}
	w.seal()
	x.text = s
	w.line = append(w.line, x)
}

// seal gives the last span its words: joined rune by rune, a long paragraph
// would take quadratic time.
func (w *weaver) seal() {
	if n := len(w.line); n > 0 {
		w.line[n-1].text += string(w.tail)
	}
	w.tail = w.tail[:0]
}
