package redline

import (
	"slices"

	"diptych/internal/policy"
)

// Look is words of a change that stayed and got, or lost, one format.
type Look struct {
	Format string // a name of policy.Marks.Names, or "language", which is never lost
	Lost   bool
	Words  []string // in the order of the text
}

// Looks returns the changes of Marks by format, in the order in which the text
// has the first of each.
func (c *Change) Looks() []Look {
	var out []Look
	add := func(format string, lost bool, words string) {
		i := slices.IndexFunc(out, func(l Look) bool { return l.Format == format && l.Lost == lost })
		if i < 0 {
			i = len(out)
			out = append(out, Look{Format: format, Lost: lost})
		}
		out[i].Words = append(out[i].Words, words)
	}
	for _, m := range c.Marks {
		for _, lost := range [...]bool{false, true} {
			marks := m.Come
			if lost {
				marks = m.Gone
			}
			for _, name := range policy.Marks.Names(marks) {
				add(name, lost, m.Words)
			}
		}
		if m.OldLang != m.NewLang {
			add("language", false, m.Words)
		}
	}
	return out
}

// OtherFormats returns what was reformatted and is said neither by Looks, with its
// words, nor by Links, with its addresses.
func (c *Change) OtherFormats() []Format {
	var out []Format
	for _, f := range c.Formats {
		if f == Emphasis && len(c.Marks) > 0 || f == Target && len(c.Links) > 0 {
			continue
		}
		out = append(out, f)
	}
	return out
}
