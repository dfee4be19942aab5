package redline

import (
	"diptych/internal/policy"
)

// blocks writes the nodes of a container as they stand in the view. op is
// that of the container.
func (m *merger) blocks(ts []*blockNode, v view, op policy.Op) []policy.Block {
	out := make([]policy.Block, 0, len(ts))
	for _, t := range ts {
		if t.olds != nil {
			out = append(out, m.seamed(t, v)...)
		} else if b, ok := m.block(t, v, op); ok {
			out = append(out, b)
		}
	}
	return out
}

// block writes one node; false where it has no place in the view.
func (m *merger) block(t *blockNode, v view, op policy.Op) (policy.Block, bool) {
	switch {
	case t.old != nil && t.new != nil:
		return m.pairedBlock(t, v, op), true
	case t.new != nil && v == oldSide, t.old != nil && v == newSide, t.pad && v != both:
		return policy.Block{Kind: policy.Cell, Op: t.op()}, t.hold
	case t.moved != nil:
		return m.movedBlock(t), true
	}
	return m.loneBlock(t, v, op), true
}

func (t *blockNode) op() policy.Op {
	if t.new == nil {
		return policy.Deleted
	}
	return policy.Inserted
}

// loneBlock writes a block that is on one side only. An item with a label, or
// a note, is a change of its own where its list is not.
func (m *merger) loneBlock(t *blockNode, v view, op policy.Op) policy.Block {
	b := *t.block()
	b.Op = t.op()
	if t.new == nil {
		b.ID = m.was(b.ID)
	}
	item := isItem(&b) && op == policy.Same && v == both
	at, outer := 0, m.acc
	if item {
		m.acc = m.newAccount()
		at = m.reserve()
	}
	if t.shell {
		m.shells = append(m.shells, nil)
	}
	switch {
	case t.kids != nil:
		b.Blocks = m.blocks(t.kids, both, b.Op)
		m.acc.substance = true
	case b.Kind == policy.Rule, len(b.Runs) == 0:
		m.acc.format(Structure)
	default:
		m.acc.whole(m.strand(b.Runs), b.Op == policy.Inserted)
		fallthrough
	case t.pad:
		b.Runs = m.loneRuns(b.Runs, b.Op)
	}
	b.Clause = m.itemClause(&b, b.Op)
	if b.Kind == policy.Note && b.Op == policy.Deleted {
		asItem(&b, b.Level, 0)
	}
	if t.shell {
		m.intoShell(b.Op, itemID(&b), itemLabel(t.block()))
	}
	if item {
		c := Change{Kind: Inserted, ClauseID: itemID(&b), NewLabel: itemLabel(t.new), OldLabel: itemLabel(t.old),
			Heading: firstWords(b.Blocks, b.Op), old: some(t.old), new: some(t.new)}
		if t.new == nil {
			c.Kind = Deleted
		}
		if t.shell {
			m.release(at)
		} else {
			m.settle(at, c)
		}
		m.acc = outer
	}
	return b
}

// isItem reports whether changes of the block are listed by themselves.
func isItem(b *policy.Block) bool { return b.Clause != nil || b.Kind == policy.Note && b.ID != "" }

func itemID(b *policy.Block) string {
	if b.Clause != nil {
		return b.Clause.ID
	}
	return b.ID
}

// itemLabel returns the label of an item, or the number of a note.
func itemLabel(b *policy.Block) policy.Label {
	switch {
	case b == nil:
	case b.Clause != nil:
		return b.Clause.Label
	case b.Kind == policy.Note:
		return noteLabel(b.Level)
	}
	return policy.Label{}
}

func some[T policy.Block | policy.Clause](x *T) []any {
	if x == nil {
		return nil
	}
	return []any{x}
}

// loneRuns copies runs with an Op.
func (m *merger) loneRuns(runs []policy.Run, op policy.Op) []policy.Run {
	out := make([]policy.Run, len(runs))
	for i, r := range runs {
		r.Op = op
		if !op.InNew() {
			m.outdate(&r)
		}
		out[i] = r
	}
	return out
}

// copyBlocks copies blocks with an Op for both ends of a move without edits.
func (m *merger) copyBlocks(bs []policy.Block, op policy.Op) []policy.Block {
	if bs == nil {
		return nil
	}
	out := make([]policy.Block, len(bs))
	for i, b := range bs {
		b.Op = op
		if !op.InNew() {
			b.ID = m.was(b.ID)
		}
		b.Runs = m.loneRuns(b.Runs, op)
		b.Blocks = m.copyBlocks(b.Blocks, op)
		b.Clause = m.itemClause(&b, op)
		out[i] = b
	}
	return out
}

// pairedBlock writes a pair.
func (m *merger) pairedBlock(t *blockNode, v view, op policy.Op) policy.Block {
	b := *t.new
	if v == oldSide {
		b = *t.old
	}
	if t.same {
		if v == both {
			return b
		}
		return m.copyBlocks([]policy.Block{b}, v.same())[0]
	}
	b.Op = v.same()
	if !b.Op.InNew() {
		b.ID = m.was(b.ID)
	}
	item := isItem(t.old) && isItem(t.new) && op == policy.Same && v == both
	at, outer := 0, m.acc
	if item {
		m.acc = m.newAccount()
		at = m.reserve()
	}
	m.acc.shape(t.old, t.new)
	switch {
	case t.diff != nil:
		b.Runs = append(m.shed(t, v), m.runs(t.diff, v)...)
	case t.kids != nil:
		b.Runs = nil
		b.Blocks = m.blocks(t.kids, v, b.Op)
		if b.Kind == policy.Table && v == both {
			b.Head = t.head
		}
	}
	if t.rows > 0 && v == both {
		b.RowSpan = t.rows
	}
	m.labelItem(t, &b, v)
	if item {
		old, new := itemLabel(t.old), itemLabel(t.new)
		if kind, ok := m.acc.kind(old, new); ok {
			m.settle(at, Change{Kind: kind, ClauseID: itemID(&b), OldLabel: old, NewLabel: new, Heading: firstWords(b.Blocks, b.Op),
				old: some(t.old), new: some(t.new)})
		} else {
			m.release(at)
		}
		m.acc = outer
	}
	return b
}

// shed returns the label of an item that became a paragraph, as words.
func (m *merger) shed(t *blockNode, v view) []policy.Run {
	if t.lost.IsZero() || v == newSide {
		return nil
	}
	op := policy.Deleted
	if v == oldSide {
		op = v.same()
	}
	return []policy.Run{{Op: op, Text: t.lost.Text + t.lost.Gap}}
}

// shape notes what differs between two blocks and is neither words nor label.
func (a *account) shape(x, y *policy.Block) {
	switch {
	case x.Kind != y.Kind || x.Head != y.Head || x.Header != y.Header || x.ColSpan != y.ColSpan || x.RowSpan != y.RowSpan || x.Align != y.Align:
		a.format(Structure)
	case x.Ordered != y.Ordered || x.Start != y.Start:
		a.format(ListStyle)
	case x.Lang != y.Lang:
		a.format(Emphasis)
	case x.Key != y.Key:
		a.format(Flag)
	case x.Level != y.Level && x.Kind != policy.Note:
		a.format(Level)
	}
}
