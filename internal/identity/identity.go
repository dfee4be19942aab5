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
	"slices"

	"diptych/internal/bitext"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// Assign sets ID and Origin of every clause of p, whose texts have their
// clauses with the ids that their sources give them. The result depends on
// nothing else. Versions are taken in order of time; of the texts of one
// version the prevailing one leads.
//
// It returns the alignments that it made, for whoever needs them next.
func Assign(p *policy.Policy) *bitext.Memo {
	a := assigner{memo: new(bitext.Memo), of: map[*policy.Clause]*lineage{}, named: map[string]*lineage{},
		own: map[*policy.Clause]string{}, told: map[*policy.Clause]bool{}, lost: newLost()}
	last := map[policy.Lang]*policy.Text{}
	for _, v := range p.Versions {
		texts := leadFirst(v, p.Prevails)
		for _, t := range texts {
			a.follow(last[t.Lang], t)
			last[t.Lang] = t
		}
		a.share(texts)
		for _, t := range texts[1:] {
			a.across(texts[0], t)
		}
		for _, t := range texts {
			a.begin(t, v.Name)
		}
	}
	a.name(p)
	return a.memo
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

type assigner struct {
	memo  *bitext.Memo
	of    map[*policy.Clause]*lineage
	named map[string]*lineage // by written id
	lost  lost
	own   map[*policy.Clause]string // ids that the sources write
	told  map[*policy.Clause]bool   // clauses whose words alone tell their lineage
	order []*lineage                // as they began
}

// names reports whether clauses of this form have ids of their own here. That of
// the notes is fixed.
func names(c *policy.Clause) bool { return c.Form != policy.Endnotes }

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

// follow gives the clauses of a text the lineages of those that they answer to
// in the text before, which may be nil, or of a lost one that they repeat. A
// written id that a clause before had decides. What answers to what is asked of
// texts without ids: it must not depend on which of them are written out.
func (a *assigner) follow(old, t *policy.Text) {
	here := map[*lineage]bool{}
	join := func(c *policy.Clause, l *lineage) bool {
		ok := l != nil && !here[l] && a.join(c, l)
		if ok {
			here[l] = true
		}
		return ok
	}
	for _, c := range t.Clauses {
		if c.Origin == policy.Explicit {
			a.own[c] = c.ID
			join(c, a.named[c.ID])
		}
		if names(c) {
			c.ID, c.Origin = "", policy.Derived
		}
	}
	if old == nil {
		return
	}
	tell := func(c *policy.Clause, l *lineage) bool {
		a.told[c] = a.of[c] == nil && join(c, l) || l != nil && a.of[c] == l
		return a.told[c]
	}
	answers := redline.Answers(old, t)
	var left []*policy.Clause
	for _, c := range t.Clauses {
		if names(c) && !tell(c, a.of[answers[c]]) {
			left = append(left, c)
		}
	}
	a.lost.leave(old, a.of, answers)
	for _, c := range left {
		tell(c, a.lost.find(t.Lang, c))
	}
}

// join gives a clause a lineage, and the lineage the id that the clause's
// source writes; not where another is written already.
func (a *assigner) join(c *policy.Clause, l *lineage) bool {
	id, own := a.own[c]
	if own && l.written && l.id != id {
		return false
	}
	a.of[c] = l
	if own {
		l.id, l.written = id, true
		a.named[id] = l
	}
	return true
}

// share gives the clauses of a version that write one id one lineage.
func (a *assigner) share(texts []*policy.Text) {
	first := map[string]*policy.Clause{}
	for _, t := range texts {
		for _, c := range t.Clauses {
			id, own := a.own[c]
			if !own || a.of[c] != nil {
				continue
			}
			if l := a.named[id]; l != nil {
				a.free(t, l)
				a.join(c, l)
			} else if d := first[id]; d != nil {
				l = a.new()
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

func (a *assigner) new() *lineage {
	l := &lineage{}
	a.order = append(a.order, l)
	return l
}

// across gives clauses that have no lineage yet that of the clause which they
// answer to in the other language. Those that both texts have guide the
// alignment; where nothing is open there is nothing to do.
func (a *assigner) across(lead, t *policy.Text) {
	inLead, here := a.present(lead), a.present(t)
	if !(a.unsettled(lead) && a.open(t, inLead)) && !(a.unsettled(t) && a.open(lead, here)) {
		return
	}
	a.lend(lead)
	a.lend(t)
	both := a.memo.Of(lead, t)
	for _, c := range lead.Clauses {
		d := both.Partner(c)
		if d == nil || !names(c) || !names(d) {
			continue
		}
		l, m := a.of[c], a.of[d]
		switch {
		case l == nil && m == nil:
			if a.own[c] == "" || a.own[d] == "" { // one id is share's business
				l = a.new()
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

// unsettled reports whether clauses of the text have no lineage yet.
func (a *assigner) unsettled(t *policy.Text) bool {
	return slices.ContainsFunc(t.Clauses, func(c *policy.Clause) bool { return names(c) && a.of[c] == nil })
}

// open reports whether clauses of the text are free for others: without lineage,
// or with one that the other text lacks.
func (a *assigner) open(t *policy.Text, other map[*lineage]bool) bool {
	return slices.ContainsFunc(t.Clauses, func(c *policy.Clause) bool { return names(c) && !other[a.of[c]] })
}

// lend gives clauses ids under which bitext knows what belongs together. An id
// made of a place that is written out says no more than the words do: else the
// alignment would depend on which of them are.
func (a *assigner) lend(t *policy.Text) {
	at := make(map[*lineage]int, len(a.order))
	for i, l := range a.order {
		at[l] = i
	}
	for _, c := range t.Clauses {
		if l := a.of[c]; l != nil && (a.told[c] || !placed(a.own[c])) {
			c.ID, c.Origin = lent(at[l]), policy.Carried
		} else if names(c) {
			c.ID, c.Origin = "", policy.Derived
		}
	}
}

// placed reports whether an id is made of a place: c-3-2.
func placed(id string) bool {
	return len(id) > 2 && id[:2] == "c-" && id[2] >= '0' && id[2] <= '9'
}
