package policy

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// walk answers what an index does by asking all versions each time. It stands
// here alone, as what the index is held to.
type walk struct{ *Policy }

func (p walk) latest(today Date) *Version {
	var out *Version
	for _, v := range p.Versions {
		if v.took(today) && !v.withdrawnBy(today) && (out == nil || inTime(out, v) < 0) {
			out = v
		}
	}
	return out
}

func (p walk) status(v *Version, today Date) Status {
	switch {
	case v.Draft:
		return DraftStatus
	case v.HeldBack:
		return HeldBack
	case v.Consulted(today):
		return Consultation
	case v.withdrawnBy(today):
		return Withdrawn
	case p.Policy.upcoming(v, today):
		return Upcoming
	case !p.Ended(today) && v == p.latest(today):
		return InForce
	}
	return Superseded
}

func (p walk) upcoming(today Date) []*Version {
	return slices.DeleteFunc(slices.Clone(p.Versions), func(v *Version) bool { return !p.Policy.upcoming(v, today) || v.NeverInForce() })
}

func (p walk) head(today Date) *Version {
	if v := p.latest(today); v != nil {
		return v
	}
	if up := p.upcoming(today); len(up) > 0 {
		return up[0]
	}
	for _, s := range []Status{Consultation, HeldBack, DraftStatus} {
		for _, v := range p.Versions {
			if p.status(v, today) == s {
				return v
			}
		}
	}
	for _, v := range slices.Backward(p.Versions) {
		if !v.Erased {
			return v
		}
	}
	return p.Versions[len(p.Versions)-1]
}

func (p walk) previous(v *Version, in func(*Version) bool) *Version {
	if v.Consulted(p.Today) {
		if head := p.head(p.Today); in(head) {
			return head
		}
	}
	var out *Version
	for _, w := range p.Versions {
		if p.reaches(w, v, in) && inTime(w, v) < 0 && (out == nil || inTime(out, w) < 0) {
			out = w
		}
	}
	return out
}

func (p walk) next(v *Version) *Version {
	if v.Consulted(p.Today) {
		return nil
	}
	var out *Version
	for _, w := range p.Versions {
		if p.reaches(w, v, p.inChain) && inTime(v, w) < 0 && (out == nil || inTime(w, out) < 0) {
			out = w
		}
	}
	return out
}

func (p walk) reaches(w, v *Version, in func(*Version) bool) bool {
	return in(w) || v.hidden() && w.hidden() && !w.NeverInForce()
}

func (p walk) pairs(compare Compare, today Date) []Pair {
	var out []Pair
	current := p.latest(today)
	for i, v := range p.Versions {
		for _, old := range p.Versions[:i] {
			has := old == p.previous(v, p.inChain) || old == p.previous(v, p.inOrder)
			switch {
			case compare == CompareAll:
				has = has || p.IsAnnounced(old) || old.hidden() && v.hidden()
			case compare == CompareChainCurrent && current != nil && v == current:
				has = has || p.inOrder(old)
			case compare == CompareChainCurrent && current != nil:
				has = has || old == current && !v.NeverInForce()
			}
			if has {
				out = append(out, Pair{old, v})
			}
		}
	}
	return out
}

// datesOf lists every day around each date of a policy.
func datesOf(p *Policy) []Date {
	days := []Date{p.Today, p.Ends}
	for _, v := range p.Versions {
		days = append(days, v.Announced, v.Effective, v.Withdrawn)
		if v.Consultation != nil {
			days = append(days, v.Consultation.From)
		}
	}
	var out []Date
	for _, d := range days {
		if !d.IsZero() {
			out = append(out, d.AddDays(-1), d, d.AddDays(1))
		}
	}
	slices.SortFunc(out, Date.Compare)
	return slices.Compact(out)
}

// TestIndexSaysWhatAWalkSays: on every day around each date of a history the
// index answers as one does who asks all versions: of that day, and read on it.
func TestIndexSaysWhatAWalkSays(t *testing.T) {
	for seed := range 100 {
		p := drawPolicy(rand.New(rand.NewPCG(uint64(seed), 2)))
		for _, day := range datesOf(p) {
			checkIndex(t, fmt.Sprintf("seed %d, asked of %s", seed, day), p, day)
			q := &Policy{Slug: p.Slug, Today: day, Ends: p.Ends, Versions: slices.Clone(p.Versions)}
			checkIndex(t, fmt.Sprintf("seed %d, not sorted on %s", seed, day), q, day)
			q.SortVersions()
			checkIndex(t, fmt.Sprintf("seed %d, read on %s", seed, day), q, day)
			if t.Failed() {
				return
			}
		}
	}
}

