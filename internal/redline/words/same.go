package words

import "diptych/internal/policy"

// SameFormat reports whether two runs look the same and lead to the same place.
func SameFormat(r, s *policy.Run) bool {
	return r.Marks == s.Marks && r.Lang == s.Lang && SameLink(r.Link, s.Link)
}

// SameLink reports whether two links, or no links, lead to the same place.
func SameLink(l, m *policy.Link) bool {
	if l == nil || m == nil {
		return l == m
	}
	return l.Dest == m.Dest && l.Title == m.Title
}
