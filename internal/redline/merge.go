package redline

import "diptych/internal/policy"

// merger holds what one Compare knows.
type merger struct {
	old, new *policy.Text
	in       *interner
	strands  map[*policy.Run]*strand
	feats    map[any][]uint32 // by *policy.Clause and *policy.Block
	used     map[string]bool  // ids on the page; made when the first old id is written
	moves    int
	byWords  bool // ids do not decide which clause is which
	flip     bool // see direct
	habits   *habits
	shells   []*ends     // what moved in the shells that are open
	refs     *references // nil where no clause was renumbered
	notes    map[int]int // old numbers of notes to new ones
	acc      *account
	r        *Redline
	here     []int // changes of the section at hand
	moved    map[*node]*ends
	drifted  map[int]*ends // by blockNode.id
}

// ends is a move whose first end has been written.
type ends struct {
	change int
	acc    *account
}

func newMerger(old, new *policy.Text) *merger {
	return &merger{
		old: old, new: new, in: newInterner(),
		strands: map[*policy.Run]*strand{}, feats: map[any][]uint32{},
		r:     &Redline{Old: old, New: new},
		moved: map[*node]*ends{}, drifted: map[int]*ends{},
	}
}

func (m *merger) strand(runs []policy.Run) *strand {
	if len(runs) == 0 {
		return &strand{}
	}
	s := m.strands[&runs[0]]
	if s == nil {
		s = newStrand(runs, m.in)
		m.strands[&runs[0]] = s
	}
	return s
}

// was makes the id of something that is in the old text only.
func (m *merger) was(id string) string {
	if id == "" {
		return ""
	}
	return m.take("was-" + id)
}

// take returns the id, made unique among those of the page.
func (m *merger) take(id string) string {
	if m.used == nil {
		m.used = map[string]bool{}
		for _, a := range m.new.Anchors() {
			m.used[a] = true
		}
	}
	for m.used[id] {
		id += "-"
	}
	m.used[id] = true
	return id
}

// merge writes the plan as sections and changes.
func (m *merger) merge(places []place) *Redline {
	r := m.r
	m.notes = noteNumbers(places)
	m.acc = m.newAccount()
	r.Title = m.title()
	r.Sections = make([]Section, 0, len(places))
	for _, p := range places {
		m.here = nil
		s := Section{Old: p.old, New: p.new}
		switch {
		case p.same && p.view == both:
			s.Clause = p.new
		case p.view == both:
			s.Clause = m.section(p)
		default:
			s.Clause = m.movedSection(p)
		}
		s.Changes = m.here
		s.Changed = len(m.here) > 0
		if !s.Changed {
			s.Clause = p.new // nothing that shows
		}
		r.Sections = append(r.Sections, s)
	}
	for _, c := range r.Changes {
		r.Counts.ByKind[c.Kind]++
		r.Counts.Tally.add(c.Tally)
	}
	return r
}

// title merges the titles; where they differ that is the first change.
func (m *merger) title() []policy.Run {
	a := []policy.Run{{Text: m.old.Title}}
	b := []policy.Run{{Text: m.new.Title}}
	if sameRuns(a, b) {
		return b
	}
	at := m.reserve()
	out := m.runs(m.leaves(a, b), both)
	kind, ok := m.acc.kind(policy.Label{}, policy.Label{})
	if !ok {
		m.release(at)
		return out
	}
	m.settle(at, Change{Kind: kind, Heading: m.new.Title, old: []any{m.old.Title}, new: []any{m.new.Title}})
	return out
}

// section merges a pair that stayed in its place, or a clause without partner.
func (m *merger) section(p place) *policy.Clause {
	m.acc = m.newAccount()
	at := m.reserve()
	if p.shell {
		m.shells = append(m.shells, nil)
	}
	c, old, new := m.clause(p.node, both)
	switch {
	case p.shell && p.old == nil:
		m.intoShell(policy.Inserted, c.ID, new)
		m.release(at)
		return c
	case p.shell:
		m.intoShell(policy.Deleted, c.ID, old)
		m.release(at)
		return c
	case p.old == nil:
		m.settle(at, Change{Kind: Inserted, NewLabel: new})
	case p.new == nil:
		m.settle(at, Change{Kind: Deleted, OldLabel: old})
	default:
		kind, ok := m.acc.kind(old, new)
		if !ok {
			m.release(at)
			return c
		}
		m.settle(at, Change{Kind: kind, OldLabel: old, NewLabel: new})
	}
	ch := &m.r.Changes[at]
	ch.ClauseID, ch.Heading = c.ID, headingOf(c)
	ch.old, ch.new = some(p.old), some(p.new)
	return c
}

