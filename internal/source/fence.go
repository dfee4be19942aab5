package source

import (
	"bytes"
	"strings"

	"diptych/internal/diag"
)

// parts is a text cut into front matter and body. Lines count from 1.
type parts struct {
	head, body         []byte
	headLine, bodyLine int
}

// fenceHint shows people the shape that is wanted.
const fenceHint = `begin the file with three lines: +++, then title = "…" and effective = 2026-01-31 each on a line of its own, then +++`

// cut takes a text apart at its two +++ lines. src may be the beginning of a
// text, as long as it holds both.
func cut(file string, src []byte) (p parts, l diag.List) {
	at := func(line int) diag.Pos { return diag.Pos{File: file, Line: line, Col: 1} }
	line, off := 1, 0
	for off < len(src) && len(bytes.TrimSpace(firstLine(src[off:]))) == 0 {
		off += lineLen(src[off:])
		line++
	}
	if off == len(src) {
		l.Errorf(diag.Pos{File: file}, diag.FrontMatter, fenceHint, "the file is empty")
		return p, l
	}
	switch first := strings.TrimRight(string(firstLine(src[off:])), " \t\r"); {
	case first == "+++" && line == 1:
	case first == "+++":
		l.Errorf(at(line), diag.FrontMatter, "remove what stands above it", "front matter must begin in line 1")
		return p, l
	case first == "---":
		l.Errorf(at(line), diag.FrontMatter, `put it between lines of +++ and write key = value: title = "…", effective = 2026-01-31`,
			"front matter is written in YAML; Diptych reads TOML")
		return p, l
	case strings.HasPrefix(first, "+++"):
		l.Errorf(at(line), diag.FrontMatter, "put +++ on a line of its own", "front matter must begin with a line that holds only +++")
		return p, l
	default:
		l.Errorf(at(line), diag.FrontMatter, fenceHint, "front matter is missing")
		return p, l
	}
	start := lineLen(src)
	end := closing(src[start:])
	if end < 0 {
		l.Errorf(at(1), diag.FrontMatter, "add a line that holds only +++ below the front matter", "front matter is not closed")
		return p, l
	}
	p.head, p.headLine = src[start:start+end], 2
	p.body = src[start+end:]
	p.bodyLine = 2 + bytes.Count(p.head, []byte("\n")) + 1
	p.body = p.body[lineLen(p.body):]
	if len(bytes.TrimSpace(p.head)) == 0 {
		l.Errorf(at(1), diag.FrontMatter, `write at least title = "…" and effective = 2026-01-31 between the lines of +++`, "front matter is empty")
	}
	return p, l
}

// fenced reports whether cut needs no more than what has been read so far.
func fenced(src []byte) bool {
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	if !bytes.HasPrefix(src, []byte("+++")) || lineLen(src) == len(src) {
		return false
	}
	rest := src[lineLen(src):]
	end := closing(rest)
	return end >= 0 && bytes.IndexByte(rest[end:], '\n') >= 0
}

// closing is where the line that closes front matter begins, or -1.
func closing(src []byte) int {
	for off := 0; off < len(src); {
		if bytes.HasPrefix(src[off:], []byte("+++")) && len(bytes.TrimRight(firstLine(src[off:]), " \t\r+")) == 0 &&
			bytes.Count(firstLine(src[off:]), []byte("+")) == 3 {
			return off
		}
		off += lineLen(src[off:])
	}
	return -1
}

// firstLine is the first line without its line feed.
func firstLine(src []byte) []byte {
	if i := bytes.IndexByte(src, '\n'); i >= 0 {
		return src[:i]
	}
	return src
}

// lineLen is the length of the first line with its line feed.
func lineLen(src []byte) int {
	if i := bytes.IndexByte(src, '\n'); i >= 0 {
		return i + 1
	}
	return len(src)
}
