package markup

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"diptych/internal/policy"
)

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
	for !b.full {
		tt := z.Next()
		size := len(z.Raw())
		switch tt {
		case html.ErrorToken:
			if rest := bytes.TrimSpace(z.Raw()); len(rest) > 0 && b.drop.tag == "" {
				b.warn(pos, 7, "Sign", ">")
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

// startTag opens what a tag stands for.
func (b *builder) startTag(t *tag, selfClosing bool) {
	if b.drop.tag != "" {
		if t.name == b.drop.tag && !selfClosing {
			b.drop.nest++
		}
		return
	}
	if forbidden(t.atom, t.name) {
		b.fail(t.pos, 8, "Tag", "<"+t.name+">")
		if !isVoid(t.atom) && !selfClosing {
			b.drop = dropped{tag: t.name, depth: len(b.frames), pos: t.pos}
		}
		return
	}
	for _, k := range t.bad {
		b.warn(t.pos, 9, "Attribute", k, "Tag", "<"+t.name+">")
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
		b.warn(pos, 10, "End", "</"+name+">")
	}
}

// endDrop ends the leaving out of an element at the end of the Markdown block
// in which it began.
func (b *builder) endDrop(depth int) {
	if b.drop.tag != "" && b.drop.depth >= depth {
		b.drop = dropped{}
	}
}
