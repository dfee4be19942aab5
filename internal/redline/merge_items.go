package redline

import (
	"strconv"

	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

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

// itemChange is the change of an item, but for its kind; b is the merged item.
func itemChange(t *plan.Block, b *policy.Block) Change {
	return Change{
		ClauseID: itemID(b), OldLabel: itemLabel(t.Old), NewLabel: itemLabel(t.New), Heading: policy.FirstWords(b.Blocks, b.Op),
		old: some(t.Old), new: some(t.New),
	}
}

func some[T policy.Block | policy.Clause](x *T) []any {
	if x == nil {
		return nil
	}
	return []any{x}
}

// labelItem gives a pair of list items, or of notes, its merged clause.
func (w *part) labelItem(t *plan.Block, b *policy.Block, v plan.View, acc *account) {
	if t.Formed {
		acc.formats.add(Structure)
	}
	if b.Kind == policy.Note {
		if v == plan.OldSide {
			asItem(b, t.Old.Level, 0)
		} else if t.Old.Level != t.New.Level && v == plan.Both {
			asItem(b, t.New.Level, t.Old.Level)
		}
		return
	}
	old, new := t.Old.Clause, t.New.Clause
	if old != nil && old.Form != policy.Item {
		acc.formats.add(Structure)
	}
	if v != plan.Both || old == nil && new == nil {
		b.Clause = w.ids.itemClause(b, v.Same())
		return
	}
	if new == nil { // it has lost its label
		c := *old
		c.Label = policy.Label{}
		w.ids.outdateClause(&c)
		new = &c
	}
	was := policy.Label{}
	if old != nil {
		was = old.Label
		if old.Key != new.Key {
			acc.formats.add(Flag)
		}
	}
	c := *new
	c.Blocks, c.OldLabel = b.Blocks, wasLabel(was, new.Label)
	b.Clause = &c
	if (old == nil || t.New.Clause == nil) && !t.Formed || acc.note && was.Text != new.Label.Text {
		acc.formats.add(ListStyle) // the labels say what changed
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
