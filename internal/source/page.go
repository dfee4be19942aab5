package source

import (
	"slices"

	"diptych/internal/policy"
)

// existing reports whether the page that a ref names is one that a build makes.
func existing(site *policy.Site, r policy.Ref) bool {
	if r.Lang != "" && !slices.Contains(site.Languages, r.Lang) {
		return false
	}
	if r.Other != "" && !beside(site, r) {
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

// beside reports whether the page that a ref names can have its other language
// beside it: all versions that it shows have a text in both.
func beside(site *policy.Site, r policy.Ref) bool {
	p := site.Policy(r.Policy)
	if p == nil || r.Leaf != policy.LeafNone || r.Other == r.Lang {
		return false
	}
	versions := []*policy.Version{p.Head(site.Today)}
	if r.Version != "" {
		versions = []*policy.Version{p.Version(r.Version)}
	}
	if r.Base != "" {
		versions = append(versions, p.Version(r.Base))
	}
	return !slices.ContainsFunc(versions, func(v *policy.Version) bool {
		return v == nil || v.Text(r.Other) == nil || r.Lang != "" && v.Text(r.Lang) == nil
	})
}
