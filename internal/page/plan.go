package page

import (
	"iter"

	"diptych/internal/policy"
)

// Page is one page of the plan. It is an address with what is known of it
// before any text is read; Maker.View makes what it shows.
type Page struct {
	Ref  policy.Ref
	Kind Kind

	// Listed reports whether search engines shall list the page; Modified is the
	// day of the last change of a page that is, zero where nothing says it.
	Listed   bool
	Modified policy.Date

	Alias string // the file of a redirect from an old path; Ref is where it leads
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
		return OwnOrigin
	case p.Ref.Version == "":
		return "policy " + p.Ref.Policy
	}
	return "version " + p.Ref.Version + " of policy " + p.Ref.Policy
}

// OwnOrigin is the origin of what belongs to no policy.
const OwnOrigin = "the site's own pages"

// Plan lists the pages of the site that belong to no policy.
func Plan(site *policy.Site) iter.Seq[Page] { return planned(site, nil, site.OwnRefs()) }

// PlanPolicy lists the pages of a policy: in every language the text in force,
// every version, the history and the redlines, with every two languages beside
// each other, and the redirects from its aliases. The bodies of its texts need
// not be there.
func PlanPolicy(site *policy.Site, p *policy.Policy) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		for pg := range planned(site, p, site.Refs(p)) {
			if !yield(pg) {
				return
			}
		}
		for _, alias := range p.Aliases {
			ref := policy.Ref{Lang: site.Languages[0], Policy: p.Slug}
			if !yield(Page{Ref: ref, Kind: KindMoved, Alias: aliasFile(alias)}) {
				return
			}
		}
	}
}

// planned makes pages of addresses.
func planned(site *policy.Site, p *policy.Policy, refs iter.Seq[policy.Ref]) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		for ref := range refs {
			spec := specAt(ref.Place())
			pg := Page{Ref: ref, Kind: spec.Kind}
			if spec.listed != nil {
				pg.Modified, pg.Listed = spec.listed(site, p, ref)
			}
			if !yield(pg) {
				return
			}
		}
	}
}

// always lists the pages of a kind; nothing says when they changed.
func always(*policy.Site, *policy.Policy, policy.Ref) (policy.Date, bool) { return policy.Date{}, true }

// stable lists the text that stands for a policy, where it is in the language
// of the page.
func stable(site *policy.Site, p *policy.Policy, ref policy.Ref) (policy.Date, bool) {
	if ref.Version != "" {
		return policy.Date{}, false
	}
	v := p.Head(site.Today)
	if v.Text(ref.Lang) == nil || v.Erased {
		return policy.Date{}, false
	}
	switch p.Status(v, site.Today) {
	case policy.InForce:
		all := reigns(p, site.Today)
		for _, r := range all {
			if r.has(site.Today) {
				return r.From, true
			}
		}
	case policy.Upcoming:
		return v.Announced, !v.NeverInForce()
	}
	return policy.Date{}, false // an end, a withdrawal or a draft outranks nothing
}

// announced lists a page that changes whenever something becomes public of a
// policy: a version, a consultation, a withdrawal, the end.
func announced(site *policy.Site, p *policy.Policy, _ policy.Ref) (policy.Date, bool) {
	var last policy.Date
	on := func(day policy.Date) {
		if !day.IsZero() && !day.After(site.Today) && day.After(last) {
			last = day
		}
	}
	on(p.Ends)
	for _, v := range p.Versions {
		on(v.Announced)
		on(v.Withdrawn)
		if c := v.Consultation; c != nil {
			on(c.From)
		}
	}
	return last, true
}
