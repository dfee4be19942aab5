package identity

import (
	"slices"

	"diptych/internal/policy"
)

// said is an id that the source of a clause says that it was called:
// {#keeping was="retention"}.
type said struct {
	clause  *policy.Clause
	edition int
	text    *policy.Text
	id      string
}

// sayings lists what the sources of a history say, in order of time.
func sayings(h history, of lineages) []said {
	var out []said
	for i, e := range h {
		for _, t := range e.texts {
			for _, c := range t.Clauses {
				for _, id := range c.Former {
					if of[c] != nil {
						out = append(out, said{c, i, t, id})
					}
				}
			}
		}
	}
	return out
}

// holder is a clause of an id, and in which version.
type holder struct {
	clause  *policy.Clause
	edition int
}

// holders lists the clauses of each id that something is said of, in order of time.
func holders(h history, all []said, idsOf func(*policy.Clause) []string) map[string][]holder {
	out := map[string][]holder{}
	for _, x := range all {
		out[x.id] = nil
	}
	for i, e := range h {
		for c := range e.clauses {
			for _, id := range idsOf(c) {
				if y, ok := out[id]; ok && id != "" {
					out[id] = append(y, holder{c, i})
				}
			}
		}
	}
	return out
}

// believe joins the lineages of clauses with those of the clauses that have the
// ids which they are said to have had: older ones, newer ones, and those in the
// other language. Where another clause of the version has the id, or had it in
// public, nothing is believed. It returns what is. Of two clauses of a version that are said to have
// had one id the first is believed.
func (u *union) believe(all []said, holders map[string][]holder) []said {
	var out []said
	believed := map[string][]said{}
	for _, x := range all {
		l := u.of[x.clause]
		if slices.ContainsFunc(holders[x.id], func(y holder) bool { return y.edition == x.edition && !u.mayJoin(l, u.of[y.clause]) }) {
			continue
		}
		if slices.ContainsFunc(believed[x.id], func(y said) bool { return y.edition == x.edition && !u.mayJoin(l, u.of[y.clause]) }) {
			continue
		}
		for _, y := range holders[x.id] {
			if m := u.of[y.clause]; m != nil && u.root(l) != u.root(m) && u.mayJoin(l, m) {
				u.join([]*lineage{l, m})
			}
		}
		out, believed[x.id] = append(out, x), append(believed[x.id], x)
	}
	return out
}

// mayJoin reports whether two lineages are one, or can be.
func (u *union) mayJoin(l, m *lineage) bool {
	l, m = u.root(l), u.root(m)
	switch {
	case l == m:
		return true
	case u.apart[[2]*lineage{l, m}]:
		return false
	}
	here := make(map[*policy.Text]bool, len(u.stands[l]))
	for _, t := range u.stands[l] {
		here[t] = true
	}
	if slices.ContainsFunc(u.stands[m], func(t *policy.Text) bool { return here[t] }) {
		u.apart[[2]*lineage{l, m}] = true
		return false
	}
	return true
}

// newest returns the ids by which clauses count whose sources write older ones:
// of ids that sources write and that are said to be one, that which the last version writes, and in one
// version the first that is not said to be what another was. Where a version
// writes that for another clause too, its clause counts under its own.
func newest(h history, of lineages, all []said) map[*policy.Clause]string {
	writes := map[alias]bool{}
	for c := range h.clauses {
		if id, ok := written(c); ok {
			writes[alias{of[c], id}] = true
		}
	}
	g := groups{}
	for _, x := range all {
		if id, ok := written(x.clause); ok && writes[alias{of[x.clause], x.id}] {
			g.join(of[x.clause], id, x.id)
		}
	}
	if len(g) == 0 {
		return nil
	}
	chosen := g.choose(h, of, all)
	out := map[*policy.Clause]string{}
	for _, e := range h {
		others, several := map[string]*lineage{}, map[string]bool{}
		for c := range e.clauses {
			if id, ok := written(c); ok {
				several[id] = several[id] || others[id] != nil && others[id] != of[c]
				others[id] = of[c]
			}
		}
		for c := range e.clauses {
			id, ok := written(c)
			if !ok {
				continue
			}
			to := chosen[g.root(alias{of[c], id})]
			if l := others[to]; to != "" && to != id && !several[to] && (l == nil || l == of[c]) {
				out[c], others[to] = to, of[c]
			}
		}
	}
	return out
}

// choose returns the newest id of each group.
func (g groups) choose(h history, of lineages, all []said) map[alias]string {
	old := map[int]map[alias]bool{} // what a version says that clauses were called
	for _, x := range all {
		if old[x.edition] == nil {
			old[x.edition] = map[alias]bool{}
		}
		old[x.edition][alias{of[x.clause], x.id}] = true
	}
	chosen := map[alias]string{}
	for _, i := range slices.Backward(h.inTime()) {
		e := h[i]
		for _, again := range [...]bool{false, true} {
			for c := range e.clauses {
				id, ok := written(c)
				at := alias{of[c], id}
				if root := g.root(at); ok && g[at] != (alias{}) && chosen[root] == "" && (again || !old[i][at]) {
					chosen[root] = id
				}
			}
		}
	}
	return chosen
}

// alias is an id of a lineage.
type alias struct {
	lineage *lineage
	id      string
}

// groups are the ids of lineages that are said to be one: each leads to another,
// the last to itself.
type groups map[alias]alias

func (g groups) root(a alias) alias {
	for g[a] != (alias{}) && g[a] != a {
		a = g[a]
	}
	return a
}

func (g groups) join(l *lineage, ids ...string) {
	first := alias{l, ids[0]}
	for _, id := range ids {
		a := alias{l, id}
		if g[a] == (alias{}) {
			g[a] = a
		}
		g[g.root(a)] = g.root(first)
	}
}
