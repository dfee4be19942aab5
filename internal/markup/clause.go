package markup

import (
	"diptych/internal/label"
	"diptych/internal/policy"
)

// assembler makes the clauses of a text out of its blocks. A block without a
// heading or label belongs to the clause before it, also where a person would
// count it to one further out: what stands below (a), (b) and (c) stays with
// (c), because clauses are flat and their order is the order of reading.
type assembler struct {
	b        *builder
	out      []*policy.Clause
	headings []level // open headings, outermost first
	rows     []row   // open rows of labelled paragraphs, outermost first
	blocks   []policy.Block
}

type level struct {
	level  int
	clause *policy.Clause
}

// clauses returns the clauses of the text that was built.
func (b *builder) clauses() []*policy.Clause {
	a := &assembler{b: b, out: make([]*policy.Clause, 0, len(b.tops)+8)}
	for i := range b.tops {
		t := &b.tops[i]
		switch {
		case t.head:
			a.heading(t)
		case t.block.Kind == policy.Para && a.paragraph(t):
		default:
			if len(a.out) == 0 {
				a.start(a.clause(policy.Preamble, nil, t))
			}
			a.blocks = append(a.blocks, t.block)
		}
	}
	if len(b.notes) > 0 {
		a.end()
		a.out = append(a.out, &policy.Clause{ID: "notes", Origin: policy.Derived, Form: policy.Endnotes, Depth: 1, Blocks: b.notes, Pos: b.pos(len(b.src))})
		a.items(b.notes, a.out[len(a.out)-1])
	} else {
		a.end()
	}
	b.name(a.out)
	return a.out
}

// clause makes a clause below its parent; nil is the text itself.
func (a *assembler) clause(form policy.Form, parent *policy.Clause, t *top) *policy.Clause {
	c := a.b.newClause()
	c.Form, c.Parent, c.Depth, c.Pos = form, parent, 1, a.b.pos(t.pos)
	if parent != nil {
		c.Depth = parent.Depth + 1
	}
	return c
}

// section returns the innermost open heading, or nil.
func (a *assembler) section() *policy.Clause {
	if n := len(a.headings); n > 0 {
		return a.headings[n-1].clause
	}
	return nil
}

// start ends the clause before and begins c, whose place is known.
func (a *assembler) start(c *policy.Clause) {
	a.end()
	a.out = append(a.out, c)
}

// end gives the last clause its blocks, and adds the items in them behind it.
func (a *assembler) end() {
	if len(a.out) == 0 {
		return
	}
	c := a.out[len(a.out)-1]
	if len(a.blocks) > 0 {
		c.Blocks = a.b.keepBlocks(a.blocks)
		a.blocks = a.blocks[:0]
		a.items(c.Blocks, c)
	}
}

// items adds the clauses of the list items in blocks.
func (a *assembler) items(blocks []policy.Block, owner *policy.Clause) {
	for i := range blocks {
		blk := &blocks[i]
		if blk.Kind == policy.List {
			a.listItems(blk.Blocks, owner)
		} else if blk.Blocks != nil {
			a.items(blk.Blocks, owner)
		}
	}
}

func (a *assembler) listItems(items []policy.Block, owner *policy.Clause) {
	var prev policy.Label
	for i := range items {
		c := items[i].Clause
		if c == nil {
			a.items(items[i].Blocks, owner)
			continue
		}
		c.Parent, c.Depth = owner, owner.Depth+1
		c.Label = label.After(c.Label, prev)
		prev = c.Label
		a.out = append(a.out, c)
		a.items(items[i].Blocks, c)
	}
}

func (a *assembler) heading(t *top) {
	for n := len(a.headings); n > 0 && a.headings[n-1].level >= t.level; n-- {
		a.headings = a.headings[:n-1]
	}
	c := a.clause(policy.Heading, a.section(), t)
	c.Label, c.Head = cutLabel(t.block.Runs)
	a.identify(c, t)
	a.headings = append(a.headings, level{t.level, c})
	a.rows = a.rows[:0]
	a.start(c)
}

// paragraph begins a clause with a paragraph that has a label. A label opens
// a row inside the row before, unless its family numbers an open row already:
// then it goes on with that one. Decimals are of one family, and one with
// more components stands inside one with fewer.
func (a *assembler) paragraph(t *top) bool {
	l, runs := cutLabel(t.block.Runs)
	if l.IsZero() {
		return false
	}
	n := a.place(l)
	if n < len(a.rows) {
		l = label.After(l, a.rows[n].clause.Label)
	} else if n > 0 {
		if again := label.After(l, a.rows[n-1].clause.Label); again.Style != l.Style {
			l, n = again, n-1
		}
	}
	parent := a.section()
	if n > 0 {
		parent = a.rows[n-1].clause
	}
	c := a.clause(policy.Paragraph, parent, t)
	c.Label = l
	a.identify(c, t)
	a.rows = append(a.rows[:n], row{l.Style, len(l.Path), c})
	a.start(c)
	block := t.block
	block.Runs, block.ID, block.Key = runs, "", false
	a.blocks = append(a.blocks, block)
	return true
}

// identify applies what the source says of a clause.
func (a *assembler) identify(c *policy.Clause, t *top) {
	if t.block.ID != "" {
		c.ID, c.Origin = t.block.ID, policy.Explicit
		a.b.anchors--
	}
	c.Key = t.block.Key
	a.b.keepSpot(c, t.spot)
	if t.attrs != nil {
		c.Only, c.Reason = policy.Lang(t.attrs.only), t.attrs.reason
	}
}

// describe applies the attributes of a list item.
func (b *builder) describe(c *policy.Clause, at *attributes) {
	if at == nil {
		return
	}
	if at.id != "" {
		if id := b.checkID(at.id, at.offset); id != "" {
			c.ID, c.Origin = id, policy.Explicit
		}
	}
	c.Key, c.Only, c.Reason = at.key, policy.Lang(at.only), at.reason
}
