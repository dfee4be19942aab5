// Package redline compares two texts of one language and gives the changes
// between them: a merged text in the model of package policy, whose parts say
// whether they were inserted, deleted or moved, and a list of changes. It
// keeps the law that leaving out what is deleted gives the new text and
// leaving out what is inserted the old one, up to white space; that equal
// texts give no change; and that the same input gives the same output,
// because every bound counts elements and never time. How a redline looks is
// the page's business.
package redline

import (
	"context"

	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

// Redline is what changed from Old to New.
type Redline struct {
	Old, New *policy.Text
	Title    []policy.Run // the title, merged; one run where it stayed
	Sections []Section    // in merged reading order
	Changes  []Change     // in the order of Sections
	Counts   Counts
	Stale    []StaleReference // in the order of Sections
	leaves   leaves
	dead     func(policy.Ref) bool // what CutOff was told; nil where it was not
}

// Section is one clause of form Preamble, Heading, Paragraph or Endnotes in
// the merged text; items stand inside their lists.
type Section struct {
	// Clause is merged from both texts, with Ops. Where nothing differs it is
	// the new text's own clause. The id of what is in the old text only, or at
	// the old end of a move, begins with "was-", so that ids stay unique.
	Clause *policy.Clause
	// Old and New are where it comes from, at both ends of a move too; one is
	// nil for a clause that was inserted or deleted. Where a line or a bullet of
	// a clause became one, Old is made of that and its Parent is the clause.
	Old, New *policy.Clause
	Changed  bool
	Changes  []int // indexes into Redline.Changes
	Stale    []int // indexes into Redline.Stale
	Notes    []int // indexes into Redline.Changes: changes of notes that the section cites
	verdict  Verdict
}

// Compare returns the redline from old to new, which are texts of one
// language. It never changes them and shares their memory. Where the context
// ends it comes soon and says less than there is to say, and is not worth
// keeping.
func Compare(ctx context.Context, old, new *policy.Text) *Redline {
	return mergePlan(plan.Make(ctx, old, new, plan.IDsDecide))
}

// Equal reports whether the texts have no change at all.
func (r *Redline) Equal() bool { return len(r.Changes) == 0 }
