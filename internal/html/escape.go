package html

import "strings"

// special holds the bytes that text replaces.
var special = [256]bool{'&': true, '<': true, '>': true, '"': true, 0: true}

// plain reports whether s holds nothing to escape. In longer strings it is many
// times faster to look for one byte after the other than at one after the
// other.
func plain(s string) bool {
	return strings.IndexByte(s, '&') < 0 && strings.IndexByte(s, '"') < 0 && strings.IndexByte(s, '<') < 0 &&
		strings.IndexByte(s, '>') < 0 && strings.IndexByte(s, 0) < 0
}

// text writes words, or the value of an attribute in double quotation marks.
func (w *Writer) text(s string) {
	if len(s) > 32 && plain(s) {
		w.raw(s)
		return
	}
	from := 0
	for i := 0; i < len(s); i++ {
		if !special[s[i]] { // the one test that nearly every byte takes
			continue
		}
		var ref string
		switch s[i] {
		case '&':
			ref = "&amp;"
		case '<':
			ref = "&lt;"
		case '>':
			ref = "&gt;"
		case '"':
			ref = "&#34;"
		case 0:
			ref = "\uFFFD"
		}
		w.raw(s[from:i])
		w.raw(ref)
		from = i + 1
	}
	w.raw(s[from:])
}
