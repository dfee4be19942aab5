package redline

import (
	"slices"

	"diptych/internal/policy"
	"diptych/internal/redline/words"
	"diptych/internal/reference"
)

// Most versions change a few words and no number. What refers to a clause by its
// label is then right as it was, and only words that changed are read.

// leafPlace is where a leaf stands.
type leafPlace struct {
	clause *policy.Clause // the innermost
	block  *policy.Block  // nil for a heading
}

// steady reports whether the labels of both texts mean the same clauses and the
// paragraphs of each count the same: what refers to one of them in words that
// stayed means what answers to that which it meant. It returns the leaves that
// did not stay.
func (p *plan) steady() (changed []leafPair, ok bool) {
	if len(p.drifts) > 0 || !slices.EqualFunc(p.old.Clauses, p.new.Clauses, sameSlot) {
		return nil, false
	}
	for _, at := range p.places {
		if at.view != both || at.lone() || at.formed || at.top != nil {
			return nil, false
		}
		if at.same {
			continue
		}
		s := steadier{in: at.node, old: at.old, new: at.new, changed: changed}
		if at.head != nil {
			s.leaf(nil, nil, &at.head)
		}
		if !s.blocks(at.blocks, true) {
			return nil, false
		}
		changed = s.changed
	}
	return changed, true
}

// sameSlot reports whether two clauses have the same place in the tree of their
// text, as far as their own label and depth tell.
func sameSlot(c, d *policy.Clause) bool {
	return c.Form == d.Form && c.Depth == d.Depth && c.Label.Style == d.Label.Style && c.Label.Text == d.Label.Text && slices.Equal(c.Label.Path, d.Label.Path)
}

// steadier looks through the blocks of a section.
type steadier struct {
	in       *node
	old, new *policy.Clause // the innermost that it is in
	changed  []leafPair
}

func (s *steadier) leaf(old, new *policy.Block, d **words.Diff) {
	s.changed = append(s.changed, leafPair{
		in: s.in, old: (*d).Old.Runs, new: (*d).New.Runs, diff: d, oldAt: leafPlace{s.old, old}, newAt: leafPlace{s.new, new},
	})
}

// blocks reports whether the paragraphs and items among the blocks count the
// same on both sides. own says that they are a clause's own: it is their number
// in it by which paragraphs are referred to.
func (s *steadier) blocks(ts []*blockNode, own bool) bool {
	for _, t := range ts {
		switch {
		case t.seam != nil || t.formed || t.wrap || t.title || t.row != nil || t.column != nil:
			return false
		case t.lone():
			if b := t.block(); own && b.Kind == policy.Para || holdsClause(b) {
				return false
			}
			continue
		case t.old.Kind != t.new.Kind || (t.old.Clause == nil) != (t.new.Clause == nil):
			return false
		case t.same:
			continue
		}
		in := *s
		if t.new.Clause != nil {
			in.old, in.new = t.old.Clause, t.new.Clause
		}
		if t.diff != nil {
			in.leaf(t.old, t.new, &t.diff)
		}
		if !in.blocks(t.kids, t.new.Clause != nil) {
			return false
		}
		s.changed = in.changed
	}
	return true
}

// holdsClause reports whether the block is an item with a label or holds one.
func holdsClause(b *policy.Block) bool {
	return b.Clause != nil || slices.ContainsFunc(b.Blocks, func(b policy.Block) bool { return holdsClause(&b) })
}

// mayNameParagraph reports whether what changed in the new text may refer to a
// paragraph by its number or place. Without labels nothing else can be meant,
// and in a section that stayed it means what it meant.
func (p *plan) mayNameParagraph() bool {
	for _, at := range p.places {
		if !at.same && at.new != nil && (reference.MayCount(at.new.Head) || slices.ContainsFunc(at.new.Blocks, mayNameParagraph)) {
			return true
		}
	}
	return false
}

func mayNameParagraph(b policy.Block) bool {
	return reference.MayCount(b.Runs) || slices.ContainsFunc(b.Blocks, mayNameParagraph)
}
