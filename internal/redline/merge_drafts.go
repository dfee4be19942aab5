package redline

// draft is a change while the text around it is written.
type draft struct {
	Change          // what is known of it so far
	account account // what was counted for it
	dropped bool    // it turned out to be no change
	chief   bool    // a move of clauses as a whole
	row     bool    // a move of a row inside its table
}

// change is the draft with what was counted for it.
func (d *draft) change() Change {
	c, a := d.Change, &d.account
	c.Tally, c.Marks, c.Links, c.Images, c.Refs = a.tally, a.marks, a.links, a.images, a.refs
	c.Punctuation = a.punctuation && !a.substance
	c.Verdict = d.verdict()
	if c.Kind != Inserted && c.Kind != Deleted { // else there is nothing to compare
		c.Formats = a.formats.list()
	}
	return c
}

// numbers are the places of drafts in the list of changes.
type numbers map[*draft]int

// number makes the list of changes without what was dropped.
func number(log []*draft) ([]Change, numbers) {
	var out []Change
	at := numbers{}
	for _, d := range log {
		if !d.dropped {
			at[d] = len(out)
			out = append(out, d.change())
		}
	}
	return out, at
}

// of returns the places of those drafts that are in the list.
func (at numbers) of(ds []*draft) []int {
	var out []int
	for _, d := range ds {
		if i, ok := at[d]; ok {
			out = append(out, i)
		}
	}
	return out
}
