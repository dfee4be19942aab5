package bitext

import "diptych/internal/policy"

// Pair is what stands in one row of a page: pieces of the left text beside the
// pieces of the right text that they answer to. One side may be empty.
type Pair struct {
	Clause      *policy.Clause // the section to which the row belongs: of the left where it has one there
	Left, Right []Piece
	// Alone is what of the row stands in one text only, of every piece by itself.
	Alone []Lone
	Moved bool // something of the row stands in another place of the other text
}

// Piece is the smallest part of a text that a page can show by itself: the
// head of a clause, one of its blocks, or one item of a list among these.
type Piece struct {
	Clause *policy.Clause // the section in which it stands
	Block  *policy.Block  // nil for the head of a clause
	Item   int            // index in Block, a list; -1 for the whole block
}

// Head reports whether the piece is the head of a clause.
func (p Piece) Head() bool { return p.Block == nil }

// Pairs cuts the rows of the bitext at the borders of pieces. Every piece of
// either text is in one pair, and both texts are in order.
func (b *Bitext) Pairs() []Pair {
	left, right := pieces(b.Left), pieces(b.Right)
	var out []Pair
	l, r := 0, 0 // pieces that are in pairs
	open := Pair{}
	flush := func() {
		if len(open.Left)+len(open.Right) > 0 {
			out = append(out, open)
		}
		open = Pair{}
	}
	for _, row := range b.Rows {
		from, to := reach(left, l, row.Left)
		begin, end := reach(right, r, row.Right)
		if from >= l && begin >= r { // neither side goes on with a piece of the pair before
			flush()
		}
		for len(out) > 0 && (len(open.Left) < l-from || len(open.Right) < r-begin) { // a piece goes on behind what stood between its parts
			last := out[len(out)-1]
			out = out[:len(out)-1]
			open.Left, open.Right = append(last.Left, open.Left...), append(last.Right, open.Right...)
		}
		for ; l < to; l++ {
			open.Left = append(open.Left, left[l])
		}
		for ; r < end; r++ {
			open.Right = append(open.Right, right[r])
		}
	}
	open.Left, open.Right = append(open.Left, left[l:]...), append(open.Right, right[r:]...) // blocks without words at the end
	flush()
	b.tellAlone(out)
	return whole(out)
}

// reach returns the first and the end of the pieces of units; at, where there
// are no units. Pieces without units in between belong to the next one.
func reach(all []Piece, at int, us []Unit) (from, to int) {
	if len(us) == 0 {
		return at, at
	}
	from, to = at, at
	for i, u := range us {
		k := max(at-1, 0)
		for !all[k].holds(u) {
			k++
		}
		if i == 0 && k < at {
			from = k
		}
		to = max(to, k+1)
	}
	return from, to
}

func (p Piece) holds(u Unit) bool {
	switch {
	case u.Block == nil:
		return p.Block == nil && p.Clause == u.Clause
	case p.Block != u.Top:
		return false
	}
	return p.Item < 0 || &p.Block.Blocks[p.Item] == u.Item
}

// whole names the section of each pair.
func whole(pairs []Pair) []Pair {
	for i := range pairs {
		p := &pairs[i]
		for _, side := range [...][]Piece{p.Right, p.Left} {
			if len(side) > 0 {
				p.Clause = side[0].Clause
			}
		}
	}
	return pairs
}

// pieces lists the pieces of a text in order.
func pieces(t *policy.Text) []Piece {
	var out []Piece
	for _, c := range t.Clauses {
		if c.Form == policy.Item {
			continue
		}
		if c.Form == policy.Heading {
			out = append(out, Piece{c, nil, -1})
		}
		for i := range c.Blocks {
			b := &c.Blocks[i]
			if b.Kind != policy.List || len(b.Blocks) == 0 {
				out = append(out, Piece{c, b, -1})
				continue
			}
			for k := range b.Blocks {
				out = append(out, Piece{c, b, k})
			}
		}
	}
	return out
}

// First reports whether the piece is where its clause begins.
func (p Piece) First() bool {
	if p.Head() {
		return true
	}
	return p.Clause.Form != policy.Heading && p.Item <= 0 && p.Block == &p.Clause.Blocks[0]
}

// Elsewhere returns the section of the other text in which a piece without
// partner is found out of order, or nil.
func (b *Bitext) Elsewhere(p Piece) *policy.Clause {
	for _, row := range b.Moved {
		for _, sides := range [...][2][]Unit{{row.Left, row.Right}, {row.Right, row.Left}} {
			for _, u := range sides[0] {
				if p.holds(u) {
					return sides[1][0].Clause.Section()
				}
			}
		}
	}
	return nil
}
