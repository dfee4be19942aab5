package page

import (
	"diptych/internal/html"
	"diptych/internal/policy"
)

// since writes, after the head of a clause, since which version it stands and
// in which its words last changed, with a link to its place in the redline. A
// clause that came or changed in the version shown is marked.
func (s *Series) since(v *policy.Version, t *policy.Text, from policy.Ref) func(html.Margin, *policy.Clause) {
	if s.before(t) == nil && s.policy.Previous(v) == nil {
		return nil // the first version: everything stands since then
	}
	type stretch struct{ since, changed *policy.Version }
	lives, marks := s.traced[t.Lang](), make(map[stretch]html.SinceMark)
	return func(m html.Margin, c *policy.Clause) {
		l, ok := lives[c]
		if !ok || c.Form != policy.Heading && c.Form != policy.Paragraph {
			return
		}
		mark, ok := marks[stretch{l.since, l.changed}]
		if !ok {
			mark = s.sinceMark(l, v, t, from)
			marks[stretch{l.since, l.changed}] = mark
		}
		switch {
		case l.at == "":
			mark.Href = ""
		case mark.Href != "":
			mark.Href += s.place(s.policy, s.policy.Previous(l.changed), l.changed, from, l.at)
		}
		m.Since(mark)
	}
}

// sinceMark is what the clauses with the versions of l have in common; its
// link leads to the redline as a whole.
func (s *Series) sinceMark(l life, v *policy.Version, t *policy.Text, from policy.Ref) html.SinceMark {
	words := s.Catalog.For(from.Lang)
	say := func(id string, pairs ...any) string {
		text, err := words.T(id, pairs...)
		if err != nil {
			panic(err) // the catalog is complete, or loading it failed
		}
		return text
	}
	m := html.SinceMark{Fresh: l.changed == v, Tag: s.tagUnless(from.Lang, t.Lang)}
	switch {
	case l.changed != l.since:
		m.Words = say("clause_changed", "Since", l.since.Name, "Version", l.changed.Name)
	case m.Fresh:
		m.Words = say("clause_new", "Version", v.Name)
	default:
		m.Words = say("clause_since", "Version", l.since.Name)
	}
	m.Href = s.diff(s.policy, s.policy.Previous(l.changed), l.changed, from)
	return m
}

// both writes two asides; the second may be nil.
func both(first, second func(html.Margin, *policy.Clause)) func(html.Margin, *policy.Clause) {
	if second == nil {
		return first
	}
	return func(m html.Margin, c *policy.Clause) {
		first(m, c)
		second(m, c)
	}
}
