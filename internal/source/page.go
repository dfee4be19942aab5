package source

import (
	"slices"

	"diptych/internal/policy"
)

// existing tells whether the page that a ref names is one that a build makes.
// Pages in two languages are not made yet.
func existing(site *policy.Site, r policy.Ref) bool {
	if r.Lang != "" && !slices.Contains(site.Languages, r.Lang) {
		return false
	}
	if r.Other != "" {
		return false
	}
	if r.Policy == "" {
		return r.Version == "" && r.Base == ""
	}
	p := site.Policy(r.Policy)
	if p == nil {
		return false
	}
	if r.Leaf == policy.LeafClauses {
		return len(p.Versions) > 1
	}
	if r.Version == "" {
		return r.Base == ""
	}
	v := p.Version(r.Version)
	if v == nil {
		return false
	}
	if r.Base == "" {
		return r.Leaf == policy.LeafNone
	}
	old := p.Version(r.Base)
	return old != nil && p.HasPair(site.Compare, site.Today, old, v) &&
		slices.ContainsFunc(site.Languages, func(l policy.Lang) bool { return old.Text(l) != nil && v.Text(l) != nil })
}
