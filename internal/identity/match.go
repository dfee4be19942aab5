package identity

import (
	"strings"
	"unicode"

	"diptych/internal/bitext"
	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

// match joins the clauses of two languages that answer to each other. That two
// were one in the version before is a cue and no more, as a typo may have made
// them look alike there; where the words speak against it they part.
func (f *follower) match(lead, t *policy.Text) {
	x, y := f.side(lead), f.side(t)
	known := make(bitext.Known, len(lead.Clauses)+len(t.Clauses))
	for _, c := range lead.Clauses {
		if l := f.of[c]; l != nil && y.holds[l] != nil {
			known.Join(c, y.holds[l], false)
		}
	}
	both := f.align(lead, t, known)
	f.made = append(f.made, both)
	for _, c := range lead.Clauses {
		d := both.Partner(c)
		if d == nil || !hasID(c) || !hasID(d) || f.of[c] == f.of[d] && f.of[c] != nil {
			continue
		}
		l := f.common(x, y, c, d)
		f.give(x, c, l)
		f.give(y, d, l)
	}
}

// side is one of two texts that are matched, and which of its clauses has a
// lineage.
type side struct {
	lang  policy.Lang
	holds map[*lineage]*policy.Clause
}

func (f *follower) side(t *policy.Text) side {
	s := side{t.Lang, make(map[*lineage]*policy.Clause, len(t.Clauses))}
	for _, c := range t.Clauses {
		if l := f.of[c]; l != nil {
			s.holds[l] = c
		}
	}
	return s
}

// common returns the lineage for two clauses that answer to each other and have
// not the same: that of one of them where it can be the other's too, else a new
// one.
func (f *follower) common(x, y side, c, d *policy.Clause) *lineage {
	switch l, m := f.of[c], f.of[d]; {
	case l != nil && f.mayTake(y, d, l):
		return l
	case m != nil && f.mayTake(x, c, m):
		return m
	}
	return new(lineage)
}

// mayTake reports whether a clause of a side may take a lineage: what had it
// before in that language was alike, more so than what the clause was before, and
// more so than what has it now. Else an id would name two things.
func (f *follower) mayTake(s side, c *policy.Clause, l *lineage) bool {
	before, holder := f.had[s.lang][l], s.holds[l]
	if before == nil || translated(before, c) {
		return true
	}
	now, least := plan.Alike(before, c), alike
	if was := f.had[s.lang][f.of[c]]; was != nil {
		least = max(least, plan.Alike(was, c))
	}
	return now >= least && (holder == nil || now > plan.Alike(before, holder))
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
func (f *follower) give(s side, c *policy.Clause, l *lineage) {
	if f.of[c] == l {
		return
	}
	if d := s.holds[l]; d != nil {
		delete(f.of, d)
	}
	delete(s.holds, f.of[c])
	s.holds[l] = c
	f.of[c] = l
}
