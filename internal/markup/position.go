package markup

import (
	"bytes"
	"unicode/utf8"

	"diptych/internal/diag"
	"diptych/internal/locale"
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

// fail adds an error of rule markup: sentence n, about what stands at an offset.
// values is name, value, … for its placeholders; see diag.Message.
func (b *builder) fail(offset, n int, values ...any) {
	b.report(b.pos(offset), diag.Error, diag.Markup, n, values...)
}

// warn is fail for a warning.
func (b *builder) warn(offset, n int, values ...any) {
	b.report(b.pos(offset), diag.Warning, diag.Markup, n, values...)
}

// report adds a problem, but no more than maxProblems of one severity.
func (b *builder) report(pos diag.Pos, severity diag.Severity, r diag.Rule, n int, values ...any) {
	if b.said == nil {
		b.said = map[diag.Severity]int{}
	}
	switch b.said[severity]++; {
	case b.said[severity] == maxProblems+1:
		r, n, values = diag.Markup, 28, []any{"Limit", maxProblems}
	case b.said[severity] > maxProblems:
		return
	}
	b.problems = append(b.problems, locale.ToolIn("en").Problem(pos, severity, r, n, values...))
}
