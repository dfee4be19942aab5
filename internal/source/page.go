package source

import (
	"slices"

	"diptych/internal/policy"
)

// existing tells whether the page that a ref names is one that a build makes,
// after the rules of DESIGN section 4. A page in two languages exists where
// both are languages of the site and differ.
func existing(site *policy.Site, r policy.Ref) bool {
	known := func(l policy.Lang) bool { return slices.Contains(site.Languages, l) }
	if r.Lang != "" && !known(r.Lang) || r.Other != "" && (!known(r.Other) || r.Other == r.Lang) {
		return false
	}
	if r.Policy == "" {
		return r.Version == "" && r.Base == "" && r.Other == ""
	}
	p := site.Policy(r.Policy)
	if p == nil {
		return false
	}
	if r.Version == "" {
		return r.Base == ""
	}
	v := p.Version(r.Version)
	if v == nil {
		return false
	}
	if r.Base == "" {
		return true
	}
	old := p.Version(r.Base)
	return old != nil && p.HasPair(site.Compare, site.Today, old, v)
}
