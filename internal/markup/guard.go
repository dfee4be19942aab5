package markup

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// depthGuard refuses to open a container inside too many others.
type depthGuard struct{ parser.BlockParser }

func (g *depthGuard) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for n := parent; n != nil && parent.Kind() != ast.KindList; n = n.Parent() {
		switch n.Kind() {
		case ast.KindBlockquote, ast.KindListItem, extast.KindFootnote:
			depth++
		}
		if depth == maxDepth {
			_, seg := reader.PeekLine()
			stateOf(pc).cap(limitDepth, seg.Start)
			return nil, parser.NoChildren
		}
	}
	return g.BlockParser.Open(parent, reader, pc)
}

// bracketGuard refuses to open a link inside too many unfinished ones.
type bracketGuard struct{ parser.InlineParser }

func (g *bracketGuard) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	st := stateOf(pc)
	line, seg := block.PeekLine()
	opens := line[0] == '[' || line[0] == '!' && len(line) > 1 && line[1] == '['
	if opens && st.brackets >= maxBrackets {
		st.cap(limitBrackets, seg.Start)
		return nil
	}
	if line[0] == ']' {
		if st.closed++; st.closed > maxClosed {
			st.cap(limitClosed, seg.Start)
			return nil
		}
	}
	target := line[0] == ']' && len(line) > 1 && line[1] == '('
	if target && st.failed >= maxFailed {
		st.cap(limitFailed, seg.Start)
		return nil
	}
	n := g.InlineParser.Parse(parent, block, references{pc, seg.Start})
	switch {
	case n != nil && opens:
		st.brackets++
	case line[0] == ']' && st.brackets > 0:
		st.brackets--
	}
	if target && n == nil {
		st.failed++
	}
	return n
}

// CloseBlock is called at the end of every paragraph.
func (g *bracketGuard) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	st := stateOf(pc)
	st.brackets, st.closed, st.failed, st.open, st.stray = 0, 0, 0, [3]int{}, 0
	g.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// unusedNotes keeps the footnotes that nothing refers to, behind the others:
// goldmark would drop their words.
type unusedNotes struct{}

func (unusedNotes) Transform(doc *ast.Document, _ text.Reader, pc parser.Context) {
	var list *extast.FootnoteList
	for n := doc.FirstChild(); n != nil && list == nil; n = n.NextSibling() {
		list = findNotes(n)
	}
	if list == nil {
		return
	}
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		if note, ok := n.(*extast.Footnote); ok && note.Index < 0 {
			list.Count++
			note.Index = list.Count
		}
	}
}

// findNotes looks for the list of footnotes, which goldmark puts where the
// first of them stands, in n and the containers in it.
func findNotes(n ast.Node) *extast.FootnoteList {
	switch n := n.(type) {
	case *extast.FootnoteList:
		return n
	case *ast.Blockquote, *ast.List, *ast.ListItem:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if list := findNotes(c); list != nil {
				return list
			}
		}
	}
	return nil
}
