package markup

import (
	"sync"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// dialect returns the parser of Diptych's Markdown: CommonMark, GFM tables,
// strikethrough, footnotes and attributes, with emphasis and bare addresses
// that work inside Chinese. It keeps nothing between texts and may be used by
// any number of goroutines.
var dialect = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(&headingGuard{parser.NewSetextHeadingParser()}, 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(&depthGuard{parser.NewListParser()}, 300),
			util.Prioritized(&depthGuard{parser.NewListItemParser()}, 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(&headingGuard{parser.NewATXHeadingParser()}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(&depthGuard{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(&noteGuard{depthGuard{extension.NewFootnoteBlockParser()}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(&citeGuard{extension.NewFootnoteParser()}, 101),
			util.Prioritized(&bracketGuard{parser.NewLinkParser()}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(emphasisParser{}, 500),
			util.Prioritized(strikeParser{}, 501),
			util.Prioritized(addressParser{}, 999),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(&definitionGuard{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(&tableGuard{extension.NewTableParagraphTransformer()}, 200),
			util.Prioritized(attributeTransformer{}, 300),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(unusedNotes{}, 998),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
})

// parseState is what Diptych's own parsers know while a text is parsed.
type parseState struct {
	attrs    map[int]*attributes // by the offset of the first line of their block
	spots    map[int]spot        // by the same; nil where nobody asks
	brackets int                 // open square brackets in the paragraph
	closed   int                 // ] in the paragraph
	failed   int                 // ends of links that were none
	open     [3]int              // runs of *, _ and ~ in the paragraph that wait for an end
	stray    int                 // runs that found no beginning
	notes    int                 // footnotes, and what refers to them
	cited    int
	escaped  int       // \| beside code in cells
	size     int       // of the text, in bytes
	padded   int       // cells that short rows were filled up with
	expanded int       // bytes that references brought in
	met      []meeting // limits
}

var stateKey = parser.NewContextKey()

func stateOf(pc parser.Context) *parseState {
	return pc.ComputeIfAbsent(stateKey, func() any { return &parseState{} }).(*parseState)
}
