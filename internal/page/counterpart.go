package page

import (
	"diptych/internal/html"
	"diptych/internal/policy"
)

// target is the page of a version in another language.
type target struct {
	href  string
	tag   string
	short string // name of the language in itself
	of    map[string]*policy.Clause
	best  map[*policy.Clause]*policy.Clause // of the shown text -> nearest in this one
}

// counterparts writes, after the head of a clause, the link to the same clause
// in each other language, or to the nearest one that has a counterpart there,
// and says which it is.
func (m *Maker) counterparts(v *policy.Version, from policy.Ref, s shown) func(html.Margin, *policy.Clause) {
	var targets []target
	for _, l := range m.Site.Others(s.lang) {
		t := v.Text(l)
		if t == nil {
			continue
		}
		x := target{
			href: m.href(from.In(l), from), tag: m.tag(l), short: m.say(l, "lang_short"),
			of: make(map[string]*policy.Clause, len(t.Clauses)),
		}
		for _, cl := range t.Clauses {
			x.of[cl.ID] = cl
		}
		x.best = nearest(v.Text(s.lang), x.of)
		targets = append(targets, x)
	}
	near, pageTag := m.say(from.Lang, "counterpart_near"), m.tagUnless(from.Lang, s.lang)
	return func(margin html.Margin, cl *policy.Clause) {
		if cl.Form != policy.Heading && cl.Form != policy.Paragraph {
			return
		}
		for i := range targets {
			t := &targets[i]
			if other := t.of[cl.ID]; other != nil {
				margin.Counterpart(t.href+"#"+other.ID, t.tag, t.short, clauseName(other))
			} else if other := t.best[cl]; other != nil {
				margin.Nearest(t.href+"#"+other.ID, t.tag, t.short, near, pageTag, clauseName(other))
			}
		}
	}
}

// nearest finds, for every clause without counterpart among others, the nearest
// clause that has one: the last before it or, before the first, the next.
func nearest(t *policy.Text, others map[string]*policy.Clause) map[*policy.Clause]*policy.Clause {
	var out map[*policy.Clause]*policy.Clause
	var last *policy.Clause
	var waiting []*policy.Clause
	for _, c := range t.Clauses {
		if c.Form != policy.Heading && c.Form != policy.Paragraph {
			continue
		}
		if other := others[c.ID]; other != nil {
			last = other
			for _, w := range waiting {
				out[w] = other
			}
			waiting = nil
			continue
		}
		if out == nil {
			out = make(map[*policy.Clause]*policy.Clause)
		}
		if last == nil {
			waiting = append(waiting, c)
			continue
		}
		out[c] = last
	}
	return out
}
