package plan

import (
	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// pairer pairs what is in clauses that answer to each other.
type pairer struct {
	*matcher
	notes *Notes // nil where the old text has none, or while they are paired
}

// pairNode pairs what is in two clauses.
func (m *pairer) pairNode(old, new *policy.Clause) *Node {
	n := &Node{Old: old, New: new, Same: sameClause(old, new) && m.notes.stay(old.Head, old.Blocks)}
	if n.Same {
		return n
	}
	if old.Form != new.Form {
		m.pairForm(n, old)
	} else {
		m.pairParts(n, old.Blocks)
	}
	return n
}

// pairParts pairs the headings of two clauses, and blocks of the old one with
// those of the new one.
func (m *pairer) pairParts(n *Node, blocks []policy.Block) {
	if len(n.Old.Head)+len(n.New.Head) > 0 {
		n.Head = m.leaves(n.Old.Head, n.New.Head)
	}
	n.Blocks = m.pairBlocks(blocks, n.New.Blocks)
}

// titles compares the titles of the texts; nil where they are the same.
func (m *pairer) titles(old, new string) *words.Diff {
	if old == new {
		return nil
	}
	return m.leaves([]policy.Run{{Text: old}}, []policy.Run{{Text: new}})
}

// leaves compares two leaves.
func (m *pairer) leaves(a, b []policy.Run) *words.Diff { return m.leavesBy(a, b, false) }

// leavesBy compares two leaves, as one sentence each where whole is asked for.
func (m *pairer) leavesBy(a, b []policy.Run, whole bool) *words.Diff {
	x, y := m.like.cutter.Cut(a), m.like.cutter.Cut(b)
	olds, news := m.notes.names(x, y, nil, nil)
	return m.like.cutter.Compare(m.ctx, x, y, words.Options{Mirrored: Mirrors(x, y), Old: olds, New: news, Whole: whole})
}

// pairBlocks pairs the blocks of two containers and, recursively, what is in
// each pair.
func (m *pairer) pairBlocks(a, b []policy.Block) []*Block {
	keys := func(bs []policy.Block) []uint64 {
		out := make([]uint64, len(bs))
		for i := range bs {
			out[i] = uint64(blockKey(&bs[i]))
		}
		return out
	}
	left, right := keys(a), keys(b)
	lefts := m.like.crowd(len(a), func(i int) *policy.Block { return &a[i] })
	rights := m.like.crowd(len(b), func(j int) *policy.Block { return &b[j] })
	pairs := m.align(len(a), len(b), align.Options{
		Left: left, Right: right,
		Likeness:    func(i, j int) float64 { return lefts.likeFrom(i, rights, j, blockLeast) },
		Surely:      func(i, j int) bool { return m.like.surely(&a[i], &b[j]) },
		Least:       blockLeast,
		WeightLeft:  func(i int) float64 { return align.Weight(blockSize(&a[i])) },
		WeightRight: func(j int) float64 { return align.Weight(blockSize(&b[j])) },
		MinMove:     minMove,
		SketchLeft:  func(level, i int) uint64 { return lefts.print(i).Key(level) },
		SketchRight: func(level, j int) uint64 { return rights.print(j).Key(level) },
		Levels:      sketchLevels,
	})
	return m.nodes(a, b, pairs, func(p align.Pair) bool { return p.Paired() && left[p.Left] == right[p.Right] })
}

// nodes makes nodes of the pairs of two containers; equal tells of which the
// words are the same.
func (m *pairer) nodes(a, b []policy.Block, pairs []align.Pair, equal func(align.Pair) bool) []*Block {
	out := make([]*Block, 0, len(pairs))
	for len(pairs) > 0 {
		n := 0
		for n < len(pairs) && !equal(pairs[n]) {
			n++
		}
		out = append(out, m.stretch(a, b, pairs[:n])...)
		if n < len(pairs) {
			out = append(out, m.pairBlock(&a[pairs[n].Left], &b[pairs[n].Right]))
			n++
		}
		pairs = pairs[n:]
	}
	return out
}

// stretch makes nodes of pairs among which none is equal: in the form that both
// texts have or, where something changed its form, in that of the new one.
func (m *pairer) stretch(a, b []policy.Block, pairs []align.Pair) []*Block {
	var left, right []*policy.Block
	for _, p := range pairs {
		if p.Left >= 0 {
			left = append(left, &a[p.Left])
		}
		if p.Right >= 0 {
			right = append(right, &b[p.Right])
		}
	}
	if len(pairs) > 1 && len(left) > 0 && len(right) > 0 {
		if out := m.reshape(left, right, isItemOfList(left[0]) || isItemOfList(right[0])); out != nil {
			return out
		}
	}
	out := make([]*Block, 0, len(pairs))
	var loneLeft, loneRight []*policy.Block
	flush := func() {
		out = append(out, m.gap(loneLeft, loneRight)...)
		loneLeft, loneRight = nil, nil
	}
	for _, p := range pairs {
		switch {
		case p.Paired():
			flush()
			out = append(out, m.pairBlock(&a[p.Left], &b[p.Right]))
		case p.Left >= 0:
			loneLeft = append(loneLeft, &a[p.Left])
		default:
			loneRight = append(loneRight, &b[p.Right])
		}
	}
	flush()
	return out
}

func isItemOfList(b *policy.Block) bool { return b.Kind == policy.ListItem }

// gap makes nodes of blocks without partner: a container beside the only one of
// its kind, because a list whose items all changed is still the list; and else
// each by itself.
func (m *pairer) gap(left, right []*policy.Block) []*Block {
	if len(left) == 1 && len(right) == 1 && left[0].Kind == right[0].Kind && joins(left[0].Kind) && m.mayBe(left[0], right[0]) {
		return []*Block{m.pairBlock(left[0], right[0])}
	}
	out := make([]*Block, 0, len(left)+len(right))
	for _, b := range left {
		out = append(out, loneBlock(b, true))
	}
	for _, b := range right {
		out = append(out, loneBlock(b, false))
	}
	return out
}

// strangers is the likeness below which two long blocks are never one, and
// longBlock what is long.
const (
	strangers = 0.25
	longBlock = 120 // bytes
)

// mayBe reports whether two blocks that stand in one place can be one.
func (m *pairer) mayBe(a, b *policy.Block) bool {
	return blockSize(a) < longBlock || blockSize(b) < longBlock || m.like.block(a).Like(m.like.block(b)) >= strangers
}

func joins(k policy.BlockKind) bool {
	switch k {
	case policy.Rule, policy.Table, policy.Row:
		return false
	}
	return true
}

func (m *pairer) pairBlock(a, b *policy.Block) *Block {
	t := &Block{Old: a, New: b, Same: sameBlock(a, b) && m.notes.stay(a.Runs, a.Blocks)}
	switch {
	case t.Same:
	case a.Kind == policy.Table:
		m.pairTable(t)
	case a.Kind == policy.Cell && (a.Blocks != nil) != (b.Blocks != nil):
		t.Kids = m.pairBlocks(asBlocks(a), asBlocks(b))
	case a.Blocks != nil || b.Blocks != nil:
		t.Kids = m.pairBlocks(a.Blocks, b.Blocks)
	default:
		t.Diff = m.leaves(a.Runs, b.Runs)
	}
	return t
}

// asBlocks returns what a cell holds as blocks.
func asBlocks(c *policy.Block) []policy.Block {
	if c.Blocks != nil || len(c.Runs) == 0 {
		return c.Blocks
	}
	return []policy.Block{{Kind: policy.Para, Runs: c.Runs}}
}
