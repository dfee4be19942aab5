package redline

import (
	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

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
	var cols []align.Pair // nil: by position
	if !a.spans && !b.spans {
		cols = m.pairColumns(a, b)
	}
	head := m.pairRows(a.rows[:a.head], b.rows[:b.head], cols)
	t.head = len(head)
	t.kids = append(t.kids, head...)
	body := m.pairRows(a.rows[a.head:], b.rows[b.head:], cols)
	g := &grids{cols}
	for _, row := range body {
		row.table = g
	}
	t.kids = append(t.kids, body...)
}

// grids is two tables that answer to each other; rows move within them only.
type grids struct{ cols []align.Pair }

// movedRow pairs the two ends of a row that moved. A cell of a column that
// one table has only is held open at both ends, so that the columns stay in step.
func (m *pairer) movedRow(g *grids, a, b *policy.Block) *blockNode {
	t := m.pairRow(a, b, g.cols)
	for _, k := range t.kids {
		k.hold = k.old == nil || k.new == nil
	}
	return t
}

// joinable reports whether two tables can be one merged table.
func joinable(a, b *policy.Block) bool {
	g, h := split(a), split(b)
	return !g.spans && !h.spans || g.shape == h.shape || g.columns == h.columns
}

// pairColumns pairs the columns of two tables: by the words of the head and,
// where the heads do not decide, by what stands in the columns.
func (m *pairer) pairColumns(a, b grid) []align.Pair {
	heads := func(g grid) []uint64 {
		out := make([]uint64, g.columns)
		for c := range out {
			d := align.NewKey()
			for _, r := range g.rows[:g.head] {
				if c < len(r.Blocks) {
					d = addBlock(d, &r.Blocks[c])
				}
			}
			out[c] = uint64(d)
		}
		return out
	}
	column := func(g grid, c int) words.Features {
		var leaves []*words.Leaf
		for _, r := range g.rows {
			if c < len(r.Blocks) {
				leaves = m.like.leaves(leaves, r.Blocks[c:c+1])
			}
		}
		return words.FeaturesOf(leaves...)
	}
	fa, fb := make([]words.Features, a.columns), make([]words.Features, b.columns)
	features := func(g grid, f []words.Features, c int) words.Features {
		if f[c] == nil {
			f[c] = column(g, c)
		}
		return f[c]
	}
	o := align.Options{
		Likeness: func(i, j int) float64 {
			v := features(a, fa, i).Like(features(b, fb, j))
			if a.columns == b.columns && i == j {
				v = max(v, 0.5) // a column with a new head and new cells
			}
			return v
		},
		Least: 0.3,
	}
	if a.head > 0 && b.head > 0 {
		o.Left, o.Right = heads(a), heads(b)
	}
	return m.align(a.columns, b.columns, o)
}

// pairRows pairs rows by the words of the key cell, which is the first, where
// that is unique, else by likeness of the whole row.
func (m *pairer) pairRows(a, b []*policy.Block, cols []align.Pair) []*blockNode {
	key := func(r *policy.Block) align.Key {
		k := align.NewKey()
		if len(r.Blocks) > 0 {
			k = addBlock(k, &r.Blocks[0])
		}
		if cols == nil {
			k = k.Number(int(rowShape(r)))
		}
		return k
	}
	pairs := m.align(len(a), len(b), align.Options{
		Left: keysOf(a, key), Right: keysOf(b, key),
		Likeness: func(i, j int) float64 {
			if cols == nil && rowShape(a[i]) != rowShape(b[j]) {
				return 0
			}
			return m.like.block(a[i]).Like(m.like.block(b[j]))
		},
		Least:       blockLeast,
		SketchLeft:  func(level, i int) uint64 { return m.like.block(a[i]).Key(level) },
		SketchRight: func(level, j int) uint64 { return m.like.block(b[j]).Key(level) },
		Levels:      sketchLevels,
	})
	out := make([]*blockNode, 0, len(pairs))
	for _, p := range pairs {
		switch {
		case p.Paired():
			out = append(out, m.pairRow(a[p.Left], b[p.Right], cols))
		case p.Left >= 0:
			out = append(out, m.padded(a[p.Left], cols, true))
		default:
			out = append(out, m.padded(b[p.Right], cols, false))
		}
	}
	return out
}

// pairRow pairs the cells of two rows by their columns; cols nil: by position.
func (m *pairer) pairRow(a, b *policy.Block, cols []align.Pair) *blockNode {
	t := &blockNode{old: a, new: b}
	if cols == nil {
		for i := range a.Blocks {
			t.kids = append(t.kids, m.pairBlock(&a.Blocks[i], &b.Blocks[i]))
		}
		return t
	}
	for _, p := range cols {
		x, y := cell(a, p.Left), cell(b, p.Right)
		switch {
		case x != nil && y != nil:
			t.kids = append(t.kids, m.pairBlock(x, y))
		case x != nil:
			t.kids = append(t.kids, loneBlock(x, true))
		case y != nil:
			t.kids = append(t.kids, loneBlock(y, false))
		case p.Left >= 0:
			t.kids = append(t.kids, loneBlock(emptyCell(), true))
		default:
			t.kids = append(t.kids, loneBlock(emptyCell(), false))
		}
	}
	return t
}

// padded is a row on one side only, with an empty cell for every column that
// only the other side has.
func (m *pairer) padded(r *policy.Block, cols []align.Pair, old bool) *blockNode {
	t := loneBlock(r, old)
	if cols == nil {
		return t
	}
	t.kids = nil
	for _, p := range cols {
		c := cell(r, p.Right)
		if old {
			c = cell(r, p.Left)
		}
		pad := c == nil
		if pad {
			c = emptyCell()
		}
		k := loneBlock(c, old)
		k.pad = pad
		t.kids = append(t.kids, k)
	}
	return t
}
