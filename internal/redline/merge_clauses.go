package redline

import (
	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

// stayedSection merges a pair that stayed in its place, or a clause without
// partner.
func (w *part) stayedSection(p plan.Place) *policy.Clause {
	d := w.open()
	c := w.merged(p.Node, plan.Both, &d.account)
	old, new := p.Labels()
	if w.plan.Shells.Clauses[p.Node] {
		w.nameShell(p.Blocks, c.Op, c.ID, p.Clause().Label)
		d.dropped = true
		return c
	}
	kind, ok := Inserted, true
	switch {
	case p.Old == nil:
	case p.New == nil:
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
		old: some(p.Old), new: some(p.New),
	}
	return c
}

// movedSection writes one end of a clause that moved. What went along with
// another clause is part of that one's change.
func (w *part) movedSection(p plan.Place) *policy.Clause {
	chief := p.Chief
	if chief == nil {
		chief = p.Node
	}
	d := w.end(chief)
	d.chief = true
	var c *policy.Clause
	w.own = d.account.apart(func() { c = w.merged(p.Node, p.View, &d.account) })
	if chief == p.Node {
		d.Kind = Moved
		d.OldLabel, d.NewLabel = p.Labels()
		if p.View == plan.NewSide {
			d.ClauseID, d.Heading = c.ID, c.Name()
		} else {
			d.Other = c.ID
		}
	}
	if p.View == plan.NewSide {
		d.old, d.new = append(d.old, p.Old), append(d.new, p.New)
		d.Along = len(d.new) - 1
	}
	return c
}

// merged merges one clause as it stands in the view.
func (w *part) merged(n *plan.Node, v plan.View, acc *account) *policy.Clause {
	c := basis(n, v)
	switch {
	case n.Old == nil:
		c.Op = policy.Inserted
		w.note(n.New.Head, Leaf{Verdict: Words})
		c.Head = w.ids.runs(n.New.Head, policy.Inserted)
	case n.New == nil:
		c.Op = policy.Deleted
		w.note(n.Old.Head, Leaf{Verdict: Words})
		c.Head = w.ids.runs(n.Old.Head, policy.Deleted)
	default:
		c.Op = v.Same()
		switch {
		case n.Same:
			c.Head = w.ids.runs(c.Head, c.Op)
		case n.Head != nil:
			c.Head = w.runs(n.Head, v, acc)
		case n.Formed && v == plan.OldSide:
			c.Head = nil // it stands in the blocks
		}
		acc.frame(n.Old, n.New)
		if n.Formed {
			acc.formats.add(Structure)
		}
	}
	if n.Same {
		c.Blocks = w.ids.blocks(c.Blocks, c.Op)
	} else {
		at := spot{v, c.Op, acc}
		var top []policy.Block
		if n.Top != nil {
			top = w.blocks([]*plan.Block{n.Top}, at)
		}
		if n.Top != nil && v != plan.OldSide {
			c.Head, top = top[0].Runs, nil
		}
		c.Blocks = append(top, w.blocks(n.Blocks, at)...)
	}
	if v == plan.Both && !n.Lone() {
		c.OldLabel = wasLabel(n.Labels())
	}
	if !c.Op.InNew() {
		w.ids.outdateClause(c)
	}
	return c
}

// basis copies the clause that gives the merged one its shape.
func basis(n *plan.Node, v plan.View) *policy.Clause {
	c := n.New
	if c == nil || v == plan.OldSide {
		c = n.Old
	}
	d := *c
	return &d
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
