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
	if t.formed {
		m.acc.format(Structure)
	}
	if b.Kind == policy.Note {
		if t.old.Level != t.new.Level && v == both {
			asItem(b, t.new.Level, t.old.Level)
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
			m.acc.format(Flag)
		}
	}
	c := *new
	c.Blocks, c.OldLabel = b.Blocks, wasLabel(was, new.Label)
	b.Clause = &c
	if (old == nil || t.new.Clause == nil) && !t.formed {
		m.acc.format(ListStyle) // the labels say what changed
	}
}

// asItem makes a list item of a note that went or was renumbered. Its number
// becomes its label: the writer of notes knows one number only, and links
// back to a reference that may be gone.
func asItem(b *policy.Block, level, old int) {
	c := policy.Clause{ID: b.ID, Form: policy.Item, Depth: 1, Label: noteLabel(level), Blocks: b.Blocks, Op: b.Op}
	if old > 0 {
		c.OldLabel = noteLabel(old)
	}
	b.Kind, b.Clause, b.Level, b.ID = policy.ListItem, &c, 0, ""
}

// noteLabel is the number of a note as it is printed.
func noteLabel(n int) policy.Label { return policy.Label{Text: "[" + strconv.Itoa(n) + "]", Gap: " "} }

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
