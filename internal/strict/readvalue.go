package strict

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"diptych/internal/policy"
)

// value reads a value; what stands in it is noted below path.
func (r *reader) value(path string) bool {
	from, ok := r.pos, false
	switch c := r.peek(); {
	case c == '[' || c == '{':
		if r.depth == maxDepth {
			return r.fail(r.pos, "", "lists and tables are nested more than %d deep", maxDepth)
		}
		r.depth++
		if c == '[' {
			ok = r.list(path)
		} else {
			ok = r.braces(path)
		}
		r.depth--
		return ok
	case c != '"' && c != '\'':
		ok = r.word()
	case bytes.HasPrefix(r.src[r.pos:], []byte{c, c, c}):
		ok = r.lines(c)
	default:
		ok = r.line(c)
	}
	r.values = append(r.values, span{from, r.pos})
	return ok
}

// list reads [a, b].
func (r *reader) list(path string) bool {
	const hint = "put a comma between the items of a list, and ] behind the last"
	start := r.pos
	r.pos++
	for i := 0; ; i++ {
		if !r.blank() {
			return r.fail(start, hint, "the list that begins here is not closed")
		}
		if r.next(']') {
			return true
		}
		r.note(inList(path, i), r.pos, r.pos)
		if !r.value(inList(path, i)) {
			return false
		}
		if !r.blank() {
			return r.fail(start, hint, "the list that begins here is not closed")
		}
		if !r.next(',') && r.peek() != ']' {
			return r.fail(r.pos, r.mark(hint), "expected a comma or ] after an item of a list, not %s", r.glimpse())
		}
	}
}

// braces reads { a = 1, b = 2 }.
func (r *reader) braces(path string) bool {
	const hint = "put a comma between the keys of a table, and } behind the last value"
	start := r.pos
	r.pos++
	for {
		if !r.blank() {
			return r.fail(start, hint, "the table that begins here is not closed")
		}
		if r.next('}') {
			return true
		}
		if _, ok := r.pair(path); !ok {
			return false
		}
		if !r.blank() {
			return r.fail(start, hint, "the table that begins here is not closed")
		}
		if !r.next(',') && r.peek() != '}' {
			return r.fail(r.pos, r.mark(hint), "expected a comma or } after a value, not %s", r.glimpse())
		}
	}
}

// line reads a string that ends on its line, in quotes of either kind.
func (r *reader) line(quote byte) bool {
	start := r.pos
	r.pos++
	for {
		switch c := r.peek(); c {
		case quote:
			r.pos++
			return true
		case 0:
			return r.fail(r.pos, r.openHint(start), "the string is not closed")
		case '\r', '\n':
			return r.fail(r.pos, r.openHint(start), "strings cannot contain newlines")
		case '\\':
			if quote == '"' && !r.escape() {
				return false
			} else if quote == '"' {
				continue
			}
		}
		r.pos++
	}
}

// lines reads a string between three quotes of either kind.
func (r *reader) lines(quote byte) bool {
	start, end := r.pos, []byte{quote, quote, quote}
	r.pos += len(end)
	for r.pos < len(r.src) {
		switch {
		case bytes.HasPrefix(r.src[r.pos:], end):
			r.pos += len(end)
			for r.next(quote) { // quotes that belong to the string stand before the last three
			}
			return true
		case quote == '\'' || r.peek() != '\\':
			r.pos++
		case !r.continued() && !r.escape():
			return false
		}
	}
	return r.fail(start, "close it with "+string(end), "the string that begins here is not closed")
}

// continued passes over a backslash at the end of a line.
func (r *reader) continued() bool {
	rest := r.src[r.pos+1:]
	n := len(rest) - len(bytes.TrimLeft(rest, " \t\r"))
	if n == len(rest) || rest[n] != '\n' {
		return false
	}
	r.pos += 1 + n
	return true
}

// escape reads a backslash and what belongs to it.
func (r *reader) escape() bool {
	const hint = `write \\ for a backslash, or put the string in single quotes`
	digits, words := 0, ""
	switch c := r.ahead(1); {
	case strings.IndexByte(`btnfre"\`, c) >= 0:
	case c == 'x':
		digits, words = 2, "two"
	case c == 'u':
		digits, words = 4, "four"
	case c == 'U':
		digits, words = 8, "eight"
	default:
		if c > ' ' && c < utf8.RuneSelf {
			return r.fail(r.pos, hint, `unknown escape \%c in a string`, c)
		}
		return r.fail(r.pos, hint, "a backslash stands alone in a string")
	}
	for i := range digits {
		if strings.IndexByte("0123456789abcdefABCDEF", r.ahead(2+i)) < 0 {
			return r.fail(r.pos, hint, `expected %s hexadecimal digits after \%c`, words, r.ahead(1))
		}
	}
	if c, _ := strconv.ParseUint(string(r.src[r.pos+2:r.pos+2+digits]), 16, 32); !utf8.ValidRune(rune(c)) {
		return r.fail(r.pos, hint, "%s is no character", r.src[r.pos:r.pos+2+digits])
	}
	for range policy.Controls(written(r.src[r.pos : r.pos+2+digits])) {
		if r.control == nil {
			r.control = &fault{at: r.pos, text: fmt.Sprintf("%s is a control character, which no page can hold", r.src[r.pos:r.pos+2+digits]), hint: "take it out"}
		}
	}
	r.pos += 2 + digits
	return true
}

// written returns the character that an escape of a string writes.
func written(escape []byte) string {
	switch escape[1] {
	case 'b', 'f', 'e':
		return "\x1b" // one as good as the other
	case 'x', 'u', 'U':
		c, _ := strconv.ParseUint(string(escape[2:]), 16, 32)
		return string(rune(c))
	}
	return ""
}

// word reads a value without quotes: a number, a date, true or false.
func (r *reader) word() bool {
	rest := r.src[r.pos:]
	n := len(rest) - len(bytes.TrimLeft(rest, "0123456789"))
	if n > 0 && n < len(rest) && (rest[n] == '-' || rest[n] == ':') {
		n = len(rest) - len(bytes.TrimLeft(rest, "0123456789-:TtZz.+ "))
		r.pos += len(bytes.TrimRight(rest[:n], " "))
		return true
	}
	if n = bytes.IndexAny(rest, " \t\r\n,]}#=[{"); n < 0 {
		n = len(rest)
	}
	word := string(rest[:n])
	if isNumber(word) || word == "true" || word == "false" {
		r.pos += n
		return true
	}
	if c, _ := utf8.DecodeRuneInString(word); word == "" || unseen(c) {
		word = r.glimpse()
	}
	return r.fail(r.pos, r.wordHint(), "expected a value, not %s", short(word))
}

// isNumber reports whether a word is meant as a number.
func isNumber(s string) bool {
	switch strings.TrimLeft(s, "+-") {
	case "inf", "nan":
		return true
	case "":
		return false
	}
	if len(s) > 2 && s[0] == '0' && strings.IndexByte("xob", s[1]) >= 0 {
		return strings.Trim(s[2:], "0123456789abcdefABCDEF_") == ""
	}
	return strings.Trim(s, "0123456789_.eE+-") == "" && strings.Count(s, ".") < 2 && strings.ContainsAny(s[:min(2, len(s))], "0123456789")
}
