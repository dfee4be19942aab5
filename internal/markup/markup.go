// Package markup turns the Markdown body of a text into clauses and blocks.
// It keeps two laws: no words of a source are lost, and nothing of a source can
// run in a reader's browser, because raw HTML is rebuilt from an allow-list and
// never copied. Where a link leads it leaves to others, and the pages to package
// html. It is the sole home of goldmark.
package markup

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// Options say where a text comes from.
type Options struct {
	File    string     // of the source, for positions
	Line    int        // number in the file of the first line of the text, from 1; 0 is read as 1
	Lang    policy.Tag // language of the text
	Version string     // name of the version; appended to derived ids that are taken
	Settled bool       // the text can no longer be mended: nothing is said of its slips
	UTF8    bool       // the text was found to be UTF-8 without NUL bytes and need not be read for that again
}

// Parse turns the Markdown body of a text into its clauses in reading order.
// Links are left unresolved but for those that leave the site or must not
// exist. It returns clauses also where there are problems, but none of a text that
// holds more than a page can.
func Parse(src []byte, opt Options) ([]*policy.Clause, diag.List) {
	b := newBuilder(src, opt)
	b.document()
	clauses := b.clauses()
	if b.full {
		clauses = nil
	}
	return clauses, b.problems
}

// ParseNote turns a short Markdown text, such as a summary, into blocks. It
// has no clauses: headings become subheadings, and labels stay in the words.
func ParseNote(src string, opt Options) ([]policy.Block, diag.List) {
	b := newBuilder([]byte(src), opt)
	b.note = true
	b.document()
	var out []policy.Block
	for i := range b.tops {
		out = append(out, b.tops[i].block)
	}
	return append(out, b.notes...), b.problems
}

func newBuilder(src []byte, opt Options) *builder {
	opt.Line = max(opt.Line, 1)
	src = clean(src, opt.UTF8)
	b := &builder{opt: opt, src: src, text: string(src), lines: lineFinder{src: src, line: opt.Line}}
	b.banish()
	b.frames = append(b.frames, frame{wall: true})
	return b
}

// document parses the source and builds every block of it.
func (b *builder) document() {
	st := &parseState{spots: b.spots, size: len(b.src)}
	pc := parser.NewContext()
	pc.Set(stateKey, st)
	doc := dialect().Parse(text.NewReader(b.src), parser.WithContext(pc))
	b.attrs = st.attrs
	b.tops = make([]top, 0, doc.ChildCount())
	b.blocks(doc)
	b.finish()
	b.limits(st)
}

// clean replaces NUL and bytes that are not UTF-8, which no HTML page can hold,
// and makes every line end in a line feed.
func clean(src []byte, isUTF8 bool) []byte {
	if bytes.IndexByte(src, '\r') >= 0 {
		src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
		src = bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
	}
	if isUTF8 {
		return src
	}
	if !utf8.Valid(src) {
		src = bytes.ToValidUTF8(src, []byte("\uFFFD"))
	}
	if bytes.IndexByte(src, 0) >= 0 {
		src = bytes.ReplaceAll(src, []byte{0}, []byte("\uFFFD"))
	}
	return src
}
