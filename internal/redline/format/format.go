// Package format writes a redline in other forms than HTML: text for
// terminals, Markdown for mails, data for programs. It keeps the law that the
// words of a text read as they are, whatever stands in them. Its own words come
// from package locale, in the language that the caller asks for.
package format

import (
	"iter"

	"diptych/internal/policy"
)

// blockChanged reports whether anything in a merged block is marked.
func blockChanged(b *policy.Block) bool {
	if b.Op != policy.Same || b.Clause != nil && !b.Clause.OldLabel.IsZero() {
		return true
	}
	for i := range b.Runs {
		if b.Runs[i].Op != policy.Same {
			return true
		}
	}
	for i := range b.Blocks {
		if blockChanged(&b.Blocks[i]) {
			return true
		}
	}
	return false
}

// spans yields the words of runs with their ops; neighbours of one op are one.
func spans(runs []policy.Run) iter.Seq2[string, policy.Op] {
	return func(yield func(string, policy.Op) bool) {
		for len(runs) > 0 {
			n := 1
			for n < len(runs) && runs[n].Op == runs[0].Op {
				n++
			}
			if !yield(policy.PlainRuns(runs[:n]), runs[0].Op) {
				return
			}
			runs = runs[n:]
		}
	}
}

// labelSpans yields the label of a clause with its op: the old one first, where
// it had another.
func labelSpans(c *policy.Clause) iter.Seq2[string, policy.Op] {
	return func(yield func(string, policy.Op) bool) {
		switch {
		case c.OldLabel.Style == policy.StyleAbsent:
			yield(c.Label.Text, policy.Inserted)
		case c.OldLabel.IsZero():
			yield(c.Label.Text, c.Op)
		default:
			_ = yield(c.OldLabel.Text, policy.Deleted) && yield(c.Label.Text, policy.Inserted)
		}
	}
}
