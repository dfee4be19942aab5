package redline

import "diptych/internal/policy"

// merge writes a plan as merged text. The text is written once, in reading
// order, because the changes, and the ids of what is in the old text only, are
// given in that order.
type merge struct {
	plan  *plan
	ids   *pageIDs
	notes map[int]int    // old numbers of notes to new ones
	log   []*draft       // of all changes, in reading order
	ends  map[any]*draft // moves of which one end is written, by *node or *drift
}

// mergePlan makes the redline of a plan.
func mergePlan(p *plan) *Redline {
	m := &merge{plan: p, ids: newPageIDs(p.new), notes: noteNumbers(p.places), ends: map[any]*draft{}}
	title := m.title()
	clauses, met := make([]*policy.Clause, len(p.places)), make([][]*draft, len(p.places))
	for i, at := range p.places {
		clauses[i], met[i] = m.section(at)
	}
	changes, numbers := number(m.log)
	r := &Redline{Old: p.old, New: p.new, Title: title, Sections: make([]Section, len(p.places)), Changes: changes}
	for i, at := range p.places {
		s := Section{Old: at.old, New: at.new, Clause: clauses[i], Changes: numbers.of(met[i])}
		s.Changed = len(s.Changes) > 0
		if !s.Changed {
			s.Clause = at.new // nothing that shows
		}
		r.Sections[i] = s
	}
	for _, c := range r.Changes {
		r.Counts.ByKind[c.Kind]++
		r.Counts.Tally.add(c.Tally)
	}
	return r
}

// title merges the titles; where they differ that is the first change.
func (m *merge) title() []policy.Run {
	old, new := m.plan.old.Title, m.plan.new.Title
	if m.plan.title == nil {
		return []policy.Run{{Text: new}}
	}
	w := &part{merge: m}
	d := w.open()
	out := w.runs(m.plan.title, both, &d.account)
	if kind, ok := d.account.kind(policy.Label{}, policy.Label{}); ok {
		d.Change = Change{Kind: kind, Heading: new, old: []any{old}, new: []any{new}}
	} else {
		d.dropped = true
	}
	return out
}

// section merges the clause at a place, and returns the changes met there.
func (m *merge) section(p place) (*policy.Clause, []*draft) {
	w := &part{merge: m}
	switch {
	case p.view != both:
		return w.movedSection(p), w.met
	case p.same:
		return p.new, nil
	}
	return w.stayedSection(p), w.met
}

// part is the section that is being written.
type part struct {
	*merge
	met  []*draft // changes in it, in reading order
	cuts map[cut][]policy.Block
}

// open begins a change where it stands in the list of changes: a clause comes
// before its items.
func (w *part) open() *draft {
	d := &draft{account: account{notes: w.notes, shifts: w.plan.shifts}}
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

// noteNumbers maps the old numbers of notes to the new ones.
func noteNumbers(places []place) map[int]int {
	var out map[int]int
	for _, p := range places {
		if p.old == nil || p.new == nil || p.new.Form != policy.Endnotes {
			continue
		}
		out = map[int]int{}
		for _, t := range p.blocks {
			if t.old != nil && t.new != nil {
				out[t.old.Level] = t.new.Level
			}
		}
	}
	return out
}
