package identity

import (
	"slices"

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
	known := map[policy.Lang]byRank{}
	for _, e := range h {
		for _, t := range e.texts {
			f.carry(known[t.Lang].before(e.rank), t)
		}
		for _, t := range e.texts {
			known[t.Lang] = known[t.Lang].with(e.rank, t)
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

// ranked is a text with the rank of its version.
type ranked struct {
	rank int
	text *policy.Text
}

// byRank are the texts of one language, in the order of their ranks.
type byRank []ranked

// before returns the text that a version of this rank continues: the one of the
// version before it in time, or where there is none the first one behind it. It
// may be nil.
func (r byRank) before(rank int) *policy.Text {
	if len(r) == 0 {
		return nil
	}
	return r[max(r.find(rank)-1, 0)].text
}

// with returns r with one more text.
func (r byRank) with(rank int, t *policy.Text) byRank {
	return slices.Insert(r, r.find(rank), ranked{rank, t})
}

// find returns where a text of this rank stands or would stand.
func (r byRank) find(rank int) int {
	i, _ := slices.BinarySearchFunc(r, rank, func(x ranked, rank int) int { return x.rank - rank })
	return i
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
