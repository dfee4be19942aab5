package redline

import (
	"strconv"

	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

// ShiftEnd notes that an end of a move of sentences is written, and returns the
// anchor that stands before it.
func (w *part) shiftEnd(s *plan.Shift, op policy.Op) policy.Run {
	id := "moved-" + strconv.Itoa(s.Number)
	if !op.InNew() {
		id = "was-" + id
	}
	id = w.ids.take(id)
	d := w.end(s)
	d.account.looks(s.Stayed)
	d.Kind = Moved
	if op.InNew() {
		d.ClauseID, d.new = id, []any{s.Words}
		d.Heading = policy.FirstWords([]policy.Block{{Runs: []policy.Run{{Text: s.Words}}}}, policy.Same)
	} else {
		d.Other, d.old = id, []any{s.Words}
	}
	return policy.Run{Kind: policy.Anchor, Op: op, ID: id}
}
