package identity

import (
	"slices"
	"strings"

	"diptych/internal/policy"
)

// state is what clauses are called while a history goes no further.
type state struct {
	history
	sense sense
	names map[*policy.Clause]string
}

// newState names the clauses of a history, the days before which are known.
func newState(h history, of lineages, before []state) state {
	s := understand(h, of, before)
	return state{h, s, name(h, s)}
}

// maxDays bounds the days that are looked at, so that no policy takes long.
const maxDays = 256

// past returns what was public before: the history up to each version behind
// which one comes that may rename something. The first of these days may be known.
func past(h history, of lineages, known []state) []state {
	var out []state
	w := watch{of: of, pairs: map[alias]bool{}, ids: map[string]bool{}, stands: map[*lineage]bool{}, group: newUnion(nil, of), lone: map[pair]bool{}, first: map[string]*lineage{}, former: map[string]bool{}}
	for k, e := range h {
		if len(out) < maxDays && w.mayRename(e) {
			if n := len(out); n < len(known) {
				out = append(out, known[n])
			} else {
				out = append(out, newState(h[:k], of, out))
			}
		}
		w.add(e)
	}
	return out
}

// watch knows of a history what decides whether the next version may rename
// clauses of those before. It errs on the safe side.
type watch struct {
	of     lineages
	open   bool            // there is a clause whose source writes no id
	pairs  map[alias]bool  // ids that a version wrote for one lineage alone
	ids    map[string]bool // that were written, or are targets of other kinds
	stands map[*lineage]bool
	said   bool                // a source says what a clause was called
	former map[string]bool     // what clauses are said to have been called
	meets  bool                // one of that is written, too: clauses may count under a newer id
	group  *union              // lineages for which one id is written
	lone   map[pair]bool       // two of a group that stood side by side
	first  map[string]*lineage // for which an id was first written
}

// pair is two lineages.
type pair [2]*lineage

// mayRename reports whether a version may: it writes an id for a clause that was
// there, or one that another may have, or a source says what a clause was called.
func (w *watch) mayRename(e edition) bool {
	if w.meets || w.meet(e) || w.open && w.said {
		return true
	} else if !w.open {
		return false
	}
	for c := range e.clauses {
		id, ok := written(c)
		if len(c.Former) > 0 || ok && !w.pairs[alias{w.of[c], id}] && (w.stands[w.of[c]] || w.ids[id] || isPlace(id)) {
			return true
		}
	}
	seen := map[string]*lineage{}
	for c := range e.clauses {
		if id, ok := written(c); ok && seen[id] != nil && seen[id] != w.of[c] {
			return true
		} else if ok {
			seen[id] = w.of[c]
		}
	}
	for _, t := range e.texts {
		for id := range targets(t) {
			if isPlace(id) && !w.ids[id] {
				return true
			}
		}
	}
	return w.parts(e)
}

// meet reports whether what clauses are said to have been called is written once
// there is this version.
func (w *watch) meet(e edition) bool {
	former, ids := map[string]bool{}, map[string]bool{}
	for c := range e.clauses {
		if id, ok := written(c); ok {
			ids[id] = true
		}
		for _, id := range c.Former {
			former[id] = true
		}
	}
	for id := range former {
		if w.ids[id] || ids[id] {
			return true
		}
	}
	for id := range ids {
		if w.former[id] {
			return true
		}
	}
	return false
}

// parts reports whether lineages for which one id is written stand side by side
// for the first time: they are no longer one.
func (w *watch) parts(e edition) bool {
	if len(w.group.joined) == 0 {
		return false
	}
	out := false
	for _, t := range e.texts {
		here := map[*lineage]*lineage{}
		for _, c := range t.Clauses {
			l := w.of[c]
			root := w.group.root(l)
			if other := here[root]; l != nil && other != nil && !w.lone[pair{other, l}] {
				w.lone[pair{other, l}], out = true, true
			}
			here[root] = l
		}
	}
	return out
}

// add takes a version down.
func (w *watch) add(e edition) {
	w.meets = w.meets || w.meet(e)
	s := share(e, sense{of: w.of})
	for c := range e.clauses {
		l := w.of[c]
		if l == nil {
			continue
		}
		w.stands[l], w.said = true, w.said || len(c.Former) > 0
		for _, id := range c.Former {
			w.former[id] = true
		}
		id, ok := written(c)
		if !ok {
			w.open = true
			continue
		}
		w.ids[id] = true
		if w.first[id] == nil {
			w.first[id] = l
		}
		if a, b := w.group.root(w.first[id]), w.group.root(l); a != b {
			w.group.joined[b] = a
		}
		if s.holder[id] == l {
			w.pairs[alias{l, id}] = true
		}
	}
	for _, t := range e.texts {
		for id := range targets(t) {
			w.ids[id] = true
		}
	}
}

// isPlace reports whether an id may be one that is made of a place.
func isPlace(id string) bool { return strings.HasPrefix(id, "c-") }

// settle names the clauses of a history for good. What is private is named as if
// it came last, and renames nothing.
func settle(h history, of lineages) result {
	out, _ := settleAgain(h, of, nil)
	return out
}

// settleAgain settles a history of which the first days are known, and returns
// all days.
func settleAgain(h history, of lineages, known []state) (result, []state) {
	public := len(h)
	if i := slices.IndexFunc(h, func(e edition) bool { return e.private }); i >= 0 {
		public = i
	}
	days := past(h[:public], of, known)
	last := newState(h[:public], of, days)
	out := last.result(days)
	if public == len(h) {
		return out, days
	}
	before := append(slices.Clip(days), last)
	private := newState(h, of, before).result(before)
	for _, e := range h[public:] {
		for c := range e.clauses {
			out[c] = private[c]
		}
	}
	return out, days
}
