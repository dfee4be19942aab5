package markup

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"diptych/internal/policy"
)

// blocks builds the blocks below a Markdown node.
func (b *builder) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if b.full {
			return
		}
		if b.drop.tag != "" && n.Kind() != ast.KindHTMLBlock {
			continue
		}
		switch n := n.(type) {
		case *ast.Heading:
			b.leafNode(n, leaf{kind: policy.Subheading, level: n.Level, pos: n.Pos()})
		case *ast.Paragraph, *ast.TextBlock:
			b.leafNode(n, leaf{kind: policy.Para})
			b.slips(n)
		case *ast.List:
			b.list(n)
		case *ast.Blockquote:
			b.container(n, frame{block: policy.Block{Kind: policy.Quote}, pos: n.Pos()})
		case *ast.ThematicBreak:
			b.closeLeaf()
			b.settle(policy.Rule, n.Pos())
			b.add(policy.Block{Kind: policy.Rule}, n.Pos(), nil)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			b.code(n)
		case *ast.HTMLBlock:
			b.htmlBlock(n)
		case *extast.Table:
			b.table(n)
		case *extast.FootnoteList:
			b.footnotes(n)
		case *ast.LinkReferenceDefinition:
		default:
			b.blocks(n)
		}
	}
}

// leafNode builds a block of words.
func (b *builder) leafNode(n ast.Node, l leaf) {
	if lines := n.Lines(); lines.Len() > 0 {
		start := lines.At(0).Start
		if l.kind == policy.Para {
			l.pos = start
		}
		l.attrs, l.spot = b.attrs[start], b.spots[start]
	} else {
		l.spot = b.spots[n.Pos()]
	}
	opened := b.openLeaf(l)
	b.inline(n)
	if opened {
		b.endDrop(len(b.frames))
		b.closeLeaf()
	}
}

// container builds a Markdown node that holds others. Raw HTML opened inside
// ends with it.
func (b *builder) container(n ast.Node, f frame) {
	f.wall = true
	b.push(f)
	depth := len(b.frames)
	b.blocks(n)
	b.endDrop(depth)
	b.popTo(depth)
	b.pop()
}

func (b *builder) list(n *ast.List) {
	f := frame{block: policy.Block{Kind: policy.List, Tight: n.IsTight}, wall: true, pos: n.Pos(), delim: n.Marker}
	if n.IsOrdered() {
		f.block.Ordered, f.block.Start = true, n.Start
		f.next = n.Start
	}
	b.push(f)
	depth := len(b.frames)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		l := &b.frames[depth-1]
		b.container(c, frame{block: policy.Block{Kind: policy.ListItem}, pos: c.Pos(), num: l.next})
		b.frames[depth-1].next++
	}
	b.popTo(depth)
	b.pop()
}

func (b *builder) code(n ast.Node) {
	lines := n.Lines()
	var s strings.Builder
	pos := n.Pos()
	for i := 0; i < lines.Len(); i++ {
		seg := lines.At(i)
		s.Write(seg.Value(b.src))
	}
	if n.Kind() == ast.KindCodeBlock && b.inHTML() && strings.HasPrefix(strings.TrimSpace(s.String()), "<") {
		b.html([]byte(s.String()), lines.At(0).Start)
		return
	}
	b.closeLeaf()
	b.settle(policy.Code, pos)
	block := policy.Block{Kind: policy.Code}
	if text := strings.TrimSuffix(s.String(), "\n"); text != "" {
		block.Runs = []policy.Run{{Kind: policy.Words, Text: text}}
	}
	b.add(block, pos, nil)
}

// inHTML reports whether a container of raw HTML is open. Inside one an indented
// line that begins with a tag goes on with it after a blank line, although to
// CommonMark it is code.
func (b *builder) inHTML() bool {
	f := &b.frames[len(b.frames)-1]
	return f.tag != "" && !f.wall
}

func (b *builder) table(n *extast.Table) {
	b.push(frame{block: policy.Block{Kind: policy.Table}, wall: true, pos: n.Pos()})
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		_, head := row.(*extast.TableHeader)
		b.push(frame{block: policy.Block{Kind: policy.Row}, wall: true, pos: row.Pos()})
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			f := frame{block: policy.Block{Kind: policy.Cell, Header: head}, wall: true, pos: cell.Pos()}
			if c, ok := cell.(*extast.TableCell); ok {
				f.block.Align = alignOf(c.Alignment)
			}
			b.push(f)
			depth := len(b.frames)
			b.inline(cell)
			b.endDrop(depth)
			b.popTo(depth)
			b.pop()
		}
		b.pop()
	}
	b.pop()
}

func alignOf(a extast.Alignment) policy.Align {
	switch a {
	case extast.AlignLeft:
		return policy.AlignLeft
	case extast.AlignCenter:
		return policy.AlignCenter
	case extast.AlignRight:
		return policy.AlignRight
	}
	return policy.AlignNone
}

// footnotes builds the notes apart from the text: they become its last clause.
func (b *builder) footnotes(list *extast.FootnoteList) {
	b.popTo(1)
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		note, ok := n.(*extast.Footnote)
		if !ok {
			continue
		}
		b.push(frame{block: policy.Block{Kind: policy.Note, Level: note.Index, ID: policy.NoteID(note.Index)}, wall: true, pos: n.Pos()})
		depth := len(b.frames)
		b.blocks(n)
		b.endDrop(depth)
		b.popTo(depth)
		b.pop()
		b.notes = append(b.notes, b.tops[len(b.tops)-1].block)
		b.tops = b.tops[:len(b.tops)-1]
	}
}

// htmlBlock builds a block of raw HTML: tags, and the words between them.
func (b *builder) htmlBlock(n *ast.HTMLBlock) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	first, last := lines.At(0), lines.At(lines.Len()-1)
	if n.HasClosure() {
		last = n.ClosureLine
	}
	size := first.Padding
	joined := true
	for i := 0; i < lines.Len(); i++ {
		seg := lines.At(i)
		size += seg.Stop - seg.Start
		joined = joined && seg.Padding == 0
	}
	if n.HasClosure() {
		size += last.Stop - last.Start
	}
	if joined && size == last.Stop-first.Start {
		b.html(b.src[first.Start:last.Stop], first.Start)
		return
	}
	var buf bytes.Buffer
	for i := 0; i < lines.Len(); i++ {
		seg := lines.At(i)
		buf.Write(seg.Value(b.src))
	}
	if n.HasClosure() {
		buf.Write(last.Value(b.src))
	}
	b.html(buf.Bytes(), first.Start)
}
