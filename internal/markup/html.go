package markup

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"diptych/internal/policy"
)

// inlineTag is an open tag of raw HTML that formats words.
type inlineTag struct {
	tag   string
	marks policy.Marks
	link  *policy.Link
	lang  string
	depth int  // how many containers were open
	leaf  bool // opened inside a block of words that ends it
	pos   int
}

// dropped is an element of raw HTML that is left out with all that is in it.
type dropped struct {
	tag   string
	depth int // how many containers were open
	nest  int // elements of the same name inside
	pos   int
}

// html reads raw HTML. Only what the allow-list names gets into the model, and
// only as model: no tag is ever copied.
func (b *builder) html(s []byte, pos int) {
	z := html.NewTokenizer(bytes.NewReader(s))
	for {
		tt := z.Next()
		size := len(z.Raw())
		switch tt {
		case html.ErrorToken:
			if rest := bytes.TrimSpace(z.Raw()); len(rest) > 0 && b.drop.tag == "" {
				b.warn(pos, "close it with >", "a tag of raw HTML is not finished")
			}
			return
		case html.TextToken:
			b.htmlText(string(z.Text()), pos)
		case html.StartTagToken, html.SelfClosingTagToken:
			t := readTag(z, pos)
			b.startTag(&t, tt == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			b.endTag(string(name), pos)
		}
		pos += size
	}
}

// htmlText adds the words between tags. White space in them is one space, but
// for a line break between Han characters, which vanishes.
func (b *builder) htmlText(s string, pos int) {
	if b.drop.tag != "" {
		return
	}
	if b.leaf.open && b.leaf.kind == policy.Code {
		if b.words.empty() && len(b.runs) == 0 {
			s = strings.TrimPrefix(strings.TrimPrefix(s, "\r"), "\n")
		}
		b.string(strings.ReplaceAll(s, "\x00", "\uFFFD"), pos)
		return
	}
	for s != "" {
		n := strings.IndexAny(s, " \t\r\n\f")
		if n != 0 {
			if n < 0 {
				n = len(s)
			}
			b.string(s[:n], pos)
			s = s[n:]
			continue
		}
		rest := strings.TrimLeft(s, " \t\r\n\f")
		if strings.IndexByte(s[:len(s)-len(rest)], '\n') >= 0 {
			b.space(lineGap)
		} else {
			b.space(spaceGap)
		}
		s = rest
	}
}

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

// startTag opens what a tag stands for.
func (b *builder) startTag(t *tag, selfClosing bool) {
	if b.drop.tag != "" {
		if t.name == b.drop.tag && !selfClosing {
			b.drop.nest++
		}
		return
	}
	if forbidden(t.atom, t.name) {
		b.fail(t.pos, "remove it; raw HTML is limited to tables, lists, links, images, line breaks and marks of words",
			"<%s> cannot stand in a text", t.name)
		if !isVoid(t.atom) && !selfClosing {
			b.drop = dropped{tag: t.name, depth: len(b.frames), pos: t.pos}
		}
		return
	}
	for _, k := range t.bad {
		b.warn(t.pos, "remove it; how a page looks and acts is the theme's", "attribute %s of <%s> is left out", k, t.name)
	}
	if t.id != "" {
		t.id = b.checkID(t.id, t.pos)
	}
	if marks, ok := inlineMarks(t.atom); ok {
		if t.id != "" {
			b.anchor(t.id, t.pos)
		}
		if !selfClosing {
			b.openInline(t, marks)
		}
		return
	}
	switch t.atom {
	case atom.Br:
		if b.leaf.open {
			b.mark(policy.Run{Kind: policy.Break}, t.pos)
		}
	case atom.Wbr:
	case atom.Img:
		link := b.newLink(t.src, t.title, t.pos)
		pic := &policy.Picture{Link: *link, Width: t.width, Height: t.height}
		b.picture(pic, strings.Join(strings.Fields(t.alt), " "))
	default:
		b.startBlock(t)
	}
}

// openInline opens a tag that formats the words up to its end tag.
func (b *builder) openInline(t *tag, marks policy.Marks) {
	in := inlineTag{tag: t.name, marks: marks, pos: t.pos, lang: t.lang}
	if t.atom == atom.A && t.hasHref {
		in.link = b.newLink(t.href, t.title, t.pos)
	}
	b.pushTag(in)
}

func (b *builder) pushTag(in inlineTag) {
	if len(b.tags) >= maxDepth {
		if !b.deep {
			b.deep = true
			b.warn(in.pos, "", "tags of raw HTML are nested too deeply; the innermost are left out")
		}
		return
	}
	in.depth, in.leaf = len(b.frames), b.leaf.open && !b.leaf.implicit
	b.tags = append(b.tags, in)
}

// endTag closes what a start tag opened.
func (b *builder) endTag(name string, pos int) {
	if b.drop.tag != "" {
		if name == b.drop.tag {
			if b.drop.nest--; b.drop.nest < 0 {
				b.drop = dropped{}
			}
		}
		return
	}
	for i := len(b.tags) - 1; i >= 0; i-- {
		if b.tags[i].tag == name {
			b.tags = append(b.tags[:i], b.tags[i+1:]...)
			return
		}
	}
	if b.leaf.open && b.leaf.tag == name {
		b.closeLeaf()
		return
	}
	for i := len(b.frames) - 1; i > 0 && !b.frames[i].wall; i-- {
		if b.frames[i].tag == name {
			b.popTo(i + 1)
			b.pop()
			return
		}
	}
	a := atom.Lookup([]byte(name))
	switch {
	case a == atom.Br:
		b.startTag(&tag{atom: a, name: name, pos: pos}, true)
	case a == atom.P, optionalEnd(name), isVoid(a), leafTag(a), forbidden(a, name):
	default:
		b.warn(pos, "remove it", "</%s> closes nothing", name)
	}
}

// closeTagsAbove ends the tags that were opened in containers which are no
// longer open.
func (b *builder) closeTagsAbove(depth int) {
	for i := len(b.tags) - 1; i >= 0 && b.tags[i].depth > depth; i-- {
		b.unclosed(b.tags[i])
		b.tags = b.tags[:i]
	}
}

// endTags ends the tags that were opened inside a block of words; all of them
// at the end of the text.
func (b *builder) endTags(depth int, all bool) {
	kept := b.tags[:0]
	for _, t := range b.tags {
		if all || t.leaf && t.depth >= depth {
			b.unclosed(t)
			continue
		}
		kept = append(kept, t)
	}
	b.tags = kept
}

func (b *builder) unclosed(t inlineTag) {
	b.warn(t.pos, "add </"+t.tag+"> where it ends", "<%s> is never closed", t.tag)
}

// endDrop ends the leaving out of an element at the end of the Markdown block
// in which it began.
func (b *builder) endDrop(depth int) {
	if b.drop.tag != "" && b.drop.depth >= depth {
		b.drop = dropped{}
	}
}
