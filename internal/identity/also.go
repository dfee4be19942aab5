package identity

import (
	"cmp"
	"iter"
	"slices"

	"diptych/internal/policy"
)

// called is what a clause is called.
type called struct {
	name  string
	also  []string
	never []string
	lost  []policy.Lost
}

// result is what the clauses are called that have a lineage.
type result map[*policy.Clause]called

// result adds to the names of a history the second targets, and says which ids
// were lost. before are the days before.
func (x state) result(before []state) result {
	out := make(result, len(x.names))
	for c, id := range x.names {
		out[c] = called{name: id}
	}
	own, also := x.public(before), x.also(before)
	if len(also) > 0 {
		first := x.first()
		for _, e := range x.history {
			x.share(e, own, also, first, out)
		}
	}
	x.lose(out)
	x.doubt(before, out)
	return out
}

// doubt notes what clauses are said to have been called and no clause was, on any
// day. What is made of a place is believed: it may have been written out since.
func (x state) doubt(before []state, out result) {
	var said []*policy.Clause
	for c := range x.history.clauses {
		if len(c.Former) > 0 && x.sense.of[c] != nil {
			said = append(said, c)
		}
	}
	if len(said) == 0 {
		return
	}
	was := map[string]bool{}
	for _, s := range append(slices.Clone(before), x) {
		for c, id := range s.names {
			was[id] = true
			if id, ok := written(c); ok {
				was[id] = true
			}
		}
	}
	for _, c := range said {
		y := out[c]
		for _, id := range c.Former {
			if !was[id] && !isPlace(id) {
				y.never = append(y.never, id)
			}
		}
		out[c] = y
	}
}

// public lists what clauses were called on the days before, the newest first.
func (x state) public(before []state) map[*policy.Clause][]string {
	out := map[*policy.Clause][]string{}
	for _, s := range slices.Backward(before) {
		for c := range s.clauses {
			if id := s.names[c]; id != "" && id != x.names[c] && !slices.Contains(out[c], id) {
				out[c] = append(out[c], id)
			}
		}
	}
	return out
}

// also lists what each lineage was called too, the newest first: what sources say
// that it was, and what was public before a source wrote an id.
func (x state) also(before []state) map[*lineage][]second {
	var all []second
	for i, e := range x.history {
		for c := range e.clauses {
			l := x.sense.of[c]
			for _, id := range x.sense.former[c] {
				all = append(all, second{alias{l, id}, true, i})
			}
			if id, _ := written(c); x.sense.newest[c] != "" {
				all = append(all, second{alias{l, id}, true, i}, second{alias{l, x.sense.newest[c]}, true, len(x.history)})
			}
		}
	}
	for k, s := range before {
		for c := range s.clauses {
			if id := s.names[c]; id != "" && id != x.names[c] {
				all = append(all, second{alias{x.sense.of[c], id}, false, k})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b second) int { return cmp.Or(order(b.said)-order(a.said), cmp.Compare(b.at, a.at)) })
	out := map[*lineage][]second{}
	for _, s := range all {
		if !slices.ContainsFunc(out[s.lineage], func(o second) bool { return o.id == s.id }) {
			out[s.lineage] = append(out[s.lineage], s)
		}
	}
	return out
}

// second is an id that a lineage had.
type second struct {
	alias
	said bool // by a source
	at   int  // version, or day
}

// share gives the clauses of a version their second targets. On a page an id is
// its clause's whose first id it is, else the target's that the source writes, else
// the clause's that had it there in public, else the clause's that comes first.
// What a clause is only said to have had it does not get where another clause of
// the version has that, and what it had in other versions alone not where any has.
func (x state) share(e edition, own map[*policy.Clause][]string, also map[*lineage][]second, first map[string]*lineage, out result) {
	here := state{history: history{e}, sense: x.sense, names: x.names}.first()
	for _, t := range e.texts {
		owner := x.owners(t)
		for _, c := range t.Clauses {
			for _, id := range own[c] {
				if l := x.sense.of[c]; owner[id] == nil {
					owner[id] = l
				}
			}
		}
		for _, c := range t.Clauses {
			l := x.sense.of[c]
			if l == nil {
				continue
			}
			y := out[c]
			for _, s := range also[l] {
				other, taken := first[s.id]
				if s.said {
					other, taken = here[s.id]
				}
				if owner[s.id] == nil && (!taken || other == l) {
					owner[s.id] = l
				}
				id := s.id
				if owner[id] == l && id != y.name {
					y.also = append(y.also, id)
				}
			}
			out[c] = y
		}
	}
}

// first returns whose first id each is in all versions; nil of several lineages.
func (x state) first() map[string]*lineage {
	out := map[string]*lineage{}
	for c := range x.clauses {
		id, l := x.names[c], x.sense.of[c]
		if other, taken := out[id]; taken && other != l {
			l = nil
		}
		out[id] = l
	}
	return out
}

// owners returns whose the first ids and the targets on the page of a text are.
func (x state) owners(t *policy.Text) map[string]*lineage {
	owner := make(map[string]*lineage, len(t.Clauses))
	for _, c := range t.Clauses {
		owner[x.names[c]] = x.sense.of[c]
	}
	nobody := new(lineage)
	for id := range targets(t) {
		if owner[id] == nil {
			owner[id] = nobody
		}
	}
	return owner
}

// lose notes, at the clauses of the last version, what sources write for them
// in versions before and leads nowhere in that: the clause is called something
// else, and does not say what it was.
func (x state) lose(out result) {
	if len(x.history) == 0 {
		return
	}
	order := x.history.inTime()
	last := x.history[order[len(order)-1]]
	there, at := map[string]bool{}, map[*lineage]*policy.Clause{}
	for c := range last.clauses {
		there[out[c].name] = true
		for _, id := range out[c].also {
			there[id] = true
		}
		id, explicit := written(c)
		if explicit {
			there[id] = true
		}
		if l := x.sense.of[c]; l != nil && (at[l] == nil || explicit && at[l].Origin != policy.Explicit) {
			at[l] = c
		}
	}
	for _, t := range last.texts {
		for id := range targets(t) {
			there[id] = true
		}
	}
	for _, i := range slices.Backward(order[:len(order)-1]) {
		e := x.history[i]
		for c := range e.clauses {
			id, ok := written(c)
			if d := at[x.sense.of[c]]; ok && d != nil && !there[id] && !e.private {
				there[id] = true
				y := out[d]
				y.lost = append(y.lost, policy.Lost{ID: id, Version: e.name})
				out[d] = y
			}
		}
	}
}

// targets yields the targets of a text that are no clauses'.
func targets(t *policy.Text) iter.Seq[string] {
	return func(yield func(string) bool) {
		clauses := make(map[string]int, len(t.Clauses))
		for _, c := range t.Clauses {
			clauses[c.ID]++
		}
		for _, id := range t.Anchors() {
			if clauses[id] > 0 {
				clauses[id]--
			} else if !yield(id) {
				return
			}
		}
	}
}
