package docx

import "diptych/internal/policy"

// grid is a table of the document.
type grid struct{ rows []gridRow }

type gridRow struct {
	op    policy.Op // Same, Inserted or Deleted
	head  bool
	cells []gridCell
}

type gridCell struct {
	span          int
	tall, covered bool
	lines         []*line
}

// table weaves a table of the merged text.
func (w *weaver) table(t *table) {
	w.settle(t.op.InOld(), t.op.InNew())
	var old, new *table
	if t.op.InOld() {
		old = w.old.table()
		w.apart = w.apart || old == nil
	}
	if t.op.InNew() {
		new = w.new.table()
		w.apart = w.apart || new == nil
	}
	if w.apart {
		return
	}
	var held []span
	if old == nil && w.old.begun || new == nil && w.new.begun {
		held = w.hold(new == nil)
	}
	var g *grid
	if old != nil && new != nil {
		g = w.rows(t, old, new)
	}
	if g == nil {
		g = &grid{}
		g.whole(old, policy.Deleted)
		g.whole(new, policy.Inserted)
	}
	if old != nil {
		w.old.pass()
	}
	if new != nil {
		w.new.pass()
	}
	w.out = append(w.out, part{grid: g})
	w.line = append(w.line, held...)
}

// whole adds the rows of a table that came or went.
func (g *grid) whole(t *table, op policy.Op) {
	if t == nil {
		return
	}
	for i := range t.rows {
		g.rows = append(g.rows, wholeRow(&t.rows[i], op))
	}
}

func wholeRow(r *row, op policy.Op) gridRow {
	out := gridRow{op: op, head: r.head}
	for _, c := range r.cells {
		x := gridCell{span: c.span, tall: c.tall, covered: c.covered}
		for i, e := range c.paras {
			l := &line{op: op}
			if l.old = e.para; op == policy.Inserted {
				l.old, l.new = nil, e.para
			}
			if i == len(c.paras)-1 { // the end of a cell goes with its row
				l.op, l.old, l.new = policy.Same, e.para, e.para
			}
			for _, p := range e.para.pieces {
				s := span{text: p.text, op: op}
				if s.old = p.run; op == policy.Inserted {
					s.old, s.new = nil, p.run
				}
				l.spans = append(l.spans, s)
			}
			x.lines = append(x.lines, l)
		}
		out.cells = append(out.cells, x)
	}
	return out
}

// rows weaves the rows of a table that stayed; nil where they are not those of
// the two tables.
func (w *weaver) rows(t, old, new *table) *grid {
	g := &grid{}
	i, j := 0, 0
	for k := range t.rows {
		r := &t.rows[k]
		inOld, inNew := r.op.InOld(), r.op.InNew()
		if inOld && i == len(old.rows) || inNew && j == len(new.rows) {
			return nil
		}
		if inOld && inNew {
			if x, ok := w.row(r, &old.rows[i], &new.rows[j]); ok {
				g.rows = append(g.rows, x)
				i++
				j++
				continue
			}
		}
		if inOld {
			g.rows = append(g.rows, wholeRow(&old.rows[i], policy.Deleted))
			i++
		}
		if inNew {
			g.rows = append(g.rows, wholeRow(&new.rows[j], policy.Inserted))
			j++
		}
	}
	if i < len(old.rows) || j < len(new.rows) {
		return nil
	}
	return g
}

// row weaves a row that stayed, cell by cell. It fails where the cells of the two
// rows are not the same in number and shape: such a row is deleted and inserted.
func (w *weaver) row(r, old, new *row) (gridRow, bool) {
	out := gridRow{head: new.head}
	if len(old.cells) != len(new.cells) {
		return out, false
	}
	cells, ok := align(r, old, new)
	if !ok {
		return out, false
	}
	for i := range new.cells {
		o, n := &old.cells[i], &new.cells[i]
		if o.span != n.span || o.covered != n.covered {
			return out, false
		}
		x := gridCell{span: n.span, tall: o.tall || n.tall, covered: n.covered}
		if x.lines, ok = w.cell(cells[i], o, n); !ok {
			return out, false
		}
		out.cells = append(out.cells, x)
	}
	return out, true
}

// align says which cells of the merged row make each cell of the two rows. It
// fails where a cell changed its place.
func align(r, old, new *row) ([][]*cell, bool) {
	out := make([][]*cell, len(new.cells))
	i, j := 0, 0
	for k := range r.cells {
		c := &r.cells[k]
		if c.covered {
			continue
		}
		at := -1
		if c.op.InOld() {
			i = uncovered(old, i)
			at = i
			i++
		}
		if c.op.InNew() {
			j = uncovered(new, j)
			if at >= 0 && at != j {
				return nil, false
			}
			at = j
			j++
		}
		if at < 0 || at >= len(out) {
			return nil, false
		}
		out[at] = append(out[at], c)
	}
	return out, true
}

// uncovered returns the first cell of the row from i on that is no covered one.
func uncovered(r *row, i int) int {
	for i < len(r.cells) && r.cells[i].covered {
		i++
	}
	return i
}

// cell weaves a cell.
func (w *weaver) cell(merged []*cell, old, new *cell) ([]*line, bool) {
	var paras []element
	for _, c := range merged {
		paras = append(paras, c.paras...)
	}
	return w.shut(paras, old.paras, new.paras)
}

// shut weaves paragraphs of which the last one ends with what holds them. It
// fails where they are not those of the merge.
func (w *weaver) shut(merged, old, new []element) ([]*line, bool) {
	x := newWeaver(old, new, w.moves)
	x.old.shut, x.new.shut = true, true
	for _, e := range merged {
		x.para(e.para)
	}
	if !x.end() {
		return nil, false
	}
	out := make([]*line, len(x.out))
	rotateParts(x.out)
	for i, p := range x.out {
		out[i] = p.line
	}
	return out, true
}

// spaced puts an empty paragraph between tables that follow each other: Word
// reads them as one.
func spaced(parts []part) []part {
	out := make([]part, 0, len(parts))
	for i, p := range parts {
		if p.grid != nil && i > 0 && parts[i-1].grid != nil {
			out = append(out, part{line: &line{old: &para{}, new: &para{}}})
		}
		out = append(out, p)
	}
	return out
}
