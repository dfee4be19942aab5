package redline

import "diptych/internal/policy"

// pairTable pairs caption, columns, rows and cells of two tables. Where cells
// span columns, rows pair with rows of the same shape and cells by position;
// where they span rows, groups of rows do (see groups).
func (m *pairer) pairTable(t *blockNode) {
	a, b := split(t.old), split(t.new)
	switch {
	case a.caption != nil && b.caption != nil:
		t.kids = append(t.kids, m.pairBlock(a.caption, b.caption))
	case a.caption != nil:
		t.kids = append(t.kids, loneBlock(a.caption, true))
	case b.caption != nil:
		t.kids = append(t.kids, loneBlock(b.caption, false))
	}
	if a.tall || b.tall {
		head := m.pairGroups(a.rows[:a.head], b.rows[:b.head])
		t.head = len(head)
		t.kids = append(t.kids, head...)
		t.kids = append(t.kids, m.pairGroups(a.rows[a.head:], b.rows[b.head:])...)
		return
	}
	var cols []column // nil: by position
	if !a.spans && !b.spans {
		cols = m.pairColumns(a, b)
	}
	head := m.pairHeads(a.rows[:a.head], b.rows[:b.head], cols)
	t.head = len(head)
	t.kids = append(t.kids, head...)
	t.kids = append(t.kids, m.pairRows(a.rows[a.head:], b.rows[b.head:], cols, true)...)
	nameColumns(t.kids)
}

// nameColumns gives the columns that moved to the first row that has both of
// their ends: it is there that the change is told.
func nameColumns(rows []*blockNode) {
	for _, r := range rows {
		if r.lone() || r.block().Kind != policy.Row {
			continue
		}
		told := map[*policy.Block]*drift{}
		for _, c := range r.kids {
			if c.end == both {
				continue
			}
			if told[c.new] == nil {
				told[c.new] = &drift{pair: c}
			}
			c.column = told[c.new]
		}
		return
	}
}

// joinable reports whether two tables can be one merged table.
func joinable(a, b *policy.Block) bool {
	g, h := split(a), split(b)
	return !g.spans && !h.spans || g.shape == h.shape || g.columns == h.columns
}

// pairHeads pairs the head rows: by position, where there are as many.
func (m *pairer) pairHeads(a, b []*policy.Block, cols []column) []*blockNode {
	if len(a) != len(b) {
		return m.pairRows(a, b, cols, false)
	}
	out := make([]*blockNode, 0, len(a))
	for i := range a {
		if cols == nil && rowShape(a[i]) != rowShape(b[i]) {
			return m.pairRows(a, b, cols, false)
		}
		out = append(out, m.pairRow(a[i], b[i], cols))
	}
	return out
}

// pairRows pairs rows. Where they are free, those that answer to each other out
// of order have moved.
func (m *pairer) pairRows(a, b []*policy.Block, cols []column, free bool) []*blockNode {
	script, moves := m.matchRows(a, b, cols).rowPairs()
	out := make([]*blockNode, 0, len(script))
	left, right := map[int]*blockNode{}, map[int]*blockNode{}
	for _, p := range script {
		switch {
		case p.Paired():
			out = append(out, m.pairRow(a[p.Left], b[p.Right], cols))
			continue
		case p.Left >= 0:
			left[p.Left] = m.padded(a[p.Left], cols, true)
			out = append(out, left[p.Left])
		default:
			right[p.Right] = m.padded(b[p.Right], cols, false)
			out = append(out, right[p.Right])
		}
	}
	if !free {
		return out
	}
	for _, p := range moves {
		t := m.pairRow(a[p.Left], b[p.Right], cols)
		for _, k := range t.kids {
			k.hold = k.end != both || k.lone()
		}
		left[p.Left].row = &drift{pair: t}
		right[p.Right].row = left[p.Left].row
	}
	return out
}

// pairRow pairs the cells of two rows by their columns; cols nil: by position.
func (m *pairer) pairRow(a, b *policy.Block, cols []column) *blockNode {
	t := &blockNode{old: a, new: b}
	if cols == nil {
		for i := range a.Blocks {
			t.kids = append(t.kids, m.pairBlock(&a.Blocks[i], &b.Blocks[i]))
		}
		return t
	}
	moved := map[int]*blockNode{} // by their columns in the old table
	for _, p := range cols {
		x, y := cell(a, p.left), cell(b, p.right)
		switch {
		case p.end != both && x != nil && y != nil:
			if moved[p.left] == nil {
				moved[p.left] = m.pairBlock(x, y)
			}
			k := *moved[p.left]
			k.end = p.end
			t.kids = append(t.kids, &k)
		case p.end == oldSide:
			t.kids = append(t.kids, loneBlock(orEmpty(x), true))
		case p.end == newSide:
			t.kids = append(t.kids, loneBlock(orEmpty(y), false))
		case x != nil && y != nil:
			t.kids = append(t.kids, m.pairBlock(x, y))
		case x != nil || y == nil && p.left >= 0:
			t.kids = append(t.kids, loneBlock(orEmpty(x), true))
		default:
			t.kids = append(t.kids, loneBlock(orEmpty(y), false))
		}
	}
	return t
}

// padded is a row on one side only, with an empty cell for every column that
// only the other side has.
func (m *pairer) padded(r *policy.Block, cols []column, old bool) *blockNode {
	t := loneBlock(r, old)
	if cols == nil {
		return t
	}
	t.kids = nil
	for _, p := range cols {
		at, absent := p.right, p.end == oldSide
		if old {
			at, absent = p.left, p.end == newSide
		}
		if at < 0 || absent {
			k := loneBlock(emptyCell(), !old)
			k.pad = true
			t.kids = append(t.kids, k)
			continue
		}
		t.kids = append(t.kids, loneBlock(orEmpty(cell(r, at)), old))
	}
	return t
}

// orEmpty returns the cell, or an empty one where a row is too short.
func orEmpty(c *policy.Block) *policy.Block {
	if c == nil {
		return emptyCell()
	}
	return c
}
