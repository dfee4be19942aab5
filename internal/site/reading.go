package site

import (
	"sync"

	"diptych/internal/page"
	"diptych/internal/policy"
)

// Reading is what has been read of a site and is asked for by the outputs of
// others: the anchors of all texts, and the headings that the search pages
// list. It is safe for concurrent use.
type Reading struct {
	Anchors
	site  *Site
	maker *page.Maker

	mu       sync.Mutex
	shown    shown
	headings map[policy.Lang]map[string][]page.Link // by language of the page and policy
	count    map[policy.Lang]int                    // of headings that were added
}

// NewReading returns a reading that has read nothing.
func (s *Site) NewReading() *Reading {
	r := &Reading{site: s, shown: make(shown), headings: make(map[policy.Lang]map[string][]page.Link), count: make(map[policy.Lang]int)}
	r.maker = &page.Maker{Config: s.Config, Catalog: s.Catalog, Site: s.Model, Anchors: r.Has, Headings: r.headingsOf}
	return r
}

// Add enters a policy that was read. It keeps nothing of its texts in memory,
// and no headings where they are more than a search page lists, so that a site
// of any size needs no more memory for them.
func (r *Reading) Add(p Parsed) {
	r.Anchors.Add(p.Policy)
	r.mu.Lock()
	r.shown.add(p.Policy)
	r.mu.Unlock()
	for _, lang := range r.site.Model.Languages {
		headings := r.maker.ListHeadings(p.Policy, lang)
		r.mu.Lock()
		if r.count[lang] += len(headings); r.count[lang] > page.MostHeadings {
			r.headings[lang] = nil
		} else {
			if r.headings[lang] == nil {
				r.headings[lang] = make(map[string][]page.Link)
			}
			r.headings[lang][p.Slug] = headings
		}
		r.mu.Unlock()
	}
}

func (r *Reading) headingsOf(slug string, lang policy.Lang) []page.Link {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.headings[lang][slug]
}

// Material is what the outputs of one policy are made from, or those of the
// site whole.
type Material struct {
	reading *Reading
	policy  *policy.Policy
	series  *page.Series
}

// Of is the material of a policy's outputs. The policies that it links to must
// have been added.
func (r *Reading) Of(p Parsed) *Material {
	return &Material{r, p.Policy, r.maker.Series(p.Policy, p.Alignments)}
}

// Whole is the material of the outputs of the site whole. Every policy must
// have been added.
func (r *Reading) Whole() *Material { return &Material{reading: r} }
