package plan

import (
	"diptych/internal/align"
	"diptych/internal/policy"
)

// An item of a list can become a heading with what stands under it, or a
// labelled paragraph, and the reverse; see lines.go for lines. It is the
// clause that it was: only its form changed.

// conversions are the clauses that changed their form between item or line and
// section, by the clauses, left, in which the items and lines stood or behind
// which the sections did.
type conversions map[int]*conversion

// conversion is what became of a clause whose last items or lines are sections
// now, or which has the sections behind it as its last items or lines.
type conversion struct {
	was      map[int]*policy.Clause // to sections: what a section, right, was
	part     map[int]bool           // to sections: that was no clause, and the one in was is made of it
	last     int                    // to sections: the last one, right
	sections []*policy.Clause       // from sections: those behind it up to the last that is an item or line now
	now      map[*policy.Clause]*policy.Block
	lines    map[*policy.Clause][]policy.Block // the line and what stands behind it
	runOn    *runOn                            // the paragraph, old or new, whose lines the sections are
	ons      map[int]runOnItems                // to sections: those that are run on
	of       map[*policy.Clause]lineOfRunOn    // from sections: lines of those that are run on
	none     *policy.Clause                    // at the start: the preamble that one text does not have
	blocks   []policy.Block                    // of the text in which they are items or lines: of the clause without them
}

// start is where a conversion stands that no clause precedes: of a preamble that
// is nothing but lines and what stands behind them.
const start = -1

// convert finds them: they stand beside a pair of clauses, the items at its end,
// or at the start of both texts.
func (m *matcher) convert(cs clausePairs) conversions {
	out := conversions{}
	moved := map[align.Pair]bool{}
	for _, p := range cs.moves {
		moved[align.Pair{Left: p.Left, Right: -1}], moved[align.Pair{Left: -1, Right: p.Right}] = true, true
	}
	lefts, rights, _ := cs.gap(0, moved)
	if c := convertStart(cs, lefts, rights); c != nil {
		out[start] = c
	}
	for k := 0; k < len(cs.script); k++ {
		p := cs.script[k]
		if !p.Paired() {
			continue
		}
		lefts, rights, n := cs.gap(k+1, moved)
		to, from := linesToSections(cs.left[p.Left], cs.right[p.Right], cs.right, rights), sectionsToLines(cs.left[p.Left], cs.right[p.Right], cs.left, lefts)
		if to == nil && from == nil {
			to = m.runOnToSections(cs.left[p.Left], cs.right[p.Right], clausesAt(cs.right, rights), rights)
			from = m.sectionsToRunOn(cs.left[p.Left], cs.right[p.Right], clausesAt(cs.left, lefts))
		}
		if to == nil && from == nil {
			to, from = m.itemsToRunOn(cs, p, rights), m.runOnToItems(cs, p, lefts)
		}
		if to == nil && from == nil { // equal words know more than like ones
			to, from = m.toSections(cs, p, rights), m.toItems(cs, p, lefts)
		}
		switch {
		case to != nil && from == nil:
			out[p.Left] = to
		case from != nil && to == nil:
			out[p.Left] = from
		}
		k = n - 1
	}
	return out
}

// gap returns the clauses without partner from a place of the script on, on
// either side up to one that moved or to notes, and where the gap ends.
func (cs *clausePairs) gap(k int, moved map[align.Pair]bool) (lefts, rights []int, n int) {
	stopLeft, stopRight := false, false
	for n = k; n < len(cs.script) && !cs.script[n].Paired(); n++ {
		switch q := cs.script[n]; {
		case q.Left >= 0:
			if stopLeft = stopLeft || moved[q] || areNotes(cs.left[q.Left]); !stopLeft {
				lefts = append(lefts, q.Left)
			}
		default:
			if stopRight = stopRight || moved[q] || areNotes(cs.right[q.Right]); !stopRight {
				rights = append(rights, q.Right)
			}
		}
	}
	return lefts, rights, n
}

// areNotes reports whether a clause is the notes of its text, which no item
// becomes, even one that says the same.
func areNotes(c *policy.Clause) bool { return c.Form == policy.Endnotes }

// endItems returns the items of the list at the end of blocks, as clauses; none
// where they end in anything else.
func endItems(bs []policy.Block) []*policy.Clause {
	if len(bs) == 0 || bs[len(bs)-1].Kind != policy.List {
		return nil
	}
	var out []*policy.Clause
	list := &bs[len(bs)-1]
	for i := range list.Blocks {
		c := list.Blocks[i].Clause
		if c == nil { // a bullet
			c = &policy.Clause{Form: policy.Item, Depth: 1, Blocks: list.Blocks[i].Blocks}
		}
		out = append(out, c)
	}
	return out
}

