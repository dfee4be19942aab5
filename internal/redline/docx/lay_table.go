package docx

import "diptych/internal/policy"

// table lays a table; one inside a cell or a note as paragraphs, and so all of a
// text with one that is too wide.
func (l *layer) table(b *policy.Block) {
	if l.flat {
		for i := range b.Blocks {
			l.within(b.Blocks[i].Op, func() { l.blocks(b.Blocks[i].Blocks); l.leaf(b.Blocks[i].Runs) })
		}
		return
	}
	l.flush()
	l.first = unmarked
	t := &table{op: l.op}
	var above []cover
	for i := range b.Blocks {
		r := &b.Blocks[i]
		l.within(r.Op, func() {
			if r.Kind != policy.Row {
				l.block(r)
				return
			}
			x := row{op: l.op, head: len(t.rows) < b.Head}
			x.cells, above = covered(l.cells(r, x.head), above)
			t.rows = append(t.rows, x)
		})
	}
	if len(t.rows) > 0 {
		*l.out = append(*l.out, element{table: t})
	}
}

// laid is a cell with the number of rows that it covers.
type laid struct {
	cell
	rows int
}

// shape is a cell without its words. One that spans more than Word has columns
// spans all of them.
func shape(b *policy.Block) laid {
	return laid{cell: cell{span: min(max(b.ColSpan, 1), maxColumns), tall: b.RowSpan > 1}, rows: max(b.RowSpan, 1)}
}

func (l *layer) cells(r *policy.Block, head bool) []laid {
	outer, out, fixed, flat, id := l.frame, l.out, l.fixed, l.flat, l.id
	l.flat, l.fixed, l.id = true, true, ""
	cells := make([]laid, 0, len(r.Blocks))
	for i := range r.Blocks {
		b := &r.Blocks[i]
		x := shape(b)
		l.out = &x.paras
		l.frame = frame{role: cellWords, align: b.Align}
		if head || b.Header {
			l.frame.role = cellHead
		}
		l.within(b.Op, func() {
			x.op = l.op
			if b.Blocks != nil {
				l.blocks(b.Blocks)
			} else {
				l.leaf(b.Runs)
			}
		})
		if len(x.paras) == 0 {
			x.paras = []element{{para: &para{frame: l.frame}}}
		}
		cells = append(cells, x)
	}
	l.frame, l.out, l.fixed, l.flat, l.id = outer, out, fixed, flat, id
	return cells
}

// cover is a cell that reaches down into rows below.
type cover struct{ column, span, rows int }

// covered puts what cells above cover of a row between its cells, and returns
// what is covered of the row below.
func covered(cells []laid, above []cover) ([]cell, []cover) {
	var out []cell
	var below []cover
	column := 0
	fill := func() {
		for len(above) > 0 && above[0].column <= column {
			c := above[0]
			above = above[1:]
			out = append(out, cell{span: c.span, covered: true, paras: []element{{para: &para{frame: frame{role: cellWords}}}}})
			if c.rows > 1 {
				below = append(below, cover{column, c.span, c.rows - 1})
			}
			column += c.span
		}
	}
	for _, x := range cells {
		fill()
		out = append(out, x.cell)
		if x.rows > 1 {
			below = append(below, cover{column, x.span, x.rows - 1})
		}
		column += x.span
	}
	for len(above) > 0 {
		column = max(column, above[0].column)
		fill()
	}
	return out, below
}
