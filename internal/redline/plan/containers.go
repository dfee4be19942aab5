package plan

import (
	"slices"

	"diptych/internal/policy"
)

// containers says what became of the lists, items and quotes that hold the
// units of two stretches of blocks.
type containers struct {
	alive map[*policy.Block]bool // some of what it holds has a partner; both sides
	kinds map[*policy.Block]string
	first map[*policy.Block]*unit         // the one that begins it
	olds  map[*policy.Block]*policy.Block // by container of the new text: the one that it was in the old
	news  map[*policy.Block]*policy.Block // the reverse
}

// answering is two units that answer to each other and begin so.
type answering struct{ old, new *unit }

// containersOf finds the containers of the old text that those of the new one
// were. An item is the one whose beginning is its beginning or, where either
// has another, the one of which it holds the rest.
func containersOf(a, b []unit, bunches []bunch) *containers {
	c := &containers{map[*policy.Block]bool{}, map[*policy.Block]string{}, map[*policy.Block]*unit{},
		map[*policy.Block]*policy.Block{}, map[*policy.Block]*policy.Block{}}
	c.note(a)
	c.note(b)
	var pairs []answering
	for _, x := range bunches {
		if len(x.left) == 0 || len(x.right) == 0 {
			continue
		}
		u, w := &a[x.left[0]], &b[x.right[0]]
		pairs = append(pairs, answering{u, w})
		for _, i := range x.left {
			c.live(&a[i])
		}
		for _, j := range x.right {
			c.live(&b[j])
		}
	}
	for _, p := range pairs {
		olds, news := p.old.leads(), p.new.leads()
		n := min(len(olds), len(news))
		olds, news = facing(olds, n), facing(news, n)
		for i := range n {
			c.match(olds[i], news[i])
		}
	}
	c.matchRest(a, b, bunches)
	for _, p := range pairs {
		c.rank(p, policy.List)
		c.rank(p, policy.Quote)
	}
	return c
}

// facing returns the n of some items, which one paragraph begins, that answer to
// as many of the other text: the innermost or, where that would lose a label
// which stands before theirs, the outermost.
func facing(leads []*policy.Block, n int) []*policy.Block {
	rest := leads[:len(leads)-n]
	if slices.ContainsFunc(rest, func(it *policy.Block) bool { return it.Clause != nil }) {
		return leads[:n]
	}
	return leads[len(rest):]
}

// note notes what holds the units.
func (c *containers) note(us []unit) {
	for i := range us {
		u := &us[i]
		for k, x := range u.path {
			if c.first[x] == nil {
				c.first[x], c.kinds[x] = u, u.kinds[:k]
			}
		}
	}
}

func (c *containers) live(u *unit) {
	for _, x := range u.path {
		c.alive[x] = true
	}
}

// match says that two containers answer to each other, unless one has a partner.
func (c *containers) match(old, new *policy.Block) {
	if c.olds[new] == nil && c.news[old] == nil {
		c.olds[new], c.news[old] = old, new
	}
}

// matchRest pairs items of which one has another beginning: the first pair of
// units in either is one pair, so that the old label can stand where the new
// one does.
func (c *containers) matchRest(a, b []unit, bunches []bunch) {
	met := map[*policy.Block]bool{}
	for _, x := range bunches {
		if len(x.left) == 0 || len(x.right) == 0 {
			continue
		}
		old, new := innermost(&a[x.left[0]], policy.ListItem), innermost(&b[x.right[0]], policy.ListItem)
		if old != nil && new != nil && !met[old] && !met[new] && len(c.first[old].leads()) == 1 {
			c.match(old, new)
		}
		for _, i := range x.left {
			for _, y := range a[i].path {
				met[y] = true
			}
		}
		for _, j := range x.right {
			for _, y := range b[j].path {
				met[y] = true
			}
		}
	}
}

// innermost returns the innermost container of a kind, nil where there is none.
func innermost(u *unit, kind policy.BlockKind) *policy.Block {
	for i := len(u.path) - 1; i >= 0; i-- {
		if u.path[i].Kind == kind {
			return u.path[i]
		}
	}
	return nil
}

// rank pairs the containers of a kind around two units, the innermost first.
func (c *containers) rank(p answering, kind policy.BlockKind) {
	i, j := len(p.old.path)-1, len(p.new.path)-1
	for i >= 0 && j >= 0 {
		switch {
		case p.old.path[i].Kind != kind:
			i--
		case p.new.path[j].Kind != kind:
			j--
		default:
			c.match(p.old.path[i], p.new.path[j])
			i--
			j--
		}
	}
}

// reshaped reports whether any container came, went or stands elsewhere, or what
// it held stands in another.
func (c *containers) reshaped(a, b []unit, bunches []bunch) bool {
	for _, x := range bunches {
		switch {
		case len(x.left) == 0 || len(x.right) == 0:
			continue
		case len(x.left)+len(x.right) > 2 || !c.stays(&a[x.left[0]], &b[x.right[0]]):
			return true
		}
	}
	return false
}

// stays reports whether what holds two units answers to each other, container by
// container.
func (c *containers) stays(u, w *unit) bool {
	if u.kinds != w.kinds {
		return false
	}
	for i, old := range u.path {
		if c.news[old] != w.path[i] {
			return false
		}
	}
	return true
}

// passed reports whether two units stand in containers of the same kinds and one
// of the new ones was around others: it took them over. A list that took over the
// items of one of its own sort shows them as they were.
func (c *containers) passed(u, w *unit) bool {
	for i, new := range w.path {
		was := u.path[i]
		if old := c.olds[new]; old != nil && old != was && (new.Kind != policy.List || new.Ordered != was.Ordered) {
			return true
		}
	}
	return false
}