func checkIndex(t *testing.T, when string, p *Policy, day Date) {
	t.Helper()
	w := walk{p}
	if got, want := p.Head(day), w.head(day); got != want {
		t.Errorf("%s: %v is the head, not %v", when, got, want)
	}
	if got, want := p.Upcoming(day), w.upcoming(day); !slices.Equal(got, want) {
		t.Errorf("%s: %d come, not %d", when, len(got), len(want))
	}
	if got := p.InForce(day); p.Ended(day) && got != nil || !p.Ended(day) && got != w.latest(day) {
		t.Errorf("%s: %v is in force", when, got)
	}
	for _, v := range p.Versions {
		if got, want := p.Status(v, day), w.status(v, day); got != want {
			t.Errorf("%s: %s is %s, not %s", when, v.Name, got, want)
		}
		if got, want := p.Previous(v), w.previous(v, p.inChain); got != want {
			t.Errorf("%s: before %s stands %v, not %v", when, v.Name, got, want)
		}
		if got, want := p.Next(v), w.next(v); got != want {
			t.Errorf("%s: behind %s stands %v, not %v", when, v.Name, got, want)
		}
		if p.Version(v.Name) != v {
			t.Errorf("%s: %s is not found by its name", when, v.Name)
		}
	}
	for _, compare := range []Compare{CompareChain, CompareChainCurrent, CompareAll} {
		if got, want := p.Pairs(compare, day), w.pairs(compare, day); !slices.Equal(got, want) {
			t.Errorf("%s: %s: %d pairs, not %d", when, compare, len(got), len(want))
		}
	}
}

// TestStrangers: a version of another policy has no place, whatever its name; of
// two with one name each has its own.
func TestStrangers(t *testing.T) {
	p := three()
	stranger := *p.Versions[1]
	if p.Previous(&stranger) != nil || p.Next(&stranger) != nil {
		t.Error("a stranger has neighbours")
	}
	for _, x := range [][2]*Version{{p.Versions[0], &stranger}, {&stranger, p.Versions[2]}, {nil, p.Versions[2]}, {p.Versions[0], nil}} {
		if p.HasPair(CompareAll, p.Today, x[0], x[1]) {
			t.Errorf("%v is compared with %v", x[1], x[0])
		}
	}
	for range p.Bases(CompareAll, p.Today, &stranger) {
		t.Error("a stranger has redlines")
	}
	other := *p.Versions[2]
	other.Effective = other.Effective.AddDays(1)
	twice := p.With(append(slices.Clone(p.Versions), &other))
	if twice.Previous(&other) != p.Versions[2] || twice.Previous(p.Versions[2]) != p.Versions[1] || twice.Version(other.Name) != p.Versions[2] {
		t.Error("of two with one name one stands for the other")
	}
	if p.Previous(&other) != nil || p.Version("2023") != nil {
		t.Error("a copy with other versions changes the policy")
	}
}

// TestTwins: of versions with one name and one day the first is the neighbour of
// the others, announced or hidden, before and after.
func TestTwins(t *testing.T) {
	for _, hidden := range []string{"", " h"} {
		p := policyOf("2026-06-15", "")
		var all []*Version
		for _, s := range []string{"1 2026-01-01", "2 2026-02-01", "2 2026-02-01", "3 2026-03-01"} {
			all = append(all, versionOf(s+hidden))
		}
		p = p.With(all)
		if p.Previous(all[3]) != all[1] || p.Next(all[0]) != all[1] {
			t.Errorf("%q: between 1 and 3 stand places %d and %d", hidden, p.Place(p.Previous(all[3])), p.Place(p.Next(all[0])))
		}
		if p.Previous(all[1]) != all[0] || p.Previous(all[2]) != all[0] {
			t.Errorf("%q: one of two on a day is the other's neighbour", hidden)
		}
	}
}
