package page

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"diptych/internal/policy"
)

// TestChronicle: what a page asks of the reigns is what one finds who walks over
// all of them, of drawn histories with withdrawals and ends.
func TestChronicle(t *testing.T) {
	first := policy.Date{Year: 2026, Month: 1, Day: 1}
	for seed := range 300 {
		r := rand.New(rand.NewPCG(uint64(seed), 3))
		p := &policy.Policy{Slug: "p", Today: first.AddDays(15)}
		if r.IntN(3) == 0 {
			p.Ends = first.AddDays(r.IntN(30))
		}
		for i := range 1 + r.IntN(8) {
			v := &policy.Version{Name: fmt.Sprint(i), Announced: first, Effective: first.AddDays(r.IntN(20))}
			if r.IntN(2) == 0 {
				v.Withdrawn = first.AddDays(r.IntN(25))
			}
			p.Versions = append(p.Versions, v)
		}
		p.SortVersions()
		m := &Maker{Site: &policy.Site{Today: p.Today}}
		all := reigns(p, p.Today)
		for _, v := range p.Versions {
			var days []Tenure
			var back []int
			for i, x := range all {
				here := p.Versions[x.version] == v
				if here {
					days = append(days, x.Tenure)
				}
				if i > 0 && (here || p.Versions[all[i-1].version] == v) && all[i-1].Until == x.From && p.Versions[x.version].Effective.Before(x.From) {
					back = append(back, i)
				}
			}
			if got := m.tenures(p, v); !slices.Equal(got, days) {
				t.Errorf("seed %d: %s is in force %v, not %v", seed, v.Name, got, days)
			}
			if got := m.chronicleOf(p).returns[p.Place(v)]; !slices.Equal(got, back) {
				t.Errorf("seed %d: %s is touched by %v, not %v", seed, v.Name, got, back)
			}
			for _, d := range days {
				var before, after *policy.Version
				for _, x := range all {
					if x.Until == d.From {
						before = p.Versions[x.version]
					}
					if x.From == d.Until && !d.Until.IsZero() {
						after = p.Versions[x.version]
					}
				}
				if b, a := m.around(p, d); b != before || a != after {
					t.Errorf("seed %d: around %v stand %v and %v", seed, d, b, a)
				}
			}
		}
	}
}

// TestOthers: a redline links to the others to its version, in their order, but
// to no more than are worth reading: those from the last versions.
func TestOthers(t *testing.T) {
	for _, test := range []struct{ versions, first, count int }{{mostOthers + 2, 1, mostOthers}, {mostOthers + 3, 2, mostOthers}, {3, 1, 1}} {
		p := &policy.Policy{Slug: "p"}
		for i := range test.versions {
			v := &policy.Version{Name: fmt.Sprint(i + 1), Effective: policy.Date{Year: 2020, Month: 1, Day: 1}.AddDays(i), Texts: []*policy.Text{{Lang: "zh"}}}
			p.Versions = append(p.Versions, v)
		}
		today := policy.Date{Year: 2026, Month: 1, Day: 1}
		p.SortVersions()
		site := &policy.Site{Languages: []policy.Lang{"zh"}, Today: today, Compare: policy.CompareChainCurrent, Policies: []*policy.Policy{p}}
		s := (&Maker{Site: site}).Series(p, nil)
		last := p.Versions[test.versions-1]
		view := &Redline{}
		s.fillOthers(view, last, policy.Ref{Lang: "zh", Policy: "p", Version: last.Name, Base: fmt.Sprint(test.versions - 1)})
		if len(view.Others) != test.count || view.Others[0].Text != fmt.Sprint(test.first) {
			t.Errorf("of %d versions %d others, the first %v", test.versions, len(view.Others), view.Others[:1])
		}
	}
}
