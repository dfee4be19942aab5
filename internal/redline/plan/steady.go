package plan

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
func (p *Plan) steady() (changed []leafPair, ok bool) {
	if len(p.Drifts) > 0 || !slices.EqualFunc(p.Old.Clauses, p.New.Clauses, sameSlot) {
		return nil, false
	}
	for _, at := range p.Places {
		if at.View != Both || at.Lone() || at.Formed || at.Top != nil {
			return nil, false
		}
		if at.Same {
			continue
		}
		s := steadier{in: at.Node, old: at.Old, new: at.New, changed: changed}
		if at.Head != nil {
			s.leaf(nil, nil, &at.Head)
		}
		if !s.blocks(at.Blocks, true) {
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
	in       *Node
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
func (s *steadier) blocks(ts []*Block, own bool) bool {
	for _, t := range ts {
		switch {
		case t.Seam != nil || t.Formed || t.wrap || t.title || t.row != nil || t.Column != nil:
			return false
		case t.Lone():
			if b := t.Block(); own && b.Kind == policy.Para || holdsClause(b) {
				return false
			}
			continue
		case t.Old.Kind != t.New.Kind || (t.Old.Clause == nil) != (t.New.Clause == nil):
			return false
		case t.Same:
			continue
		}
		in := *s
		if t.New.Clause != nil {
			in.old, in.new = t.Old.Clause, t.New.Clause
		}
		if t.Diff != nil {
			in.leaf(t.Old, t.New, &t.Diff)
		}
		if !in.blocks(t.Kids, t.New.Clause != nil) {
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
func (p *Plan) mayNameParagraph() bool {
	for _, at := range p.Places {
		if !at.Same && at.New != nil && (reference.MayCount(at.New.Head) || slices.ContainsFunc(at.New.Blocks, mayNameParagraph)) {
			return true
		}
	}
	return false
}

func mayNameParagraph(b policy.Block) bool {
	return reference.MayCount(b.Runs) || slices.ContainsFunc(b.Blocks, mayNameParagraph)
}
