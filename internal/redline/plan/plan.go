// Package plan says which clauses and blocks of one text answer to which of
// another in the same language: those that stayed, moved, were split or joined,
// or stand in another form. From these pairs it says which references follow a
// renumbering and which went stale. It writes nothing: package redline makes the
// merged text of a plan. It keeps the laws that every part of both texts stands in
// the plan, that swapping the texts swaps the plan, and that every bound counts
// elements and never time.
package plan

import (
	"context"

	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// Plan says which parts of the new text answer to which of the old one. It is
// never changed after Make, nor is anything that it leads to.
type Plan struct {
	Old, New *policy.Text
	Cutter   *words.Cutter
	Title    *words.Diff       // nil where the titles are the same
	Notes    *Notes            // nil where the old text has none
	Places   []Place           // the sections in merged reading order
	Drifts   map[*Block]*Drift // by both ends
	Shifts   map[ShiftEnd]*Shift
	Shells   Shells
	Refs     *References // what the words refer to; nothing where words decide
}

// Place is one section of the plan. A pair of clauses that moved has two
// places, one at each end.
type Place struct {
	*Node
	View  View
	Chief *Node // the pair of clauses that this one moved along with, or nil
}

// View says which sides of a pair stand at a place.
type View uint8

const (
	Both    View = iota // the pair stays where it was
	NewSide             // the new end of a move: everything is in the new text only
	OldSide             // the old end of a move
)

// Node is two clauses that answer to each other, or one without partner.
type Node struct {
	Old, New *policy.Clause
	Same     bool        // no difference that a page would show
	Head     *words.Diff // of the headings; nil where there are none
	Top      *Block      // what stands in the place of head: the heading of the new clause was a paragraph
	Blocks   []*Block
	Formed   bool // the clause is of another form, or items of it are
	part     bool // old is made of blocks of its parent, and no clause of the old text
}

// Block is two blocks that answer to each other, or one without partner.
type Block struct {
	Old, New *policy.Block
	Same     bool        // no difference that a page would show
	Diff     *words.Diff // two leaves; of one without partner where sentences of it moved
	Kids     []*Block

	Head   int    // Table: rows of the merged head
	row    *Drift // Row: of its move within the table
	Pad    bool   // an empty cell that keeps the columns in step; its row is on the other side
	Rows   int    // Cell: rows it spans in the merged table, where that is neither side's
	Hold   bool   // a cell on one side of a row that moved: empty on the other, so that columns stay in step
	End    View   // Cell: the end of a column that moved
	Column *Drift // Cell: of the move of its column, in the row that tells it

	Seam      *Seam          // paragraphs that were split or joined
	Part      int            // which of the new ones this is
	Formed    bool           // it stands in other containers, or is one that is new
	wrap      bool           // a list or item made to hold what stands alone; it moves with that only
	title     bool           // the heading of a clause: it moves with that only
	partial   bool           // ListItem: old is a line of a clause, and none of the old text
	Uncounted bool           // its words are not in the tally
	Leaves    [][]policy.Run // of either text: of which this is a part, or that have a label here
	Lost      string         // labels of the items that a paragraph began
	Gained    string         // the label of a line that is an item no more, where it is another
}

// Drift is two blocks without partner where they stand that answer to each
// other nevertheless.
type Drift struct {
	Pair   *Block
	Number int  // from 1, the longest block first
	Away   bool // a row, to another table
}

// Criterion is what decides which clause is which.
type Criterion uint8

const (
	IDsDecide   Criterion = iota // the same id, before the words are asked
	WordsDecide                  // ids are not asked
)

// Make pairs the clauses of two texts, then what is in each pair, then the
// blocks that went from one place to another. Where the context ends less is
// paired: the plan keeps its laws, and is not worth keeping.
func Make(ctx context.Context, old, new *policy.Text, by Criterion) *Plan {
	cutter := words.NewCutter(old, new)
	left, right := outlines(old, new)
	m := &matcher{ctx, newLikeness(cutter, left, right), directionOf(left, right)}
	clauses := m.pairClauses(left, right, by)
	p := &pairer{matcher: m}
	p.notes = p.footnotes(clauses)
	places := p.places(clauses, m.convert(clauses))
	drifts, numbers := p.drifts(places)
	drifts, numbers = p.notes.drifts(p, places, drifts, numbers)
	out := &Plan{
		Old: old, New: new, Cutter: cutter, Title: p.titles(old.Title, new.Title), Notes: p.notes,
		Places: places, Drifts: drifts, Shells: findShells(places, drifts), Refs: &References{},
	}
	if by == IDsDecide { // else nobody asks for words
		out.Refs = m.refer(out)
	}
	out.Shifts = p.shifts(places, drifts, numbers)
	return out
}

// Block returns the block of a node without partner.
func (t *Block) Block() *policy.Block {
	if t.New != nil {
		return t.New
	}
	return t.Old
}

// Lone reports whether the block has no partner.
func (t *Block) Lone() bool { return (t.Old == nil) != (t.New == nil) }

// lone makes nodes for blocks that are on one side only, and what is in them,
// so that parts of them can turn out to be moved.
func lone(blocks []policy.Block, old bool) []*Block {
	if len(blocks) == 0 {
		return nil
	}
	out := make([]*Block, len(blocks))
	for i := range blocks {
		out[i] = loneBlock(&blocks[i], old)
	}
	return out
}

func loneBlock(b *policy.Block, old bool) *Block {
	t := &Block{Kids: lone(b.Blocks, old)}
	if old {
		t.Old = b
	} else {
		t.New = b
	}
	return t
}

// Clause returns the clause of a node without partner.
func (n *Node) Clause() *policy.Clause {
	if n.New != nil {
		return n.New
	}
	return n.Old
}

// Lone reports whether the clause has no partner.
func (n *Node) Lone() bool { return (n.Old == nil) != (n.New == nil) }

func (t *Block) Op() policy.Op {
	if t.New == nil {
		return policy.Deleted
	}
	return policy.Inserted
}

// Left is the op of what is in the old text only.
func (v View) Left() policy.Op {
	if v == OldSide {
		return v.Same()
	}
	return policy.Deleted
}

// Same is the op of what is on both sides.
func (v View) Same() policy.Op {
	return [...]policy.Op{policy.Same, policy.MovedTo, policy.MovedFrom}[v]
}

// Labels returns the labels of both sides, zero where there is no side.
func (n *Node) Labels() (old, new policy.Label) {
	if n.Old != nil {
		old = n.Old.Label
	}
	if n.New != nil {
		new = n.New.Label
	}
	return old, new
}
