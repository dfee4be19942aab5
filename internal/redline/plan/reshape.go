package plan

import "diptych/internal/policy"

// reshape pairs the units of two stretches of blocks where what holds them
// changed: paragraphs became a list, items went a level up, a quote came. The
// merged form is that of the new text. It returns nil where nothing of the sort
// happened. inList says that the blocks are items.
func (m *pairer) reshape(left, right []*policy.Block, inList bool) []*Block {
	a, b := unitsOf(left), unitsOf(right)
	lefts, rights := m.like.crowdOf(a), m.like.crowdOf(b)
	bunches := m.bunches(a, b, m.pairUnits(a, b, lefts, rights), lefts, rights)
	c := containersOf(a, b, bunches)
	if !c.reshaped(a, b, bunches) {
		return nil
	}
	r := &reshaper{m: m, containers: c, a: a, b: b, inList: inList, whole: map[*policy.Block]bool{}}
	for _, x := range bunches {
		switch {
		case len(x.right) == 0:
			r.gone(&a[x.left[0]])
		case len(x.left) == 0:
			r.come(&b[x.right[0]])
		default:
			r.pair(x)
		}
	}
	return r.out
}

// reshaper writes nodes in the form of the new text.
type reshaper struct {
	*containers
	m      *pairer
	a, b   []unit
	next   int // the unit of the new text to be written next
	inList bool
	out    []*Block
	open   []*Block               // containers of the new text, outermost first
	whole  map[*policy.Block]bool // containers that were written with all that they hold
}

// add adds a node to the innermost open container.
func (r *reshaper) add(t *Block) {
	if n := len(r.open); n > 0 {
		r.open[n-1].Kids = append(r.open[n-1].Kids, t)
	} else {
		r.out = append(r.out, t)
	}
}

// shared is how many of the open containers hold a unit of this path.
func (r *reshaper) shared(path []*policy.Block) int {
	n := 0
	for n < len(r.open) && n < len(path) && r.open[n].New == path[n] {
		n++
	}
	return n
}

// enter opens the containers of a path and closes all others.
func (r *reshaper) enter(path []*policy.Block) {
	n := r.shared(path)
	r.open = r.open[:n]
	for _, c := range path[n:] {
		t := r.container(c)
		r.add(t)
		r.open = append(r.open, t)
	}
}

// container makes the node of a container of the new text, as yet without
// what it holds.
func (r *reshaper) container(c *policy.Block) *Block {
	if old := r.olds[c]; old != nil {
		return &Block{Old: old, New: c, Formed: r.kinds[old] != r.kinds[c]}
	}
	old := *c // of its own it has nothing that could have changed
	old.Clause, old.Blocks = nil, nil
	return &Block{Old: &old, New: c, Formed: true}
}

// dead returns the outermost container of the unit of which nothing has a
// partner, or the unit itself, and what holds that.
func (r *reshaper) dead(u *unit) (b *policy.Block, path []*policy.Block) {
	for i, c := range u.path {
		if !r.alive[c] {
			return c, u.path[:i]
		}
	}
	return u.block, u.path
}

// come adds a unit of the new text without partner.
func (r *reshaper) come(w *unit) {
	b, path := r.dead(w)
	r.next++
	if r.whole[b] {
		return
	}
	r.whole[b] = true
	r.enter(path)
	r.add(loneBlock(b, false))
}

// gone adds a unit of the old text without partner: in what its container
// became, as far as that can be open where it stands.
func (r *reshaper) gone(u *unit) {
	b, path := r.dead(u)
	if r.whole[b] {
		return
	}
	r.whole[b] = true
	if b == u.block {
		b, path = r.labelled(u)
	}
	var ahead []*policy.Block
	if r.next < len(r.b) {
		_, ahead = r.dead(&r.b[r.next])
	}
	r.approach(path, ahead)
	inList := r.inList
	if n := len(r.open); n > 0 {
		inList = r.open[n-1].New.Kind == policy.List
	}
	switch item := b.Kind == policy.ListItem; {
	case inList == item:
		r.add(loneBlock(b, true))
	case inList:
		r.add(wrapped(&policy.Block{Kind: policy.ListItem, Blocks: []policy.Block{*b}}))
	default:
		list := policy.Block{Kind: policy.List}
		if n := len(path); n > 0 {
			list = *path[n-1]
		}
		list.Blocks = []policy.Block{*b}
		r.add(wrapped(&list))
	}
}

