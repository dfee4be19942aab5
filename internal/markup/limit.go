package markup

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Limits that no honest text meets. Beyond them marks are plain characters,
// so that time and memory stay linear in the size of the text.
const (
	maxDepth    = 32      // quotes, items, notes, cells and details inside each other
	maxBrackets = 256     // open square brackets in one paragraph
	maxRuns     = 1024    // runs of *, _ or ~ in one paragraph that wait for an end
	maxClosed   = 5_000   // ] in one paragraph: each passes over the lines before it
	maxFailed   = 128     // ]( in one paragraph that are no link
	maxColumns  = 256     // of a table
	maxPadded   = 10_000  // cells of a text that rows lack
	maxEscaped  = 1_000   // \| beside code, in the cells of a text
	maxNotes    = 2_000   // footnotes of a text
	maxCited    = 5_000   // places of a text that refer to a footnote
	maxDefined  = 500     // lines of definitions of links without an empty one between them
	maxExpanded = 100_000 // bytes that references of a text bring in
)

// limit is one of those that a message names.
type limit struct {
	message int // rule.markup.<message>
	most    int
	fails   bool // the page is another one than was meant, and the site is not built
}

var (
	limitDepth    = limit{13, maxDepth, false}
	limitBrackets = limit{20, maxBrackets, false}
	limitClosed   = limit{20, maxClosed, false}
	limitRuns     = limit{20, maxRuns, false}
	limitFailed   = limit{20, maxFailed, false}
	limitColumns  = limit{16, maxColumns, true}
	limitPadded   = limit{17, maxPadded, true}
	limitEscaped  = limit{21, maxEscaped, true}
	limitNotes    = limit{18, maxNotes, true}
	limitCited    = limit{22, maxCited, true}
	limitRefs     = limit{19, maxExpanded, true}
	limitDefined  = limit{29, maxDefined, true}
)

// meeting is the first place where a limit was met.
type meeting struct {
	limit
	at int // offset
}

// cap notes that a limit was met at an offset. The first place is enough.
func (st *parseState) cap(l limit, offset int) {
	if !slices.ContainsFunc(st.met, func(m meeting) bool { return m.message == l.message }) {
		st.met = append(st.met, meeting{l, offset})
	}
}

// limits reports those that were met.
func (b *builder) limits(st *parseState) {
	for _, m := range st.met {
		if m.fails {
			b.fail(m.at, m.message, "Limit", m.most)
		} else {
			b.warn(m.at, m.message, "Limit", m.most)
		}
	}
}

// references is the context of a parser of links: it counts the bytes that
// definitions bring in wherever they are used, and knows none when they are too
// many. As in cmark that is the size of the text where it is longer.
type references struct {
	parser.Context
	at int
}

func (r references) Reference(label string) (parser.Reference, bool) {
	ref, ok := r.Context.Reference(label)
	if !ok {
		return nil, false
	}
	st := stateOf(r.Context)
	st.expanded += len(ref.Destination()) + len(ref.Title())
	if st.expanded > max(maxExpanded, st.size) {
		st.cap(limitRefs, r.at)
		return nil, false
	}
	return ref, true
}

// definitionGuard leaves a paragraph as it is that defines too many links: each
// definition costs the length of all behind it.
type definitionGuard struct{ parser.ParagraphTransformer }

func (g *definitionGuard) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, src := node.Lines(), reader.Source()
	if lines.Len() > maxDefined {
		first := lines.At(0)
		n := 0
		for i := range lines.Len() {
			seg := lines.At(i)
			if line := bytes.TrimLeft(seg.Value(src), " "); len(line) > 0 && line[0] == '[' && bytes.Contains(line, []byte("]:")) {
				n++
			}
		}
		if line := bytes.TrimLeft(first.Value(src), " "); n > maxDefined && len(line) > 0 && line[0] == '[' {
			stateOf(pc).cap(limitDefined, first.Start)
			return
		}
	}
	g.ParagraphTransformer.Transform(node, reader, pc)
}

// noteGuard opens no more footnotes than a text may have.
type noteGuard struct{ depthGuard }

func (g *noteGuard) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	st := stateOf(pc)
	if st.notes > maxNotes {
		return nil, parser.NoChildren
	}
	n, state := g.depthGuard.Open(parent, reader, pc)
	if n == nil {
		return n, state
	}
	if st.notes++; st.notes > maxNotes {
		_, seg := reader.PeekLine()
		st.cap(limitNotes, seg.Start)
	}
	return n, state
}

// citeGuard refers to footnotes no more often than a text may: each reference
// passes over all notes.
type citeGuard struct{ parser.InlineParser }

func (g *citeGuard) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	st := stateOf(pc)
	if st.cited > maxCited {
		return nil
	}
	n := g.InlineParser.Parse(parent, block, pc)
	if n == nil {
		return nil
	}
	if st.cited++; st.cited > maxCited {
		_, seg := block.PeekLine()
		st.cap(limitCited, seg.Start)
	}
	return n
}

func (g *citeGuard) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := g.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}

// tableGuard leaves a table as the words that it is written in where it has too
// many columns, or its rows lack too many cells.
type tableGuard struct{ parser.ParagraphTransformer }

func (g *tableGuard) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, src := node.Lines(), reader.Source()
	columns, rows := 0, lines.Len()
	for i := 1; i < lines.Len() && columns == 0; i++ {
		seg := lines.At(i)
		columns, rows = delimiters(seg.Value(src)), i+1
	}
	if columns == 0 {
		return
	}
	st := stateOf(pc)
	at := lines.At(rows - 1).Start
	if columns > maxColumns {
		st.cap(limitColumns, at)
		return
	}
	padded, escaped := 0, 0
	for i := rows; i < lines.Len(); i++ {
		seg := lines.At(i)
		line := seg.Value(src)
		padded += max(0, columns-bytes.Count(line, []byte("|"))-1)
		if bytes.IndexByte(line, '`') >= 0 {
			escaped += bytes.Count(line, []byte(`\|`))
		}
	}
	if st.padded += padded; st.padded > maxPadded {
		st.cap(limitPadded, at)
		return
	}
	if st.escaped += escaped; st.escaped > maxEscaped {
		st.cap(limitEscaped, at)
		return
	}
	g.ParagraphTransformer.Transform(node, reader, pc)
}

// delimiters counts the columns of a line below the head of a table; 0 where it
// is none.
func delimiters(line []byte) int {
	line = bytes.TrimSpace(line)
	if bytes.IndexByte(line, '-') < 0 || len(bytes.Trim(line, "-:| \t")) > 0 {
		return 0
	}
	cols := bytes.Split(line, []byte("|"))
	n := 0
	for i, c := range cols {
		c = bytes.TrimSpace(c)
		if len(c) == 0 && (i == 0 || i == len(cols)-1) {
			continue
		}
		c = bytes.TrimSuffix(bytes.TrimPrefix(c, []byte(":")), []byte(":"))
		if len(c) == 0 || len(bytes.Trim(c, "-")) > 0 {
			return 0
		}
		n++
	}
	return n
}
