package redline

import (
	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

// merge writes a plan as merged text. The text is written once, in reading
// order, because the changes, and the ids of what is in the old text only, are
// given in that order.
type merge struct {
	plan  *plan.Plan
	ids   *pageIDs
	notes map[int]int // numbers of old notes to those of new ones
	leaves
	log  []*draft       // of all changes, in reading order
	ends map[any]*draft // moves of which one end is written, by *node or *drift
}

// mergePlan makes the redline of a plan.
func mergePlan(p *plan.Plan) *Redline {
	m := &merge{plan: p, ids: newPageIDs(p.New, staleMarks(p.Refs.Marks)), ends: map[any]*draft{}, leaves: leaves{}}
	if p.Notes != nil {
		m.notes = p.Notes.Of
	}
	title := m.title()
	parts, verdicts := make([]*part, len(p.Places)), make(map[*plan.Node]Verdict, len(p.Places))
	for i, at := range p.Places {
		parts[i] = m.section(at)
		verdicts[at.Node] = max(verdicts[at.Node], parts[i].verdict()) // of both ends of a move
	}
	changes, numbers := number(m.log)
	r := &Redline{Old: p.Old, New: p.New, Title: title, Sections: make([]Section, len(p.Places)), Changes: changes, leaves: m.leaves}
	for i, at := range p.Places {
		w := parts[i]
		s := Section{Old: at.Old, New: at.New, Clause: w.clause, Changes: numbers.of(w.met), verdict: verdicts[at.Node]}
		s.Changed = len(s.Changes) > 0
		if !s.Changed {
			s.Clause = staleMarks(p.Refs.Marks).clause(at.New) // nothing that shows but, it may be, stale references
		}
		if at.View != plan.OldSide {
			s.Stale = r.addStale(p.Refs.BySection[at.Node], s.Clause.ID)
		}
		r.Sections[i] = s
	}
	for _, c := range r.Changes {
		r.Counts.ByKind[c.Kind]++
		r.Counts.Tally.add(c.Tally)
	}
	r.cite()
	return r
}

// title merges the titles; where they differ that is the first change.
func (m *merge) title() []policy.Run {
	old, new := m.plan.Old.Title, m.plan.New.Title
	if m.plan.Title == nil {
		return []policy.Run{{Text: new}}
	}
	w := &part{merge: m}
	d := w.open()
	out := w.runs(m.plan.Title, plan.Both, &d.account)
	if kind, ok := d.account.kind(policy.Label{}, policy.Label{}); ok {
		d.Change = Change{Kind: kind, Heading: new, old: []any{old}, new: []any{new}}
	} else {
		d.dropped = true
	}
	return out
}

// section merges the clause at a place.
func (m *merge) section(p plan.Place) *part {
	w := &part{merge: m}
	switch {
	case p.View != plan.Both:
		w.clause = w.movedSection(p)
	case p.Same:
		w.clause = staleMarks(w.plan.Refs.Marks).clause(p.New)
	default:
		w.clause = w.stayedSection(p)
	}
	return w
}

// part is the section that is being written.
type part struct {
	*merge
	clause *policy.Clause
	met    []*draft // changes in it, in reading order
	own    Verdict  // where it moved: on this clause alone, of those that moved together
	cuts   map[cut][]policy.Block
}

// verdict is the greatest of those on what changed in the section. A block that
// came, went or changed places in it is one of its words; rows of a table may be
// sorted anew, and say what they said.
func (w *part) verdict() Verdict {
	v := w.own
	for _, d := range w.met {
		switch {
		case d.chief:
		case d.Kind == Moved && !d.row:
			v = Words
		case d.Kind == Moved:
			v = max(v, Form, d.verdict())
		default:
			v = max(v, d.verdict())
		}
	}
	return v
}

// open begins a change where it stands in the list of changes: a clause comes
// before its items.
func (w *part) open() *draft {
	d := &draft{account: account{notes: w.notes, readings: w.plan.Refs, shifts: w.plan.Shifts}}
	w.log = append(w.log, d)
	w.met = append(w.met, d)
	return d
}

// end returns the change of a move of which an end stands here.
func (w *part) end(move any) *draft {
	d := w.ends[move]
	if d != nil {
		w.met = append(w.met, d)
		return d
	}
	d = w.open()
	w.ends[move] = d
	return d
}
