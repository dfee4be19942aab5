package page

import (
	"slices"

	"diptych/internal/html"
	"diptych/internal/policy"
)

// history is the timeline of a policy.
func (s *Series) history(pg Page) *History {
	p, ref := s.policy, pg.Ref
	title := p.Head(s.Site.Today).TextOr(ref.Lang)
	view := &History{
		Base:   s.base(pg, title.Title, ref),
		Policy: p.Slug, Title: title.Title,
		Stable: s.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug}, ref),
	}
	if len(p.Versions) > 1 {
		view.Clauses = s.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug, Leaf: policy.LeafClauses}, ref)
	}
	view.Head.Description = describe(title)
	view.Head.Alternates = s.alternates(ref, func(policy.Lang) bool { return true })
	inForce := p.InForce(s.Site.Today)
	for _, v := range slices.Backward(p.Versions) {
		t := v.TextOr(ref.Lang)
		e := HistoryEntry{Edition: *s.edition(p, v, ref)}
		e.Summary = blocks(html.NewWriter(s.options(ref, shown{lang: t.Lang})), t.Summary)
		e.Changes = s.published(p, v, t, ref, e.Href)
		if prev := p.Previous(v); prev != nil {
			e.FromPrev, e.PrevName = s.diff(p, prev, v, ref), prev.Name
			if lang, ok := (policy.Pair{Old: prev, New: v}).Lang(s.Site.Languages, ref.Lang); ok {
				n := counts(s.compare(prev.Text(lang), v.Text(lang)))
				e.Counts = &n
			}
		}
		if inForce != nil && v.Effective.Before(inForce.Effective) {
			e.ToCurrent = s.diff(p, v, inForce, ref)
		}
		for _, l := range s.Site.Languages {
			has := v.Text(l) != nil
			href := s.href(policy.Ref{Lang: l, Policy: p.Slug, Version: v.Name}, ref)
			e.Languages = append(e.Languages, OtherText{l, s.tag(l), href, has})
			if has {
				e.InLangs = append(e.InLangs, l)
			}
		}
		view.Entries = append(view.Entries, e)
	}
	return view
}
