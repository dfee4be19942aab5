package redline

import "diptych/internal/policy"

// spot is where blocks are written.
type spot struct {
	view view
	op   policy.Op // of the container
	acc  *account  // where what is written counts
}

// lists reports whether items at the spot are changes of their own: not inside
// something that came, went or moved as a whole, nor inside a note, which says
// what its clauses say, its lists too.
func (at spot) lists() bool { return at.op == policy.Same && at.view == both && !at.acc.note }

// blocks writes the nodes of a container.
func (w *part) blocks(ts []*blockNode, at spot) []policy.Block {
	out := make([]policy.Block, 0, len(ts))
	for _, t := range ts {
		if t.seam != nil {
			out = append(out, w.seamed(t, at)...)
		} else if b, ok := w.block(t, at); ok {
			out = append(out, b)
		}
	}
	return out
}

// block writes one node; false where it has no place in the view.
func (w *part) block(t *blockNode, at spot) (policy.Block, bool) {
	switch {
	case t.pad:
		return policy.Block{Kind: policy.Cell, Op: t.op()}, true
	case t.end != both && at.view != both && t.end != at.view:
		return policy.Block{Kind: policy.Cell, Op: t.end.same()}, t.hold
	case t.end != both:
		return w.movedCell(t, spot{t.end, t.end.same(), at.acc}), true
	case !t.lone():
		b := w.pairedBlock(t, at)
		return b, !t.formed || t.kids == nil || len(b.Blocks) > 0 // or it holds nothing of this side
	case t.new != nil && at.view == oldSide || t.old != nil && at.view == newSide:
		return policy.Block{Kind: policy.Cell, Op: t.op()}, t.hold
	}
	if d := w.plan.drifts[t]; d != nil {
		at.acc.substance = at.acc.substance || at.acc.note
		return w.movedBlock(t, d), true
	}
	return w.loneBlock(t, at), true
}

func (t *blockNode) op() policy.Op {
	if t.new == nil {
		return policy.Deleted
	}
	return policy.Inserted
}

// loneBlock writes a block that is on one side only. An item with a label, or
// a note, is a change of its own where its list is not.
func (w *part) loneBlock(t *blockNode, at spot) policy.Block {
	b := *t.block()
	b.Op = t.op()
	if t.new == nil {
		b.ID = w.ids.was(b.ID)
	}
	var d *draft
	acc := at.acc
	if isItem(&b) && at.lists() {
		d = w.open()
		acc = &d.account
	}
	switch {
	case t.kids != nil:
		b.Blocks = w.blocks(t.kids, spot{both, b.Op, acc})
		acc.substance = true
	case b.Kind == policy.Rule, len(b.Runs) == 0:
		acc.formats.add(Structure)
	case t.diff != nil: // sentences of it moved
		acc.substance = true
		b.Runs = w.runs(t.diff, both, acc)
	default:
		w.note(b.Runs, Leaf{Verdict: Words})
		if !t.uncounted {
			acc.whole(w.plan.cutter.Cut(b.Runs), b.Op == policy.Inserted)
		}
		b.Runs = w.ids.runs(b.Runs, b.Op)
	}
	b.Clause = w.ids.itemClause(&b, b.Op)
	if b.Kind == policy.Note && b.Op == policy.Deleted {
		asItem(&b, b.Level, 0)
	}
	shell := w.plan.shells.blocks[t]
	if shell {
		w.nameShell(t.kids, b.Op, itemID(&b), itemLabel(t.block()))
	}
	switch {
	case d == nil:
	case shell:
		d.dropped = true
	default:
		d.Change = itemChange(t, &b)
		d.Kind = Inserted
		if t.new == nil {
			d.Kind = Deleted
		}
	}
	return b
}

// pairedBlock writes a pair.
func (w *part) pairedBlock(t *blockNode, at spot) policy.Block {
	v := at.view
	b := *t.new
	if v == oldSide {
		b = *t.old
	}
	if t.same {
		if t.formed {
			at.acc.formats.add(Structure)
		}
		if v == both {
			return w.ids.stale.block(b)
		}
		return w.ids.blocks([]policy.Block{b}, v.same())[0]
	}
	b.Op = v.same()
	if !b.Op.InNew() {
		b.ID = w.ids.was(b.ID)
	}
	var d *draft
	acc := at.acc
	if isItem(t.old) && isItem(t.new) && at.lists() {
		d = w.open()
		acc = &d.account
	}
	acc.note = acc.note || t.new.Kind == policy.Note
	acc.shape(t.old, t.new)
	if t.old.Tight != t.new.Tight && sameInside(t.kids) {
		acc.spacing() // else what changed in the list set its items closer or farther apart
	}
	if v == both && t.old.Kind == t.new.Kind && (!sameShape(t.old, t.new) || !sameItemLabel(t.old.Clause, t.new.Clause)) {
		b.Was = t.old
	}
	switch {
	case t.diff != nil:
		b.Runs = append(shed(t, v), w.runs(t.diff, v, acc)...)
		if b.Kind == policy.Code && t.diff.Old.Text != t.diff.New.Text {
			acc.spacing() // every space shows
		}
	case t.kids != nil:
		b.Runs = nil
		b.Blocks = w.blocks(t.kids, spot{v, b.Op, acc})
		if b.Kind == policy.Table && v == both {
			b.Head = t.head
		}
	}
	if t.rows > 0 && v == both {
		b.RowSpan = t.rows
	}
	w.labelItem(t, &b, v, acc)
	if d != nil {
		if kind, ok := acc.kind(itemLabel(t.old), itemLabel(t.new)); ok {
			d.Change = itemChange(t, &b)
			d.Kind = kind
		} else {
			d.dropped = true
		}
	}
	return b
}

// shed returns the labels of the items that a paragraph began, as words.
func shed(t *blockNode, v view) []policy.Run {
	if t.lost == "" || v == newSide {
		return nil
	}
	return []policy.Run{{Op: v.left(), Text: t.lost}}
}

// left is the op of what is in the old text only.
func (v view) left() policy.Op {
	if v == oldSide {
		return v.same()
	}
	return policy.Deleted
}
