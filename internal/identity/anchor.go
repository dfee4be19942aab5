package identity

import (
	"slices"

	"diptych/internal/policy"
)

// takeAnchors notes the targets of a text that are no clauses'.
func takeAnchors(taken map[string]bool, t *policy.Text) {
	clauses := clauseIDs(t)
	for _, id := range t.Anchors() {
		if !clauses[id] {
			taken[id] = true
		}
	}
}

func clauseIDs(t *policy.Text) map[string]bool {
	out := make(map[string]bool, len(t.Clauses))
	for _, c := range t.Clauses {
		out[c.ID] = true
	}
	return out
}

// yield takes out the targets of a text whose names its clauses have carried in
// from other texts, as after <a id="x"> has become {#x}: on a page a name is
// there once, and the clause is what it stands for.
func yield(t *policy.Text) {
	clauses := clauseIDs(t)
	if len(t.Anchors()) == len(clauses) {
		return
	}
	for _, c := range t.Clauses {
		if c.Form != policy.Item { // items stand in the blocks of others
			c.Head = yieldRuns(c.Head, clauses)
			yieldBlocks(c.Blocks, clauses)
		}
	}
}

func yieldBlocks(blocks []policy.Block, clauses map[string]bool) {
	for i := range blocks {
		b := &blocks[i]
		if clauses[b.ID] {
			b.ID = ""
		}
		b.Runs = yieldRuns(b.Runs, clauses)
		yieldBlocks(b.Blocks, clauses)
	}
}

func yieldRuns(runs []policy.Run, clauses map[string]bool) []policy.Run {
	gone := func(r policy.Run) bool { return r.Kind == policy.Anchor && clauses[r.ID] }
	if !slices.ContainsFunc(runs, gone) {
		return runs
	}
	return slices.DeleteFunc(slices.Clone(runs), gone)
}
