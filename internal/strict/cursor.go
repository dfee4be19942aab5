package strict

import "bytes"

// lineEnd passes over the end of a statement's line.
func (r *reader) lineEnd() bool {
	r.space()
	if r.peek() == '#' {
		r.comment()
	}
	r.next('\r')
	return r.next('\n') || r.pos == len(r.src) ||
		r.fail(r.pos, r.mark("begin a new line after each value"), "expected the end of the line, not %s", r.glimpse())
}

// blank passes over white space, line ends and comments; it reports whether
// anything is left.
func (r *reader) blank() bool {
	for {
		switch r.peek() {
		case ' ', '\t', '\r', '\n':
			r.pos++
		case '#':
			r.comment()
		default:
			return r.pos < len(r.src)
		}
	}
}

// comment passes over a comment, to the end of its line.
func (r *reader) comment() {
	end := bytes.IndexByte(r.src[r.pos:], '\n')
	if end < 0 {
		r.pos = len(r.src)
		return
	}
	r.pos += end
}

func (r *reader) space() {
	for c := r.peek(); c == ' ' || c == '\t'; c = r.peek() {
		r.pos++
	}
}

// next passes over a byte if it is the one that comes.
func (r *reader) next(c byte) bool {
	if r.pos < len(r.src) && r.src[r.pos] == c {
		r.pos++
		return true
	}
	return false
}

// peek is the byte that comes, as ahead(0).
func (r *reader) peek() byte { return r.ahead(0) }

// ahead is the byte that comes after n others; 0 behind the end, which no source
// holds.
func (r *reader) ahead(n int) byte {
	if r.pos+n < len(r.src) {
		return r.src[r.pos+n]
	}
	return 0
}
