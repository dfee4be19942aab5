package redline

import "diptych/internal/policy"

// pageIDs gives what is in the old text only ids of its own, in the order in
// which it is written.
type pageIDs struct {
	text  *policy.Text    // the new text, whose ids stay
	used  map[string]bool // nil until the first id is given
	stale staleMarks
}

func newPageIDs(new *policy.Text, stale staleMarks) *pageIDs {
	return &pageIDs{text: new, stale: stale}
}

// was makes the id of something that is in the old text only.
func (ids *pageIDs) was(id string) string {
	if id == "" {
		return ""
	}
	return ids.take("was-" + id)
}

// take returns the id, made unique among those of the page.
func (ids *pageIDs) take(id string) string {
	if ids.used == nil {
		ids.used = map[string]bool{}
		for _, a := range ids.text.Anchors() {
			ids.used[a] = true
		}
	}
	for ids.used[id] {
		id += "-"
	}
	ids.used[id] = true
	return id
}

// outdate makes a run fit for the old text: its id does not collide, and a
// reference to a note is plain words, because the note may be gone or have
// another number.
func (ids *pageIDs) outdate(r *policy.Run) {
	if r.Kind == policy.NoteRef {
		r.Kind, r.ID, r.Num = policy.Words, "", 0
		r.Marks |= policy.Superscript
		return
	}
	r.ID = ids.was(r.ID)
}

// runs copies runs with an op.
func (ids *pageIDs) runs(runs []policy.Run, op policy.Op) []policy.Run {
	out := make([]policy.Run, len(runs))
	for i, r := range runs {
		r.Op = op
		if !op.InNew() {
			ids.outdate(&r)
		}
		out[i] = r
	}
	if op.InNew() && len(runs) > 0 {
		return ids.stale.in(out, ids.stale[&runs[0]])
	}
	return out
}

// blocks copies blocks with an op, for both ends of a move without edits.
func (ids *pageIDs) blocks(bs []policy.Block, op policy.Op) []policy.Block {
	if bs == nil {
		return nil
	}
	out := make([]policy.Block, len(bs))
	for i, b := range bs {
		b.Op = op
		if !op.InNew() {
			b.ID = ids.was(b.ID)
		}
		b.Runs = ids.runs(b.Runs, op)
		b.Blocks = ids.blocks(b.Blocks, op)
		b.Clause = ids.itemClause(&b, op)
		out[i] = b
	}
	return out
}

// itemClause copies the clause of a list item, with the blocks of the item.
func (ids *pageIDs) itemClause(b *policy.Block, op policy.Op) *policy.Clause {
	if b.Clause == nil {
		return nil
	}
	c := *b.Clause
	c.Blocks, c.Op = b.Blocks, op
	if !op.InNew() {
		ids.outdateClause(&c)
	}
	return &c
}

// outdateClause gives a clause that is in the old text only ids of its own.
func (ids *pageIDs) outdateClause(c *policy.Clause) {
	c.ID = ids.was(c.ID)
	var also []string
	for _, id := range c.Also {
		also = append(also, ids.was(id))
	}
	c.Also = also
}
