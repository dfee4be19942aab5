package redline

import (
	"diptych/internal/align"
	"diptych/internal/policy"
)

// node is two clauses that answer to each other, or one without partner.
type node struct {
	old, new *policy.Clause
	same     bool // no difference that a page would show
	blocks   []*blockNode
	head     *leafDiff
	shell    bool  // see markShells
	chief    *node // moved along with this one
}

// blockNode is two blocks that answer to each other, or one without partner.
type blockNode struct {
	old, new *policy.Block
	same     bool
	kids     []*blockNode
	diff     *leafDiff  // two leaves
	moved    *blockNode // at both ends of a move: the pair
	id       int        // of the move
	head     int        // Table: rows of the merged head
	table    *grids     // Row without partner: where it stands
	pad      bool       // an empty cell that keeps the columns in step
	rows     int        // Cell: rows it spans in the merged table, where that is neither side's
	hold     bool       // a cell on one side of a row that moved: empty on the other, for the same end
	shell    bool       // see markShells

	olds, news []*policy.Block // paragraphs that were split or joined; see bunches
	formed     bool            // a paragraph that became an item, or the reverse
	wrap       bool            // a list or item made to hold what stands alone; it moves with that only
	lost       policy.Label    // of the item that a paragraph was
}

// place is one section of the plan in merged reading order.
type place struct {
	*node
	view view
}

// plan pairs the clauses of the two texts, then what is in each pair, then
// looks for blocks that went from one place to another.
func (m *merger) plan() []place {
	left, right := sections(m.old), sections(m.new)
	pairs, moves := m.pairClauses(left, right)
	moves = m.chapters(left, right, pairs, moves)
	m.number(left, right, pairs, moves)
	movedTo := make(map[int]*node, len(moves))
	movedFrom := make(map[int]*node, len(moves))
	moved := make([]*node, 0, len(moves))
	for _, p := range moves {
		n := m.pairNode(left[p.Left], right[p.Right])
		movedFrom[p.Left], movedTo[p.Right] = n, n
		moved = append(moved, n)
	}
	alongs(moved)
	out := make([]place, 0, len(pairs))
	for _, p := range pairs {
		switch {
		case p.Paired():
			out = append(out, place{m.pairNode(left[p.Left], right[p.Right]), both})
		case p.Left >= 0 && movedFrom[p.Left] != nil:
			out = append(out, place{movedFrom[p.Left], oldSide})
		case p.Left < 0 && movedTo[p.Right] != nil:
			out = append(out, place{movedTo[p.Right], newSide})
		case p.Left >= 0:
			out = append(out, place{&node{old: left[p.Left], blocks: lone(left[p.Left].Blocks, true)}, both})
		default:
			out = append(out, place{&node{new: right[p.Right], blocks: lone(right[p.Right].Blocks, false)}, both})
		}
	}
	m.moveBlocks(out)
	markShells(out)
	return out
}

// sections returns the clauses of a text that are not items.
func sections(t *policy.Text) []*policy.Clause {
	out := make([]*policy.Clause, 0, len(t.Clauses))
	for _, c := range t.Clauses {
		if c.Form != policy.Item {
			out = append(out, c)
		}
	}
	return out
}

func (m *merger) pairNode(old, new *policy.Clause) *node {
	n := &node{old: old, new: new, same: sameClause(old, new)}
	if n.same {
		return n
	}
	if len(old.Head)+len(new.Head) > 0 {
		n.head = m.leaves(old.Head, new.Head)
	}
	n.blocks = m.pairBlocks(old.Blocks, new.Blocks)
	return n
}

// lone makes nodes for blocks that are on one side only, and what is in them,
// so that parts of them can turn out to be moved.
func lone(blocks []policy.Block, old bool) []*blockNode {
	if len(blocks) == 0 {
		return nil
	}
	out := make([]*blockNode, len(blocks))
	for i := range blocks {
		out[i] = loneBlock(&blocks[i], old)
	}
	return out
}

