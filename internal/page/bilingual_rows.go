package page

import (
	"diptych/internal/bitext"
	"diptych/internal/html"
	"diptych/internal/redline"
)

// bilingualRows writes the rows of a redline in two languages, from the first to
// the last.
type bilingualRows struct {
	left, right           *html.Writer
	leftItems, rightItems []ChangeItem
	was, is               lone            // what stands in one language alone, in the old texts and in the new ones
	there                 map[string]bool // ids that have their place on the page, or get it on the left
}

func newBilingualRows(left, right *redline.Redline, l, r *html.Writer, was, is lone) *bilingualRows {
	b := &bilingualRows{left: l, right: r, was: was, is: is, there: make(map[string]bool)}
	b.leftItems, _ = changeItems(left)
	b.rightItems, _ = changeItems(right)
	for i := range b.rightItems {
		item := &b.rightItems[i]
		if !right.Changes[i].IsTitle() {
			item.Href = "#" + secondPrefix(right.New.Lang) + item.Href[1:]
		}
		for k, c := range item.Cited {
			item.Cited[k].Href = "#" + secondPrefix(right.New.Lang) + c.Href[1:]
		}
	}
	for i := range left.Sections {
		for _, id := range left.Sections[i].Clause.Targets() {
			b.there[id] = true
		}
	}
	return b
}

// row is the row of a change as it is shown.
func (b *bilingualRows) row(ch, shown bitext.Change) BilingualRow {
	row := BilingualRow{Parts: b.parts(shown)}
	part := &row.Parts[0]
	if s := ch.Left; s != nil {
		part.LeftSaid = said(b.leftItems, s.Changes, s.Notes)
	}
	if s := shown.Right; s != nil {
		part.RightSaid = said(b.rightItems, s.Changes, s.Notes)
	}
	return row
}

// parts writes changes, and tells of those in one language what they are.
func (b *bilingualRows) parts(changes ...bitext.Change) []BilingualPart {
	out := b.written(changes)
	for i, ch := range changes {
		switch {
		case out[i].Elsewhere:
		case ch.Right == nil:
			out[i].tellLone(ch.Left, b.was, b.is)
		case ch.Left == nil:
			out[i].tellLone(ch.Right, b.was, b.is)
		}
	}
	return out
}

// written writes changes, a part each.
func (b *bilingualRows) written(changes []bitext.Change) []BilingualPart {
	out := make([]BilingualPart, len(changes))
	for i, ch := range changes {
		out[i].Elsewhere = ch.Apart || ch.Told
		if ch.Left != nil {
			out[i].Clause = ch.Left.Clause.ID
			b.left.Clause(ch.Left.Clause)
			out[i].Left = b.left.HTML()
		}
		if ch.Right != nil {
			b.right.Clause(ch.Right.Clause)
			out[i].Right = b.right.HTML()
			if ch.Left == nil {
				out[i].Clause = ch.Right.Clause.ID
			}
			if !b.there[ch.Right.Clause.ID] { // of the other language alone
				out[i].ID, b.there[ch.Right.Clause.ID] = ch.Right.Clause.ID, true
				out[i].Also = free(ch.Right.Clause.Also, b.there)
			}
		}
	}
	return out
}

// free returns the ids that are not there yet; from now on they are.
func free(ids []string, there map[string]bool) []string {
	var out []string
	for _, id := range ids {
		if !there[id] {
			out, there[id] = append(out, id), true
		}
	}
	return out
}
