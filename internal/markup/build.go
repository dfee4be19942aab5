package markup

import (
	"slices"

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

	deep    bool           // containers were nested too deeply
	pending []string       // anchors that wait for words to stand before
	anchors int            // anchors and block ids that were made
	tops    []top          // blocks of the text itself
	notes   []policy.Block // footnotes
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

// frame is an open container.
type frame struct {
	block   policy.Block
	tag     string // of raw HTML; "" for Markdown
	wall    bool   // of Markdown: tags inside do not close anything outside
	through bool   // adds nothing: its blocks go to the container around it
	from    int    // where its blocks begin in kids
	pos     int
	attrs   *attributes // List item: of its first paragraph
	spot    spot        // List item: where its id goes
	delim   byte        // List: what stands behind its numbers
	kind    byte        // List: how its numbers are written, as in <ol type>
	next    int         // List: number of the next item
	num     int         // ListItem: its number. Table: how many rows it has
	inHead  bool        // of raw HTML: thead
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

// inner returns the index of the innermost container that holds blocks.
func (b *builder) inner() int {
	i := len(b.frames) - 1
	for b.frames[i].through {
		i--
	}
	return i
}

func (b *builder) push(f frame) {
	b.closeLeaf()
	if !f.through {
		b.settle(f.block.Kind, f.pos)
	}
	f.from = len(b.kids)
	b.frames = append(b.frames, f)
}

// settle opens the containers that a block of the kind needs around it, so
// that words which raw HTML puts outside of items and cells are not lost.
func (b *builder) settle(kind policy.BlockKind, pos int) {
	i := b.inner()
	in := b.frames[i].block.Kind
	if i == 0 {
		in = policy.Para
	}
	var want policy.BlockKind
	switch {
	case kind == policy.ListItem && in != policy.List:
		want = policy.List
	case kind == policy.Row && in != policy.Table:
		want = policy.Table
	case kind == policy.Cell && in != policy.Row:
		want = policy.Row
	case in == policy.List && kind != policy.ListItem:
		want = policy.ListItem
	case in == policy.Table && kind != policy.Row && kind != policy.Caption:
		want = policy.Row
	case in == policy.Row && kind != policy.Cell:
		want = policy.Cell
	default:
		return
	}
	b.push(frame{block: policy.Block{Kind: want}, tag: implied(want), pos: pos})
	b.settle(kind, pos)
}

// implied names the tag that was left out.
func implied(kind policy.BlockKind) string {
	switch kind {
	case policy.List:
		return "ul"
	case policy.ListItem:
		return "li"
	case policy.Table:
		return "table"
	case policy.Row:
		return "tr"
	}
	return "td"
}

// pop closes the innermost container.
func (b *builder) pop() {
	b.closeLeaf()
	n := len(b.frames) - 1
	f := b.frames[n]
	b.frames = b.frames[:n]
	b.closeTagsAbove(n)
	if f.through {
		return
	}
	f.block.Blocks = b.takeBlocks(f.from)
	switch f.block.Kind {
	case policy.ListItem:
		b.closeItem(&f)
	case policy.List:
		if f.tag != "" {
			f.block.Tight = isTight(f.block.Blocks)
		}
	case policy.Row:
		b.closeRow(&f)
	case policy.Cell:
		if bs := f.block.Blocks; len(bs) == 1 && bs[0].Kind == policy.Para && bs[0].ID == "" && !bs[0].Key && bs[0].Lang == "" {
			f.block.Runs, f.block.Blocks = bs[0].Runs, nil
		}
	case policy.Quote, policy.Details, policy.Table:
		if len(f.block.Blocks) == 0 {
			b.keepAnchor(f.block.ID)
			return
		}
	}
	b.add(f.block, f.pos, f.attrs)
}

// popTo closes containers until n are left.
func (b *builder) popTo(n int) {
	for len(b.frames) > n {
		if f := &b.frames[len(b.frames)-1]; f.tag != "" && !optionalEnd(f.tag) {
			b.warn(f.pos, "add </"+f.tag+"> where it ends", "<%s> is never closed", f.tag)
		}
		b.pop()
	}
	b.closeLeaf()
}

// add puts a finished block into the innermost container.
func (b *builder) add(block policy.Block, pos int, attrs *attributes) {
	if block.ID != "" {
		b.anchors++
	}
	if b.inner() > 0 {
		b.kids = append(b.kids, block)
		return
	}
	b.tops = append(b.tops, top{block: block, pos: pos, attrs: attrs})
}

// closeRow counts the rows of the head: those in a thead, and a first row of
// th cells alone.
func (b *builder) closeRow(f *frame) {
	i := b.inner()
	t := &b.frames[i]
	if i == 0 || t.block.Kind != policy.Table {
		return
	}
	rows := t.num
	t.num++
	inHead := b.frames[len(b.frames)-1].inHead
	bare := rows == 0 && len(f.block.Blocks) > 0 && !slices.ContainsFunc(f.block.Blocks, func(c policy.Block) bool { return !c.Header })
	if rows == t.block.Head && (inHead || bare) {
		t.block.Head++
	}
}

// isTight reports whether a list of raw HTML has items of single lines.
func isTight(items []policy.Block) bool {
	for i := range items {
		paras := 0
		for k := range items[i].Blocks {
			switch items[i].Blocks[k].Kind {
			case policy.Para:
				paras++
			case policy.List:
			default:
				return false
			}
		}
		if paras > 1 {
			return false
		}
	}
	return true
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
