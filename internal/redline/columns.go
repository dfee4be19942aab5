package redline

import (
	"bytes"
	"html/template"
	"strings"

	"diptych/internal/html"
	"diptych/internal/policy"
)

// TableRow is a row of the two-column form as HTML. A folded one holds a run
// of clauses of which nothing changed but, it may be, the label; every other
// row is one clause. The cells of all rows, one after the other, are the whole
// old text and the whole new one. The new cells keep the ids of the redline;
// ids in the old cells begin with "was-", so that both are unique together.
type TableRow struct {
	Folded           bool
	Count            int // clauses in it
	OldHTML, NewHTML template.HTML
	Changes          []int // indexes into Redline.Changes; in a fold: renumberings
	Moved            bool  // one end of a move: the other cell is empty
	Other            string
	Notes            []int // the same: changes of notes that it cites
	First            int   // index of its first section
}

// Table writes the two-column form in reading order.
func (r *Redline) Table(w *html.Writer) []TableRow {
	var out []TableRow
	var old, new bytes.Buffer
	write := func(b *bytes.Buffer, c *policy.Clause) {
		w.Clause(c)
		w.MoveTo(b)
	}
	flush := func() {
		if n := len(out); n > 0 {
			out[n-1].OldHTML, out[n-1].NewHTML = template.HTML(old.String()), template.HTML(new.String())
		}
		old.Reset()
		new.Reset()
	}
	ids := r.leftIDs()
	for _, row := range r.Rows() {
		c := r.Sections[row.Section].Clause
		if n := len(out); n == 0 || !row.Folded || !out[n-1].Folded {
			flush()
			out = append(out, TableRow{Folded: row.Folded, First: row.Section, Moved: row.Moved, Other: row.Other})
		}
		t := &out[len(out)-1]
		t.Count++
		t.Changes = append(t.Changes, row.Changes...)
		t.Notes = append(t.Notes, r.Sections[row.Section].Notes...)
		if !row.Changed {
			if row.Old != nil {
				write(&old, ids.clause(row.Old))
			}
			write(&new, row.New)
			continue
		}
		if left := side(c, policy.Op.InOld, true); left != nil {
			was := r.Sections[row.Section].Old
			left.Depth, left.Key = was.Depth, was.Key
			write(&old, ids.clause(left))
		}
		if right := side(c, policy.Op.InNew, true); right != nil {
			write(&new, right)
		}
	}
	flush()
	return out
}

// leftIDs gives what stands in the old column ids of its own.
type leftIDs struct{ used map[string]bool }

func (r *Redline) leftIDs() *leftIDs {
	ids := &leftIDs{map[string]bool{}}
	for _, a := range r.New.Anchors() {
		ids.used[a] = true
	}
	for i := range r.Sections {
		if c := r.Sections[i].Clause; c.Op.InNew() {
			ids.right(c.ID)
			ids.rightBlocks(c.Blocks)
		}
	}
	return ids
}

// right notes an id that stands in the new column.
func (ids *leftIDs) right(id string) { ids.used[id] = true }

func (ids *leftIDs) rightBlocks(bs []policy.Block) {
	for i := range bs {
		if b := &bs[i]; b.Op.InNew() {
			ids.right(itemID(b))
			ids.right(b.ID)
			ids.rightBlocks(b.Blocks)
		}
	}
}

// take returns an id for the old column: one that the merged text has there
// only stays as it is, and is used once.
func (ids *leftIDs) take(id string) string {
	if id == "" {
		return ""
	}
	if !strings.HasPrefix(id, "was-") {
		id = "was-" + id
	}
	for ids.used[id] {
		id += "-"
	}
	ids.used[id] = true
	return id
}

func (ids *leftIDs) clause(c *policy.Clause) *policy.Clause {
	d := *c
	d.ID, d.Also = ids.take(d.ID), nil
	d.Head = ids.runs(d.Head)
	d.Blocks = ids.blocks(d.Blocks)
	return &d
}

func (ids *leftIDs) blocks(bs []policy.Block) []policy.Block {
	if bs == nil {
		return nil
	}
	out := make([]policy.Block, len(bs))
	for i, b := range bs {
		b.ID = ids.take(b.ID)
		b.Runs = ids.runs(b.Runs)
		b.Blocks = ids.blocks(b.Blocks)
		if b.Kind == policy.Note {
			asItem(&b, b.Level, 0)
		} else if b.Clause != nil {
			c := *b.Clause
			c.ID, c.Also, c.Blocks = ids.take(c.ID), nil, b.Blocks
			b.Clause = &c
		}
		out[i] = b
	}
	return out
}

func (ids *leftIDs) runs(runs []policy.Run) []policy.Run {
	out := make([]policy.Run, len(runs))
	for i, r := range runs {
		if r.Kind == policy.NoteRef {
			r.Kind, r.Num, r.ID = policy.Words, 0, ""
			r.Marks |= policy.Superscript
		}
		r.ID = ids.take(r.ID)
		out[i] = r
	}
	return out
}
