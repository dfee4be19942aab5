// Package page plans the output: from the policies it makes every page of the
// site with its Ref, its kind and its typed view. It keeps the laws that every
// page exists in every language, that language links are mutual and that every
// link leads to a page of the plan. How a page looks is left to theme.
package page

import (
	"context"
	"sync"

	"diptych/internal/config"
	"diptych/internal/html"
	"diptych/internal/locale"
	"diptych/internal/policy"
)

// Anchors reports whether the page that shows a version's text in lang has the
// anchor. It is asked about texts of any policy.
type Anchors func(slug, version string, lang policy.Lang, anchor string) bool

// Maker makes what pages show. It is what all pages of a site share.
type Maker struct {
	Config   *config.Site
	Catalog  *locale.Catalog
	Site     *policy.Site // every policy; bodies need not be there
	Anchors  Anchors
	Headings func(slug string, lang policy.Lang) []Link // what ListHeadings says of a policy that was read; nil where there are more than MostHeadings

	memory     html.Memory
	chronicles sync.Map // slug of a policy -> *chronicle
	newest     sync.Map // newestIn -> its place, -1 for none
	preview    sync.Once
	drafts     bool // what hasDrafts found
}

func (m *Maker) tag(lang policy.Lang) string { return string(m.Config.LangTags[lang]) }

// tagUnless returns the tag of lang where it differs from the page's language.
func (m *Maker) tagUnless(lang, page policy.Lang) string {
	if lang == page {
		return ""
	}
	return m.tag(lang)
}

// View makes what a page shows, in the type that its kind asks for. of is the
// policy that the page belongs to; pages of the site and redirects need none. Where
// the context ends it may lack things, and is not fit to be shown; so may Data.
func (m *Maker) View(ctx context.Context, p Page, of *Series) any {
	return SpecOf(p.Kind).view.make(m, of.in(ctx), p)
}

// Data makes the twin of a page for programs, index.json beside it. Its kind
// has one.
func (m *Maker) Data(ctx context.Context, p Page, of *Series) any {
	return SpecOf(p.Kind).data(of.in(ctx), p)
}
