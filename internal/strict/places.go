package strict

import (
	"bytes"
	"strconv"
	"strings"
)

// The toml library tells where a syntax error is but not where a key is, so
// places finds that. It reads what the library has already accepted and may
// therefore be simple; on anything else it stops early, which costs positions
// and nothing more.

// place is where a key and its value begin, in bytes from the start.
type place struct{ key, val int }

// places maps the path of a key to its first mention.
type places map[string]place

// inTable and inList spell the paths: a table's key, a list's item.
func inTable(path, key string) string      { return path + "\x00." + key }
func inList(path string, index int) string { return path + "\x00#" + strconv.Itoa(index) }

// maxDepth bounds lists within lists; no file of ours nests deeper than three.
const maxDepth = 64

type scanner struct {
	src   []byte
	pos   int
	found places
	lists map[string]int // path of an array of tables -> its length so far
	table string         // path of the table whose keys are being read
}

func findPlaces(src []byte) places {
	s := scanner{src: src, found: places{}, lists: map[string]int{}}
	for s.skip(" \t\r\n") {
		switch {
		case s.src[s.pos] == '[':
			if !s.header() {
				return s.found
			}
		case !s.pair(s.table, 0):
			return s.found
		}
		s.toLineEnd()
	}
	return s.found
}

// header reads [a.b] or [[a.b]] and makes it the table at hand.
func (s *scanner) header() bool {
	start := s.pos
	s.pos++
	list := s.next('[')
	path := ""
	for {
		at, key, ok := s.keyPart()
		if !ok {
			return false
		}
		path = inTable(path, key)
		s.note(path, at, at)
		if s.next('.') {
			path = s.last(path)
			continue
		}
		if !s.next(']') {
			return false
		}
		break
	}
	if list {
		n := s.lists[path]
		s.lists[path] = n + 1
		s.note(inList(path, n), start, start)
	}
	s.table = s.last(path)
	return true
}

// last is the path of the newest item where path is an array of tables.
func (s *scanner) last(path string) string {
	if n := s.lists[path]; n > 0 {
		return inList(path, n-1)
	}
	return path
}

// pair reads a.b = value in the table with the path.
func (s *scanner) pair(path string, depth int) bool {
	for {
		at, key, ok := s.keyPart()
		if !ok {
			return false
		}
		path = inTable(path, key)
		s.note(path, at, at)
		if !s.next('.') {
			break
		}
	}
	if !s.next('=') || !s.skip(" \t") {
		return false
	}
	if p := s.found[path]; p.key == p.val {
		s.found[path] = place{p.key, s.pos}
	}
	return s.value(path, depth)
}

// keyPart reads one part of a dotted key and the white space around it.
func (s *scanner) keyPart() (at int, key string, ok bool) {
	if !s.skip(" \t") {
		return 0, "", false
	}
	at = s.pos
	if q := s.src[at]; q == '"' || q == '\'' {
		if !s.quoted() {
			return 0, "", false
		}
		key = string(s.src[at+1 : s.pos-1])
		if q == '"' && strings.Contains(key, `\`) {
			if k, err := strconv.Unquote(`"` + key + `"`); err == nil {
				key = k
			}
		}
	} else {
		for s.pos < len(s.src) && !bytes.ContainsRune([]byte(" \t\r\n.=[]{},#\"'"), rune(s.src[s.pos])) {
			s.pos++
		}
		key = string(s.src[at:s.pos])
		if key == "" {
			return 0, "", false
		}
	}
	s.skip(" \t")
	return at, key, true
}

// value reads a value; the places within it are noted below path.
func (s *scanner) value(path string, depth int) bool {
	if s.pos >= len(s.src) || depth > maxDepth {
		return false
	}
	switch s.src[s.pos] {
	case '"', '\'':
		return s.quoted()
	case '[':
		s.pos++
		for i := 0; ; i++ {
			if !s.skipLines() {
				return false
			}
			if s.next(']') {
				return true
			}
			s.note(inList(path, i), s.pos, s.pos)
			if !s.value(inList(path, i), depth+1) || !s.skipLines() {
				return false
			}
			if !s.next(',') && s.src[s.pos] != ']' {
				return false
			}
		}
	case '{':
		s.pos++
		for {
			if !s.skipLines() {
				return false
			}
			if s.next('}') {
				return true
			}
			if !s.pair(path, depth+1) || !s.skipLines() {
				return false
			}
			if !s.next(',') && s.src[s.pos] != '}' {
				return false
			}
		}
	}
	start := s.pos
	for s.pos < len(s.src) && !bytes.ContainsRune([]byte("\r\n,]}#"), rune(s.src[s.pos])) {
		s.pos++
	}
	return s.pos > start
}

// quoted reads a string in any of the four kinds of quotes.
func (s *scanner) quoted() bool {
	q := s.src[s.pos]
	end := []byte{q}
	if triple := []byte{q, q, q}; bytes.HasPrefix(s.src[s.pos:], triple) {
		end = triple
	}
	s.pos += len(end)
	for s.pos < len(s.src) {
		switch {
		case s.src[s.pos] == '\\' && q == '"':
			s.pos += 2
			continue
		case bytes.HasPrefix(s.src[s.pos:], end):
			s.pos += len(end)
			for len(end) == 3 && s.pos < len(s.src) && s.src[s.pos] == q {
				s.pos++ // quotes that belong to the string stand before the last three
			}
			return true
		case s.src[s.pos] == '\n' && len(end) == 1:
			return false
		}
		s.pos++
	}
	s.pos = len(s.src)
	return false
}

// note keeps the first mention of a path.
func (s *scanner) note(path string, key, val int) {
	if _, ok := s.found[path]; !ok {
		s.found[path] = place{key, val}
	}
}

func (s *scanner) next(c byte) bool {
	if s.pos < len(s.src) && s.src[s.pos] == c {
		s.pos++
		return true
	}
	return false
}

// skip passes over any of the bytes in set, and over comments where the set
// holds the line feed; it reports whether anything is left.
func (s *scanner) skip(set string) bool {
	for s.pos < len(s.src) {
		c := s.src[s.pos]
		switch {
		case strings.IndexByte(set, c) >= 0:
			s.pos++
		case c == '#' && strings.Contains(set, "\n"):
			s.toLineEnd()
		default:
			return true
		}
	}
	return false
}

func (s *scanner) skipLines() bool { return s.skip(" \t\r\n") }

func (s *scanner) toLineEnd() {
	i := bytes.IndexByte(s.src[s.pos:], '\n')
	if i < 0 {
		s.pos = len(s.src)
		return
	}
	s.pos += i
}
