package page

import (
	"slices"
	"strconv"

	"diptych/internal/html"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// clauses is the page on which every clause is followed through the versions.
func (s *Series) clauses(pg Page) *Clauses {
	p, ref := s.policy, pg.Ref
	head := p.Head(s.Site.Today)
	t := head.TextOr(ref.Lang)
	stable := policy.Ref{Lang: ref.Lang, Policy: p.Slug}
	view := &Clauses{
		Base:    s.base(pg, t.Title, policy.Ref{Lang: t.Lang, Policy: p.Slug, Leaf: policy.LeafHistory}),
		Title:   t.Title,
		Tag:     s.tagUnless(t.Lang, ref.Lang),
		History: s.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug, Leaf: policy.LeafHistory}, ref),
		Stable:  s.href(stable, ref),
		Of:      *s.edition(p, head, ref),
		Ending:  s.ending(p, head, ref),
	}
	if head.Erased {
		return view
	}
	lives := s.lives(t.Lang)
	w := html.NewWriter(s.options(ref, shown{lang: t.Lang})) // no text is shown here as a whole: all links lead to their own pages
	ids := formIDs{map[string]bool{}, map[*policy.Clause]int{}}
	for _, c := range t.Clauses {
		l, ok := lives[c]
		if !ok || c.Form == policy.Item || c.Form == policy.Endnotes {
			continue
		}
		item := ClauseLife{
			ID: c.ID, Also: c.Also, Depth: c.Depth,
			Here: Link{Href: s.href(stable.At(c.ID), ref), Text: clauseName(c)},
		}
		for f := &l; f != nil; f = f.before {
			item.Forms = append(item.Forms, s.form(f, w, ids, ref))
		}
		view.Clauses = append(view.Clauses, item)
	}
	return view
}

// form is how a clause stood from a version on. Its ids are made the page's
// own, so that the forms of one clause do not share them.
func (s *Series) form(l *life, w *html.Writer, ids formIDs, ref policy.Ref) ClauseForm {
	v := l.changed
	out := ClauseForm{Edition: *s.edition(s.policy, v, ref), Change: l.what()}
	prev := s.policy.Previous(v)
	if diff := s.diff(s.policy, prev, v, ref); diff != "" && l.at != "" {
		out.Diff = diff + s.place(s.policy, prev, v, ref, l.at)
	}
	form, notes := withoutNotes(l.form), plainNotes(l.notes)
	w.SetPrefix(ids.prefix(v, l.form, form.Targets(), (&policy.Clause{Blocks: notes}).Targets()))
	w.Clause(form)
	w.Blocks(notes)
	out.HTML = w.HTML()
	return out
}

// formIDs are the ids of the forms on a page. Two clauses that were one share its
// forms, which are on the page twice.
type formIDs struct {
	used    map[string]bool
	written map[*policy.Clause]int // how often a form is on the page
}

// prefix returns what stands before the ids of a form that a version brought, so
// that none is there twice. No name of a version holds a low line.
func (ids formIDs) prefix(v *policy.Version, form *policy.Clause, own ...[]string) string {
	all := slices.Concat(own...)
	for {
		ids.written[form]++
		prefix := "d-" + v.Name + "-"
		if n := ids.written[form]; n > 1 {
			prefix = "d-" + v.Name + "_" + strconv.Itoa(n) + "-"
		}
		if slices.ContainsFunc(all, func(id string) bool { return id != "" && ids.used[prefix+id] }) {
			continue
		}
		for _, id := range all {
			ids.used[prefix+id] = true
		}
		return prefix
	}
}

// what names what changed in a form.
func (l *life) what() string {
	switch {
	case l.before == nil:
		return "first"
	case l.verdict == redline.Form:
		return l.looks
	case l.verdict == redline.Punctuation:
		return "punctuation"
	}
	return "changed"
}
