package check

import (
	"cmp"
	"slices"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// owners are the places of a text where something of a clause begins, in order.
type owners []owner

// owner is a place where a clause begins, or words of it.
type owner struct {
	line, col int
	clause    *policy.Clause
}

func (a *acceptance) ownersIn(t *policy.Text) owners {
	o, ok := a.owners[t]
	if !ok {
		o = newOwners(t)
		a.owners[t] = o
	}
	return o
}

func newOwners(t *policy.Text) owners {
	var out owners
	var blocks func(c *policy.Clause, bs []policy.Block)
	blocks = func(c *policy.Clause, bs []policy.Block) {
		for i := range bs {
			b := &bs[i]
			own := c
			if b.Clause != nil {
				own = b.Clause
			}
			if b.Line > 0 {
				out = append(out, owner{b.Line, b.Col, own})
			}
			blocks(own, b.Blocks)
		}
	}
	for _, c := range t.Clauses {
		out = append(out, owner{c.Pos.Line, c.Pos.Col, c})
		if c.Form != policy.Item { // its blocks stand in those of its clause
			blocks(c, c.Blocks)
		}
	}
	slices.SortStableFunc(out, func(x, y owner) int { return cmp.Or(cmp.Compare(x.line, y.line), cmp.Compare(x.col, y.col)) })
	return out
}

// of returns the innermost clause to which the place belongs: that of the words
// which begin there or last before it. It is nil before the first clause.
func (o owners) of(pos diag.Pos) *policy.Clause {
	i, _ := slices.BinarySearchFunc(o, pos, func(x owner, pos diag.Pos) int {
		if c := cmp.Or(cmp.Compare(x.line, pos.Line), cmp.Compare(x.col, pos.Col)); c != 0 {
			return c
		}
		return -1 // behind all that begin there
	})
	if i == 0 {
		return nil
	}
	return o[i-1].clause
}

// within reports whether a clause has the id, or one around it. It is false for
// nil.
func within(c *policy.Clause, id string) bool {
	for ; c != nil; c = c.Parent {
		if c.ID == id {
			return true
		}
	}
	return false
}
