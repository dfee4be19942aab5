package identity

import (
	"slices"

	"diptych/internal/policy"
)

// ids are the permanent ids of the clauses of a policy.
type ids map[*policy.Clause]id

type id struct {
	called
	origin policy.Origin
}

// write sets the ids of the clauses of p. Nothing else in this package changes
// the model.
func (found ids) write(p *policy.Policy) {
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			for _, c := range t.Clauses {
				if x, ok := found[c]; ok {
					c.ID, c.Origin, c.Also, c.Never, c.Lost = x.name, x.origin, x.also, x.never, x.lost
				}
			}
			dropAnchors(t)
		}
	}
}

// dropAnchors takes out the targets of a text whose names its clauses have
// carried in from other texts, as after <a id="x"> has become {#x}: on a page a
// name is there once, and the clause is what it stands for.
func dropAnchors(t *policy.Text) {
	clauses := make(map[string]bool, len(t.Clauses))
	for _, c := range t.Clauses {
		clauses[c.ID] = true
		for _, id := range c.Also {
			clauses[id] = true
		}
	}
	if len(t.Anchors()) == len(clauses) {
		return
	}
	for _, c := range t.Clauses {
		if c.Form != policy.Item { // items stand in the blocks of others
			c.Head = dropFromRuns(c.Head, clauses)
			dropFromBlocks(c.Blocks, clauses)
		}
	}
}

func dropFromBlocks(blocks []policy.Block, clauses map[string]bool) {
	for i := range blocks {
		b := &blocks[i]
		if clauses[b.ID] {
			b.ID = ""
		}
		b.Runs = dropFromRuns(b.Runs, clauses)
		dropFromBlocks(b.Blocks, clauses)
	}
}

func dropFromRuns(runs []policy.Run, clauses map[string]bool) []policy.Run {
	gone := func(r policy.Run) bool { return r.Kind == policy.Anchor && clauses[r.ID] }
	if !slices.ContainsFunc(runs, gone) {
		return runs
	}
	return slices.DeleteFunc(slices.Clone(runs), gone)
}