func loneBlock(b *policy.Block, old bool) *blockNode {
	t := &blockNode{kids: lone(b.Blocks, old)}
	if old {
		t.old = b
	} else {
		t.new = b
	}
	return t
}

// pairBlocks pairs the blocks of two containers and, recursively, what is in
// each pair.
func (m *merger) pairBlocks(a, b []policy.Block) []*blockNode {
	keys := func(bs []policy.Block) []uint64 {
		out := make([]uint64, len(bs))
		for i := range bs {
			out[i] = blockKey(&bs[i])
		}
		return out
	}
	pairs := m.align(len(a), len(b), align.Options{
		Left: keys(a), Right: keys(b),
		Likeness:    func(i, j int) float64 { return m.blockLikeness(&a[i], &b[j]) },
		Least:       blockLeast,
		WeightLeft:  func(i int) float64 { return weightOf(blockSize(&a[i])) },
		WeightRight: func(j int) float64 { return weightOf(blockSize(&b[j])) },
		MinMove:     minMove,
		SketchLeft:  func(level, i int) uint64 { return sketchKey(m.blockFeatures(&a[i]), level) },
		SketchRight: func(level, j int) uint64 { return sketchKey(m.blockFeatures(&b[j]), level) },
		Levels:      sketchLevels,
	})
	return m.nodes(a, b, pairs)
}

// nodes makes nodes of the pairs of two containers. In the gaps it looks for
// what changed its form.
func (m *merger) nodes(a, b []policy.Block, pairs []align.Pair) []*blockNode {
	out := make([]*blockNode, 0, len(pairs))
	xs := m.bunches(a, b, pairs)
	for i := 0; i < len(xs); i++ {
		x := xs[i]
		switch {
		case len(x.left) > 1 || len(x.right) > 1:
			out = append(out, m.seamNode(a, b, x))
			continue
		case len(x.left)+len(x.right) == 2:
			out = append(out, m.pairBlock(&a[x.left[0]], &b[x.right[0]]))
			continue
		}
		var left, right []*policy.Block
		for ; i < len(xs) && len(xs[i].left)+len(xs[i].right) == 1; i++ {
			for _, k := range xs[i].left {
				left = append(left, &a[k])
			}
			for _, k := range xs[i].right {
				right = append(right, &b[k])
			}
		}
		i--
		out = append(out, m.gap(left, right)...)
	}
	return out
}

// gap makes nodes of blocks without partner: a list that became paragraphs;
// a container beside the only one of its kind, because a list whose items all
// changed is still the list; and else each by itself.
func (m *merger) gap(left, right []*policy.Block) []*blockNode {
	if out := m.reshape(left, right); out != nil {
		return out
	}
	if len(left) == 1 && len(right) == 1 && left[0].Kind == right[0].Kind && joins(left[0].Kind) {
		return []*blockNode{m.pairBlock(left[0], right[0])}
	}
	out := make([]*blockNode, 0, len(left)+len(right))
	for _, b := range left {
		out = append(out, loneBlock(b, true))
	}
	for _, b := range right {
		out = append(out, loneBlock(b, false))
	}
	return out
}

func joins(k policy.BlockKind) bool {
	switch k {
	case policy.Rule, policy.Table, policy.Row:
		return false
	}
	return true
}

func (m *merger) pairBlock(a, b *policy.Block) *blockNode {
	t := &blockNode{old: a, new: b, same: sameBlock(a, b)}
	switch {
	case t.same:
	case a.Kind == policy.Table:
		m.pairTable(t)
	case a.Kind == policy.Cell && (a.Blocks != nil) != (b.Blocks != nil):
		t.kids = m.pairBlocks(asBlocks(a), asBlocks(b))
	case a.Blocks != nil || b.Blocks != nil:
		t.kids = m.pairBlocks(a.Blocks, b.Blocks)
	default:
		t.diff = m.leaves(a.Runs, b.Runs)
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
