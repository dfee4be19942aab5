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
}

// Rows returns the redline clause by clause. The two ends of a move are two
// rows, each with the other side empty.
func (r *Redline) Rows() []Row {
	out := make([]Row, 0, len(r.Sections))
	for i := range r.Sections {
		s := &r.Sections[i]
		row := Row{Section: i, Changed: s.Changed}
		if !s.Changed {
			row.Old, row.New = s.Old, s.New
			out = append(out, row)
			continue
		}
		if s.Clause.Op.InOld() {
			row.Old = Side(s.Clause, policy.Op.InOld)
		}
		if s.Clause.Op.InNew() {
			row.New = Side(s.Clause, policy.Op.InNew)
		}
		out = append(out, row)
	}
	return out
}

// Side returns a merged clause without the parts that are not in one of the
// texts: keep is policy.Op.InOld or policy.Op.InNew. What is left keeps its
// Op. A clause of which nothing is left gives nil.
func Side(c *policy.Clause, keep func(policy.Op) bool) *policy.Clause {
	if !keep(c.Op) {
		return nil
	}
	d := *c
	switch {
	case keep(policy.Inserted):
	case d.OldLabel.Style == policy.StyleAbsent:
		d.Label = policy.Label{}
	case !d.OldLabel.IsZero():
		d.Label = d.OldLabel
	}
	d.OldLabel = policy.Label{}
	d.Head = sideRuns(c.Head, keep)
	d.Blocks = sideBlocks(c.Blocks, keep)
	return &d
}

func sideRuns(runs []policy.Run, keep func(policy.Op) bool) []policy.Run {
	out := make([]policy.Run, 0, len(runs))
	for _, r := range runs {
		if keep(r.Op) {
			out = append(out, r)
		}
	}
	return out
}

func sideBlocks(bs []policy.Block, keep func(policy.Op) bool) []policy.Block {
	if bs == nil {
		return nil
	}
	out := make([]policy.Block, 0, len(bs))
	for _, b := range bs {
		if !keep(b.Op) {
			continue
		}
		b.Runs = sideRuns(b.Runs, keep)
		b.Blocks = sideBlocks(b.Blocks, keep)
		if b.Clause != nil {
			b.Clause = Side(b.Clause, keep)
			b.Clause.Blocks = b.Blocks
		}
		if b.Kind == policy.Table {
			b.Head = min(b.Head, len(b.Blocks))
		}
		out = append(out, b)
	}
	return out
}
