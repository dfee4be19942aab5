package redline

import (
	"strconv"

	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

// movedBlock writes one end of a block that moved.
func (w *part) movedBlock(t *plan.Block, move *plan.Drift) policy.Block {
	v := plan.NewSide
	if t.New == nil {
		v = plan.OldSide
	}
	d := w.end(move)
	b := w.pairedBlock(move.Pair, spot{v, v.Same(), &d.account})
	w.nameMove(d, &b, move, v)
	return b
}

// movedCell writes a cell at one end of a column that moved. What changed in it
// counts where the table does; that the column moved is a change of its own.
func (w *part) movedCell(t *plan.Block, at spot) policy.Block {
	b := w.pairedBlock(t, at)
	if t.Column != nil {
		d := w.end(t.Column)
		d.account.formats.add(Column)
		w.nameMove(d, &b, t.Column, at.view)
	}
	return b
}

// nameMove gives the change of a move what the end of it in the view tells.
func (w *part) nameMove(d *draft, b *policy.Block, move *plan.Drift, v plan.View) {
	id := itemID(b)
	if id == "" {
		b.ID = "moved-" + strconv.Itoa(move.Number)
		if v == plan.OldSide {
			b.ID = "was-" + b.ID
		}
		b.ID = w.ids.take(b.ID)
		id = b.ID
	}
	d.row = b.Kind == policy.Row && !move.Away
	d.Kind, d.old, d.new = Moved, some(move.Pair.Old), some(move.Pair.New)
	if v == plan.NewSide {
		d.ClauseID, d.Heading, d.NewLabel = id, policy.FirstWords([]policy.Block{*b}, b.Op), itemLabel(b)
	} else {
		d.Other, d.OldLabel = id, itemLabel(b)
	}
}

// nameShell gives the move that is in a shell the id and label of the shell.
// kids are what is in the shell, and are written already.
func (w *part) nameShell(kids []*plan.Block, op policy.Op, id string, label policy.Label) {
	if id == "" || label.IsZero() {
		return
	}
	d := w.ends[w.plan.Drifts[kids[len(kids)-1]]]
	if op == policy.Inserted {
		d.ClauseID, d.NewLabel = id, label
	} else {
		d.Other, d.OldLabel = id, label
	}
}
