package page

import (
	"diptych/internal/html"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// since writes, after the head of a clause, since which version it stands and
// in which its words and its punctuation last changed, with a link to its place
// in the redline. A clause that came or changed in the version shown is marked.
func (s *Series) since(v *policy.Version, t *policy.Text, from policy.Ref) func(html.Margin, *policy.Clause) {
	if prev := s.policy.Previous(v); prev == nil || prev.Erased {
		return nil // the first version of which there are words: everything stands since then
	}
	type stretch struct{ since, words, signs *policy.Version }
	lives, marks := s.lives(t.Lang), make(map[stretch]html.SinceMark)
	version := func(l *life) *policy.Version {
		if l == nil {
			return nil
		}
		return l.changed
	}
	return func(m html.Margin, c *policy.Clause) {
		l, ok := lives[c]
		if !ok || c.Form != policy.Heading && c.Form != policy.Paragraph {
			return
		}
		words, signs := l.last(redline.Words), l.last(redline.Punctuation)
		at := stretch{l.since, version(words), version(signs)}
		mark, ok := marks[at]
		if !ok {
			mark = s.sinceMark(at.since, at.words, at.signs, v, t, from)
			marks[at] = mark
		}
		newest := signs
		if newest == nil {
			newest = l.first()
		}
		switch {
		case newest.at == "":
			mark.Href = ""
		case mark.Href != "":
			mark.Href += s.place(s.policy, s.policy.Previous(newest.changed), newest.changed, from, newest.at)
		}
		m.Since(mark)
	}
}

// sinceMark is what the clauses that came and last changed in the same versions
// have in common: words is that in which their words did, signs that in which
// these or the punctuation did, both nil where they never did. Its link leads to
// the redline as a whole.
func (s *Series) sinceMark(since, words, signs, v *policy.Version, t *policy.Text, from policy.Ref) html.SinceMark {
	own := s.Catalog.For(from.Lang)
	say := func(id string, pairs ...any) string {
		text, err := own.T(id, pairs...)
		if err != nil {
			panic(err) // the catalog is complete, or loading it failed
		}
		return text
	}
	last := signs
	if last == nil {
		last = since
	}
	m := html.SinceMark{Fresh: last == v, Tag: s.tagUnless(from.Lang, t.Lang)}
	switch translated := s.policy.Previous(since) != nil && s.before(since, t.Lang) == nil; {
	case translated: // the clause may be older than its text in this language
		m.Words = say("clause_language", "Lang", own.Lang(t.Lang), "Version", since.Name)
	case last == v && signs == nil:
		m.Words = say("clause_new", "Version", v.Name)
	default:
		m.Words = say("clause_since", "Version", since.Name)
	}
	if words != nil {
		m.Words = say("clause_then", "Before", m.Words, "Then", say("clause_changed", "Version", words.Name))
	}
	if signs != words {
		m.Words = say("clause_then", "Before", m.Words, "Then", say("clause_punctuation", "Version", signs.Name))
	}
	m.Href = s.diff(s.policy, s.policy.Previous(last), last, from)
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
