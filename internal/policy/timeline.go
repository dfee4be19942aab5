package policy

import (
	"cmp"
	"slices"
)

// Status is where a version stands in time on a given day.
type Status uint8

const (
	Superseded Status = iota // a later version is in force
	InForce                  // the latest version with effective <= today
	Upcoming                 // effective > today
)

func (s Status) String() string {
	return [...]string{"superseded", "in-force", "upcoming"}[s]
}

// SortVersions puts the versions in order of effective date, then of name.
func (p *Policy) SortVersions() {
	slices.SortFunc(p.Versions, func(a, b *Version) int {
		return cmp.Or(a.Effective.Compare(b.Effective), cmp.Compare(a.Name, b.Name))
	})
}

// InForce returns the latest version with effective <= today, or nil where
// the first version is still upcoming.
func (p *Policy) InForce(today Date) *Version {
	for _, v := range slices.Backward(p.Versions) {
		if !v.Effective.After(today) {
			return v
		}
	}
	return nil
}

// Status returns where v, a version of p, stands on the day.
func (p *Policy) Status(v *Version, today Date) Status {
	switch {
	case v.Effective.After(today):
		return Upcoming
	case v == p.InForce(today):
		return InForce
	}
	return Superseded
}

// Previous returns the version before v, or nil.
func (p *Policy) Previous(v *Version) *Version { return p.neighbour(v, -1) }

// Next returns the version after v, or nil.
func (p *Policy) Next(v *Version) *Version { return p.neighbour(v, +1) }

func (p *Policy) neighbour(v *Version, step int) *Version {
	i := slices.Index(p.Versions, v)
	if i < 0 || i+step < 0 || i+step >= len(p.Versions) {
		return nil
	}
	return p.Versions[i+step]
}

// Upcoming returns the versions that come into force after the day, soonest
// first.
func (p *Policy) Upcoming(today Date) []*Version {
	i := slices.IndexFunc(p.Versions, func(v *Version) bool { return v.Effective.After(today) })
	if i < 0 {
		return nil
	}
	return p.Versions[i:]
}

// Head returns the version that stands for the policy on the day: the one in
// force or, before the first has come into force, the first upcoming one.
func (p *Policy) Head(today Date) *Version {
	if v := p.InForce(today); v != nil {
		return v
	}
	return p.Versions[0]
}

// Compare says which pairs of versions have a redline.
type Compare string

const (
	CompareChain        Compare = "chain"         // each version from the one before it
	CompareChainCurrent Compare = "chain+current" // and the one in force from each older one
	CompareAll          Compare = "all"           // every pair
)

// Pair is two versions of one policy to compare; Old is effective before New.
type Pair struct{ Old, New *Version }

// Lang returns the language in which the redline of a pair is shown to readers
// of lang: lang itself or, where one of the two versions lacks it, the first of
// order that both have. Without one there is no redline.
func (x Pair) Lang(order []Lang, lang Lang) (Lang, bool) {
	if x.Old.Text(lang) != nil && x.New.Text(lang) != nil {
		return lang, true
	}
	for _, l := range order {
		if x.Old.Text(l) != nil && x.New.Text(l) != nil {
			return l, true
		}
	}
	return "", false
}

// Pairs lists the redlines of p, by new version, then by old one, oldest
// first, without repetition.
func (p *Policy) Pairs(compare Compare, today Date) []Pair {
	var out []Pair
	current := p.InForce(today)
	for i, v := range p.Versions {
		for j, old := range p.Versions[:i] {
			if compared(compare, i, j, v == current) {
				out = append(out, Pair{old, v})
			}
		}
	}
	return out
}

// HasPair reports whether Pairs holds the redline to new from old.
func (p *Policy) HasPair(compare Compare, today Date, old, new *Version) bool {
	i, j := slices.Index(p.Versions, new), slices.Index(p.Versions, old)
	return j >= 0 && j < i && compared(compare, i, j, new == p.InForce(today))
}

// compared reports whether the i-th version has a redline from the earlier j-th.
func compared(compare Compare, i, j int, current bool) bool {
	return j == i-1 || compare == CompareAll || (compare == CompareChainCurrent && current)
}
