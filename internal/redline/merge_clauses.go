package redline

import "diptych/internal/policy"

// stayedSection merges a pair that stayed in its place, or a clause without
// partner.
func (w *part) stayedSection(p place) *policy.Clause {
	d := w.open()
	c := w.merged(p.node, both, &d.account)
	old, new := p.labels()
	if w.plan.shells.clauses[p.node] {
		w.nameShell(p.blocks, c.Op, c.ID, p.clause().Label)
		d.dropped = true
		return c
	}
	kind, ok := Inserted, true
	switch {
	case p.old == nil:
	case p.new == nil:
		kind = Deleted
	default:
		kind, ok = d.account.kind(old, new)
	}
	if !ok {
		d.dropped = true
		return c
	}
	d.Change = Change{
		Kind: kind, ClauseID: c.ID, OldLabel: old, NewLabel: new, Heading: c.Name(),
		old: some(p.old), new: some(p.new),
	}
	return c
}

// movedSection writes one end of a clause that moved. What went along with
// another clause is part of that one's change.
func (w *part) movedSection(p place) *policy.Clause {
	chief := p.chief
	if chief == nil {
		chief = p.node
	}
	d := w.end(chief)
	d.chief = true
	var c *policy.Clause
	w.own = d.account.apart(func() { c = w.merged(p.node, p.view, &d.account) })
	if chief == p.node {
		d.Kind = Moved
		d.OldLabel, d.NewLabel = p.labels()
		if p.view == newSide {
			d.ClauseID, d.Heading = c.ID, c.Name()
		} else {
			d.Other = c.ID
		}
	}
	if p.view == newSide {
		d.old, d.new = append(d.old, p.old), append(d.new, p.new)
		d.Along = len(d.new) - 1
	}
	return c
}

// merged merges one clause as it stands in the view.
func (w *part) merged(n *node, v view, acc *account) *policy.Clause {
	c := basis(n, v)
	switch {
	case n.old == nil:
		c.Op = policy.Inserted
		w.note(n.new.Head, Leaf{Verdict: Words})
		c.Head = w.ids.runs(n.new.Head, policy.Inserted)
	case n.new == nil:
		c.Op = policy.Deleted
		w.note(n.old.Head, Leaf{Verdict: Words})
		c.Head = w.ids.runs(n.old.Head, policy.Deleted)
	default:
		c.Op = v.same()
		switch {
		case n.same:
			c.Head = w.ids.runs(c.Head, c.Op)
		case n.head != nil:
			c.Head = w.runs(n.head, v, acc)
		case n.formed && v == oldSide:
			c.Head = nil // it stands in the blocks
		}
		acc.frame(n.old, n.new)
		if n.formed {
			acc.formats.add(Structure)
		}
	}
	if n.same {
		c.Blocks = w.ids.blocks(c.Blocks, c.Op)
	} else {
		at := spot{v, c.Op, acc}
		var top []policy.Block
		if n.top != nil {
			top = w.blocks([]*blockNode{n.top}, at)
		}
		if n.top != nil && v != oldSide {
			c.Head, top = top[0].Runs, nil
		}
		c.Blocks = append(top, w.blocks(n.blocks, at)...)
	}
	if v == both && !n.lone() {
		c.OldLabel = wasLabel(n.labels())
	}
	if !c.Op.InNew() {
		c.ID = w.ids.was(c.ID)
	}
	return c
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

// labels returns the labels of both sides, zero where there is no side.
func (n *node) labels() (old, new policy.Label) {
	if n.old != nil {
		old = n.old.Label
	}
	if n.new != nil {
		new = n.new.Label
	}
	return old, new
}

// wasLabel returns the label to show beside a new one: zero where they agree.
func wasLabel(old, new policy.Label) policy.Label {
	switch {
	case old.Text == new.Text:
		return policy.Label{}
	case old.IsZero():
		return policy.Label{Style: policy.StyleAbsent}
	}
	return old
}
