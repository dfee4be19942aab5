package markup

import (
	"bytes"
	"unicode/utf8"

	"diptych/internal/diag"
)

// lineFinder turns offsets into lines and columns. It is cheap for offsets
// that mostly grow.
type lineFinder struct {
	src    []byte
	line   int // of the file, where offset stands
	offset int // beginning of a line
}

// find returns the line, and the column in runes from 1, of an offset.
func (f *lineFinder) find(offset int) (line, col int) {
	offset = min(max(offset, 0), len(f.src))
	if offset < f.offset {
		f.line -= bytes.Count(f.src[offset:f.offset], []byte{'\n'})
	} else {
		f.line += bytes.Count(f.src[f.offset:offset], []byte{'\n'})
	}
	f.offset = bytes.LastIndexByte(f.src[:offset], '\n') + 1
	return f.line, utf8.RuneCount(f.src[f.offset:offset]) + 1
}

func (b *builder) pos(offset int) diag.Pos {
	line, col := b.lines.find(offset)
	return diag.Pos{File: b.opt.File, Line: line, Col: col}
}

// Rules under which this package reports.
const (
	ruleMarkup = "markup" // raw HTML, links and marks that cannot stand in a text
	ruleID     = "id"     // ids of clauses and anchors
)

func (b *builder) fail(offset int, hint, format string, args ...any) {
	b.problems.Errorf(b.pos(offset), ruleMarkup, hint, format, args...)
}

func (b *builder) warn(offset int, hint, format string, args ...any) {
	b.problems.Warnf(b.pos(offset), ruleMarkup, hint, format, args...)
}
