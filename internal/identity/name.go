package identity

import (
	"cmp"
	"slices"

	"diptych/internal/policy"
)

// A clause is called what its source writes. For the clauses whose sources write
// nothing a lineage has one name in each version, in all languages:
//
//  1. the first id that the version writes for it and for no other lineage;
//  2. else what it was called before, the newest name first, unless this version
//     writes that for another, or another was so called later; what a version
//     wrote for two does not count;
//  3. else what the next version that writes for it gives it by 1, unless it is
//     another's from this version to that one: written for it, or what a lineage
//     that stands there was called before; and unless another had it in public;
//  4. else one made of its place, that is written for no other and no other had.
//
// In one text no name is there twice. Written ones are not, or markup reports
// them. One that is given is written for no other lineage in the version: each
// of the four says so. It is not given to two: 2 shares out in order of time;
// what 3 gives went to none before that stands here, and of two lineages that it
// could give one name, the version that writes first is in the way of the other;
// what 4 gives is nobody else's. And a lineage stands in a text once.
//
// Writing out names that were given changes none of them, in whichever texts. 1:
// what is added for a lineage is what it has by the first that applies, and is
// nobody else's in the version. 2: names before are the same, and whoever has a
// name now that is written could have kept nobody from it but those who did not
// get it. 3: until the next version that writes for it a lineage keeps the name
// that it gets here, so what is added between is that name. No other lineage is
// called so between, so nothing is added in its way; and what was in the way
// still is. 4: what is added later and was made of a place is the lineage's
// alone, so that it yields the same by 3, or by 4 again. Which lineages there are
// stays the same too; see unite.

// name names the clauses that have a lineage.
func name(h history, s sense) map[*policy.Clause]string {
	n := newNamer(h, s)
	for i, e := range h {
		n.edition(i)
		n.remember(e, n.shares[i])
	}
	return n.names
}

// namer gives the names, version after version.
type namer struct {
	sense
	shares []*shares // of each version
	places placing
	called map[*lineage]map[string]int // in which text, counted from the first, a lineage was last called so
	had    map[string][]*lineage       // the lineages that were called so
	texts  int
	names  map[*policy.Clause]string
}

func newNamer(h history, s sense) *namer {
	n := &namer{
		sense: s, places: newPlacing(h, s), called: map[*lineage]map[string]int{},
		had: map[string][]*lineage{}, names: make(map[*policy.Clause]string, len(s.of)),
	}
	for _, e := range h {
		n.shares = append(n.shares, share(e, s))
	}
	return n
}

// edition names the lineages of version i.
func (n *namer) edition(i int) {
	s := n.shares[i]
	for _, x := range n.heirs(s.open) {
		s.give(x.lineage, x.id)
	}
	for _, x := range s.open {
		if s.given[x.lineage] != "" {
			continue
		}
		if id, ok := n.next(i, x.lineage); ok {
			s.give(x.lineage, id)
		} else {
			s.give(x.lineage, n.places.of(x, i, s, n.had))
		}
	}
}

// heir is a name that a lineage had, and in which text it last did.
type heir struct {
	lineage *lineage
	id      string
	text    int
}

// heirs returns what the lineages that are open were called, the newest first.
// Two of one text are of two lineages and two names.
func (n *namer) heirs(open []opening) []heir {
	var out []heir
	for _, x := range open {
		for id, text := range n.called[x.lineage] {
			out = append(out, heir{x.lineage, id, text})
		}
	}
	slices.SortFunc(out, func(x, y heir) int { return cmp.Compare(y.text, x.text) })
	return out
}

// next returns the name that the next version after i which writes for a lineage
// gives it, if it may have that already.
func (n *namer) next(i int, l *lineage) (id string, ok bool) {
	to := i + 1
	for ; to < len(n.shares); to++ {
		if id, ok = n.shares[to].writes[l]; ok {
			break
		}
	}
	if id == "" || n.public(id, l) {
		return "", false
	}
	for _, s := range n.shares[i : to+1] {
		if !s.isFree(id, l) {
			return "", false
		}
	}
	for _, other := range n.had[id] {
		for _, s := range n.shares[i:to] {
			if other != l && s.stand[other] {
				return "", false
			}
		}
	}
	return id, true
}

// remember notes what the clauses of a version are called. What the leading text
// says is the newest.
func (n *namer) remember(e edition, s *shares) {
	for _, t := range slices.Backward(e.texts) {
		for _, c := range t.Clauses {
			l := n.of[c]
			if l == nil {
				continue
			}
			id, ok := n.written(c)
			if !ok {
				id = s.given[l]
			}
			n.names[c] = id
			if !slices.Contains(n.had[id], l) {
				n.had[id] = append(n.had[id], l)
			}
			if s.holder[id] == nil { // it is written for two: nobody goes on with it
				continue
			}
			if n.called[l] == nil {
				n.called[l] = map[string]int{}
			}
			n.called[l][id] = n.texts
		}
		n.texts++
	}
}
