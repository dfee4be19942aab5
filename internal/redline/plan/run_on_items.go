package plan

import (
	"slices"

	"diptych/internal/align"
	"diptych/internal/policy"
)

// The lines of a run-on paragraph can become the items of a list, and the
// reverse, as labelled paragraphs do.

// spread is sections, of which those that are run on are cut into their lines.
type spread struct {
	lines []*policy.Clause
	at    []int          // of each line: its section
	ons   map[int]*runOn // by section
}

// spreadOut cuts the sections that are run on; nil where there are none.
func spreadOut(sections []*policy.Clause) *spread {
	out := &spread{ons: map[int]*runOn{}}
	for k, c := range sections {
		lines := []*policy.Clause{c}
		if r := cutOnItsOwn(c); r != nil {
			out.ons[k] = r
			first := *c
			first.Blocks = []policy.Block{r.lead}
			lines = append([]*policy.Clause{&first}, r.parts...)
		}
		for _, l := range lines {
			out.lines, out.at = append(out.lines, l), append(out.at, k)
		}
	}
	if len(out.ons) == 0 {
		return nil
	}
	return out
}

// cutOnItsOwn cuts a labelled paragraph where the labels in it count on from its
// own; nil where none does.
func cutOnItsOwn(c *policy.Clause) *runOn {
	if !isLine(c) || len(c.Blocks) > 1 || len(c.Label.Path) == 0 {
		return nil
	}
	b := &c.Blocks[0]
	s := policy.PlainRuns(b.Runs)
	var cuts []innerLabel
	path := slices.Clone(c.Label.Path)
	for _, l := range innerLabels(s) {
		path[len(path)-1]++
		if l.Style == c.Label.Style && slices.Equal(l.Path, path) {
			cuts = append(cuts, l)
		} else {
			path[len(path)-1]--
		}
	}
	if len(cuts) == 0 {
		return nil
	}
	r := &runOn{in: c, lead: policy.Block{Kind: policy.Para, Runs: slice(b.Runs, 0, cuts[0].at)}}
	for k, l := range cuts {
		end := len(s)
		if k+1 < len(cuts) {
			end = cuts[k+1].at
		}
		r.parts = append(r.parts, lineClause(c, b, l, end, c.Depth))
	}
	return r
}

// lineClause makes a clause of a line of a paragraph, from its label to a byte.
func lineClause(in *policy.Clause, b *policy.Block, l innerLabel, end, depth int) *policy.Clause {
	line := policy.Block{Kind: policy.Para, Runs: slice(b.Runs, l.at+len(l.Text)+len(l.Gap), end)}
	return &policy.Clause{Form: policy.Paragraph, Parent: in, Depth: depth, Label: l.Label, Blocks: []policy.Block{line}, Pos: in.Pos}
}

// itemsOf returns which items the lines are, where all lines of each section that
// is run on are items that stand together, and a section has one else.
func (m *matcher) itemsOf(s *spread, items []*policy.Clause, pairs []align.Pair) bool {
	item := map[int]int{} // by line
	for _, p := range pairs {
		item[p.Right] = p.Left
	}
	for n, k := range s.at {
		if s.ons[k] == nil {
			continue
		}
		i, ok := item[n]
		before, found := item[n-1]
		switch {
		case !ok || len(items[i].Blocks) == 0 || items[i].Blocks[0].Kind != policy.Para || len(s.lines[n].Blocks[0].Runs) == 0:
			return false
		case n > 0 && s.at[n-1] == k && (!found || i != before+1 || len(items[before].Blocks) > 1):
			return false
		}
	}
	return true
}

