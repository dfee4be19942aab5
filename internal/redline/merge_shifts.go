package redline

import (
	"strconv"

	"diptych/internal/policy"
)

// shiftEnd notes that an end of a move of sentences is written, and returns the
// anchor that stands before it.
func (w *part) shiftEnd(s *shift, op policy.Op) policy.Run {
	id := "moved-" + strconv.Itoa(s.number)
	if !op.InNew() {
		id = "was-" + id
	}
	id = w.ids.take(id)
	d := w.end(s)
	d.account.looks(s.stayed)
	d.Kind = Moved
	if op.InNew() {
		d.ClauseID, d.new = id, []any{s.words}
		d.Heading = policy.FirstWords([]policy.Block{{Runs: []policy.Run{{Text: s.words}}}}, policy.Same)
	} else {
		d.Other, d.old = id, []any{s.words}
	}
	return policy.Run{Kind: policy.Anchor, Op: op, ID: id}
}
