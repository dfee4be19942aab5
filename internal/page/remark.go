package page

import (
	"slices"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// remarks are what the publisher says of the clauses of a redline, in the items
// of [[changes]] of each version after the old one, by section. What is said of
// an item of a list stands with its clause.
func (s *Series) remarks(pair policy.Pair, lang policy.Lang, r *redline.Redline) map[int][]Remark {
	at := make(map[string]int) // id of a clause, old or new -> its section
	for i := range r.Sections {
		if sec := &r.Sections[i]; sec.New == nil {
			at[sec.Old.ID] = i
		}
	}
	for i := range r.Sections {
		if sec := &r.Sections[i]; sec.Clause.Op.InNew() {
			at[sec.New.ID] = i
		}
	}
	out := make(map[int][]Remark)
	for _, v := range s.steps(pair) {
		if t := v.Text(lang); t != nil && !v.Erased {
			for _, ch := range t.Changes {
				id := ch.Clause
				if c := t.Clause(id); c != nil {
					id = c.Section().ID
				}
				if i, ok := at[id]; ok {
					c := r.Sections[i].Clause
					out[i] = append(out[i], Remark{Version: v.Name, Clause: Link{Href: "#" + c.ID, Text: mergedName(c)}, Note: ch.Note})
				}
			}
		}
	}
	return out
}

// steps are the versions that lead from the old one of a pair to the new one,
// which is among them. Those that never were in force are passed over.
func (s *Series) steps(pair policy.Pair) []*policy.Version {
	var out []*policy.Version
	first := s.policy.Place(pair.Old)
	for v := pair.New; v != nil && s.policy.Place(v) > first; v = s.policy.Previous(v) {
		out = append(out, v)
	}
	slices.Reverse(out)
	return out
}