// labelled puts a paragraph into the items that it begins and that are none in
// the new text, so that their labels are not lost.
func (r *reshaper) labelled(u *unit) (b *policy.Block, path []*policy.Block) {
	b, path = u.block, u.path
	leads := u.leads()
	for i := len(leads) - 1; i >= 0; i-- {
		it := leads[i]
		if r.news[it] != nil || it.Clause == nil {
			continue
		}
		for n := len(path) - 1; path[n] != it; n-- {
			path = path[:n]
		}
		path = path[:len(path)-1]
		if b.Kind == policy.ListItem {
			b = &policy.Block{Kind: policy.List, Blocks: []policy.Block{*b}}
		}
		b = &policy.Block{Kind: policy.ListItem, Clause: it.Clause, Blocks: []policy.Block{*b}}
	}
	return b, path
}

// approach closes containers until the innermost one is what the old path led
// to, and opens it where it comes next. What goes on ahead stays open.
func (r *reshaper) approach(path, ahead []*policy.Block) {
	keep := r.shared(ahead)
	for i := len(path) - 1; i >= 0; i-- {
		new := r.news[path[i]]
		if new == nil {
			continue
		}
		for n := len(r.open); n >= max(keep, 1); n-- {
			if r.open[n-1].New == new {
				r.open = r.open[:n]
				return
			}
		}
		for n := keep; n < len(ahead); n++ {
			if ahead[n] == new {
				r.enter(ahead[:n+1])
				return
			}
		}
	}
	r.open = r.open[:keep]
}

// pair adds units that answer to each other.
func (r *reshaper) pair(x bunch) {
	r.next += len(x.right)
	u, w := &r.a[x.left[0]], &r.b[x.right[0]]
	if len(x.left)+len(x.right) == 2 {
		r.enter(w.path)
		t := r.m.pairBlock(u.block, w.block)
		formed, lost := u.kinds != w.kinds || u.block.Kind != w.block.Kind || r.passed(u, w), r.lost(u)
		switch {
		case !formed && lost == "":
		case w.isText():
			t.Same, t.Formed, t.Lost = false, true, lost
			if t.Diff == nil {
				t.Diff = r.m.leaves(u.block.Runs, w.block.Runs)
			}
		case lost != "": // it cannot stand in a table
			para := policy.Block{Kind: policy.Para}
			r.add(&Block{Old: &para, New: &para, Diff: r.m.leaves(nil, nil), Lost: lost, Formed: true})
		default:
			t.Formed = true
		}
		r.add(t)
		return
	}
	var olds, news []*policy.Block
	var lost []string
	formed := false
	for _, i := range x.left {
		olds, lost = append(olds, r.a[i].block), append(lost, r.lost(&r.a[i]))
		formed = formed || r.a[i].kinds != w.kinds || lost[len(lost)-1] != ""
	}
	for _, j := range x.right {
		news = append(news, r.b[j].block)
		formed = formed || r.b[j].kinds != u.kinds
	}
	s := r.m.sew(olds, news, lost)
	for k, j := range x.right {
		r.enter(r.b[j].path)
		r.add(&Block{Old: olds[0], New: news[k], Seam: s, Part: k, Formed: formed})
	}
}

// lost returns the labels of the items that the unit begins and that are none in
// the new text.
func (r *reshaper) lost(u *unit) string {
	out := ""
	for _, it := range u.leads() {
		if r.news[it] == nil && it.Clause != nil {
			out += it.Clause.Label.Text + it.Clause.Label.Gap
		}
	}
	return out
}

func wrapped(b *policy.Block) *Block {
	t := loneBlock(b, true)
	t.wrap = true
	return t
}
