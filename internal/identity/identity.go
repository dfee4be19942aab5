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
// It changes nothing in p. First the words alone tell which clauses are one,
// whatever ids stand in the sources; then those give the names. So writing ids
// out as they are changes none.
func find(p *policy.Policy, ask answers) (ids, *bitext.Alignments) {
	a := assigner{
		answers: ask, alignments: new(bitext.Alignments),
		of: map[*policy.Clause]*lineage{}, lost: newLost(), had: map[policy.Lang]map[*lineage]*policy.Clause{},
	}
	last := map[policy.Lang]*policy.Text{}
	for _, v := range p.Versions {
		texts := leadFirst(v, p.Prevails)
		for _, t := range texts {
			a.carry(last[t.Lang], t)
			last[t.Lang] = t
		}
		for _, t := range texts[1:] {
			a.match(texts[0], t)
		}
		for _, t := range texts {
			a.complete(t)
			a.remember(t)
		}
	}
	found := a.name(p)
	a.reuse(p, found)
	return found, a.alignments
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

// lineage is one clause through all versions and languages, as far as the words
// tell.
type lineage struct{ _ byte } // not of size zero: two of them differ

// assigner holds what one find knows.
type assigner struct {
	answers    answers
	alignments *bitext.Alignments
	made       []*bitext.Bitext
	of         map[*policy.Clause]*lineage
	lost       lost
	had        map[policy.Lang]map[*lineage]*policy.Clause // what a lineage last was, in the versions before
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

// complete gives a lineage to every clause of the text that has none.
func (a *assigner) complete(t *policy.Text) {
	for _, c := range t.Clauses {
		if hasID(c) && a.of[c] == nil {
			a.of[c] = new(lineage)
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

// reuse hands the alignments on to whoever needs them next, where the ids that
// came out of them agree with them: they would only be found again.
func (a *assigner) reuse(p *policy.Policy, found ids) {
	for _, b := range a.made {
		there := make(map[string]*policy.Clause, len(b.Right.Clauses))
		for _, d := range b.Right.Clauses {
			if hasID(d) {
				there[found[d].name] = d
			}
		}
		agree := true
		for _, c := range b.Left.Clauses {
			if hasID(c) && there[found[c].name] != b.Partner(c) && there[found[c].name] != nil {
				agree = false
				break
			}
		}
		if agree {
			a.alignments.Hold(b)
		}
	}
}