// itemsToRunOn finds the items at the end of the old clause that are sections
// now, of which some are run on.
func (m *matcher) itemsToRunOn(cs clausePairs, p align.Pair, rights []int) *conversion {
	old := cs.left[p.Left]
	items := endItems(old.Blocks)
	if len(items) == 0 || len(rights) == 0 {
		return nil
	}
	s := spreadOut(clausesAt(cs.right, rights))
	if s == nil {
		return nil
	}
	pairs, first := m.converted(items, endItems(cs.right[p.Right].Blocks), s.lines, true)
	if pairs == nil || !m.itemsOf(s, items, pairs) {
		return nil
	}
	c := &conversion{was: map[int]*policy.Clause{}, part: map[int]bool{}, ons: map[int]runOnItems{}, blocks: without(old.Blocks, first)}
	list := &old.Blocks[len(old.Blocks)-1]
	for _, q := range pairs {
		at, item := rights[s.at[q.Right]], items[q.Left]
		c.last = max(c.last, at)
		if on := s.ons[s.at[q.Right]]; on != nil {
			x := c.ons[at]
			x.runOn, x.items = on, append(x.items, item)
			if c.ons[at] = x; len(x.items) > 1 {
				continue
			}
		}
		if list.Blocks[q.Left].Clause == nil {
			item.Parent, c.part[at] = old, true
		}
		c.was[at] = item
	}
	return c
}

// runOnItems is the items that the lines of a run-on section were.
type runOnItems struct {
	*runOn
	items []*policy.Clause
}

// pairOns pairs a section that is run on with the items that its lines were.
func (m *pairer) pairOns(x runOnItems, new *policy.Clause) *Node {
	n := &Node{Old: x.items[0], New: new, Formed: true}
	last := x.items[len(x.items)-1]
	n.Blocks = append(m.seamOf(x.runOn, &x.items[0].Blocks[0], x.items[1:]), m.pairBlocks(last.Blocks[1:], nil)...)
	return n
}

// runOnToItems finds the sections behind the old clause that are items of the
// new one now, of which some are run on.
func (m *matcher) runOnToItems(cs clausePairs, p align.Pair, lefts []int) *conversion {
	new := cs.right[p.Right]
	items := endItems(new.Blocks)
	if len(items) == 0 || len(lefts) == 0 {
		return nil
	}
	sections := clausesAt(cs.left, lefts)
	s := spreadOut(sections)
	if s == nil {
		return nil
	}
	pairs, first := m.converted(items, endItems(cs.left[p.Left].Blocks), s.lines, false)
	if pairs == nil || !m.itemsOf(s, items, pairs) {
		return nil
	}
	list := &new.Blocks[len(new.Blocks)-1]
	c := &conversion{now: map[*policy.Clause]*policy.Block{}, of: map[*policy.Clause]lineOfRunOn{}, blocks: without(new.Blocks, first)}
	last := 0
	for _, q := range pairs {
		c.now[s.lines[q.Right]] = &list.Blocks[q.Left]
		last = max(last, q.Right)
	}
	c.sections = s.lines[:last+1]
	for n, line := range c.sections {
		if k := s.at[n]; s.ons[k] != nil {
			c.of[line] = lineOfRunOn{sections[k], n == 0 || s.at[n-1] != k}
		}
	}
	return c
}

// lineOfRunOn is the section of which a clause is a line, and whether it is the
// first one.
type lineOfRunOn struct {
	*policy.Clause
	first bool
}

// pairItemOf pairs an item with the line that it was.
func (m *pairer) pairItemOf(line *policy.Clause, of lineOfRunOn, now *policy.Block) *Block {
	item := &policy.Block{Kind: policy.ListItem, Clause: line, Blocks: line.Blocks}
	if of.first {
		item.Clause = of.Clause
	}
	k := &Block{Old: item, New: now, Formed: true, partial: !of.first}
	k.Kids = append([]*Block{m.pairLineOf(&line.Blocks[0], &now.Blocks[0], of.Blocks[0].Runs)}, m.pairBlocks(nil, now.Blocks[1:])...)
	return k
}

// became reports whether a section is one of those that are items or lines now.
func (c *conversion) became(s *policy.Clause) bool {
	return slices.ContainsFunc(c.sections, func(d *policy.Clause) bool { return d == s || c.of[d].Clause == s })
}
