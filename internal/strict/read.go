package strict

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"diptych/internal/policy"
)

// maxDepth bounds lists and tables within each other, and the names of a key
// with those of the tables around it; no file of ours nests deeper than three.
const maxDepth = 16

// maxPath bounds the names of a key and the tables around it, in bytes; the
// longest of ours has thirty. Without it a small file could take all memory,
// since each key is known by its whole path here and in the library.
const maxPath = 512

// reader makes the outline of a source. Its methods report whether they could
// go on; if not, bad says why. It accepts all that the toml library does, within
// maxDepth, and leaves it to the library what numbers, dates and tables may be.
type reader struct {
	outline
	src   []byte
	pos   int
	depth int
	bad   *fault
	table string         // path of the table whose keys are being read
	top   string         // first part of its name
	lists map[string]int // path of a list of tables -> its length so far
	heads map[string]int // path of a table -> where it begins
}

// readOutline reads a source to its end or to the first fault.
func readOutline(src []byte) (outline, *fault) {
	r := reader{src: src, outline: outline{places: map[string]place{}}, lists: map[string]int{}, heads: map[string]int{}}
	if r.characters() {
		for r.blank() && r.statement() {
		}
	}
	return r.outline, r.bad
}

// characters reports whether TOML may hold all characters of the source.
func (r *reader) characters() bool {
	for i := 0; i < len(r.src); {
		c, n := utf8.DecodeRune(r.src[i:])
		switch {
		case c == utf8.RuneError && n == 1:
			return r.fail(i, "save the file as UTF-8", "the byte 0x%02X is not UTF-8", r.src[i])
		case c == '\r' && !bytes.HasPrefix(r.src[i:], []byte("\r\n")):
			return r.fail(i, "end each line with a line feed", "a carriage return ends no line")
		}
		i += n
	}
	for i, c := range policy.Controls(string(r.src)) {
		return r.fail(i, "take it out", "the control character %s cannot stand in TOML", policy.CharacterName(c))
	}
	return true
}

// statement reads a header or key = value, with the end of its line.
func (r *reader) statement() bool {
	st := statement{lines: span{from: bytes.LastIndexByte(r.src[:r.pos], '\n') + 1}}
	i, ok := len(r.keys), false
	if st.header = r.src[r.pos] == '['; st.header {
		ok = r.header()
	} else {
		st.value, ok = r.pair(r.table)
	}
	if !ok || !r.lineEnd() {
		return false
	}
	st.lines.to = r.pos
	k := r.keys[i]
	st.path, st.top = k.last().path, r.top
	if r.table == "" {
		st.top = k[0].name
	}
	r.statements = append(r.statements, st)
	return true
}

// header reads [a.b] or [[a.b]] and makes it the table at hand.
func (r *reader) header() bool {
	start := r.pos
	r.pos++
	list := r.next('[')
	var k key
	for path := ""; ; path = r.last(path) {
		p, ok := r.keyPart(path, "the name of a table stands between [ and ]")
		if !ok {
			return false
		}
		k = append(k, p)
		path = p.path
		if !r.next('.') {
			break
		}
	}
	r.keys = append(r.keys, k)
	if !r.next(']') || list && !r.next(']') {
		return r.fail(r.pos, r.mark("close the name of the table with ]"), "expected ] after the name of a table, not %s", r.glimpse())
	}
	path := k.last().path
	if before, again := r.heads[path]; again && !list {
		r.bad = twice(k.last(), before)
		r.bad.again = "put the keys there, or write [[" + short(k.last().spell()) + "]] where each is an item of a list"
		return false
	}
	if list {
		n := r.lists[path]
		r.lists[path] = n + 1
		r.note(inList(path, n), start, start)
	} else {
		r.heads[path] = start
	}
	r.table, r.top = r.last(path), k[0].name
	return true
}

// last is the path of the newest item where path is a list of tables.
func (r *reader) last(path string) string {
	if n := r.lists[path]; n > 0 {
		return inList(path, n-1)
	}
	return path
}

// pair reads a.b = value in the table with the path, and returns the value's
// span. The library drops some values whose key has one already; they are a
// fault here.
func (r *reader) pair(table string) (value span, ok bool) {
	var k key
	for path := table; ; {
		p, ok := r.keyPart(path, r.pairHint())
		if !ok {
			return span{}, false
		}
		k = append(k, p)
		path = p.path
		if !r.next('.') {
			break
		}
	}
	r.keys = append(r.keys, k)
	last := k.last()
	if !r.next('=') {
		hint := r.pairHint()
		if c := r.rune(); c == ':' || c == '：' {
			hint = "write = between a key and its value"
		}
		return span{}, r.fail(r.pos, r.mark(hint), "expected = after the key %s, not %s", short(last.name), r.glimpse())
	}
	if before := r.places[last.path].key; before < k.from() {
		r.bad = twice(last, before)
		return span{}, false
	}
	r.space()
	value.from = r.pos
	r.places[last.path] = place{last.at, r.pos}
	ok = r.value(last.path)
	value.to = r.pos
	return value, ok
}

// keyPart reads one part of a key, the path of which so far is given, and the
// white space around it.
func (r *reader) keyPart(path, hint string) (part, bool) {
	r.space()
	at, name := r.pos, ""
	if c := r.peek(); c == '"' || c == '\'' {
		if !r.line(c) {
			return part{}, false
		}
		name = string(r.src[at+1 : r.pos-1])
		if c == '"' && strings.Contains(name, `\`) {
			name = r.unescape(at)
		}
	} else {
		for bare(r.peek()) {
			r.pos++
		}
		if name = string(r.src[at:r.pos]); name == "" {
			if r.peek() >= utf8.RuneSelf {
				hint = "put a key in quotes that has other letters than a-z"
			}
			return part{}, r.fail(at, r.mark(hint), "expected a key, not %s", r.glimpse())
		}
	}
	r.space()
	p := part{name, inTable(path, name), at}
	if len(p.path) > maxPath {
		return part{}, r.fail(at, "", "the name of a key and the tables around it is longer than %d bytes", maxPath)
	}
	if strings.Count(p.path, "\x00") > maxDepth {
		return part{}, r.fail(at, "", "the key and the tables and lists around it are more than %d deep", maxDepth)
	}
	r.note(p.path, at, at)
	return p, true
}

// unescape has the library read the string that begins at a byte.
func (r *reader) unescape(at int) string {
	var v struct{ K string }
	if _, err := toml.Decode("K = "+string(r.src[at:r.pos]), &v); err != nil {
		return string(r.src[at+1 : r.pos-1]) // the library will say so
	}
	return v.K
}

// bare reports whether a key may hold a character without quotes.
func bare(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}
