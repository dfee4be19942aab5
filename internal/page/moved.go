package page

import (
	"strings"

	"diptych/internal/policy"
)

// aliasFile is the file of the redirect from an old path, as policy.toml spells
// it.
func aliasFile(alias string) string {
	file := strings.TrimPrefix(alias, "/")
	if !strings.HasSuffix(file, ".html") && !strings.HasSuffix(file, ".htm") {
		file = strings.TrimSuffix(file, "/") + "/index.html"
	}
	return file
}

// moved is the redirect from an old path to the text in force.
func (m *Maker) moved(pg Page) *Moved {
	file, ref := pg.Alias, pg.Ref
	head := m.Site.Policy(ref.Policy).Head(m.Site.Today)
	view := &Moved{Base: m.base(pg, head.TextOr(ref.Lang).Title, ref)}
	view.HomeHref = policy.Relative(file, policy.Ref{Lang: ref.Lang}.File())
	view.Base.Search = policy.Relative(file, policy.Ref{Lang: ref.Lang, Leaf: policy.LeafSearch}.File())
	for i, l := range m.Site.Languages {
		to := ref.In(l)
		href := policy.Relative(file, to.File())
		view.Languages[i].Href, view.Languages[i].Current = href, false
		t := head.TextOr(l)
		view.Links = append(view.Links, Link{Href: href, Text: t.Title, Tag: m.tag(t.Lang)})
	}
	return view
}
