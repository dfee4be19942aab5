package plan

import "diptych/internal/policy"

// placer writes the sections of the plan, in the order of both texts.
type placer struct {
	*pairer
	cs                 clausePairs
	movedTo, movedFrom map[int]*Node // by clause of the new text, and of the old one
	chief              map[*Node]*Node
	form               *conversion // of the last pair; at first, of what begins the texts
	done               int         // clauses of the new text: up to here all are written
	out                []Place
}

// places makes the sections of the plan, and pairs what is in them.
func (m *pairer) places(cs clausePairs, forms conversions) []Place {
	p := &placer{
		pairer: m, cs: cs, movedTo: make(map[int]*Node, len(cs.moves)), movedFrom: make(map[int]*Node, len(cs.moves)),
		form: forms[start], done: -1, out: make([]Place, 0, len(cs.script)),
	}
	moved := make([]*Node, 0, len(cs.moves))
	for _, x := range cs.moves {
		n := m.pairNode(cs.left[x.Left], cs.right[x.Right])
		p.movedFrom[x.Left], p.movedTo[x.Right] = n, n
		moved = append(moved, n)
	}
	p.chief = chiefs(moved)
	if p.form != nil && p.form.lines != nil {
		p.come(0) // what is gone stood behind the sections that are lines of it
	}
	for _, x := range cs.script {
		switch {
		case x.Paired():
			p.pair(x.Left, x.Right, forms[x.Left])
		case x.Left < 0:
			p.come(x.Right)
		default:
			p.gone(x.Left)
		}
	}
	return p.out
}

func (p *placer) add(n *Node) { p.out = append(p.out, Place{n, Both, nil}) }

// pair writes a clause of both texts, which has a conversion or nil.
func (p *placer) pair(i, j int, form *conversion) {
	p.done, p.form = j, form
	if form == nil {
		p.add(p.pairNode(p.cs.left[i], p.cs.right[j]))
		return
	}
	p.add(p.pairConverted(p.cs.left[i], p.cs.right[j], form))
	p.follow() // the items stood before what is gone behind the clause
}

// follow writes the clauses of the new text that were part of the one before them.
func (p *placer) follow() {
	for p.done < p.form.last {
		p.come(p.done + 1)
	}
}

// come writes a clause of the new text that has no partner in the script, unless
// that was done.
func (p *placer) come(j int) {
	if j <= p.done {
		return
	}
	p.done = j
	if n := p.movedTo[j]; n != nil {
		p.out = append(p.out, Place{n, NewSide, p.chief[n]})
		return
	}
	p.add(p.made(j, p.cs.right[j]))
}

// made pairs a clause of the new text with what it was made of, where that was
// part of a clause; else it is new.
func (p *placer) made(j int, x *policy.Clause) *Node {
	c := p.form
	if c == nil {
		return &Node{New: x, Blocks: lone(x.Blocks, false)}
	}
	was, runOn := c.was[j], c.ons[j]
	var n *Node
	switch {
	case c.none != nil && c.lines != nil && j == 0:
		n = p.pairConverted(c.none, x, c)
		n.part = true
		return n
	case runOn.runOn != nil:
		n = p.pairOns(runOn, x)
	case was == nil:
		return &Node{New: x, Blocks: lone(x.Blocks, false)}
	case c.runOn != nil:
		return p.pairSectionOf(c.runOn, was, x)
	default:
		n = p.pairNode(was, x)
	}
	n.part = c.part[j]
	return n
}

// gone writes a clause of the old text that has no partner in the script, unless
// it is part of the one before it now.
func (p *placer) gone(i int) {
	x, c := p.cs.left[i], p.form
	switch n := p.movedFrom[i]; {
	case c != nil && c.none != nil && c.was != nil && i == 0:
		p.follow()
	case c != nil && c.became(x):
	case n != nil:
		p.out = append(p.out, Place{n, OldSide, p.chief[n]})
	default:
		p.add(&Node{Old: x, Blocks: lone(x.Blocks, true)})
	}
}
