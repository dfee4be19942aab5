package identity

import (
	"slices"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// share gives the clauses of a version that write one id one lineage.
func (a *assigner) share(texts []*policy.Text) {
	first := map[string]*policy.Clause{}
	for _, t := range texts {
		for _, c := range t.Clauses {
			id, own := written(c)
			if !own || a.of[c] != nil {
				continue
			}
			if l := a.named[id]; l != nil {
				a.free(t, l)
				a.join(c, l)
			} else if d := first[id]; d != nil {
				l = a.begin()
				a.join(d, l)
				a.join(c, l)
			} else {
				first[id] = c
			}
		}
	}
}

// free takes a lineage from the clause of a text that has it: another one
// writes its id.
func (a *assigner) free(t *policy.Text, l *lineage) {
	for _, c := range t.Clauses {
		if a.of[c] == l {
			delete(a.of, c)
		}
	}
}

// match gives clauses that have no lineage yet that of the clause which they
// answer to in the other language. Those that both texts have guide the
// alignment; where nothing is open there is nothing to do.
func (a *assigner) match(lead, t *policy.Text) {
	inLead, here := a.present(lead), a.present(t)
	if !(a.unsettled(lead) && a.open(t, inLead)) && !(a.unsettled(t) && a.open(lead, here)) {
		return
	}
	both := a.alignments.Align(lead, t, a.known(lead, t))
	for _, c := range lead.Clauses {
		d := both.Partner(c)
		if d == nil || !hasID(c) || !hasID(d) {
			continue
		}
		l, m := a.of[c], a.of[d]
		switch {
		case l == nil && m == nil:
			_, one := written(c)
			_, other := written(d)
			if !one || !other { // one id is share's business
				l = a.begin()
				a.join(c, l)
				a.join(d, l)
			}
		case m == nil && !here[l]:
			a.join(d, l)
		case l == nil && !inLead[m]:
			a.join(c, m)
		}
	}
}

// present returns the lineages that a text has.
func (a *assigner) present(t *policy.Text) map[*lineage]bool {
	out := make(map[*lineage]bool, len(t.Clauses))
	for _, c := range t.Clauses {
		if l := a.of[c]; l != nil {
			out[l] = true
		}
	}
	return out
}

// unsettled reports whether clauses of the text have no lineage yet.
func (a *assigner) unsettled(t *policy.Text) bool {
	return slices.ContainsFunc(t.Clauses, func(c *policy.Clause) bool { return hasID(c) && a.of[c] == nil })
}

// open reports whether clauses of the text are free for others: without lineage,
// or with one that the other text lacks.
func (a *assigner) open(t *policy.Text, other map[*lineage]bool) bool {
	return slices.ContainsFunc(t.Clauses, func(c *policy.Clause) bool { return hasID(c) && !other[a.of[c]] })
}

// known returns the clauses that are one in two texts because their lineage is.
func (a *assigner) known(lead, t *policy.Text) bitext.Known {
	first := make(map[*lineage]*policy.Clause, len(lead.Clauses))
	for _, c := range lead.Clauses {
		if l := a.of[c]; l != nil && a.sure(c) {
			first[l] = c
		}
	}
	known := make(bitext.Known, len(lead.Clauses)+len(t.Clauses))
	for _, d := range t.Clauses {
		if c := first[a.of[d]]; c != nil && a.sure(d) {
			known.Join(c, d, true)
		}
	}
	return known
}

// sure reports whether the lineage of a clause may guide an alignment. An id
// made of a place that is written out says no more than the words do: else the
// alignment would depend on which of them are.
func (a *assigner) sure(c *policy.Clause) bool {
	id, _ := written(c)
	return a.told[c] || !placed(id)
}

// placed reports whether an id is made of a place: c-3-2.
func placed(id string) bool {
	return len(id) > 2 && id[:2] == "c-" && id[2] >= '0' && id[2] <= '9'
}
