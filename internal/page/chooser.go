package page

import "diptych/internal/policy"

// chooser plans the root page.
func (c *Context) chooser() Page {
	return Page{Kind: KindChooser, Index: true, View: func() any {
		view := &Chooser{
			Base:    c.base(KindChooser, policy.Ref{}, "", true, policy.Ref{}),
			Choices: c.choices(policy.Ref{}),
		}
		if c.Config.BaseURL != "" {
			for _, l := range c.Site.Languages {
				view.Head.Alternates = append(view.Head.Alternates,
					Alternate{c.tag(l), policy.Ref{Lang: l}.URL(c.Config.BaseURL)})
			}
			view.Head.Alternates = append(view.Head.Alternates, Alternate{"x-default", c.Config.BaseURL})
		}
		return view
	}}
}

// notFound plans the page of addresses that lead nowhere: in one language, or
// in all of them at the root.
func (c *Context) notFound(lang policy.Lang) Page {
	ref := policy.Ref{Lang: lang, Leaf: policy.LeafNotFound}
	return Page{Ref: ref, Kind: KindNotFound, View: func() any {
		view := &NotFound{Base: c.base(KindNotFound, ref, "", false, ref)}
		if lang == "" {
			view.Choices = c.choices(ref)
		} else {
			view.Links = c.policyLinks(lang, ref)
		}
		return view
	}}
}

func (c *Context) choices(from policy.Ref) []Choice {
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
func (c *Context) policyLinks(lang policy.Lang, from policy.Ref) []Link {
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
