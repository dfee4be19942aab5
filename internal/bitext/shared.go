package bitext

import (
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// shared knows the sections of which something stands in both languages, in the
// old texts and in the new ones.
type shared struct{ was, is map[*policy.Clause]bool }

func newShared(was, is *Bitext) shared { return shared{sharedIn(was), sharedIn(is)} }

func sharedIn(b *Bitext) map[*policy.Clause]bool {
	out := map[*policy.Clause]bool{}
	if b == nil {
		return out
	}
	for row := range b.Paired() {
		for _, u := range row.Units() {
			out[u.Clause.Section()] = true
		}
	}
	return out
}

// holds reports whether something of a section of a redline stands in the other
// language too, in the version that the section is of.
func (x shared) holds(s *redline.Section) bool {
	if s.New != nil {
		return x.is[s.New]
	}
	return x.was[s.Old]
}
