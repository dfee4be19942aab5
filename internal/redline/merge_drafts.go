package redline

// draft is a change while the text around it is written.
type draft struct {
	Change          // what is known of it so far
	account account // what was counted for it
	dropped bool    // it turned out to be no change
	number  int     // its index in the list, once there is one
}

// number makes the list of changes: it leaves out what was dropped, numbers the
// rest and writes into each what was counted.
func number(log []*draft) []Change {
	var out []Change
	for _, d := range log {
		if d.dropped {
			continue
		}
		c, a := d.Change, &d.account
		c.Tally, c.Links, c.Images, c.Refs = a.tally, a.links, a.images, a.refs
		if c.Kind != Inserted && c.Kind != Deleted { // else there is nothing to compare
			c.Formats = a.formats.list()
		}
		d.number = len(out)
		out = append(out, c)
	}
	return out
}

// numbersOf returns the indexes of the drafts that number numbered.
func numbersOf(ds []*draft) []int {
	var out []int
	for _, d := range ds {
		if !d.dropped {
			out = append(out, d.number)
		}
	}
	return out
}
