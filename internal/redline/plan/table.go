package plan

import "diptych/internal/policy"

// pairTable pairs caption, columns, rows and cells of two tables. Where cells
// span columns, rows pair with rows of the same shape and cells by position;
// where they span rows, groups of rows do (see groups).
func (m *pairer) pairTable(t *Block) {
	a, b := split(t.Old), split(t.New)
	switch {
	case a.caption != nil && b.caption != nil:
		t.Kids = append(t.Kids, m.pairBlock(a.caption, b.caption))
	case a.caption != nil:
		t.Kids = append(t.Kids, loneBlock(a.caption, true))
	case b.caption != nil:
		t.Kids = append(t.Kids, loneBlock(b.caption, false))
	}
	if a.tall || b.tall {
		head := m.pairGroups(a.rows[:a.head], b.rows[:b.head])
		t.Head = len(head)
		t.Kids = append(t.Kids, head...)
		t.Kids = append(t.Kids, m.pairGroups(a.rows[a.head:], b.rows[b.head:])...)
		return
	}
	var cols []column // nil: by position
	if !a.spans && !b.spans {
		cols = m.pairColumns(a, b)
	}
	head := m.pairHeads(a.rows[:a.head], b.rows[:b.head], cols)
	t.Head = len(head)
	t.Kids = append(t.Kids, head...)
	t.Kids = append(t.Kids, m.pairRows(a.rows[a.head:], b.rows[b.head:], cols, true)...)
	nameColumns(t.Kids)
}

// nameColumns gives the columns that moved to the first row that has both of
// their ends: it is there that the change is told.
func nameColumns(rows []*Block) {
	for _, r := range rows {
		if r.Lone() || r.Block().Kind != policy.Row {
			continue
		}
		told := map[*policy.Block]*Drift{}
		for _, c := range r.Kids {
			if c.End == Both {
				continue
			}
			if told[c.New] == nil {
				told[c.New] = &Drift{Pair: c}
			}
			c.Column = told[c.New]
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
func (m *pairer) pairHeads(a, b []*policy.Block, cols []column) []*Block {
	if len(a) != len(b) {
		return m.pairRows(a, b, cols, false)
	}
	out := make([]*Block, 0, len(a))
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
func (m *pairer) pairRows(a, b []*policy.Block, cols []column, free bool) []*Block {
	script, moves := m.matchRows(a, b, cols).rowPairs()
	out := make([]*Block, 0, len(script))
	left, right := map[int]*Block{}, map[int]*Block{}
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
		for _, k := range t.Kids {
			k.Hold = k.End != Both || k.Lone()
		}
		left[p.Left].row = &Drift{Pair: t}
		right[p.Right].row = left[p.Left].row
	}
	return out
}

// pairRow pairs the cells of two rows by their columns; cols nil: by position.
func (m *pairer) pairRow(a, b *policy.Block, cols []column) *Block {
	t := &Block{Old: a, New: b}
	if cols == nil {
		for i := range a.Blocks {
			t.Kids = append(t.Kids, m.pairBlock(&a.Blocks[i], &b.Blocks[i]))
		}
		return t
	}
	moved := map[int]*Block{} // by their columns in the old table
	for _, p := range cols {
		x, y := cell(a, p.left), cell(b, p.right)
		switch {
		case p.end != Both && x != nil && y != nil:
			if moved[p.left] == nil {
				moved[p.left] = m.pairBlock(x, y)
			}
			k := *moved[p.left]
			k.End = p.end
			t.Kids = append(t.Kids, &k)
		case p.end == OldSide:
			t.Kids = append(t.Kids, loneBlock(orEmpty(x), true))
		case p.end == NewSide:
			t.Kids = append(t.Kids, loneBlock(orEmpty(y), false))
		case x != nil && y != nil:
			t.Kids = append(t.Kids, m.pairBlock(x, y))
		case x != nil || y == nil && p.left >= 0:
			t.Kids = append(t.Kids, loneBlock(orEmpty(x), true))
		default:
			t.Kids = append(t.Kids, loneBlock(orEmpty(y), false))
		}
	}
	return t
}

// padded is a row on one side only, with an empty cell for every column that
// only the other side has.
func (m *pairer) padded(r *policy.Block, cols []column, old bool) *Block {
	t := loneBlock(r, old)
	if cols == nil {
		return t
	}
	t.Kids = nil
	for _, p := range cols {
		at, absent := p.right, p.end == OldSide
		if old {
			at, absent = p.left, p.end == NewSide
		}
		if at < 0 || absent {
			k := loneBlock(emptyCell(), !old)
			k.Pad = true
			t.Kids = append(t.Kids, k)
			continue
		}
		t.Kids = append(t.Kids, loneBlock(orEmpty(cell(r, at)), old))
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
