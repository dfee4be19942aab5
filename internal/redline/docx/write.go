package docx

import (
	"bytes"
	"encoding/xml"
	"strconv"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// writer writes the parts of the file. It is for one file.
type writer struct {
	opt      Options
	redline  *redline.Redline
	language language
	out      *bytes.Buffer // the part that is written
	rels     *relations    // of that part
	ids      int           // of tracked changes and of ranges, used so far
	notes    int           // how many there are
	comments []comment
	numbers  []numbering
	ranges   map[*line][]end
	moves    *moves
	inNote   bool // a note is written, where Word knows no remarks
	counts   bool // the number of a note comes before the next words
}

// comment is a remark beside words.
type comment struct{ text string }

func newWriter(opt Options, r *redline.Redline) *writer {
	return &writer{opt: opt, redline: r, language: languageOf(r.New.Language())}
}

func (w *writer) raw(s string) { w.out.WriteString(s) }

// text writes words. What XML forbids becomes the replacement character.
func (w *writer) text(s string) {
	_ = xml.EscapeText(w.out, []byte(s)) // a buffer does not fail
}

// escaped is an attribute's value.
func escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer does not fail
	return b.String()
}

func (w *writer) id() string {
	w.ids++
	return strconv.Itoa(w.ids)
}

// stamp writes the attributes that a tracked change has.
func (w *writer) stamp() {
	w.raw(` w:id="` + w.id() + `" w:author="` + author + `"`)
	if !w.opt.Date.IsZero() {
		w.raw(` w:date="` + w.opt.Date.String() + `T00:00:00Z"`)
	}
}

// opTag is the element of an op.
func opTag(op policy.Op) string {
	return [...]string{"", "w:ins", "w:del", "w:moveTo", "w:moveFrom"}[op]
}

// tracked writes an element without content that says that something was tracked.
func (w *writer) tracked(tag string) {
	w.raw("<" + tag)
	w.stamp()
	w.raw("/>")
}
