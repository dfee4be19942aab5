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
	u := newUnion(h, of)
	u.unite(h)
	return u.lineages()
}

// union is which lineages were joined.
type union struct {
	of     lineages
	stands map[*lineage][]*policy.Text // where a lineage stands, with all that were joined to it
	joined map[*lineage]*lineage
	apart  map[[2]*lineage]bool // of which it is known that they stand side by side
}

func newUnion(h history, of lineages) *union {
	u := &union{of: of, stands: map[*lineage][]*policy.Text{}, joined: map[*lineage]*lineage{}, apart: map[[2]*lineage]bool{}}
	for _, e := range h {
		for _, t := range e.texts {
			for _, c := range t.Clauses {
				u.stands[of[c]] = append(u.stands[of[c]], t)
			}
		}
	}
	return u
}

// unite joins the lineages for which one id is written.
func (u *union) unite(h history) {
	writers := map[string][]*lineage{}
	for c := range h.clauses {
		if id, ok := written(c); ok && !slices.Contains(writers[id], u.of[c]) {
			writers[id] = append(writers[id], u.of[c])
		}
	}
	for _, id := range slices.Sorted(maps.Keys(writers)) {
		u.join(writers[id])
	}
}

// lineages returns what the lineages have become.
func (u *union) lineages() lineages {
	if len(u.joined) == 0 {
		return u.of
	}
	out := make(lineages, len(u.of))
	for c, l := range u.of {
		out[c] = u.root(l)
	}
	return out
}

// root returns what a lineage has become.
func (u *union) root(l *lineage) *lineage {
	for u.joined[l] != nil {
		l = u.joined[l]
	}
	return l
}

// join makes lineages one, or none of them where two stand in one text. It
// reports whether they are one.
func (u *union) join(all []*lineage) bool {
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
				return false
			}
			seen[t] = true
		}
	}
	for _, l := range roots[1:] {
		u.joined[l] = roots[0]
		u.stands[roots[0]] = append(u.stands[roots[0]], u.stands[l]...)
	}
	return true
}
