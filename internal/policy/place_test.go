package policy

import (
	"fmt"
	"iter"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawSite draws a site of up to three languages and policies.
func drawSite(t *rapid.T) *Site {
	all := []Lang{"zh", "en", "fr"}
	s := &Site{
		Languages: all[:rapid.IntRange(1, 3).Draw(t, "languages")],
		Today:     Date{Year: rapid.IntRange(2000, 2006).Draw(t, "today"), Month: 1, Day: 1},
		Compare:   rapid.SampledFrom([]Compare{CompareChain, CompareChainCurrent, CompareAll}).Draw(t, "compare"),
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "policies") {
		p := &Policy{Slug: fmt.Sprintf("p%d", i)}
		for j := range rapid.IntRange(1, 4).Draw(t, "versions") {
			v := &Version{Name: fmt.Sprintf("%d.0", j), Effective: Date{Year: 2001 + j, Month: 1, Day: 1}}
			for _, lang := range rapid.Permutation(s.Languages).Draw(t, "texts")[rapid.IntRange(0, len(s.Languages)-1).Draw(t, "missing"):] {
				v.Texts = append(v.Texts, &Text{Lang: lang})
			}
			p.Versions = append(p.Versions, v)
		}
		s.Policies = append(s.Policies, p)
	}
	return s
}

// everyRef lists every combination of the names of a site, and of some that it
// does not have.
func everyRef(s *Site) iter.Seq[Ref] {
	langs := append(slices.Clone(s.Languages), "", "de")
	leaves := []Leaf{"x"}
	for _, p := range Places() {
		if !slices.Contains(leaves, p.Leaf) {
			leaves = append(leaves, p.Leaf)
		}
	}
	return func(yield func(Ref) bool) {
		for _, lang := range langs {
			for _, slug := range []string{"", "p0", "p1", "p2", "q"} {
				for _, version := range []string{"", "0.0", "1.0", "2.0", "3.0", "9.0"} {
					for _, base := range []string{"", "0.0", "1.0", "2.0", "3.0", "9.0"} {
						for _, other := range langs {
							for _, leaf := range leaves {
								if !yield(Ref{Lang: lang, Policy: slug, Version: version, Base: base, Other: other, Leaf: leaf}) {
									return
								}
							}
						}
					}
				}
			}
		}
	}
}

// TestHasIsRefs: the pages that a site lists are those that it says it has, each
// once, and each can be read from its address.
func TestHasIsRefs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSite(t)
		listed := make(map[Ref]bool)
		take := func(r Ref) {
			if listed[r] {
				t.Errorf("%+v is listed twice", r)
			}
			if back, err := ParsePath(r.Path()); err != nil || back != r {
				t.Errorf("%q is read as %+v, %v; it is %+v", r.Path(), back, err, r)
			}
			listed[r] = true
		}
		for r := range s.OwnRefs() {
			take(r)
		}
		for _, p := range s.Policies {
			n := 0
			for r := range s.Refs(p) {
				take(r)
				n++
			}
			if want := countByHand(s, p); n != want {
				t.Errorf("%s has %d pages, by hand %d; a new place needs its sum in countByHand", p.Slug, n, want)
			}
		}
		for r := range everyRef(s) {
			if s.Has(r) != listed[r] {
				t.Errorf("%+v: has %t, listed %t", r, s.Has(r), listed[r])
			}
		}
	})
}

// countByHand is the number of a policy's pages by a sum, not by a list.
func countByHand(s *Site, p *Policy) int {
	langs := len(s.Languages)
	n := langs * (3 + len(p.Versions)) // in force, embedded, history; versions
	if len(p.Versions) > 1 {
		n += langs // clauses
	}
	pairs := p.Pairs(s.Compare, s.Today)
	for _, pair := range pairs {
		if slices.ContainsFunc(s.Languages, func(l Lang) bool { return pair.Old.Text(l) != nil && pair.New.Text(l) != nil }) {
			n += 2 * langs // redline, table
		}
	}
	for _, a := range s.Languages {
		for _, b := range s.Others(a) {
			both := func(v *Version) bool { return v.Text(a) != nil && v.Text(b) != nil }
			for _, v := range append([]*Version{p.Head(s.Today)}, p.Versions...) {
				if both(v) {
					n++
				}
			}
			for _, pair := range pairs {
				if both(pair.Old) && both(pair.New) {
					n++
				}
			}
		}
	}
	return n
}

// TestEveryLeafIsReserved: no policy or version has the name of a page.
func TestEveryLeafIsReserved(t *testing.T) {
	for _, p := range Places() {
		if p.Leaf != LeafNone && (!isReserved(string(p.Leaf)) || CheckSlug(string(p.Leaf)) == nil || CheckVersion(string(p.Leaf)) == nil) {
			t.Errorf("a policy or version may be called %q", p.Leaf)
		}
		if IsKept(string(p.Leaf)) {
			t.Errorf("%q has pages and is no longer kept for any: take it out of kept", p.Leaf)
		}
	}
	if isReserved("") || isReserved("privacy") {
		t.Error("too much is reserved")
	}
}

// TestListsMayBeLeft: whoever has seen enough of a list gets no more of it.
func TestListsMayBeLeft(t *testing.T) {
	p := &Policy{Slug: "p", Versions: []*Version{
		{Name: "1", Effective: Date{Year: 2001, Month: 1, Day: 1}, Texts: []*Text{{Lang: "zh"}, {Lang: "en"}}},
		{Name: "2", Effective: Date{Year: 2002, Month: 1, Day: 1}, Texts: []*Text{{Lang: "zh"}, {Lang: "en"}}},
	}}
	s := &Site{Languages: []Lang{"zh", "en"}, Compare: CompareAll, Today: Date{Year: 2003, Month: 1, Day: 1}, Policies: []*Policy{p}}
	for _, list := range []func(func(Ref) bool){s.OwnRefs(), s.Refs(p)} {
		all := 0
		list(func(Ref) bool { all++; return true })
		for most := 1; most < all; most++ {
			n := 0
			list(func(Ref) bool { n++; return n < most })
			if n != most {
				t.Errorf("asked for %d of %d addresses, got %d", most, all, n)
			}
		}
	}
}
