package identity

import (
	"slices"
	"strconv"

	"diptych/internal/policy"
)

// placing makes names of places.
type placing struct {
	targets map[string]bool       // of texts, which are no clauses'
	writers map[string][]*lineage // for which lineages an id is written, in any version
	sense   sense
	text    *policy.Text
	at      map[*policy.Clause]string // the places in text
}

func newPlacing(h history, s sense) placing {
	p := placing{targets: map[string]bool{}, writers: map[string][]*lineage{}, sense: s}
	for _, e := range h {
		for _, t := range e.texts {
			for id := range targets(t) {
				p.targets[id] = true
			}
		}
	}
	for c := range h.clauses {
		if id, ok := s.written(c); ok && !slices.Contains(p.writers[id], s.of[c]) {
			p.writers[id] = append(p.writers[id], s.of[c])
		}
	}
	return p
}

// of names a lineage after the place at which it opens, and after the version too
// as often as that is taken: by a target, by what sources write for another, or
// by what another is or was called, by now or on a day before. It opens in version
// i.
func (p *placing) of(x opening, i int, s *shares, had map[string][]*lineage) string {
	if p.text != x.text {
		p.text, p.at = x.text, places(x.text)
	}
	other := func(l *lineage) bool { return l != x.lineage }
	id := p.at[x.clause]
	for p.targets[id] || !s.isFree(id, x.lineage) || slices.ContainsFunc(p.writers[id], other) || slices.ContainsFunc(had[id], other) ||
		slices.ContainsFunc(p.sense.claims[id], func(c claim) bool { return other(c.lineage) && (c.since < i || c.since == i && c.text != x.text) }) {
		id += "-" + s.version
	}
	return id
}

// places spells the place of every clause of a text: the second in the third is
// at c-3-2.
func places(t *policy.Text) map[*policy.Clause]string {
	out := make(map[*policy.Clause]string, len(t.Clauses))
	var path []int // the place of the last clause, and of those around it
	buf := make([]byte, 0, 64)
	for _, c := range t.Clauses {
		path = step(path, c)
		buf = append(buf[:0], 'c')
		for _, n := range path {
			buf = strconv.AppendInt(append(buf, '-'), int64(n), 10)
		}
		out[c] = string(buf)
	}
	return out
}

// step counts. The items of a clause and the clauses below it are counted
// together, in reading order. What stands before the first clause is at 0.
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
