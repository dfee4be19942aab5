package markup

import (
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// newLink makes a link and judges where it may lead.
func (b *builder) newLink(dest, title string, offset int) *policy.Link {
	b.count(&b.held.links, 1, limitLinks, offset)
	l := &policy.Link{Dest: strings.Map(dropControl, strings.TrimSpace(dest)), Title: title, Pos: b.pos(offset)}
	switch scheme, local := schemeOf(l.Dest); {
	case local:
	case scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel":
		l.Kind = policy.LinkExternal
	case scheme == "":
		l.Kind = policy.LinkDead
		b.fail(offset, 11, "Link", diag.Words(cutDest(l.Dest)))
	default:
		l.Kind = policy.LinkDead
		b.fail(offset, 12, "Link", diag.Words(cutDest(l.Dest)), "Scheme", scheme)
	}
	return l
}

// dropControl removes the characters that browsers skip in addresses, so that
// what is judged here is what they would see.
func dropControl(r rune) rune {
	if r < ' ' || r == 0x7f {
		return -1
	}
	return r
}

// schemeOf returns the scheme of an address in lower case. local reports whether
// the address leads to a place in this site.
func schemeOf(dest string) (scheme string, local bool) {
	if len(dest) > 1 && (dest[0] == '/' || dest[0] == '\\') && (dest[1] == '/' || dest[1] == '\\') {
		return "", false
	}
	for i := 0; i < len(dest); i++ {
		c := dest[i]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z', i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'):
		case c == ':' && i > 0:
			return strings.ToLower(dest[:i]), false
		default:
			return "", true
		}
	}
	return "", true
}

// cutDest cuts an address for a message.
func cutDest(s string) string {
	if len(s) <= 60 {
		return s
	}
	return strings.ToValidUTF8(s[:60], "") + "…"
}
