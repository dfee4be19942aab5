package markup

import (
	"slices"

	"diptych/internal/policy"
)

// frame is an open container.
type frame struct {
	block   policy.Block
	tag     string // of raw HTML; "" for Markdown
	wall    bool   // of Markdown: tags inside do not close anything outside
	through bool   // adds nothing: its blocks go to the container around it
	level   int    // how many quotes, items, notes, cells and details it stands in, with itself
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
	f.level = b.frames[len(b.frames)-1].level
	if isLevel(f.block.Kind) {
		f.level++
	}
	b.frames = append(b.frames, f)
}

// isLevel reports whether a container counts for how deep others stand. A list
// has items and a table cells, which do.
func isLevel(kind policy.BlockKind) bool {
	switch kind {
	case policy.Quote, policy.ListItem, policy.Cell, policy.Details, policy.Note:
		return true
	}
	return false
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
			b.warn(f.pos, 6, "Tag", "<"+f.tag+">", "End", "</"+f.tag+">")
		}
		b.pop()
	}
	b.closeLeaf()
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
