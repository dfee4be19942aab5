// Package page plans the output: from the policies it makes every page of the
// site with its Ref, its kind and its typed view. It keeps the laws that every
// page exists in every language, that language links are mutual and that every
// link leads to a page of the plan. How a page looks is left to theme.
package page

import (
	"diptych/internal/bitext"
	"diptych/internal/config"
	"diptych/internal/html"
	"diptych/internal/locale"
	"diptych/internal/policy"
)

// Page is one page of the plan. View makes its typed view; it is called when
// the page is written, so that a plan costs little memory.
type Page struct {
	Ref  policy.Ref
	Kind Kind
	View func() any

	// Index reports whether search engines shall list the page; Modified is the
	// day of its last change, zero where nothing says it.
	Index    bool
	Modified policy.Date

	Alias string // a redirect from this old path; Ref is where it leads

	// Data makes the page's twin for programs, index.json beside it; nil
	// where it has none.
	Data func() any
}

// File is the page's file below the output folder, slash-separated.
func (p *Page) File() string {
	if p.Alias != "" {
		return p.Alias
	}
	return p.Ref.File()
}

// Origin names what the page is made from, for messages about addresses.
func (p *Page) Origin() string {
	switch {
	case p.Alias != "":
		return "an alias of policy " + p.Ref.Policy
	case p.Ref.Policy == "":
		return "the site's own pages"
	case p.Ref.Version == "":
		return "policy " + p.Ref.Policy
	}
	return "version " + p.Ref.Version + " of policy " + p.Ref.Policy
}

// Anchors reports whether the page that shows a version's text in lang has the
// anchor. It is asked about texts of any policy.
type Anchors func(slug, version string, lang policy.Lang, anchor string) bool

// Context is what all pages of a site share.
type Context struct {
	Config  *config.Site
	Catalog *locale.Catalog
	Site    *policy.Site // every policy; bodies need not be there
	Anchors Anchors

	memory html.Memory
}

func (c *Context) tag(lang policy.Lang) string { return c.Config.LangTags[lang] }

// tagUnless returns the tag of lang where it differs from the page's language.
func (c *Context) tagUnless(lang, page policy.Lang) string {
	if lang == page {
		return ""
	}
	return c.tag(lang)
}

// Plan lists the pages of the site that belong to no policy: the chooser, the
// home pages and the pages of addresses that lead nowhere.
func (c *Context) Plan() []Page {
	var out []Page
	out = append(out, c.chooser(), c.notFound(""))
	for _, lang := range c.Site.Languages {
		out = append(out, c.home(lang), c.notFound(lang))
	}
	return out
}

// CountPolicy returns how many pages PlanPolicy lists for p.
func (c *Context) CountPolicy(p *policy.Policy) int {
	n := len(c.Site.Languages)*(3+len(p.Versions)) + len(p.Aliases)
	for _, l := range c.Site.Languages {
		for _, o := range c.Site.Others(l) {
			n += c.countBeside(p, l, o)
		}
	}
	if len(p.Versions) > 1 {
		n += len(c.Site.Languages)
	}
	for _, pair := range p.Pairs(c.Site.Compare, c.Site.Today) {
		if _, ok := pair.Lang(c.Site.Languages, c.Site.Languages[0]); ok {
			n += 2 * len(c.Site.Languages)
		}
	}
	return n
}

// countBeside counts the pages that show lang with other beside it.
func (c *Context) countBeside(p *policy.Policy, lang, other policy.Lang) int {
	n := 0
	both := func(v *policy.Version) bool { return v.Text(lang) != nil && v.Text(other) != nil }
	if both(p.Head(c.Site.Today)) {
		n++
	}
	for _, v := range p.Versions {
		if both(v) {
			n++
		}
	}
	for _, pair := range p.Pairs(c.Site.Compare, c.Site.Today) {
		if both(pair.Old) && both(pair.New) {
			n++
		}
	}
	return n
}

// PlanPolicy lists the pages of a policy whose texts have their clauses: the
// text in force, every version, the history and the redlines, in every
// language and with every two languages beside each other.
func (c *Context) PlanPolicy(p *policy.Policy, alignments *bitext.Alignments) []Page {
	var out []Page
	s := c.newSeries(p, alignments)
	for _, lang := range c.Site.Languages {
		ref := policy.Ref{Lang: lang, Policy: p.Slug}
		out = append(out, s.text(p.Head(c.Site.Today), ref), s.embed(lang), s.history(lang))
		if len(p.Versions) > 1 {
			out = append(out, s.clauses(lang))
		}
		for _, v := range p.Versions {
			ref.Version = v.Name
			out = append(out, s.text(v, ref))
		}
		for _, pair := range p.Pairs(c.Site.Compare, c.Site.Today) {
			if _, ok := pair.Lang(c.Site.Languages, lang); ok {
				out = append(out, s.redline(pair, lang), s.table(pair, lang))
			}
		}
		for _, other := range c.Site.Others(lang) {
			out = append(out, s.planBeside(lang, other)...)
		}
	}
	for _, alias := range p.Aliases {
		out = append(out, c.moved(p, alias))
	}
	return out
}

// planBeside lists the pages that show lang with other beside it.
func (s *series) planBeside(lang, other policy.Lang) []Page {
	var out []Page
	p := s.policy
	add := func(v *policy.Version, version string) {
		if v.Text(lang) != nil && v.Text(other) != nil {
			out = append(out, s.parallel(v, policy.Ref{Lang: lang, Policy: p.Slug, Version: version, Other: other}))
		}
	}
	add(p.Head(s.Site.Today), "")
	for _, v := range p.Versions {
		add(v, v.Name)
	}
	for _, pair := range p.Pairs(s.Site.Compare, s.Site.Today) {
		if s.bilingual(pair, lang, other) {
			ref := policy.Ref{Lang: lang, Policy: p.Slug, Version: pair.New.Name, Base: pair.Old.Name, Other: other}
			out = append(out, s.twoRedlines(pair, ref))
		}
	}
	return out
}
