package plan

import (
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// sameClause reports whether two clauses read the same in every respect that a
// page shows: label, words, formatting, depth. Ids are not shown.
func sameClause(c, d *policy.Clause) bool {
	return c == d || sameFrame(c, d) && c.Label.Text == d.Label.Text && sameContent(c, d)
}

// sameContent reports whether two clauses of one form read the same under their
// labels.
func sameContent(c, d *policy.Clause) bool {
	return c.Form == d.Form && sameRuns(c.Head, d.Head) && sameBlocks(c.Blocks, d.Blocks)
}

// sameFrame reports whether two clauses agree in what is neither label nor words.
func sameFrame(c, d *policy.Clause) bool {
	return c.Form == d.Form && c.Depth == d.Depth && c.Key == d.Key
}

func sameBlocks(a, b []policy.Block) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a { // blocks are large: none is copied
		if !sameBlock(&a[i], &b[i]) {
			return false
		}
	}
	return true
}

func sameBlock(a, b *policy.Block) bool {
	return SameShape(a, b) && SameItemLabel(a.Clause, b.Clause) &&
		sameRuns(a.Runs, b.Runs) && sameBlocks(a.Blocks, b.Blocks)
}

// SameShape reports whether two blocks agree in what is neither words nor label.
func SameShape(a, b *policy.Block) bool {
	return a.Kind == b.Kind && a.Lang == b.Lang && a.Key == b.Key &&
		a.Ordered == b.Ordered && a.Start == b.Start && a.Tight == b.Tight && a.Head == b.Head &&
		a.Header == b.Header && a.Align == b.Align && a.ColSpan == b.ColSpan && a.RowSpan == b.RowSpan &&
		a.Level == b.Level
}

// SameInside reports whether blocks that answer to each other hold the same, and
// none is without partner.
func SameInside(ts []*Block) bool {
	for _, t := range ts {
		if t.Lone() || !sameBlocks(t.Old.Blocks, t.New.Blocks) {
			return false
		}
	}
	return true
}

func SameItemLabel(c, d *policy.Clause) bool {
	if c == nil || d == nil {
		return c == d
	}
	return c.Label.Text == d.Label.Text && c.Key == d.Key
}

func sameRuns(a, b []policy.Run) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		r, s := &a[i], &b[i]
		if r.Kind != s.Kind || r.Text != s.Text || !words.SameFormat(r, s) || !SameImage(r.Image, s.Image) {
			return false
		}
	}
	return true
}

func SameImage(p, q *policy.Picture) bool {
	if p == nil || q == nil {
		return p == q
	}
	return p.Dest == q.Dest && p.Title == q.Title && p.Width == q.Width && p.Height == q.Height
}
