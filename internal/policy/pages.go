package policy

import (
	"iter"
	"slices"
)

// spot is an address whose names were looked up.
type spot struct {
	site        *Site
	policy      *Policy
	old, new    *Version // new is the version shown; old is nil where nothing is compared
	lang, other Lang
}

// hasHistory reports whether there is more than one version to tell of.
func (x spot) hasHistory() bool { return len(x.policy.Versions) > 1 }

// isComparable reports whether the two versions have a language in common.
func (x spot) isComparable() bool {
	_, ok := Pair{x.old, x.new}.Lang(x.site.Languages, x.lang)
	return ok
}

// hasBoth reports whether every version shown has a text in both languages.
func (x spot) hasBoth() bool {
	return x.other != x.lang && x.new.HasBoth(x.lang, x.other) && (x.old == nil || x.old.HasBoth(x.lang, x.other))
}

// Has reports whether the site has the page that a ref names. Its clause is not
// asked about.
func (s *Site) Has(r Ref) bool {
	if !r.isWhole() || r.Lang != "" && !slices.Contains(s.Languages, r.Lang) {
		return false
	}
	x := spot{site: s, lang: r.Lang, other: r.Other}
	if r.Policy != "" {
		if x.policy = s.Policy(r.Policy); x.policy == nil {
			return false
		}
		x.new = x.policy.Head(s.Today)
	}
	if r.Version != "" {
		if x.new = x.policy.Version(r.Version); x.new == nil {
			return false
		}
	}
	if r.Base != "" {
		x.old = x.policy.Version(r.Base)
		if x.old == nil || !x.policy.HasPair(s.Compare, s.Today, x.old, x.new) {
			return false
		}
	}
	has := places[placeIndex(r.Place())].has
	return has == nil || has(x)
}

// OwnRefs lists the pages of the site that belong to no policy.
func (s *Site) OwnRefs() iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		if !refsAt(AtRoot, spot{site: s}, Ref{}, yield) {
			return
		}
		for _, lang := range s.Languages {
			if !refsAt(AtLang, spot{site: s, lang: lang}, Ref{Lang: lang}, yield) {
				return
			}
		}
	}
}

// Refs lists the pages of a policy in every language: first those that show the
// language alone, so that whoever makes them in this order compares texts of
// one language at a time. The redirects from its aliases are not among them. The
// bodies of its texts need not be there.
func (s *Site) Refs(p *Policy) iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		pairs := p.Pairs(s.Compare, s.Today)
		for _, lang := range s.Languages {
			if !s.refsIn(spot{site: s, policy: p, lang: lang}, pairs, yield) {
				return
			}
			for _, other := range s.Languages {
				if !s.refsIn(spot{site: s, policy: p, lang: lang, other: other}, pairs, yield) {
					return
				}
			}
		}
	}
}

// refsIn yields the pages of a policy for the languages in x. It reports whether
// more are wanted.
func (s *Site) refsIn(x spot, pairs []Pair, yield func(Ref) bool) bool {
	ref := Ref{Lang: x.lang, Policy: x.policy.Slug, Other: x.other}
	x.new = x.policy.Head(s.Today)
	if !refsAt(AtPolicy, x, ref, yield) {
		return false
	}
	for _, v := range x.policy.Versions {
		ref.Version, x.new = v.Name, v
		if !refsAt(AtVersion, x, ref, yield) {
			return false
		}
	}
	for _, pair := range pairs {
		ref.Version, ref.Base, x.new, x.old = pair.New.Name, pair.Old.Name, pair.New, pair.Old
		if !refsAt(AtPair, x, ref, yield) {
			return false
		}
	}
	return true
}

// refsAt yields the pages of one level for the names in x and ref, with another
// language beside them or without as ref says. It reports whether more are
// wanted.
func refsAt(at Level, x spot, ref Ref, yield func(Ref) bool) bool {
	for i := range places {
		pl := &places[i]
		if pl.At != at || pl.Beside != (ref.Other != "") || pl.has != nil && !pl.has(x) {
			continue
		}
		ref.Leaf = pl.Leaf
		if !yield(ref) {
			return false
		}
	}
	return true
}
