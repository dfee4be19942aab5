package identity

import (
	"strconv"

	"diptych/internal/policy"
)

// number gives a lineage to every clause of the text that has none, and a place
// to those that are new in this version.
func (a *assigner) number(t *policy.Text, version string) {
	var path []int // the place of the last clause, and of those around it
	buf := make([]byte, 0, 64)
	for _, c := range t.Clauses {
		path = step(path, c)
		if !hasID(c) {
			continue
		}
		l := a.of[c]
		if l == nil {
			l = a.begin()
			a.join(c, l)
		}
		if l.version == "" {
			buf = append(buf[:0], 'c')
			for _, n := range path {
				buf = strconv.AppendInt(append(buf, '-'), int64(n), 10)
			}
			l.place, l.version = string(buf), version
		}
	}
}

// step counts: the second clause in the third is at 3, 2. The items of a
// clause and the clauses below it are counted together, in reading order. What
// stands before the first clause is at 0.
func step(path []int, c *policy.Clause) []int {
	switch {
	case c.Form == policy.Preamble:
		return append(path[:0], 0)
	case c.Depth <= len(path):
		path = path[:c.Depth]
		path[c.Depth-1]++
		return path
	}
	return append(path, 1)
}

// name names every lineage. Written ids and anchors come first; a place that is
// taken gets the name of the version appended.
func (a *assigner) name(p *policy.Policy) {
	taken := map[string]bool{}
	for id := range a.named {
		taken[id] = true
	}
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			reserve(taken, t)
		}
	}
	for _, l := range a.order {
		if l.written {
			continue
		}
		l.id = l.place
		for taken[l.id] {
			l.id += "-" + l.version
		}
		taken[l.id] = true
	}
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
