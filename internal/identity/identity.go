// Package identity gives every clause of a policy its permanent id: the one
// that is written in a source, else the one of the clause it answers to in the
// version before or in the other language, else one made of its place. It
// keeps the laws that one clause has one id in all languages and versions,
// that an id names one clause, that a version which is added changes no id of
// those before it, unless it writes one out, and that writing ids out as they
// are changes none. Which clauses answer to each other it leaves to redline and
// bitext.
package identity

import (
	"diptych/internal/bitext"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// Assign sets ID and Origin of every clause of p, whose texts have their
// clauses with the ids that their sources give them. The result depends on
// nothing else. Versions are taken in order of time; of the texts of one
// version the prevailing one leads. After it source.Resolve alone writes to p.
//
// It returns the alignments that it made, for whoever needs them next.
func Assign(p *policy.Policy) *bitext.Alignments {
	found, alignments := find(p, redline.Answers)
	found.write(p)
	return alignments
}

// answers says which clause of the old text each of the new one answers to; see
// redline.Answers.
type answers func(old, new *policy.Text) map[*policy.Clause]*policy.Clause

// find returns the ids of the clauses of p, and the alignments that decide them.
// It changes nothing in p.
func find(p *policy.Policy, ask answers) (ids, *bitext.Alignments) {
	a := assigner{answers: ask, alignments: new(bitext.Alignments), of: map[*policy.Clause]*lineage{}, named: map[string]*lineage{},
		told: map[*policy.Clause]bool{}, lost: newLost(), had: map[policy.Lang]map[*lineage]*policy.Clause{}}
	last := map[policy.Lang]*policy.Text{}
	for _, v := range p.Versions {
		texts := leadFirst(v, p.Prevails)
		for _, t := range texts {
			a.carry(last[t.Lang], t)
			last[t.Lang] = t
		}
		a.share(texts)
		for _, t := range texts[1:] {
			a.match(texts[0], t)
		}
		for _, t := range texts {
			a.settle(t)
			a.number(t, v.Name)
			a.remember(t)
		}
	}
	a.name(p)
	return a.ids(p), a.alignments
}

func leadFirst(v *policy.Version, prevails policy.Lang) []*policy.Text {
	lead := v.TextOr(prevails)
	out := []*policy.Text{lead}
	for _, t := range v.Texts {
		if t != lead {
			out = append(out, t)
		}
	}
	return out
}

// lineage is one clause through all versions and languages.
type lineage struct {
	id      string // "" until it is named
	place   string // where it stood when it was new: c-3-2
	version string // in which it was new
	written bool   // some source gives it its id
}

// assigner holds what one find knows.
type assigner struct {
	answers    answers
	alignments *bitext.Alignments
	of         map[*policy.Clause]*lineage
	named      map[string]*lineage // by written id
	lost       lost
	had        map[policy.Lang]map[*lineage]*policy.Clause // what a lineage last was, in the versions before
	told       map[*policy.Clause]bool                     // clauses whose words alone tell their lineage
	order      []*lineage                                  // as they began
}

// hasID reports whether clauses of this form have ids of their own. That of the
// notes is fixed.
func hasID(c *policy.Clause) bool { return c.Form != policy.Endnotes }

// written returns the id that the source of a clause writes, if it does.
func written(c *policy.Clause) (id string, ok bool) {
	if c.Origin != policy.Explicit {
		return "", false
	}
	return c.ID, true
}

// begin adds a lineage.
func (a *assigner) begin() *lineage {
	l := &lineage{}
	a.order = append(a.order, l)
	return l
}

// join gives a clause a lineage, and the lineage the id that the clause's
// source writes; not where another is written already.
func (a *assigner) join(c *policy.Clause, l *lineage) bool {
	if !a.lean(c, l) {
		return false
	}
	if id, own := written(c); own {
		l.id, l.written = id, true
		a.named[id] = l
	}
	return true
}

// lean is join for what later steps may revise: an id that is made of a place,
// and that no clause before has, does not name the lineage yet. Ids that are
// written out as they are must change none.
func (a *assigner) lean(c *policy.Clause, l *lineage) bool {
	id, own := written(c)
	if own && l.written && l.id != id {
		return false
	}
	a.of[c] = l
	if own && !placed(id) {
		l.id, l.written = id, true
		a.named[id] = l
	}
	return true
}

// settle names the lineages of the clauses of a text that write an id.
func (a *assigner) settle(t *policy.Text) {
	for _, c := range t.Clauses {
		if l := a.of[c]; l != nil && !a.join(c, l) {
			a.join(c, a.begin())
		}
	}
}

// remember notes which clauses of a text have which lineages.
func (a *assigner) remember(t *policy.Text) {
	had := a.had[t.Lang]
	if had == nil {
		had = make(map[*lineage]*policy.Clause, len(t.Clauses))
		a.had[t.Lang] = had
	}
	for _, c := range t.Clauses {
		if l := a.of[c]; l != nil {
			had[l] = c
		}
	}
}
