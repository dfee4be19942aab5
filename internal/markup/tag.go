package markup

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tag is a start tag with the attributes that matter.
type tag struct {
	atom                        atom.Atom
	name                        string
	id, lang, href, title       string
	src, alt, kind, align       string
	width, height, start, value int
	colspan, rowspan            int
	hasHref, hasStart, hasValue bool
	bad                         []string // event handlers and styles
	pos                         int
}

func readTag(z *html.Tokenizer, pos int) tag {
	name, more := z.TagName()
	t := tag{atom: atom.Lookup(name), pos: pos}
	if t.atom != 0 {
		t.name = t.atom.String()
	} else {
		t.name = string(name)
	}
	seen := false
	for more {
		var key, val []byte
		key, val, more = z.TagAttr()
		switch k := string(key); k {
		case "id":
			t.id = string(val)
		case "name":
			if t.atom == atom.A && t.id == "" {
				t.id = string(val)
			}
		case "lang", "xml:lang":
			t.lang = string(val)
		case "href":
			if !seen {
				t.href, t.hasHref, seen = string(val), true, true
			}
		case "title":
			t.title = string(val)
		case "src":
			t.src = string(val)
		case "alt":
			t.alt = string(val)
		case "type":
			t.kind = string(val)
		case "align":
			t.align = string(val)
		case "width":
			t.width = number(val)
		case "height":
			t.height = number(val)
		case "start":
			t.start, t.hasStart = number(val), true
		case "value":
			t.value, t.hasValue = number(val), true
		case "colspan":
			t.colspan = min(number(val), 1000)
		case "rowspan":
			t.rowspan = min(number(val), 1000)
		default:
			if k == "style" || strings.HasPrefix(k, "on") || k == "srcdoc" || k == "formaction" || k == "srcset" {
				t.bad = append(t.bad, k)
			}
		}
	}
	return t
}

// number reads a whole number at the start of an attribute, as browsers do.
func number(val []byte) int {
	n := 0
	for _, c := range bytes.TrimSpace(val) {
		if c < '0' || c > '9' || n > 100000 {
			break
		}
		n = n*10 + int(c-'0')
	}
	return n
}
