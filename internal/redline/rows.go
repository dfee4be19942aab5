package redline

import "diptych/internal/policy"

// Row is one line of the two-column form (修订对照表): the clause as it was
// beside the clause as it is. One side is nil where there is none. The old
// side holds what is in the old text only, the new side what is in the new
// text only; both are marked like the merged text.
type Row struct {
	Old, New *policy.Clause
	Section  int // index into Redline.Sections
	Changed  bool
	Folded   bool   // it may be folded with its neighbours, as Redline.Folds has it
	Moved    bool   // one end of a move; the other is a row of its own
	Other    string // Moved: id of the other end on the redline page
	Changes  []int  // indexes into Redline.Changes
}

// Rows returns the redline clause by clause. The two ends of a move are two
// rows, each with the other side empty.
func (r *Redline) Rows() []Row {
	out := make([]Row, 0, len(r.Sections))
	ends := r.ends()
	for i := range r.Sections {
		s := &r.Sections[i]
		row := Row{Section: i, Changed: s.Changed, Folded: r.Folds(s), Changes: s.Changes}
		switch op := s.Clause.Op; {
		case !s.Changed:
			row.Old, row.New = s.Old, s.Clause
		case op == policy.MovedTo || op == policy.MovedFrom:
			row.Moved = true
			row.Other = ends[s.Old][op-policy.MovedTo]
			fallthrough
		default:
			row.Old, row.New = Side(s.Clause, policy.Op.InOld), Side(s.Clause, policy.Op.InNew)
		}
		out = append(out, row)
	}
	return out
}

// ends returns, for the clauses that moved, the ids of their old and new ends.
func (r *Redline) ends() map[*policy.Clause][2]string {
	out := map[*policy.Clause][2]string{}
	for i := range r.Sections {
		s := &r.Sections[i]
		e := out[s.Old]
		switch s.Clause.Op {
		case policy.MovedFrom:
			e[0] = s.Clause.ID
		case policy.MovedTo:
			e[1] = s.Clause.ID
		default:
			continue
		}
		out[s.Old] = e
	}
	return out
}

// Side returns a merged clause without the parts that are not in one of the
// texts: keep is policy.Op.InOld or policy.Op.InNew. What is left keeps its
// Op. A clause of which nothing is left gives nil.
func Side(c *policy.Clause, keep func(policy.Op) bool) *policy.Clause { return side(c, keep, false) }

// side is Side; where labels is asked for, a label that changed stays marked.
func side(c *policy.Clause, keep func(policy.Op) bool, labels bool) *policy.Clause {
	if !keep(c.Op) {
		return nil
	}
	d := *c
	was := d.OldLabel
	d.OldLabel = policy.Label{}
	switch isNew, renumbered := keep(policy.Inserted), !was.IsZero() || was.Style == policy.StyleAbsent; {
	case !renumbered:
	case isNew && labels && !d.Label.IsZero():
		d.OldLabel.Style = policy.StyleAbsent
	case isNew:
	case was.IsZero():
		d.Label = policy.Label{}
	case labels:
		d.Label, d.OldLabel = policy.Label{}, was
	default:
		d.Label = was
	}
	d.Head = sideRuns(c.Head, keep)
	d.Blocks = sideBlocks(c.Blocks, keep, labels)
	return &d
}

func sideRuns(runs []policy.Run, keep func(policy.Op) bool) []policy.Run {
	n := 0
	for i := range runs {
		if keep(runs[i].Op) {
			n++
		}
	}
	out := make([]policy.Run, 0, n) // a side can be a small part of many runs
	for _, r := range runs {
		if !keep(r.Op) {
			continue
		}
		if !keep(policy.Inserted) {
			r.Stale = nil // the reference was right in the old text
		}
		if was := r.Was; was != nil && keep(policy.Deleted) {
			r.Marks, r.Link, r.Lang, r.Image = was.Marks, was.Link, was.Lang, was.Image
		}
		r.Was = nil
		out = append(out, r)
	}
	return out
}

func sideBlocks(bs []policy.Block, keep func(policy.Op) bool, labels bool) []policy.Block {
	if bs == nil {
		return nil
	}
	out := make([]policy.Block, 0, len(bs))
	for _, b := range bs {
		if !keep(b.Op) {
			continue
		}
		if was := b.Was; was != nil && keep(policy.Deleted) {
			b.Ordered, b.Start, b.Tight, b.Key, b.Lang = was.Ordered, was.Start, was.Tight, was.Key, was.Lang
			b.Header, b.Align, b.Level = was.Header, was.Align, was.Level
			if b.Clause != nil && was.Clause != nil {
				c := *b.Clause
				c.Key = was.Clause.Key
				b.Clause = &c
			}
		}
		b.Was = nil
		b.Runs = sideRuns(b.Runs, keep)
		rows := sideBlocks(b.Blocks, keep, labels)
		if b.Kind == policy.Table {
			b.Head = sideTable(&b, rows, keep)
		}
		b.Blocks = rows
		if b.Clause != nil {
			c := *b.Clause
			c.Blocks = nil // they are those of the item: walked twice a level, depth would double the work
			b.Clause = side(&c, keep, labels)
			b.Clause.Blocks = b.Blocks
		}
		out = append(out, b)
	}
	return out
}

// sideTable counts the head rows of a merged table that are in the side, and
// shortens the cells of bs, its rows in the side, that spanned a row which is
// not.
func sideTable(t *policy.Block, bs []policy.Block, keep func(policy.Op) bool) (head int) {
	var kept []bool // by row of the merged table
	for i := range t.Blocks {
		if t.Blocks[i].Kind == policy.Row {
			kept = append(kept, keep(t.Blocks[i].Op))
			if len(kept) <= t.Head && kept[len(kept)-1] {
				head++
			}
		}
	}
	at := -1
	for i := range bs {
		if bs[i].Kind != policy.Row {
			continue
		}
		for at++; !kept[at]; at++ {
		}
		for k := range bs[i].Blocks {
			c := &bs[i].Blocks[k]
			for n, r := 1, c.RowSpan; n < r && at+n < len(kept); n++ {
				if !kept[at+n] {
					c.RowSpan--
				}
			}
		}
	}
	return head
}