// reserve keeps a place in the list of changes, so that a clause comes before
// its items.
func (m *merger) reserve() int {
	m.r.Changes = append(m.r.Changes, Change{})
	m.here = append(m.here, len(m.r.Changes)-1)
	return len(m.r.Changes) - 1
}

// settle fills the place with the change and what was counted for it.
func (m *merger) settle(at int, c Change) {
	m.acc.into(&c)
	if c.Kind == Inserted || c.Kind == Deleted {
		c.Formats = nil // there is nothing to compare
	}
	m.r.Changes[at] = c
}

// release gives a place back that turned out to hold no change.
func (m *merger) release(at int) {
	m.r.Changes = append(m.r.Changes[:at], m.r.Changes[at+1:]...)
	keep := m.here[:0]
	for _, i := range m.here {
		switch {
		case i > at:
			keep = append(keep, i-1)
		case i < at:
			keep = append(keep, i)
		}
	}
	m.here = keep
	for _, e := range m.drifted {
		if e.change > at {
			e.change--
		}
	}
}

// movedSection writes one end of a clause that moved. What went along with
// another clause is part of that one's change.
func (m *merger) movedSection(p place) *policy.Clause {
	chief := p.node
	if p.chief != nil {
		chief = p.chief
	}
	e := m.moved[chief]
	if e == nil {
		e = &ends{change: m.reserve(), acc: m.newAccount()}
		m.moved[chief] = e
	} else {
		m.here = append(m.here, e.change)
	}
	m.acc = e.acc
	c, old, new := m.clause(p.node, p.view)
	ch := m.r.Changes[e.change]
	switch {
	case chief != p.node:
	case p.view == newSide:
		ch.ClauseID, ch.Heading = c.ID, headingOf(c)
	default:
		ch.Other = c.ID
	}
	if chief == p.node {
		ch.Kind, ch.OldLabel, ch.NewLabel = Moved, old, new
	}
	if p.view == newSide {
		ch.old, ch.new = append(ch.old, p.old), append(ch.new, p.new)
		ch.Along = len(ch.new) - 1
	}
	m.settle(e.change, ch)
	return c
}

// clause merges one clause as it stands in the view, and returns the labels
// of both sides.
func (m *merger) clause(n *node, v view) (c *policy.Clause, old, new policy.Label) {
	c = basis(n, v)
	if n.old != nil {
		old = n.old.Label
	}
	if n.new != nil {
		new = n.new.Label
	}
	switch {
	case n.old == nil:
		c.Op = policy.Inserted
		c.Head = m.loneRuns(n.new.Head, policy.Inserted)
	case n.new == nil:
		c.Op = policy.Deleted
		c.Head = m.loneRuns(n.old.Head, policy.Deleted)
	case n.same:
		c.Op = v.same()
		c.Head = m.loneRuns(c.Head, c.Op)
		c.Blocks = m.copyBlocks(c.Blocks, c.Op)
		return m.finish(c), old, new
	default:
		c.Op = v.same()
		if n.head != nil {
			c.Head = m.runs(n.head, v)
		}
		if n.old.Depth != n.new.Depth {
			m.acc.format(Level)
		}
		if n.old.Key != n.new.Key {
			m.acc.format(Flag)
		}
	}
	c.Blocks = m.blocks(n.blocks, v, c.Op)
	if v == both && n.old != nil && n.new != nil {
		c.OldLabel = wasLabel(old, new)
	}
	return m.finish(c), old, new
}

// basis copies the clause that gives the merged one its shape.
func basis(n *node, v view) *policy.Clause {
	c := n.new
	if c == nil || v == oldSide {
		c = n.old
	}
	d := *c
	return &d
}

// finish gives a clause that is in the old text only its own id.
func (m *merger) finish(c *policy.Clause) *policy.Clause {
	if !c.Op.InNew() {
		c.ID = m.was(c.ID)
	}
	return c
}

func (m *merger) newAccount() *account { return &account{notes: m.notes} }

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
