package diag

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible returns words for a line of a terminal or a log: what would act on it and
// not be printed is spelled as in a string of Go, \u001b or \n. Names of files and
// words of sources may hold anything.
func Visible(s string) string {
	if !strings.ContainsFunc(s, acts) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case acts(r):
			b.WriteString(escaped(r))
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

// VisibleJSON returns JSON that says the same and holds none of those characters: in
// its strings they are escaped.
func VisibleJSON(b []byte) []byte {
	if !bytes.ContainsFunc(b, actsInJSON) {
		return b
	}
	out := make([]byte, 0, len(b)+64)
	for _, r := range string(b) {
		if !actsInJSON(r) {
			out = utf8.AppendRune(out, r)
		} else if r > 0xffff {
			high, low := (r-0x10000)>>10+0xd800, (r-0x10000)&0x3ff+0xdc00
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		} else {
			out = append(out, escaped(r)...)
		}
	}
	return out
}

// actsInJSON is acts for what stands in JSON between its strings, too.
func actsInJSON(r rune) bool { return r != '\n' && acts(r) }

// acts reports whether a terminal, a log or whoever shows one might do something else
// with a character than print it: controls, separators of lines, what changes the
// order in which words are shown, tags and what is no character.
func acts(r rune) bool {
	switch {
	case r >= ' ' && r < 0x7f:
		return false
	case unicode.IsControl(r), r == '\u2028', r == '\u2029', r == '\u061c', r == '\ufeff':
		return true
	case r >= '\u200e' && r <= '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
		return true
	}
	return r >= 0xfdd0 && r <= 0xfdef || r&0xfffe == 0xfffe || r >= 0xe0000 && r <= 0xe007f
}

func escaped(r rune) string {
	if r > 0xffff {
		return fmt.Sprintf(`\U%08x`, r)
	}
	return fmt.Sprintf(`\u%04x`, r)
}
