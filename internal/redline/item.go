package redline

import (
	"strconv"

	"diptych/internal/policy"
)

// itemClause copies the clause of a list item for the merged text.
func (m *merger) itemClause(b *policy.Block, op policy.Op) *policy.Clause {
	if b.Clause == nil {
		return nil
	}
	c := *b.Clause
	c.Blocks, c.Op = b.Blocks, op
	if !op.InNew() {
		c.ID = m.was(c.ID)
	}
	return &c
}

// labelItem gives a pair of list items, or of notes, its merged clause.
func (m *merger) labelItem(t *blockNode, b *policy.Block, v view) {
	if b.Kind == policy.Note {
		if t.old.Level != t.new.Level && v == both {
			asItem(b, t.new.Level, t.old.Level)
			m.acc.editorial = true
		}
		return
	}
	old, new := t.old.Clause, t.new.Clause
	if v != both || old == nil && new == nil {
		b.Clause = m.itemClause(b, v.same())
		return
	}
	if new == nil { // it has lost its label
		c := *old
		c.ID, c.Label = m.was(c.ID), policy.Label{}
		new = &c
	}
	was := policy.Label{}
	if old != nil {
		was = old.Label
		if old.Key != new.Key {
			m.acc.reformatted = true
		}
	}
	c := *new
	c.Blocks, c.OldLabel = b.Blocks, wasLabel(was, new.Label)
	b.Clause = &c
	if old == nil || t.new.Clause == nil {
		m.acc.editorial = true // else the labels say what changed
	}
}

// asItem makes a list item of a note that went or was renumbered. Its number
// becomes its label: the writer of notes knows one number only, and links
// back to a reference that may be gone.
func asItem(b *policy.Block, level, old int) {
	number := func(n int) policy.Label { return policy.Label{Text: "[" + strconv.Itoa(n) + "]", Gap: " "} }
	c := policy.Clause{ID: b.ID, Form: policy.Item, Depth: 1, Label: number(level), Blocks: b.Blocks, Op: b.Op}
	if old > 0 {
		c.OldLabel = number(old)
	}
	b.Kind, b.Clause, b.Level, b.ID = policy.ListItem, &c, 0, ""
}

// outdate makes a run fit for the old text: its id does not collide, and a
// reference to a note is plain words, because the note may be gone or have
// another number.
func (m *merger) outdate(r *policy.Run) {
	if r.Kind == policy.NoteRef {
		r.Kind, r.ID, r.Num = policy.Words, "", 0
		r.Marks |= policy.Superscript
		return
	}
	r.ID = m.was(r.ID)
}
