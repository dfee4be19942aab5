package check

import (
	"slices"

	"diptych/internal/policy"
)

// Anchors lists the anchors of the version's text in lang, sorted; nil where
// there is no such text.
type Anchors func(slug, version string, lang policy.Lang) []string

// has reports whether any text of the version has the anchor.
func (a Anchors) has(p *policy.Policy, v *policy.Version, anchor string) bool {
	for _, t := range v.Texts {
		if _, ok := slices.BinarySearch(a(p.Slug, v.Name, t.Lang), anchor); ok {
			return true
		}
	}
	return false
}

// Link is a link to a clause.
type Link struct {
	*policy.Link
	Past bool // it stands in a text that was superseded or withdrawn, which nobody is going to mend
}

// ClauseLinks returns the links to clauses in the texts of p, which have their
// clauses.
func ClauseLinks(site *policy.Site, p *policy.Policy) []Link {
	var out []Link
	for _, v := range p.Versions {
		past := p.Settled(v, site.Today)
		for _, t := range v.Texts {
			for l := range t.Links() {
				if l.Kind == policy.LinkRef && l.To.Clause != "" && l.To.Policy != "" {
					out = append(out, Link{l, past})
				}
			}
		}
	}
	return out
}
