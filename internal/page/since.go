package page

import (
	"bytes"
	"html/template"

	"diptych/internal/markup"
	"diptych/internal/policy"
)

// since writes, after the head of a clause, since which version it stands and
// in which its words last changed, with a link to its place in the redline. A
// clause that came or changed in the version shown is marked.
func (s *series) since(v *policy.Version, t *policy.Text, from policy.Ref) func(*policy.Clause) template.HTML {
	if s.before(t) == nil && s.policy.Previous(v) == nil {
		return nil // the first version: everything stands since then
	}
	lives := s.traced[t.Lang]()
	words := s.Catalog.For(from.Lang)
	say := func(id string, pairs ...any) string {
		text, err := words.T(id, pairs...)
		if err != nil {
			panic(err) // the catalog is complete, or loading it failed
		}
		return text
	}
	return func(c *policy.Clause) template.HTML {
		l, ok := lives[c]
		if !ok || c.Form != policy.Heading && c.Form != policy.Paragraph {
			return ""
		}
		m := markup.SinceMark{Fresh: l.changed == v, Tag: s.tagUnless(from.Lang, t.Lang)}
		switch {
		case l.changed == l.since:
			m.Words = say("clause_since", "Version", l.since.Name)
			if m.Fresh {
				m.Words = say("clause_new", "Version", v.Name)
			}
		default:
			m.Words = say("clause_changed", "Since", l.since.Name, "Version", l.changed.Name)
		}
		if diff := s.diff(s.policy, s.policy.Previous(l.changed), l.changed, from); diff != "" && l.at != "" {
			m.Href = diff + "#" + l.at
		}
		var b bytes.Buffer
		markup.Since(&b, m)
		return template.HTML(b.String())
	}
}

// both writes two asides, either of which may be nil.
func both(a, b func(*policy.Clause) template.HTML) func(*policy.Clause) template.HTML {
	if b == nil {
		return a
	}
	return func(c *policy.Clause) template.HTML { return a(c) + b(c) }
}
