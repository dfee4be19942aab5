package markup

import (
	"bytes"
	"unicode/utf8"

	"diptych/internal/diag"
)

// lineFinder turns offsets into lines and columns. It remembers the last one,
// so that offsets close to each other are cheap also in very long lines.
type lineFinder struct {
	src    []byte
	line   int // of the file, where offset stands
	offset int
	col    int // of offset, in runes from 0
}

// find returns the line, and the column in runes from 1, of an offset.
func (f *lineFinder) find(offset int) (line, col int) {
	offset = min(max(offset, 0), len(f.src))
	newline := []byte{'\n'}
	if offset < f.offset {
		between := f.src[offset:f.offset]
		if n := bytes.Count(between, newline); n > 0 {
			f.line -= n
			f.col = f.column(offset)
		} else {
			f.col -= utf8.RuneCount(between)
		}
	} else {
		between := f.src[f.offset:offset]
		if n := bytes.Count(between, newline); n > 0 {
			f.line += n
			f.col = f.column(offset)
		} else {
			f.col += utf8.RuneCount(between)
		}
	}
	f.offset = offset
	return f.line, f.col + 1
}

// column counts from the beginning of the line.
func (f *lineFinder) column(offset int) int {
	return utf8.RuneCount(f.src[bytes.LastIndexByte(f.src[:offset], '\n')+1 : offset])
}

func (b *builder) pos(offset int) diag.Pos {
	line, col := b.lines.find(offset)
	return diag.Pos{File: b.opt.File, Line: line, Col: col}
}

func (b *builder) fail(offset int, hint, format string, args ...any) {
	b.problems.Errorf(b.pos(offset), diag.Markup, hint, format, args...)
}

func (b *builder) warn(offset int, hint, format string, args ...any) {
	b.problems.Warnf(b.pos(offset), diag.Markup, hint, format, args...)
}
