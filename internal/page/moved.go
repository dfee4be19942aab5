package page

import (
	"strings"

	"diptych/internal/policy"
)

// moved plans the redirect from an old path, as policy.toml spells it, to the
// text in force.
func (c *Context) moved(p *policy.Policy, alias string) Page {
	file := strings.TrimPrefix(alias, "/")
	if !strings.HasSuffix(file, ".html") && !strings.HasSuffix(file, ".htm") {
		file = strings.TrimSuffix(file, "/") + "/index.html"
	}
	lang := c.Site.Languages[0]
	ref := policy.Ref{Lang: lang, Policy: p.Slug}
	return Page{Ref: ref, Kind: KindMoved, Alias: file, View: func() any {
		view := &Moved{Base: c.base(KindMoved, ref, p.Head(c.Site.Today).TextOr(lang).Title, false, ref)}
		view.HomeHref = policy.Relative(file, policy.Ref{Lang: lang}.File())
		view.Base.Search = policy.Relative(file, policy.Ref{Lang: lang, Leaf: policy.LeafSearch}.File())
		for i, l := range c.Site.Languages {
			to := ref.In(l)
			href := policy.Relative(file, to.File())
			view.Languages[i].Href, view.Languages[i].Current = href, false
			t := p.Head(c.Site.Today).TextOr(l)
			view.Links = append(view.Links, Link{Href: href, Text: t.Title, Tag: c.tag(t.Lang)})
		}
		return view
	}}
}
