package page

import "diptych/internal/policy"

// chooser is the root page.
func (c *Maker) chooser(p Page) *Chooser {
	view := &Chooser{
		Base:    c.base(p, "", p.Ref),
		Choices: c.choices(p.Ref),
	}
	if c.Config.BaseURL != "" {
		for _, l := range c.Site.Languages {
			view.Head.Alternates = append(view.Head.Alternates,
				Alternate{c.tag(l), policy.Ref{Lang: l}.URL(c.Config.BaseURL)})
		}
		view.Head.Alternates = append(view.Head.Alternates, Alternate{"x-default", c.Config.BaseURL})
	}
	return view
}

// notFound is the page of addresses that lead nowhere: in one language, or in
// all of them at the root.
func (c *Maker) notFound(p Page) *NotFound {
	view := &NotFound{Base: c.base(p, "", p.Ref)}
	if p.Ref.Lang == "" {
		view.Choices = c.choices(p.Ref)
	} else {
		view.Links = c.policyLinks(p.Ref.Lang, p.Ref)
	}
	return view
}

func (c *Maker) choices(from policy.Ref) []Choice {
	var out []Choice
	for _, l := range c.Site.Languages {
		out = append(out, Choice{
			Lang: l, Tag: c.tag(l), SiteTitle: c.Config.Title[l],
			Href:     c.href(policy.Ref{Lang: l}, from),
			Policies: c.policyLinks(l, from),
		})
	}
	return out
}

// policyLinks are the policies' names in a language, linked to the texts in
// force.
func (c *Maker) policyLinks(lang policy.Lang, from policy.Ref) []Link {
	var out []Link
	for _, p := range c.readingOrder() {
		t := p.Head(c.Site.Today).TextOr(lang)
		out = append(out, Link{
			Href: c.href(policy.Ref{Lang: lang, Policy: p.Slug}, from),
			Text: t.Title, Tag: c.tagUnless(t.Lang, lang),
		})
	}
	return out
}
