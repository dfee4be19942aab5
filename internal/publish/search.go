package publish

import (
	"sync"

	"diptych/internal/page"
	"diptych/internal/policy"
)

// search is what the search pages list of the policies that were written: their
// headings. The words themselves are in an index for each policy, which is
// written with it.
type search struct {
	mu       sync.Mutex
	headings map[searchKey][]page.Link
}

type searchKey struct {
	slug string
	lang policy.Lang
}

// index writes the search indexes of a policy and keeps its headings for the
// search pages.
func (r *run) index(p *policy.Policy) error {
	for _, pg := range r.searchPages() {
		if r.opt.Only != nil && !r.opt.Only(&pg) {
			continue
		}
		lang := pg.Ref.Lang
		r.search.mu.Lock()
		if r.search.headings == nil {
			r.search.headings = make(map[searchKey][]page.Link)
		}
		r.search.headings[searchKey{p.Slug, lang}] = r.pages.Headings(p, lang)
		r.search.mu.Unlock()
		if err := r.file(r.pages.IndexFile(p.Slug, lang), "the site's own pages", r.pages.Index(p, lang)); err != nil {
			return err
		}
	}
	return nil
}

// searchPages plans the search pages.
func (r *run) searchPages() []page.Page {
	var out []page.Page
	for _, lang := range r.Site.Model.Languages {
		out = append(out, r.pages.SearchPage(lang, func(slug string) []page.Link {
			return r.search.headings[searchKey{slug, lang}]
		}))
	}
	return out
}
