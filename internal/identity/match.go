package identity

import (
	"strings"
	"unicode"

	"diptych/internal/bitext"
	"diptych/internal/policy"
	"diptych/internal/redline"
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

// match joins the clauses of two languages that answer to each other. That two
// have one lineage already is a cue, as it may be from a version in which a
// typo made them look alike; where the words speak against it they part.
func (a *assigner) match(lead, t *policy.Text) {
	both := a.alignments.Align(lead, t, a.known(lead, t))
	x, y := a.side(lead), a.side(t)
	for _, c := range lead.Clauses {
		d := both.Partner(c)
		if d == nil || !hasID(c) || !hasID(d) || a.of[c] == a.of[d] && a.of[c] != nil {
			continue
		}
		if l := a.common(x, y, c, d); l != nil {
			a.give(x, c, l)
			a.give(y, d, l)
		}
	}
}

// side is one of two texts that are matched.
type side struct {
	lang    policy.Lang
	holds   map[*lineage]*policy.Clause
	written map[string]*policy.Clause
}

func (a *assigner) side(t *policy.Text) side {
	s := side{t.Lang, make(map[*lineage]*policy.Clause, len(t.Clauses)), map[string]*policy.Clause{}}
	for _, c := range t.Clauses {
		if l := a.of[c]; l != nil {
			s.holds[l] = c
		}
		if id, own := written(c); own {
			s.written[id] = c
		}
	}
	return s
}

// common returns the lineage for two clauses that answer to each other and have
// not the same: that of one of them where it can be the other's too, else a new
// one; nil where a source says otherwise.
func (a *assigner) common(x, y side, c, d *policy.Clause) *lineage {
	l, m := a.of[c], a.of[d]
	switch {
	case x.isAnother(c, d) || y.isAnother(d, c):
		return nil
	case l != nil && a.mayTake(y, d, l):
		return l
	case m != nil && a.mayTake(x, c, m):
		return m
	case keeps(c, l) || keeps(d, m):
		return nil
	}
	return a.begin()
}

// isAnother reports whether a clause of the side other than c writes the id that
// d writes: the sources say that these two are one.
func (s side) isAnother(c, d *policy.Clause) bool {
	id, own := written(d)
	return own && s.written[id] != nil && s.written[id] != c
}

// mayTake reports whether a clause of a side may take a lineage: no source gives
// either another id, and what had it before in that language was alike, more than
// what the clause was called before: else it would name two things.
func (a *assigner) mayTake(s side, c *policy.Clause, l *lineage) bool {
	if _, own := written(c); own && (l.written || keeps(c, a.of[c])) {
		return false
	}
	if keeps(s.holds[l], l) {
		return false
	}
	before := a.had[s.lang][l]
	if before == nil || translated(before, c) {
		return true
	}
	least := alike
	if was := a.had[s.lang][a.of[c]]; was != nil {
		least = max(least, redline.Alike(was, c))
	}
	return redline.Alike(before, c) >= least
}

// keeps reports whether the source of a clause writes the id of its lineage.
func keeps(c *policy.Clause, l *lineage) bool {
	if c == nil || l == nil {
		return false
	}
	id, own := written(c)
	return own && l.id == id
}

// give gives a clause of a side a lineage, and takes it from the one that has it.
func (a *assigner) give(s side, c *policy.Clause, l *lineage) {
	if a.of[c] == l {
		return
	}
	if d := s.holds[l]; d != nil {
		delete(a.of, d)
	}
	delete(s.holds, a.of[c])
	s.holds[l] = c
	a.lean(c, l)
}

// alike is how alike two clauses of one language are at least that one id names.
const alike = 0.15

// translated reports whether one of the clauses is written in Chinese and the
// other is not: a text that stood in another language at first.
func translated(c, d *policy.Clause) bool { return writesHan(c) != writesHan(d) }

func writesHan(c *policy.Clause) bool {
	return strings.ContainsFunc(strings.Join(c.Plain(), ""), func(r rune) bool { return unicode.Is(unicode.Han, r) })
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
			known.Join(c, d, keeps(c, a.of[c]) && keeps(d, a.of[d]) && !placed(a.of[c].id))
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
