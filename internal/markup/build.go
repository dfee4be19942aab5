package markup

import (
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// builder makes blocks out of Markdown nodes and of the tags of raw HTML. Both
// go through one stack of open containers, so that a container that raw HTML
// opens may hold Markdown and may be closed blocks later.
type builder struct {
	opt      Options
	src      []byte
	text     string // src again: runs of words are slices of it
	lines    lineFinder
	problems diag.List
	attrs    map[int]*attributes
	spots    map[int]spot            // by the first offset of their block; nil but for Pin
	places   map[*policy.Clause]spot // where the ids of clauses go; nil but for Pin
	note     bool                    // the text is a note: labels stay in the words

	frames []frame        // open containers; frames[0] is the text itself
	kids   []policy.Block // finished blocks of all open containers
	leaf   leaf
	words  wordBuffer
	runs   []policy.Run // of the open leaf
	spare  spare

	marks policy.Marks // of the Markdown around
	link  *policy.Link // of the Markdown around
	tags  []inlineTag  // of the raw HTML around
	drop  dropped

	controls int                   // control characters that were found
	said     map[diag.Severity]int // how many problems there are
	held     tally                 // what the text holds
	full     bool                  // it holds too much
	deep     bool                  // containers were nested too deeply
	pending  []string              // anchors that wait for words to stand before
	anchors  int                   // anchors and block ids that were made
	tops     []top                 // blocks of the text itself
	notes    []policy.Block        // footnotes
}

// top is a block of the text itself, with what only clauses need.
type top struct {
	block policy.Block
	pos   int
	attrs *attributes
	spot  spot
	level int  // of a heading
	head  bool // a heading that is a clause
}

// leaf is the open block of words, if any.
type leaf struct {
	open     bool
	implicit bool // opened by its words alone
	kind     policy.BlockKind
	tag      string // of raw HTML; "" for Markdown
	level    int
	id, lang string
	pos      int
	attrs    *attributes
	spot     spot
	marks    policy.Marks
}

// add puts a finished block into the innermost container.
func (b *builder) add(block policy.Block, pos int, attrs *attributes) {
	if block.ID != "" {
		b.anchors++
	}
	b.count(&b.held.blocks, 1, limitBlocks, pos)
	if b.inner() > 0 {
		b.kids = append(b.kids, block)
		return
	}
	b.tops = append(b.tops, top{block: block, pos: pos, attrs: attrs})
}

// finish closes everything at the end of the text.
func (b *builder) finish() {
	b.endDrop(0)
	b.popTo(1)
	b.endTags(0, true)
	if len(b.pending) > 0 {
		b.openLeaf(leaf{kind: policy.Para, pos: len(b.src)})
		b.flushPending()
		b.leaf.implicit = false
		b.closeLeafKeeping()
	}
}
