package page

import (
	"slices"

	"diptych/internal/policy"
)

// history is the timeline of a policy.
func (s *Series) history(pg Page) *History {
	p, ref := s.policy, pg.Ref
	head := p.Head(s.Site.Today)
	title := head.TextOr(ref.Lang)
	view := &History{
		Base:   s.base(pg, title.Title, ref),
		Policy: p.Slug, Title: title.Title,
		Stable: s.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug}, ref),
		Ending: s.ending(p, nil, ref),
	}
	if view.Ending != nil {
		view.Ending.History = "" // it is this page
	}
	if len(p.Versions) > 1 {
		view.Clauses = s.href(policy.Ref{Lang: ref.Lang, Policy: p.Slug, Leaf: policy.LeafClauses}, ref)
	}
	view.Head.Description = describe(head, title)
	view.Head.Alternates = s.alternates(ref, func(policy.Lang) bool { return true })
	inForce := p.InForce(s.Site.Today)
	for _, v := range slices.Backward(p.Versions) {
		t := v.TextOr(ref.Lang)
		e := HistoryEntry{Edition: *s.edition(p, v, ref)}
		e.Summary = s.summary(v, t, ref)
		e.Changes = s.published(p, v, t, ref, e.Href)
		if prev := p.Previous(v); prev != nil {
			e.FromPrev, e.PrevName = s.diff(p, prev, v, ref), prev.Name
			if lang, ok := (policy.Pair{Old: prev, New: v}).Lang(s.Site.Languages, ref.Lang); ok && !v.Erased {
				n := counts(s.compare(prev.Text(lang), v.Text(lang)))
				e.Counts = &n
			}
		}
		if inForce != nil && v != inForce && !v.Erased {
			e.ToCurrent = s.diff(p, v, inForce, ref)
		}
		for _, l := range s.Site.Languages {
			own := v.Text(l)
			has := own != nil
			href := s.href(policy.Ref{Lang: l, Policy: p.Slug, Version: v.Name}, ref)
			e.Languages = append(e.Languages, OtherText{Lang: l, Tag: s.tag(l), Href: href, Has: has, Draft: has && own.Draft})
			if has {
				e.InLangs = append(e.InLangs, l)
			}
		}
		view.Entries = append(view.Entries, e)
	}
	return view
}
