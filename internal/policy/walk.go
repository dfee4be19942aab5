package policy

import "iter"

// RunsIn yields the runs of blocks in reading order.
func RunsIn(blocks []Block) iter.Seq[*Run] {
	return func(yield func(*Run) bool) { eachRun(blocks, yield) }
}

// Runs yields the runs of the clause in reading order: of its heading, then of
// its blocks, with those of the items in its lists.
func (c *Clause) Runs() iter.Seq[*Run] {
	return func(yield func(*Run) bool) { c.eachRun(yield) }
}

// Runs yields the runs of the text, each once and in reading order. Those of its
// summary are not among them.
func (t *Text) Runs() iter.Seq[*Run] {
	return func(yield func(*Run) bool) { t.eachRun(yield) }
}

// Links yields every link and picture of the text and then of its summary, each
// once and in reading order.
func (t *Text) Links() iter.Seq[*Link] {
	return func(yield func(*Link) bool) {
		var last *Link // the runs of one link stand side by side
		links := func(r *Run) bool {
			if r.Link != nil && r.Link != last {
				last = r.Link
				if !yield(r.Link) {
					return false
				}
			}
			return r.Image == nil || yield(&r.Image.Link)
		}
		_ = t.eachRun(links) && eachRun(t.Summary, links)
	}
}

// eachRun yields the runs of the text. It reports whether more are wanted.
func (t *Text) eachRun(yield func(*Run) bool) bool {
	for _, c := range t.Clauses {
		if c.Form != Item && !c.eachRun(yield) { // items stand in the blocks of others
			return false
		}
	}
	return true
}

// eachRun yields the runs of the clause. It reports whether more are wanted.
func (c *Clause) eachRun(yield func(*Run) bool) bool {
	for i := range c.Head {
		if !yield(&c.Head[i]) {
			return false
		}
	}
	return eachRun(c.Blocks, yield)
}

// eachRun yields the runs of blocks. It reports whether more are wanted.
func eachRun(blocks []Block, yield func(*Run) bool) bool {
	for i := range blocks {
		for j := range blocks[i].Runs {
			if !yield(&blocks[i].Runs[j]) {
				return false
			}
		}
		if !eachRun(blocks[i].Blocks, yield) {
			return false
		}
	}
	return true
}
