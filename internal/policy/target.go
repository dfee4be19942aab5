package policy

// Anchors returns every target of the text: the ids of clauses, first and second
// ones, those that the source gave to blocks, and the anchors in its words, in
// reading order.
func (t *Text) Anchors() []string {
	var out []string
	for _, c := range t.Clauses {
		out = append(append(out, c.ID), c.Also...)
		if c.Form != Item {
			out = appendRunAnchors(out, c.Head)
			out = appendAnchors(out, c.Blocks)
		}
	}
	return out
}

// Targets returns every id that stands in the clause, as it is written on a page:
// its own, those of its blocks, of its items and of the anchors in its words.
func (c *Clause) Targets() []string {
	return appendTargets(appendRunAnchors(append([]string{c.ID}, c.Also...), c.Head), c.Blocks, true)
}

func appendAnchors(out []string, blocks []Block) []string { return appendTargets(out, blocks, false) }

// appendTargets adds the ids in blocks, those of the items among them where they
// are asked for.
func appendTargets(out []string, blocks []Block, items bool) []string {
	for i := range blocks {
		b := &blocks[i]
		if items && b.Clause != nil {
			out = append(append(out, b.Clause.ID), b.Clause.Also...)
		}
		if b.ID != "" {
			out = append(out, b.ID)
		}
		out = appendRunAnchors(out, b.Runs)
		out = appendTargets(out, b.Blocks, items)
	}
	return out
}

func appendRunAnchors(out []string, runs []Run) []string {
	for i := range runs {
		if runs[i].ID != "" {
			out = append(out, runs[i].ID)
		}
	}
	return out
}
