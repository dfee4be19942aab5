package redline

import (
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// plan says which parts of the new text answer to which of the old one. It is
// never changed after makePlan, nor is anything that it leads to.
type plan struct {
	old, new *policy.Text
	cutter   *words.Cutter
	title    *words.Diff           // nil where the titles are the same
	notes    *notes                // nil where the old text has none
	places   []place               // the sections in merged reading order
	drifts   map[*blockNode]*drift // by both ends
	shifts   map[shiftEnd]*shift
	shells   shells
	refs     *references // what the words refer to; nothing where words decide
}

// place is one section of the plan. A pair of clauses that moved has two
// places, one at each end.
type place struct {
	*node
	view  view
	chief *node // the pair of clauses that this one moved along with, or nil
}

// view says which sides of a pair stand at a place.
type view uint8

const (
	both    view = iota // the pair stays where it was
	newSide             // the new end of a move: everything is in the new text only
	oldSide             // the old end of a move
)

// node is two clauses that answer to each other, or one without partner.
type node struct {
	old, new *policy.Clause
	same     bool        // no difference that a page would show
	head     *words.Diff // of the headings; nil where there are none
	top      *blockNode  // what stands in the place of head: the heading of the new clause was a paragraph
	blocks   []*blockNode
	formed   bool // the clause is of another form, or items of it are
	part     bool // old is made of blocks of its parent, and no clause of the old text
}

// blockNode is two blocks that answer to each other, or one without partner.
type blockNode struct {
	old, new *policy.Block
	same     bool        // no difference that a page would show
	diff     *words.Diff // two leaves; of one without partner where sentences of it moved
	kids     []*blockNode

	head   int    // Table: rows of the merged head
	row    *drift // Row: of its move within the table
	pad    bool   // an empty cell that keeps the columns in step; its row is on the other side
	rows   int    // Cell: rows it spans in the merged table, where that is neither side's
	hold   bool   // a cell on one side of a row that moved: empty on the other, so that columns stay in step
	end    view   // Cell: the end of a column that moved
	column *drift // Cell: of the move of its column, in the row that tells it

	seam      *seam  // paragraphs that were split or joined
	part      int    // which of the new ones this is
	formed    bool   // it stands in other containers, or is one that is new
	wrap      bool   // a list or item made to hold what stands alone; it moves with that only
	title     bool   // the heading of a clause: it moves with that only
	uncounted bool   // its words are not in the tally
	lost      string // labels of the items that a paragraph began
}

// drift is two blocks without partner where they stand that answer to each
// other nevertheless.
type drift struct {
	pair   *blockNode
	number int // from 1, the longest block first
}

// criterion is what decides which clause is which.
type criterion uint8

const (
	idsDecide   criterion = iota // the same id, before the words are asked
	wordsDecide                  // ids are not asked
)

// makePlan pairs the clauses of two texts, then what is in each pair, then the
// blocks that went from one place to another.
func makePlan(old, new *policy.Text, by criterion) *plan {
	cutter := words.NewCutter(old, new)
	left, right := newOutline(old), newOutline(new)
	m := &matcher{newLikeness(cutter, left, right), directionOf(left, right)}
	clauses := m.pairClauses(left, right, by)
	p := &pairer{matcher: m}
	p.notes = p.footnotes(clauses)
	places := p.places(clauses, m.convert(clauses))
	drifts, numbers := p.drifts(places)
	drifts, numbers = p.notes.drifts(p, places, drifts, numbers)
	out := &plan{
		old: old, new: new, cutter: cutter, title: p.titles(old.Title, new.Title), notes: p.notes,
		places: places, drifts: drifts, shells: findShells(places, drifts), refs: &references{},
	}
	if by == idsDecide { // else nobody asks for words
		out.refs = m.refer(out)
	}
	out.shifts = p.shifts(places, drifts, numbers)
	return out
}

// block returns the block of a node without partner.
func (t *blockNode) block() *policy.Block {
	if t.new != nil {
		return t.new
	}
	return t.old
}

// lone reports whether the block has no partner.
func (t *blockNode) lone() bool { return (t.old == nil) != (t.new == nil) }

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

// clause returns the clause of a node without partner.
func (n *node) clause() *policy.Clause {
	if n.new != nil {
		return n.new
	}
	return n.old
}

// lone reports whether the clause has no partner.
func (n *node) lone() bool { return (n.old == nil) != (n.new == nil) }
