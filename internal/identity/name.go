package identity

import (
	"cmp"
	"slices"

	"diptych/internal/policy"
)

// A clause has the id that its source writes. One whose source writes none has
// that of its lineage: what it was before in its language, else what it is or was
// in the other language, else what the sources write later; else an id made of
// its place. In one text an id is there once: what a source writes stays, then
// what was so called last. The one that yields has a new id from then on.

// namer gives the names.
type namer struct {
	of    map[*policy.Clause]*lineage
	taken map[string]bool       // ids that are written, targets, and places that were given
	later map[*lineage][]called // ids that sources write, in order of time
	texts map[*lineage][]stand  // where a lineage stands, in order of time
	names map[*policy.Clause]string
	last  map[*lineage]map[policy.Lang]called
}

// called is what a clause of a lineage was called, and in which version.
type called struct {
	id      string
	version int
}

// name names the clauses of p.
func (a *assigner) name(p *policy.Policy) ids {
	n := &namer{
		of: a.of, taken: map[string]bool{}, names: make(map[*policy.Clause]string, len(a.of)),
		later: map[*lineage][]called{}, texts: map[*lineage][]stand{}, last: map[*lineage]map[policy.Lang]called{},
	}
	for i, v := range p.Versions {
		for _, t := range leadFirst(v, p.Prevails) {
			reserve(n.taken, t)
			n.read(i, t)
		}
	}
	for i, v := range p.Versions {
		texts := leadFirst(v, p.Prevails)
		for _, t := range texts {
			n.text(i, v.Name, t)
		}
	}
	return n.ids(p)
}

// stand is a text in which a lineage stands, with the ids that it writes.
type stand struct {
	version int
	clause  *policy.Clause
	writes  map[string]*policy.Clause
}

// read notes the ids that a text of version i writes.
func (n *namer) read(i int, t *policy.Text) {
	writes := map[string]*policy.Clause{}
	for _, c := range t.Clauses {
		l := n.of[c]
		if l != nil {
			n.texts[l] = append(n.texts[l], stand{i, c, writes})
		}
		if id, own := written(c); own {
			n.taken[id], writes[id] = true, c
			if l != nil {
				n.later[l] = append(n.later[l], called{id, i})
			}
		}
	}
}

// reaches reports whether a lineage may have an id from version i on that a source
// writes for it later: nothing else is called so in the texts between.
func (n *namer) reaches(i int, l *lineage, x called) bool {
	for _, s := range n.texts[l] {
		if c := s.writes[x.id]; s.version >= i && s.version <= x.version && c != nil && c != s.clause {
			return false
		}
	}
	return true
}

// text names the clauses of a text of version i.
func (n *namer) text(i int, version string, t *policy.Text) {
	here := make(map[string]bool, len(t.Clauses))
	var heirs []heir
	for _, c := range t.Clauses {
		if id, own := written(c); own {
			n.names[c], here[id] = id, true
		} else if hasID(c) {
			heirs = append(heirs, heir{c, n.inherits(i, t.Lang, n.of[c])})
		}
	}
	slices.SortStableFunc(heirs, func(g, h heir) int { return cmp.Compare(h.newest(), g.newest()) })
	for _, h := range heirs {
		for _, x := range h.names {
			if !here[x.id] {
				n.names[h.clause], here[x.id] = x.id, true
				break
			}
		}
	}
	at := places(t)
	for _, c := range t.Clauses {
		if hasID(c) && n.names[c] == "" {
			id := at[c]
			for n.taken[id] {
				id += "-" + version
			}
			n.names[c], n.taken[id] = id, true
		}
		if l := n.of[c]; l != nil {
			if n.last[l] == nil {
				n.last[l] = map[policy.Lang]called{}
			}
			n.last[l][t.Lang] = called{n.names[c], i}
		}
	}
}

// heir is a clause without a written id, and what it may be called for its
// lineage, the best first.
type heir struct {
	clause *policy.Clause
	names  []called
}

// newest is the version of the best name, -1 where there is none.
func (h heir) newest() int {
	if len(h.names) == 0 {
		return -1
	}
	return h.names[0].version
}

// inherits returns what a clause in version i may be called for its lineage.
func (n *namer) inherits(i int, lang policy.Lang, l *lineage) []called {
	var out, others []called
	for in, x := range n.last[l] {
		if in == lang {
			out = append(out, x)
		} else {
			others = append(others, x)
		}
	}
	slices.SortFunc(others, func(x, y called) int {
		return cmp.Or(cmp.Compare(y.version, x.version), cmp.Compare(x.id, y.id))
	})
	out = append(out, others...)
	for _, x := range n.later[l] {
		if x.version >= i && n.reaches(i, l, x) {
			out = append(out, called{x.id, -1})
		}
	}
	return out
}

// reserve takes the names of the targets of a text that are no clauses'.
func reserve(taken map[string]bool, t *policy.Text) {
	clauses := make(map[string]int, len(t.Clauses))
	for _, c := range t.Clauses {
		clauses[c.ID]++
	}
	for _, id := range t.Anchors() {
		if clauses[id] > 0 {
			clauses[id]--
		} else {
			taken[id] = true
		}
	}
}

// ids returns the names, and where they are from.
func (n *namer) ids(p *policy.Policy) ids {
	out, seen := make(ids, len(n.names)), map[string]bool{}
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			for _, c := range t.Clauses {
				if _, own := written(c); own {
					seen[c.ID] = true
				}
			}
		}
	}
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			for _, c := range t.Clauses {
				name, ok := n.names[c]
				if !ok {
					continue
				}
				origin := policy.Derived
				if _, own := written(c); own {
					origin = policy.Explicit
				} else if seen[name] {
					origin = policy.Carried
				}
				out[c] = id{name, origin}
				seen[name] = true
			}
		}
	}
	return out
}
