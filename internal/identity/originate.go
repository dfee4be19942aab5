package identity

import (
	"iter"

	"diptych/internal/policy"
)

// originate says where the names of the clauses are from: a source, a clause
// that had it before, or their place.
func originate(p *policy.Policy, names result) ids {
	out, seen := make(ids, len(names)), map[string]bool{}
	for c := range clauses(p) {
		if id, ok := written(c); ok {
			seen[id] = true
		}
	}
	for c := range clauses(p) {
		x, ok := names[c]
		if !ok {
			continue
		}
		origin := policy.Derived
		if _, ok := written(c); ok {
			origin = policy.Explicit
		} else if seen[x.name] {
			origin = policy.Carried
		}
		out[c] = id{x, origin}
		seen[x.name] = true
	}
	return out
}

// clauses yields the clauses of all texts.
func clauses(p *policy.Policy) iter.Seq[*policy.Clause] {
	return func(yield func(*policy.Clause) bool) {
		for _, v := range p.Versions {
			for _, t := range v.Texts {
				for _, c := range t.Clauses {
					if !yield(c) {
						return
					}
				}
			}
		}
	}
}
