package identity

import "diptych/internal/policy"

// shares are the names of the lineages of one version.
type shares struct {
	version string
	stand   map[*lineage]bool   // the lineages that stand in it
	open    []opening           // those that have a clause whose source writes no id
	writes  map[*lineage]string // the first id that is written for each alone; "" where all are others' too
	holder  map[string]*lineage // which lineage a name is for; nil: it is written for two
	given   map[*lineage]string // the names of those that are open
}

// opening is the first clause of a lineage in a version whose source writes no
// id.
type opening struct {
	lineage *lineage
	clause  *policy.Clause
	text    *policy.Text
}

// share reads what a version writes. The names that it writes for one lineage
// are given to it.
func share(e edition, sense sense) *shares {
	s := &shares{
		version: e.name, stand: map[*lineage]bool{}, writes: map[*lineage]string{}, holder: map[string]*lineage{}, given: map[*lineage]string{},
	}
	opened := map[*lineage]bool{}
	for _, t := range e.texts {
		for _, c := range t.Clauses {
			l := sense.of[c]
			if l == nil {
				continue
			}
			s.stand[l] = true
			if id, ok := sense.written(c); !ok && !opened[l] {
				opened[l] = true
				s.open = append(s.open, opening{l, c, t})
			} else if ok && s.isFree(id, l) {
				s.holder[id] = l
			} else if ok {
				s.holder[id] = nil
			}
		}
	}
	for c := range e.clauses {
		if id, ok := sense.written(c); ok && s.writes[sense.of[c]] == "" {
			s.writes[sense.of[c]] = ""
			if l := s.holder[id]; l != nil {
				s.writes[l], s.given[l] = id, id
			}
		}
	}
	for c := range e.clauses { // what it was called goes to nobody else
		for _, id := range sense.former[c] {
			if l := sense.of[c]; s.isFree(id, l) {
				s.holder[id] = l
			}
		}
	}
	return s
}

// isFree reports whether a lineage may have a name, as far as this version goes.
func (s *shares) isFree(id string, l *lineage) bool {
	holder, held := s.holder[id]
	return !held || holder == l
}

// give names a lineage that has no name yet, if it may have this one.
func (s *shares) give(l *lineage, id string) {
	if s.given[l] == "" && s.isFree(id, l) {
		s.given[l], s.holder[id] = id, l
	}
}
