package plan

import (
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// withHead returns the blocks of a clause, its heading before them.
func withHead(c *policy.Clause) []policy.Block {
	if len(c.Head) == 0 {
		return c.Blocks
	}
	return append([]policy.Block{{Kind: policy.Subheading, Runs: c.Head}}, c.Blocks...)
}

// pairForm pairs what is in two clauses of different form. old is the old
// clause, or what is left of it.
func (m *pairer) pairForm(n *Node, old *policy.Clause) {
	n.Formed = true
	switch {
	case len(old.Head) > 0 == (len(n.New.Head) > 0):
		m.pairParts(n, old.Blocks)
	case len(old.Head) > 0:
		n.Blocks = m.belowHead(old, n.New.Blocks)
	default:
		head := &policy.Block{Kind: policy.Subheading, Runs: n.New.Head}
		switch m.headed(head, n.New.Blocks, old.Blocks) {
		case 0:
			m.pairParts(n, old.Blocks)
		case 1:
			n.Top = &Block{Old: &old.Blocks[0], New: head, Diff: m.leaves(old.Blocks[0].Runs, head.Runs), Formed: true}
			n.Blocks = m.pairBlocks(old.Blocks[1:], n.New.Blocks)
		default:
			x := m.sew([]*policy.Block{&old.Blocks[0]}, []*policy.Block{head, &n.New.Blocks[0]}, []string{""})
			n.Top = &Block{Old: &old.Blocks[0], New: head, Seam: x}
			rest := &Block{Old: &old.Blocks[0], New: &n.New.Blocks[0], Seam: x, Part: 1}
			n.Blocks = append([]*Block{rest}, m.pairBlocks(old.Blocks[1:], n.New.Blocks[1:])...)
		}
	}
}

// belowHead pairs a clause that has a heading with blocks that have none.
func (m *pairer) belowHead(old *policy.Clause, blocks []policy.Block) []*Block {
	head := &policy.Block{Kind: policy.Subheading, Runs: old.Head}
	switch m.headed(head, old.Blocks, blocks) {
	case 0:
		t := loneBlock(head, true)
		t.title = true
		return append([]*Block{t}, m.pairBlocks(old.Blocks, blocks)...)
	case 1:
		t := &Block{Old: head, New: &blocks[0], Diff: m.leaves(head.Runs, blocks[0].Runs), Formed: true, title: true}
		return append([]*Block{t}, m.pairBlocks(old.Blocks, blocks[1:])...)
	}
	x := m.sew([]*policy.Block{head, &old.Blocks[0]}, []*policy.Block{&blocks[0]}, []string{"", ""})
	t := &Block{Old: head, New: &blocks[0], Seam: x, Formed: true, title: true}
	return append([]*Block{t}, m.pairBlocks(old.Blocks[1:], blocks[1:])...)
}

// headed says how many paragraphs of a clause with a heading the first block of
// one without is: its heading, that and the first paragraph, or none.
func (m *pairer) headed(head *policy.Block, body, blocks []policy.Block) int {
	if len(blocks) == 0 || blocks[0].Kind != policy.Para {
		return 0
	}
	first := m.like.block(&blocks[0])
	h := m.like.block(head)
	alone := h.Like(first)
	if len(body) > 0 && body[0].Kind == policy.Para {
		b := m.like.block(&body[0])
		if both := words.Union(h, b).Like(first); heldIn(h, first) && both > alone && both >= max(blockLeast, b.Like(first)) {
			return 2
		}
		if b.Like(first) > alone {
			return 0
		}
	}
	if alone >= blockLeast || policy.PlainRuns(head.Runs) == policy.PlainRuns(blocks[0].Runs) {
		return 1
	}
	return 0
}

// pairConverted pairs what is in two clauses that stayed, of which some items
// or lines are sections now or were.
func (m *pairer) pairConverted(old, new *policy.Clause, c *conversion) *Node {
	if c.runOn != nil {
		return m.pairRunOn(old, new, c)
	}
	n := &Node{Old: old, New: new, Formed: true}
	before := old
	if c.was != nil {
		x := *old
		x.Blocks = c.blocks
		before = &x
	} else {
		x := *new
		x.Blocks = c.blocks
		n.New = &x
	}
	if old.Form != new.Form {
		m.pairForm(n, before)
	} else {
		m.pairParts(n, before.Blocks)
	}
	n.New = new
	switch {
	case len(c.sections) == 0:
		return n
	case c.lines != nil:
		for _, s := range c.sections {
			n.Blocks = append(n.Blocks, m.pairLine(s, c.lines[s])...)
		}
		return n
	}
	list := new.Blocks[len(new.Blocks)-1]
	list.Blocks = nil // the items are its kids
	t := &Block{Old: &list, New: &list, Formed: true}
	for _, s := range c.sections {
		if of := c.of[s]; of.Clause != nil {
			t.Kids = append(t.Kids, m.pairItemOf(s, of, c.now[s]))
			continue
		}
		item := &policy.Block{Kind: policy.ListItem, Clause: s, Blocks: withHead(s)}
		k := loneBlock(item, true)
		k.wrap = true
		if len(s.Head) > 0 {
			k.Kids[0].title, k.Kids[0].Uncounted = true, true // as the heading of a clause without partner is
		}
		if now := c.now[s]; now != nil {
			k = &Block{Old: item, New: now, Formed: true}
			if len(s.Head) > 0 {
				k.Kids = m.belowHead(s, now.Blocks)
			} else {
				k.Kids = m.pairBlocks(s.Blocks, now.Blocks)
			}
		}
		t.Kids = append(t.Kids, k)
	}
	n.Blocks = append(n.Blocks, t)
	return n
}
