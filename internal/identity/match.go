package identity

import (
	"strings"
	"unicode"

	"diptych/internal/bitext"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// match joins the clauses of two languages that answer to each other. That two
// were one in the version before is a cue and no more, as a typo may have made
// them look alike there; where the words speak against it they part.
func (a *assigner) match(lead, t *policy.Text) {
	x, y := a.side(lead), a.side(t)
	known := make(bitext.Known, len(lead.Clauses)+len(t.Clauses))
	for _, c := range lead.Clauses {
		if l := a.of[c]; l != nil && y.holds[l] != nil {
			known.Join(c, y.holds[l], false)
		}
	}
	both := bitext.Align(lead, t, known)
	a.made = append(a.made, both)
	for _, c := range lead.Clauses {
		d := both.Partner(c)
		if d == nil || !hasID(c) || !hasID(d) || a.of[c] == a.of[d] && a.of[c] != nil {
			continue
		}
		l := a.common(x, y, c, d)
		a.give(x, c, l)
		a.give(y, d, l)
	}
}

// side is one of two texts that are matched, and which of its clauses has a
// lineage.
type side struct {
	lang  policy.Lang
	holds map[*lineage]*policy.Clause
}

func (a *assigner) side(t *policy.Text) side {
	s := side{t.Lang, make(map[*lineage]*policy.Clause, len(t.Clauses))}
	for _, c := range t.Clauses {
		if l := a.of[c]; l != nil {
			s.holds[l] = c
		}
	}
	return s
}

// common returns the lineage for two clauses that answer to each other and have
// not the same: that of one of them where it can be the other's too, else a new
// one.
func (a *assigner) common(x, y side, c, d *policy.Clause) *lineage {
	switch l, m := a.of[c], a.of[d]; {
	case l != nil && a.mayTake(y, d, l):
		return l
	case m != nil && a.mayTake(x, c, m):
		return m
	}
	return new(lineage)
}

// mayTake reports whether a clause of a side may take a lineage: what had it
// before in that language was alike, more so than what the clause was before, and
// more so than what has it now. Else an id would name two things.
func (a *assigner) mayTake(s side, c *policy.Clause, l *lineage) bool {
	before, holder := a.had[s.lang][l], s.holds[l]
	if before == nil || translated(before, c) {
		return true
	}
	now, least := redline.Alike(before, c), alike
	if was := a.had[s.lang][a.of[c]]; was != nil {
		least = max(least, redline.Alike(was, c))
	}
	return now >= least && (holder == nil || now > redline.Alike(before, holder))
}

// alike is how alike two clauses of one language are at least that one id names.
const alike = 0.15

// translated reports whether one of the clauses is written in Chinese and the
// other is not: a text that stood in another language at first.
func translated(c, d *policy.Clause) bool { return writesHan(c) != writesHan(d) }

func writesHan(c *policy.Clause) bool {
	return strings.ContainsFunc(strings.Join(c.Plain(), ""), func(r rune) bool { return unicode.Is(unicode.Han, r) })
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
	a.of[c] = l
}
