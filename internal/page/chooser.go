package page

import "diptych/internal/policy"

// chooser is the root page.
func (m *Maker) chooser(p Page) *Chooser {
	view := &Chooser{
		Base:    m.base(p, "", p.Ref),
		Choices: m.choices(p.Ref),
	}
	if m.Config.BaseURL != "" {
		for _, l := range m.Site.Languages {
			view.Head.Alternates = append(view.Head.Alternates,
				Alternate{m.tag(l), policy.Ref{Lang: l}.URL(m.Config.BaseURL)})
		}
		view.Head.Alternates = append(view.Head.Alternates, Alternate{"x-default", m.Config.BaseURL})
	}
	return view
}

// notFound is the page of addresses that lead nowhere: in one language, or in
// all of them at the root.
func (m *Maker) notFound(p Page) *NotFound {
	view := &NotFound{Base: m.base(p, "", p.Ref)}
	if p.Ref.Lang == "" {
		view.Choices = m.choices(p.Ref)
	} else {
		view.Links = m.policyLinks(p.Ref.Lang, p.Ref)
	}
	return view
}

func (m *Maker) choices(from policy.Ref) []Choice {
	var out []Choice
	for _, l := range m.Site.Languages {
		out = append(out, Choice{
			Lang: l, Tag: m.tag(l), SiteTitle: m.Config.Title[l],
			Href:     m.href(policy.Ref{Lang: l}, from),
			Policies: m.policyLinks(l, from),
		})
	}
	return out
}

// policyLinks are the policies' names in a language, linked to the texts that are
// in force or will be.
func (m *Maker) policyLinks(lang policy.Lang, from policy.Ref) []Link {
	var out []Link
	for _, p := range m.readingOrder() {
		if !m.applies(p) {
			continue
		}
		t := p.Head(m.Site.Today).TextOr(lang)
		out = append(out, Link{
			Href: m.href(policy.Ref{Lang: lang, Policy: p.Slug}, from),
			Text: t.Title, Tag: m.tagUnless(t.Lang, lang),
		})
	}
	return out
}
