package markup

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"diptych/internal/policy"
)

// inline adds the words below a Markdown node to the open leaf.
func (b *builder) inline(parent ast.Node) {
	for n := parent.FirstChild(); n != nil && !b.full; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			b.textNode(n)
		case *ast.String:
			b.string(string(n.Value), 0)
		case *ast.Emphasis:
			if n.Level == 2 {
				b.marked(n, policy.Strong)
			} else {
				b.marked(n, policy.Emphasis)
			}
		case *extast.Strikethrough:
			b.marked(n, policy.Strike)
		case *ast.CodeSpan:
			b.codeSpan(n)
		case *ast.Link:
			b.linked(n, b.newLink(b.unescape(n.Destination, n.Pos()), b.unescape(n.Title, n.Pos()), n.Pos()))
		case *ast.AutoLink:
			b.autoLink(n)
		case *ast.Image:
			b.image(n)
		case *ast.RawHTML:
			b.rawHTML(n)
		case *extast.FootnoteLink:
			b.noteRef(n)
		case *extast.FootnoteBacklink:
		default:
			b.inline(n)
		}
	}
}

func (b *builder) textNode(n *ast.Text) {
	seg := n.Segment
	if bytes.IndexByte(b.src[seg.Start:seg.Stop], '\\') < 0 && bytes.IndexByte(b.src[seg.Start:seg.Stop], '&') < 0 || n.IsRaw() {
		b.segment(seg.Start, seg.Stop)
	} else {
		b.string(b.unescape(b.src[seg.Start:seg.Stop], seg.Start), seg.Start)
	}
	switch {
	case n.HardLineBreak():
		b.mark(policy.Run{Kind: policy.Break}, seg.Stop)
	case n.SoftLineBreak():
		b.space(lineGap)
	}
}

func (b *builder) marked(n ast.Node, m policy.Marks) {
	before := b.marks
	b.marks |= m
	b.inline(n)
	b.marks = before
}

func (b *builder) linked(n ast.Node, l *policy.Link) {
	before := b.link
	b.link = l
	b.inline(n)
	b.link = before
}

// codeSpan adds code; its line breaks are spaces.
func (b *builder) codeSpan(n *ast.CodeSpan) {
	before := b.marks
	b.marks |= policy.CodeMark
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		start, stop := t.Segment.Start, t.Segment.Stop
		if bytes.IndexByte(b.src[start:stop], '\n') < 0 {
			b.segment(start, stop)
		} else {
			b.string(strings.ReplaceAll(strings.ReplaceAll(b.text[start:stop], "\r\n", " "), "\n", " "), start)
		}
	}
	b.marks = before
}

func (b *builder) autoLink(n *ast.AutoLink) {
	dest := string(n.URL(b.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(dest), "mailto:") {
		dest = "mailto:" + dest
	}
	label := n.Label(b.src)
	before := b.link
	b.link = b.newLink(dest, "", n.Pos())
	b.string(string(label), n.Pos())
	b.link = before
}

func (b *builder) image(n *ast.Image) {
	pic := &policy.Picture{Link: *b.newLink(b.unescape(n.Destination, n.Pos()), b.unescape(n.Title, n.Pos()), n.Pos())}
	b.picture(pic, b.alternative(n))
}

// picture adds an image. One on another site is never shown, as no page asks
// the network for anything but itself; source reports it.
func (b *builder) picture(pic *policy.Picture, alt string) {
	if b.drop.tag != "" {
		return
	}
	b.mark(policy.Run{Kind: policy.Image, Text: alt, Image: pic}, 0)
}

// alternative returns the words of an image: those below its node, without
// any marks.
func (b *builder) alternative(n ast.Node) string {
	var s strings.Builder
	var walk func(ast.Node)
	walk = func(n ast.Node) {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Text:
				if c.IsRaw() {
					s.Write(c.Segment.Value(b.src))
				} else {
					s.WriteString(b.unescape(c.Segment.Value(b.src), c.Segment.Start))
				}
				if c.SoftLineBreak() || c.HardLineBreak() {
					s.WriteByte(' ')
				}
			case *ast.AutoLink:
				s.Write(c.Label(b.src))
			case *ast.RawHTML:
			default:
				walk(c)
			}
		}
	}
	walk(n)
	return strings.TrimSpace(s.String())
}

func (b *builder) rawHTML(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	first := n.Segments.At(0)
	if n.Segments.Len() == 1 {
		b.html(b.src[first.Start:first.Stop], first.Start)
		return
	}
	b.html(join(n.Segments, b.src), first.Start)
}

func join(segments *text.Segments, src []byte) []byte {
	var buf bytes.Buffer
	for i := 0; i < segments.Len(); i++ {
		seg := segments.At(i)
		buf.Write(seg.Value(src))
	}
	return buf.Bytes()
}

// noteRef adds the number of a footnote. The second reference to one note has
// the id fnref-1-2.
func (b *builder) noteRef(n *extast.FootnoteLink) {
	num := strconv.Itoa(n.Index)
	id := "fnref-" + num
	if n.RefIndex > 0 {
		id += "-" + strconv.Itoa(n.RefIndex+1)
	}
	b.mark(policy.Run{Kind: policy.NoteRef, Text: "[" + num + "]", Num: n.Index, ID: id}, n.Pos())
}
