package identity

import (
	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// lineage is one clause through all versions and languages. In one text it
// stands once at most.
type lineage struct{ _ byte } // not of size zero: two of them differ

// lineages say which clause is which; every clause that has an id has one.
type lineages map[*policy.Clause]*lineage

// follow finds the lineages as far as the words tell, and the alignments of
// languages that it made for that.
func follow(h history, ask oracle) (lineages, []*bitext.Bitext) {
	f := follower{oracle: ask, of: lineages{}, lost: newLost(), had: map[policy.Lang]map[*lineage]*policy.Clause{}}
	last := map[policy.Lang]*policy.Text{}
	for _, e := range h {
		for _, t := range e.texts {
			f.carry(last[t.Lang], t)
			last[t.Lang] = t
		}
		for _, t := range e.texts[1:] {
			f.match(e.texts[0], t)
		}
		for _, t := range e.texts {
			f.complete(t)
			f.remember(t)
		}
	}
	return f.of, f.made
}

// follower is one call of follow.
type follower struct {
	oracle
	made []*bitext.Bitext
	of   lineages
	lost lost
	had  map[policy.Lang]map[*lineage]*policy.Clause // what a lineage last was, in the versions before
}

// complete gives a lineage to every clause of the text that has none.
func (f *follower) complete(t *policy.Text) {
	for _, c := range t.Clauses {
		if hasID(c) && f.of[c] == nil {
			f.of[c] = new(lineage)
		}
	}
}

// remember notes which clauses of a text have which lineages.
func (f *follower) remember(t *policy.Text) {
	had := f.had[t.Lang]
	if had == nil {
		had = make(map[*lineage]*policy.Clause, len(t.Clauses))
		f.had[t.Lang] = had
	}
	for _, c := range t.Clauses {
		if l := f.of[c]; l != nil {
			had[l] = c
		}
	}
}
