package identity

import (
	"maps"
	"slices"

	"diptych/internal/policy"
)

// unite makes lineages that the words hold apart one where sources write one id
// for them: whoever writes {#retention} over a clause that is worded anew, or
// over both languages of one that does not sound alike, says that it is one.
// Lineages that stand side by side in a text are two things, whatever is
// written: an id of both joins nothing.
//
// Ids are taken in the order of the alphabet, as that order stays when ids that
// were found are written out.
func unite(h history, of lineages) lineages {
	u := union{stands: map[*lineage][]*policy.Text{}, joined: map[*lineage]*lineage{}}
	writers := map[string][]*lineage{}
	for _, e := range h {
		for _, t := range e.texts {
			for _, c := range t.Clauses {
				l := of[c]
				u.stands[l] = append(u.stands[l], t)
				if id, ok := written(c); ok && !slices.Contains(writers[id], l) {
					writers[id] = append(writers[id], l)
				}
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(writers)) {
		u.join(writers[id])
	}
	if len(u.joined) == 0 {
		return of
	}
	out := make(lineages, len(of))
	for c, l := range of {
		out[c] = u.root(l)
	}
	return out
}

// union is which lineages were joined.
type union struct {
	stands map[*lineage][]*policy.Text // where a lineage stands, with all that were joined to it
	joined map[*lineage]*lineage
}

// root returns what a lineage has become.
func (u *union) root(l *lineage) *lineage {
	for u.joined[l] != nil {
		l = u.joined[l]
	}
	return l
}

// join makes lineages one, or none of them where two stand in one text.
func (u *union) join(all []*lineage) {
	var roots []*lineage
	seen := map[*policy.Text]bool{}
	for _, l := range all {
		l = u.root(l)
		if slices.Contains(roots, l) {
			continue
		}
		roots = append(roots, l)
		for _, t := range u.stands[l] {
			if seen[t] {
				return
			}
			seen[t] = true
		}
	}
	for _, l := range roots[1:] {
		u.joined[l] = roots[0]
		u.stands[roots[0]] = append(u.stands[roots[0]], u.stands[l]...)
	}
}
