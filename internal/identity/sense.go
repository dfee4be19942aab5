package identity

import (
	"slices"

	"diptych/internal/policy"
)

// sense is what the sources of a history mean: which clauses are one, and what
// they are called.
type sense struct {
	of     lineages
	newest map[*policy.Clause]string   // the id by which a clause counts, where its source writes an older one
	former map[*policy.Clause][]string // what clauses are said to have been called, where that is so
	claims map[string][]claim          // ids that others do not get anew
}

// claim is an id that a lineage had, or is said to have had.
type claim struct {
	lineage *lineage
	since   int          // it is kept from others in the versions after this one; -1: in all
	text    *policy.Text // and in the other languages of this one
}

// written returns the id by which a clause counts whose source writes one.
func (s sense) written(c *policy.Clause) (id string, ok bool) {
	if id, ok = written(c); ok {
		if newest := s.newest[c]; newest != "" {
			return newest, true
		}
	}
	return id, ok
}

// understand reads a history whose clauses have these lineages as far as words
// tell.
func understand(h history, of lineages, before []state) sense {
	u, all := newUnion(h, of), sayings(h, of)
	if len(all) == 0 {
		u.unite(h)
		s := sense{of: u.lineages()}
		s.keep(before)
		return s
	}
	all = u.believe(all, holders(h, all, func(c *policy.Clause) []string {
		if id, ok := written(c); ok {
			return []string{id}
		}
		return nil
	}))
	u.unite(h)
	bare := sense{of: u.lineages()}
	bare.keepSaid(all)
	bare.keep(before)
	names := name(h, bare)
	all = u.believe(all, holders(h, all, func(c *policy.Clause) []string {
		out := []string{names[c]}
		for _, s := range before {
			if id := s.names[c]; id != "" && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
		return out
	}))
	s := sense{of: u.lineages(), former: map[*policy.Clause][]string{}}
	for _, x := range all {
		s.former[x.clause] = append(s.former[x.clause], x.id)
	}
	s.newest = newest(h, s.of, all)
	s.keepSaid(all)
	s.keep(before)
	return s
}

// keep claims what clauses were called on the days before, each id for the first
// lineage that had it.
func (s *sense) keep(before []state) {
	for _, x := range before {
		for c := range x.clauses {
			if id := x.names[c]; id != "" && !slices.ContainsFunc(s.claims[id], func(c claim) bool { return c.since < 0 }) {
				s.claim(id, claim{s.of[c], -1, nil})
			}
		}
	}
}

// public reports whether on a day before an id was another lineage's.
func (s sense) public(id string, l *lineage) bool {
	return slices.ContainsFunc(s.claims[id], func(c claim) bool { return c.since < 0 && c.lineage != l })
}

// keepSaid claims what clauses are said to have been called.
func (s *sense) keepSaid(all []said) {
	for _, x := range all {
		s.claim(x.id, claim{s.of[x.clause], x.edition, x.text})
	}
}

func (s *sense) claim(id string, c claim) {
	if s.claims == nil {
		s.claims = map[string][]claim{}
	}
	if !slices.Contains(s.claims[id], c) {
		s.claims[id] = append(s.claims[id], c)
	}
}
