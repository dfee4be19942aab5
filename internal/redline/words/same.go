package words

import (
	"strings"

	"diptych/internal/policy"
)

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

// SameSpace reports whether two stretches that are the same up to white space
// are the same with it. Spaces, tabs and ends of source lines are one space,
// however many; a space that does not break, a thin or a wide one is another.
// At the edge of a line one space shows no more than none.
func SameSpace(x, y string, edge bool) bool {
	x, y = plainSpace(x), plainSpace(y)
	if edge {
		x, y = strings.Trim(x, " "), strings.Trim(y, " ")
	}
	return x == y
}

// plainSpace makes one space of every run of those that are one.
func plainSpace(s string) string {
	if s == "" || s == " " {
		return s
	}
	var b strings.Builder
	space := false
	for _, r := range s {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}
