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
	"diptych/internal/redline/plan"
)

// Assign sets ID and Origin of every clause of p, whose texts have their
// clauses with the ids that their sources give them. The result depends on
// nothing else. Versions are taken in order of time; of the texts of one
// version the prevailing one leads. After it source.Resolve alone writes to p.
//
// It returns the alignments that it made, for whoever needs them next.
func Assign(p *policy.Policy) *bitext.Alignments {
	cues := new(bitext.Cues)
	found, made := find(p, oracle{plan.Answers, cues.Align})
	found.write(p)
	return agreed(made, found, cues)
}

// oracle says which clauses answer to each other by what they say.
type oracle struct {
	answers func(old, new *policy.Text) map[*policy.Clause]*policy.Clause // which old one each new one answers to
	align   func(lead, t *policy.Text, known bitext.Known) *bitext.Bitext // two languages
}

// find returns the ids of the clauses of p, and the alignments that it made.
// It changes nothing in p. First the words alone tell which clauses are one,
// whatever ids stand in the sources; then those join what the words hold apart,
// and give the names. So writing ids out as they are changes none.
func find(p *policy.Policy, ask oracle) (ids, []*bitext.Bitext) {
	h := newHistory(p)
	of, made := follow(h, ask)
	return originate(p, name(h, unite(h, of))), made
}

// history is the texts of each version in order of time, the one that leads
// first.
type history []edition

// edition is one version.
type edition struct {
	name  string
	texts []*policy.Text
}

func newHistory(p *policy.Policy) history {
	var out history
	for _, v := range p.Versions {
		lead := v.TextOr(p.Prevails)
		e := edition{v.Name, []*policy.Text{lead}}
		for _, t := range v.Texts {
			if t != lead {
				e.texts = append(e.texts, t)
			}
		}
		out = append(out, e)
	}
	return out
}

// clauses yields the clauses of all versions.
func (h history) clauses(yield func(*policy.Clause) bool) {
	for _, e := range h {
		for c := range e.clauses {
			if !yield(c) {
				return
			}
		}
	}
}

// clauses yields the clauses of the version, the leading text's first.
func (e edition) clauses(yield func(*policy.Clause) bool) {
	for _, t := range e.texts {
		for _, c := range t.Clauses {
			if !yield(c) {
				return
			}
		}
	}
}

// hasID reports whether clauses of this form have ids of their own. That of the
// notes is fixed.
func hasID(c *policy.Clause) bool { return c.Form != policy.Endnotes }

// written returns the id that the source of a clause writes, if it does.
func written(c *policy.Clause) (id string, ok bool) {
	if c.Origin != policy.Explicit || !hasID(c) {
		return "", false
	}
	return c.ID, true
}
