package redline

import (
	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

// spot is where blocks are written.
type spot struct {
	view plan.View
	op   policy.Op // of the container
	acc  *account  // where what is written counts
}

// lists reports whether items at the spot are changes of their own: not inside
// something that came, went or moved as a whole, nor inside a note, which says
// what its clauses say, its lists too.
func (at spot) lists() bool { return at.op == policy.Same && at.view == plan.Both && !at.acc.note }

// blocks writes the nodes of a container.
func (w *part) blocks(ts []*plan.Block, at spot) []policy.Block {
	out := make([]policy.Block, 0, len(ts))
	for _, t := range ts {
		if t.Seam != nil {
			out = append(out, w.seamed(t, at)...)
		} else if b, ok := w.block(t, at); ok {
			out = append(out, b)
		}
	}
	return out
}

// block writes one node; false where it has no place in the view.
func (w *part) block(t *plan.Block, at spot) (policy.Block, bool) {
	switch {
	case t.Pad:
		return policy.Block{Kind: policy.Cell, Op: t.Op()}, true
	case t.End != plan.Both && at.view != plan.Both && t.End != at.view:
		return policy.Block{Kind: policy.Cell, Op: t.End.Same()}, t.Hold
	case t.End != plan.Both:
		return w.movedCell(t, spot{t.End, t.End.Same(), at.acc}), true
	case !t.Lone():
		b := w.pairedBlock(t, at)
		return b, !t.Formed || t.Kids == nil || len(b.Blocks) > 0 // or it holds nothing of this side
	case t.New != nil && at.view == plan.OldSide || t.Old != nil && at.view == plan.NewSide:
		return policy.Block{Kind: policy.Cell, Op: t.Op()}, t.Hold
	}
	if d := w.plan.Drifts[t]; d != nil {
		at.acc.substance = at.acc.substance || at.acc.note
		return w.movedBlock(t, d), true
	}
	return w.loneBlock(t, at), true
}

// loneBlock writes a block that is on one side only. An item with a label, or
// a note, is a change of its own where its list is not.
func (w *part) loneBlock(t *plan.Block, at spot) policy.Block {
	b := *t.Block()
	b.Op = t.Op()
	if t.New == nil {
		b.ID = w.ids.was(b.ID)
	}
	var d *draft
	acc := at.acc
	if isItem(&b) && at.lists() {
		d = w.open()
		acc = &d.account
	}
	switch {
	case t.Kids != nil:
		b.Blocks = w.blocks(t.Kids, spot{plan.Both, b.Op, acc})
		acc.substance = true
	case b.Kind == policy.Rule, len(b.Runs) == 0:
		acc.formats.add(Structure)
	case t.Diff != nil: // sentences of it moved
		acc.substance = true
		b.Runs = w.runs(t.Diff, plan.Both, acc)
	default:
		w.note(b.Runs, Leaf{Verdict: Words})
		if !t.Uncounted {
			acc.whole(w.plan.Cutter.Cut(b.Runs), b.Op == policy.Inserted)
		}
		b.Runs = w.ids.runs(b.Runs, b.Op)
	}
	b.Clause = w.ids.itemClause(&b, b.Op)
	if b.Kind == policy.Note && b.Op == policy.Deleted {
		asItem(&b, b.Level, 0)
	}
	shell := w.plan.Shells.Blocks[t]
	if shell {
		w.nameShell(t.Kids, b.Op, itemID(&b), itemLabel(t.Block()))
	}
	switch {
	case d == nil:
	case shell:
		d.dropped = true
	default:
		d.Change = itemChange(t, &b)
		d.Kind = Inserted
		if t.New == nil {
			d.Kind = Deleted
		}
	}
	return b
}

// pairedBlock writes a pair.
func (w *part) pairedBlock(t *plan.Block, at spot) policy.Block {
	v := at.view
	b := *t.New
	if v == plan.OldSide {
		b = *t.Old
	}
	if t.Same {
		if t.Formed {
			at.acc.formats.add(Structure)
		}
		if v == plan.Both {
			return w.ids.stale.block(b)
		}
		return w.ids.blocks([]policy.Block{b}, v.Same())[0]
	}
	b.Op = v.Same()
	if !b.Op.InNew() {
		b.ID = w.ids.was(b.ID)
	}
	var d *draft
	acc := at.acc
	if isItem(t.Old) && isItem(t.New) && at.lists() {
		d = w.open()
		acc = &d.account
	}
	acc.note = acc.note || t.New.Kind == policy.Note
	acc.shape(t.Old, t.New)
	if t.Old.Tight != t.New.Tight && plan.SameInside(t.Kids) {
		acc.spacing() // else what changed in the list set its items closer or farther apart
	}
	if v == plan.Both && t.Old.Kind == t.New.Kind && (!plan.SameShape(t.Old, t.New) || !plan.SameItemLabel(t.Old.Clause, t.New.Clause)) {
		b.Was = t.Old
	}
	switch {
	case t.Diff != nil:
		b.Runs = w.runs(t.Diff, v, acc)
		if labels := shed(t, v); len(labels) > 0 {
			b.Runs = append(labels, b.Runs...)
		}
		w.noteMore(t)
		if b.Kind == policy.Code && t.Diff.Old.Text != t.Diff.New.Text {
			acc.spacing() // every space shows
		}
	case t.Kids != nil:
		b.Runs = nil
		b.Blocks = w.blocks(t.Kids, spot{v, b.Op, acc})
		if b.Kind == policy.Table && v == plan.Both {
			b.Head = t.Head
		}
	}
	if t.Rows > 0 && v == plan.Both {
		b.RowSpan = t.Rows
	}
	w.labelItem(t, &b, v, acc)
	if d != nil {
		if kind, ok := acc.kind(itemLabel(t.Old), itemLabel(t.New)); ok {
			d.Change = itemChange(t, &b)
			d.Kind = kind
		} else {
			d.dropped = true
		}
	}
	return b
}

// shed returns the labels of the items that a paragraph began, as words, and that
// which it has among its words now.
func shed(t *plan.Block, v plan.View) []policy.Run {
	var out []policy.Run
	if t.Lost != "" && v != plan.NewSide {
		out = append(out, policy.Run{Op: v.Left(), Text: t.Lost})
	}
	if t.Gained != "" && v != plan.OldSide {
		op := policy.Inserted
		if v == plan.NewSide {
			op = v.Same()
		}
		out = append(out, policy.Run{Op: op, Text: t.Gained})
	}
	return out
}
