package redline

import (
	"strconv"

	"diptych/internal/policy"
)

// blocks writes the nodes of a container as they stand in the view. op is
// that of the container.
func (m *merger) blocks(ts []*blockNode, v view, op policy.Op) []policy.Block {
	out := make([]policy.Block, 0, len(ts))
	for _, t := range ts {
		if b, ok := m.block(t, v, op); ok {
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
		return policy.Block{}, false
	case t.moved != nil:
		return m.movedBlock(t), true
	}
	return m.loneBlock(t, v, op), true
}

// loneBlock writes a block that is on one side only. An item with a label is
// a change of its own where its list is not.
func (m *merger) loneBlock(t *blockNode, v view, op policy.Op) policy.Block {
	b := *t.block()
	b.Op = policy.Inserted
	kind := Inserted
	if t.new == nil {
		b.Op = policy.Deleted
		b.ID = m.was(b.ID)
		kind = Deleted
	}
	item := b.Clause != nil && op == policy.Same && v == both
	at, outer := 0, m.acc
	if item {
		m.acc = m.newAccount()
		at = m.reserve()
	}
	switch {
	case t.kids != nil:
		b.Blocks = m.blocks(t.kids, both, b.Op)
		m.acc.substance = true
	case b.Kind == policy.Rule:
		m.acc.reformatted = true
	default:
		if len(b.Runs) == 0 {
			m.acc.reformatted = true
		} else {
			m.acc.whole(m.strand(b.Runs), b.Op == policy.Inserted)
		}
		b.Runs = m.loneRuns(b.Runs, b.Op)
	}
	b.Clause = m.itemClause(&b, b.Op)
	if b.Kind == policy.Note && b.Op == policy.Deleted {
		asItem(&b, b.Level, 0)
	}
	if item {
		c := Change{Kind: kind, ClauseID: b.Clause.ID, Heading: firstWords(b.Blocks, b.Op), old: t.old, new: t.new}
		if kind == Inserted {
			c.NewLabel = b.Clause.Label
		} else {
			c.OldLabel = b.Clause.Label
		}
		m.settle(at, c)
		m.acc = outer
	}
	return b
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

// movedBlock writes one end of a block that moved.
func (m *merger) movedBlock(t *blockNode) policy.Block {
	v := newSide
	if t.new == nil {
		v = oldSide
	}
	e := m.drifted[t.id]
	if e == nil {
		e = &ends{change: m.reserve(), acc: m.newAccount()}
		m.drifted[t.id] = e
	} else {
		m.here = append(m.here, e.change)
	}
	outer := m.acc
	m.acc = e.acc
	b := m.pairedBlock(t.moved, v, v.same())
	m.acc = outer
	ch := m.r.Changes[e.change]
	ch.Kind = Moved
	ch.old, ch.new = t.moved.old, t.moved.new
	ch.Tally, ch.Links = e.acc.tally, e.acc.links
	id := b.ID
	if b.Clause != nil {
		id = b.Clause.ID
	} else if id == "" {
		b.ID = "moved-" + strconv.Itoa(t.id)
		if v == oldSide {
			b.ID = "was-" + b.ID
		}
		b.ID = m.take(b.ID)
		id = b.ID
	}
	if v == newSide {
		ch.ClauseID, ch.Heading = id, firstWords([]policy.Block{b}, b.Op)
		if b.Clause != nil {
			ch.NewLabel = b.Clause.Label
		}
	} else {
		ch.Other = id
		if b.Clause != nil {
			ch.OldLabel = b.Clause.Label
		}
	}
	m.r.Changes[e.change] = ch
	return b
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
	if !sameShape(t.old, t.new) {
		m.acc.reformatted = true
	}
	item := b.Clause != nil && t.old.Clause != nil && t.new.Clause != nil && op == policy.Same && v == both
	at, outer := 0, m.acc
	if item {
		m.acc = m.newAccount()
		at = m.reserve()
	}
	switch {
	case t.diff != nil:
		b.Runs = m.runs(t.diff, v)
	case t.kids != nil:
		b.Runs = nil
		b.Blocks = m.blocks(t.kids, v, b.Op)
		if b.Kind == policy.Table && v == both {
			b.Head = t.head
		}
	}
	m.labelItem(t, &b, v)
	if item {
		old, new := t.old.Clause.Label, t.new.Clause.Label
		if kind, ok := m.acc.kind(old, new); ok {
			m.settle(at, Change{Kind: kind, ClauseID: b.Clause.ID, OldLabel: old, NewLabel: new, Heading: firstWords(b.Blocks, b.Op),
				old: t.old, new: t.new})
		} else {
			m.release(at)
		}
		m.acc = outer
	}
	return b
}
