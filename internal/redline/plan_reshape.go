package redline

import (
	"slices"

	"diptych/internal/align"
	"diptych/internal/policy"
)

// unit is a paragraph by itself, or one that begins an item of a list.
type unit struct {
	leaf       *policy.Block
	item, list *policy.Block // nil for a paragraph by itself
	rest       []policy.Block
}

// unitsOf takes paragraphs and lists apart; false where there is anything else.
func unitsOf(bs []*policy.Block) ([]unit, bool) {
	var out []unit
	for _, b := range bs {
		switch b.Kind {
		case policy.Para:
			out = append(out, unit{leaf: b})
		case policy.List:
			for i := range b.Blocks {
				it := &b.Blocks[i]
				if it.Kind != policy.ListItem || len(it.Blocks) == 0 || it.Blocks[0].Kind != policy.Para {
					return nil, false
				}
				out = append(out, unit{&it.Blocks[0], it, b, it.Blocks[1:]})
			}
		default:
			return nil, false
		}
	}
	return out, len(out) > 0
}

// reshape pairs paragraphs with items where a list was turned into paragraphs
// or paragraphs into a list. The merged form is that of the new text. It
// returns nil where it finds no such pair.
func (m *pairer) reshape(left, right []*policy.Block) []*blockNode {
	isList := func(b *policy.Block) bool { return b.Kind == policy.List }
	if len(left) == 0 || len(right) == 0 || !slices.ContainsFunc(left, isList) && !slices.ContainsFunc(right, isList) {
		return nil
	}
	a, ok := unitsOf(left)
	if !ok {
		return nil
	}
	b, ok := unitsOf(right)
	if !ok {
		return nil
	}
	key := func(u unit) align.Key { return blockKey(u.leaf) }
	pairs := m.align(len(a), len(b), align.Options{
		Left: keysOf(a, key), Right: keysOf(b, key), Least: blockLeast,
		Likeness: func(i, j int) float64 { return m.like.ofBlocks(a[i].leaf, b[j].leaf) },
	})
	found := false
	for _, p := range pairs {
		found = found || p.Paired() && (a[p.Left].item == nil) != (b[p.Right].item == nil)
	}
	if !found {
		return nil
	}
	r := reshaper{m: m}
	for _, p := range pairs {
		switch {
		case p.Paired():
			r.pair(&a[p.Left], &b[p.Right])
		case p.Left >= 0:
			r.gone(&a[p.Left])
		default:
			r.come(&b[p.Right])
		}
	}
	return r.out
}

type reshaper struct {
	m    *pairer
	out  []*blockNode
	list *blockNode // the list of the new text that is open
}

// in opens the list of the new text, or closes it.
func (r *reshaper) in(list *policy.Block) {
	if list == nil {
		r.list = nil
		return
	}
	if r.list == nil || r.list.new != list {
		r.list = &blockNode{old: list, new: list}
		r.out = append(r.out, r.list)
	}
}

func (r *reshaper) add(t *blockNode) {
	if r.list != nil {
		r.list.kids = append(r.list.kids, t)
	} else {
		r.out = append(r.out, t)
	}
}

func (r *reshaper) pair(u, w *unit) {
	r.in(w.list)
	t := r.m.pairBlock(u.leaf, w.leaf)
	switch {
	case w.item == nil && u.item == nil:
		r.add(t)
	case w.item == nil:
		t.formed = true
		if u.item.Clause != nil {
			t.lost = u.item.Clause.Label
		}
		if t.diff == nil {
			t.diff = r.m.leaves(u.leaf.Runs, w.leaf.Runs)
		}
		t.same = false
		r.add(t)
		for i := range u.rest {
			r.add(loneBlock(&u.rest[i], true))
		}
	default:
		li := &blockNode{old: u.item, new: w.item, kids: []*blockNode{t}}
		if u.item == nil {
			li.old = &policy.Block{Kind: policy.ListItem}
			li.formed = true
			li.kids = append(li.kids, lone(w.rest, false)...)
		} else {
			li.kids = append(li.kids, r.m.pairBlocks(u.rest, w.rest)...)
		}
		r.add(li)
	}
}

// gone adds a unit of the old text without partner.
func (r *reshaper) gone(u *unit) {
	switch {
	case r.list != nil && u.item != nil:
		r.add(loneBlock(u.item, true))
	case r.list != nil:
		r.add(wrapped(&policy.Block{Kind: policy.ListItem, Blocks: []policy.Block{*u.leaf}}))
	case u.item != nil:
		list := *u.list
		list.Blocks = []policy.Block{*u.item}
		r.add(wrapped(&list))
	default:
		r.add(loneBlock(u.leaf, true))
	}
}

// come adds a unit of the new text without partner.
func (r *reshaper) come(u *unit) {
	r.in(u.list)
	if u.item != nil {
		r.add(loneBlock(u.item, false))
	} else {
		r.add(loneBlock(u.leaf, false))
	}
}

func wrapped(b *policy.Block) *blockNode {
	t := loneBlock(b, true)
	t.wrap = true
	return t
}
