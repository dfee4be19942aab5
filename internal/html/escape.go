package html

import (
	"bytes"
	"strings"

	"diptych/internal/policy"
)

// special holds the bytes that escape replaces.
var special = [256]bool{'&': true, '<': true, '>': true, '"': true, 0: true}

// plain reports whether s holds nothing to escape. In longer strings it is many
// times faster to look for one byte after the other than at one after the
// other.
func plain(s string) bool {
	return strings.IndexByte(s, '&') < 0 && strings.IndexByte(s, '"') < 0 && strings.IndexByte(s, '<') < 0 &&
		strings.IndexByte(s, '>') < 0 && strings.IndexByte(s, 0) < 0
}

// escape writes s so that it is words, or the value of an attribute in double
// quotation marks.
func escape(b *bytes.Buffer, s string) {
	if len(s) > 32 && plain(s) {
		b.WriteString(s)
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
		b.WriteString(s[from:i])
		b.WriteString(ref)
		from = i + 1
	}
	b.WriteString(s[from:])
}

func openOp(b *bytes.Buffer, op policy.Op) {
	switch op {
	case policy.Inserted:
		b.WriteString("<ins>")
	case policy.Deleted:
		b.WriteString("<del>")
	case policy.MovedTo:
		b.WriteString(`<ins class="moved">`)
	case policy.MovedFrom:
		b.WriteString(`<del class="moved">`)
	}
}

func closeOp(b *bytes.Buffer, op policy.Op) {
	switch op {
	case policy.Inserted, policy.MovedTo:
		b.WriteString("</ins>")
	case policy.Deleted, policy.MovedFrom:
		b.WriteString("</del>")
	}
}

// opClass is the class of a block that came, went or moved.
func opClass(op policy.Op) string {
	switch op {
	case policy.Inserted:
		return "op-inserted"
	case policy.Deleted:
		return "op-deleted"
	case policy.MovedTo:
		return "op-moved-to"
	case policy.MovedFrom:
		return "op-moved-from"
	}
	return ""
}

func writeOpClass(b *bytes.Buffer, op policy.Op) {
	if op != policy.Same {
		b.WriteByte(' ')
		b.WriteString(opClass(op))
	}
}
