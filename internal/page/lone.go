package page

import (
	"diptych/internal/bitext"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// lone knows how much of each clause stands in one of two texts only.
type lone map[*policy.Clause]*loneClause

type loneClause struct {
	units int
	alone []bitext.Unit
}

func newLone(b *bitext.Bitext) lone {
	out := make(lone)
	of := func(c *policy.Clause) *loneClause {
		if out[c] == nil {
			out[c] = &loneClause{}
		}
		return out[c]
	}
	for i := range b.Rows {
		for _, u := range b.Rows[i].Units() {
			of(u.Clause.Section()).units++
		}
	}
	for _, l := range b.Alone() {
		c := of(l.Clause())
		c.alone = append(c.alone, l.Units...)
	}
	return out
}

// tellLone writes into a row that only one side has a clause for what the other
// text has of it: all of it elsewhere, as sentences of another clause or at
// another place, or all but some parts. A clause says that it is in one language
// only where nothing of it is found in the other.
func (p *BilingualPart) tellLone(s *redline.Section, was, is lone) {
	c := is[s.New]
	if s.New == nil {
		c = was[s.Old]
	}
	switch {
	case c == nil || len(c.alone) == c.units:
	case len(c.alone) == 0:
		p.Elsewhere = true
	default:
		for _, u := range c.alone {
			p.Only = append(p.Only, shorten(u.Words, nameLength))
		}
	}
}