// pairForms pairs clauses of any form by what they say.
func (m *matcher) pairForms(a, b []*policy.Clause) []align.Pair {
	key := func(c *policy.Clause) align.Key { return contentKey(c) }
	return m.align(len(a), len(b), align.Options{
		Left: keysOf(a, key), Right: keysOf(b, key), Least: clauseLeast,
		Likeness: func(i, j int) float64 { return m.like.clause(a[i]).Like(m.like.clause(b[j]).Features) },
	})
}

// contentKey is the key of what a clause says, whatever its form.
func contentKey(c *policy.Clause) align.Key {
	k := addRuns(align.NewKey(), nil)
	if len(c.Head) > 0 {
		k = addRuns(k, c.Head)
	}
	for _, u := range unitsOf(pointers(c.Blocks)) {
		k = k.Number(int(u.key()))
	}
	return k
}

func pointers(bs []policy.Block) []*policy.Block {
	out := make([]*policy.Block, len(bs))
	for i := range bs {
		out[i] = &bs[i]
	}
	return out
}

func clausesAt(cs []*policy.Clause, at []int) []*policy.Clause {
	out := make([]*policy.Clause, len(at))
	for i, k := range at {
		out[i] = cs[k]
	}
	return out
}

// converted returns which sections the last items are, by both indexes, and how
// many items stay; nothing where one among the last is none of them. stay are
// the items of the other text.
func (m *matcher) converted(items, stay, sections []*policy.Clause, left bool) (pairs []align.Pair, first int) {
	a, b := items, append(stay[:len(stay):len(stay)], sections...)
	if !left {
		a, b = b, a
	}
	first = len(items)
	for _, q := range m.pairForms(a, b) {
		if !q.Paired() {
			continue
		}
		if !left {
			q = swap(q)
		}
		if q.Right >= len(stay) {
			pairs = append(pairs, align.Pair{Left: q.Left, Right: q.Right - len(stay)})
			first = min(first, q.Left)
		}
	}
	if len(pairs) < len(items)-first {
		return nil, 0
	}
	return pairs, first
}

// toSections finds the items at the end of the old clause of p that are
// sections now.
func (m *matcher) toSections(cs clausePairs, p align.Pair, rights []int) *conversion {
	old := cs.left[p.Left]
	items := endItems(old.Blocks)
	if len(items) == 0 || len(rights) == 0 {
		return nil
	}
	pairs, first := m.converted(items, endItems(cs.right[p.Right].Blocks), clausesAt(cs.right, rights), true)
	if pairs == nil {
		return nil
	}
	c := &conversion{was: map[int]*policy.Clause{}, part: map[int]bool{}, blocks: without(old.Blocks, first)}
	list := &old.Blocks[len(old.Blocks)-1]
	for _, q := range pairs {
		at, item := rights[q.Right], items[q.Left]
		if list.Blocks[q.Left].Clause == nil {
			item.Parent, c.part[at] = old, true
		}
		c.was[at] = item
		c.last = max(c.last, rights[q.Right])
	}
	return c
}

// toItems finds the sections behind the old clause of p that are items of the
// new one now.
func (m *matcher) toItems(cs clausePairs, p align.Pair, lefts []int) *conversion {
	new := cs.right[p.Right]
	items := endItems(new.Blocks)
	if len(items) == 0 || len(lefts) == 0 {
		return nil
	}
	sections := clausesAt(cs.left, lefts)
	pairs, first := m.converted(items, endItems(cs.left[p.Left].Blocks), sections, false)
	if pairs == nil {
		return nil
	}
	list := &new.Blocks[len(new.Blocks)-1]
	c := &conversion{now: map[*policy.Clause]*policy.Block{}, blocks: without(new.Blocks, first)}
	last := 0
	for _, q := range pairs {
		c.now[sections[q.Right]] = &list.Blocks[q.Left]
		last = max(last, q.Right)
	}
	c.sections = sections[:last+1]
	return c
}

// without returns the blocks with no more than n items in the last list.
func without(bs []policy.Block, n int) []policy.Block {
	k := len(bs) - 1
	out := append([]policy.Block(nil), bs[:k]...)
	if n > 0 {
		list := bs[k]
		list.Blocks = list.Blocks[:n]
		out = append(out, list)
	}
	return out
}
