package redline

import (
	"strconv"

	"diptych/internal/policy"
)

// movedBlock writes one end of a block that moved.
func (m *merger) movedBlock(t *blockNode) policy.Block {
	v := newSide
	if t.new == nil {
		v = oldSide
	}
	e := m.drifted[t.id]
	if e == nil {
		e = &ends{change: m.reserve(), acc: m.newAccount()}
		m.drifted[t.id] = e
	} else {
		m.here = append(m.here, e.change)
	}
	outer := m.acc
	m.acc = e.acc
	b := m.pairedBlock(t.moved, v, v.same())
	m.acc = outer
	ch := m.r.Changes[e.change]
	ch.Kind = Moved
	ch.old, ch.new = some(t.moved.old), some(t.moved.new)
	e.acc.into(&ch)
	id := itemID(&b)
	if id == "" {
		b.ID = "moved-" + strconv.Itoa(t.id)
		if v == oldSide {
			b.ID = "was-" + b.ID
		}
		b.ID = m.take(b.ID)
		id = b.ID
	}
	if v == newSide {
		ch.ClauseID, ch.Heading, ch.NewLabel = id, firstWords([]policy.Block{b}, b.Op), itemLabel(&b)
	} else {
		ch.Other, ch.OldLabel = id, itemLabel(&b)
	}
	m.r.Changes[e.change] = ch
	if n := len(m.shells); n > 0 {
		m.shells[n-1] = e
	}
	return b
}

// A shell is an item or a labelled paragraph without partner whose only
// content moved, or a preamble all of which did: it came or went with the
// move, and is no change of its own.

// markShells finds the shells of a plan, after the moves.
func markShells(places []place) {
	var items func(ts []*blockNode)
	items = func(ts []*blockNode) {
		for _, t := range ts {
			if (t.old == nil) != (t.new == nil) && t.moved == nil && t.block().Kind == policy.ListItem && allMoved(t.kids) {
				t.shell = true
			}
			items(t.kids)
		}
	}
	for _, p := range places {
		items(p.blocks)
		if (p.old == nil) != (p.new == nil) && p.view == both && allMoved(p.blocks) {
			c := p.old
			if c == nil {
				c = p.new
			}
			p.shell = c.Form == policy.Paragraph
		}
		if (p.old == nil) != (p.new == nil) && isPreamble(p.old, p.new) {
			p.shell = len(p.blocks) > 0
			for _, t := range p.blocks {
				p.shell = p.shell && t.moved != nil
			}
		}
	}
}

// isPreamble reports whether the one clause there is has neither label nor head.
func isPreamble(cs ...*policy.Clause) bool {
	for _, c := range cs {
		if c != nil {
			return c.Form == policy.Preamble
		}
	}
	return false
}

func allMoved(ts []*blockNode) bool { return len(ts) == 1 && ts[0].moved != nil }

// intoShell ends a shell: the move in it is known by its id and label.
func (m *merger) intoShell(op policy.Op, id string, label policy.Label) {
	e := m.shells[len(m.shells)-1]
	m.shells = m.shells[:len(m.shells)-1]
	if e == nil || id == "" || label.IsZero() {
		return
	}
	ch := &m.r.Changes[e.change]
	if op == policy.Inserted {
		ch.ClauseID, ch.NewLabel = id, label
	} else {
		ch.Other, ch.OldLabel = id, label
	}
}
