package policy

import (
	"iter"
	"slices"
)

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

// Pairs lists the redlines of p, by new version, then by old one, in the order
// of the versions, without repetition. Those to and from a version that was
// erased are those it would have if it were not.
func (p *Policy) Pairs(compare Compare, today Date) []Pair {
	var out []Pair
	for _, v := range p.Versions {
		first := len(out)
		for old := range p.Bases(compare, today, v) {
			out = append(out, Pair{old, v})
		}
		slices.Reverse(out[first:])
	}
	return out
}

// HasPair reports whether Pairs holds the redline to new from old.
func (p *Policy) HasPair(compare Compare, today Date, old, new *Version) bool {
	x := p.known()
	i, j := p.place(x, new), p.place(x, old)
	return j != none && j < i && p.comparison(x, compare, i, today).with(j)
}

// Bases yields the versions from which new has a redline, the last first. Where it
// has few it asks few.
func (p *Policy) Bases(compare Compare, today Date, new *Version) iter.Seq[*Version] {
	return func(yield func(*Version) bool) {
		x := p.known()
		i := p.place(x, new)
		if i == none {
			return
		}
		c := p.comparison(x, compare, i, today)
		places := slices.Values(c.few())
		if c.hasMany() {
			places = descending(i)
		}
		for j := range places {
			if j < i && c.with(j) && !yield(p.Versions[j]) {
				return
			}
		}
	}
}

// descending yields the places before one, the last first.
func descending(end int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := end - 1; i >= 0 && yield(i); i-- {
		}
	}
}

// comparison tells from which versions one has a redline, all as places.
type comparison struct {
	policy  *Policy
	compare Compare
	new     int
	current int // the version that readers compare with: the one in force, or the last that was where the policy has ended
	seat    seat
}

func (p *Policy) comparison(x *index, compare Compare, new int, today Date) comparison {
	return comparison{p, compare, new, p.place(x, p.latest(today)), x.seats[new]}
}

// with reports whether there is a redline from old, which stands before new in
// the order of the versions.
func (c comparison) with(old int) bool {
	p := c.policy
	switch {
	case old == c.seat.previous, old == c.seat.unerasing:
		return true
	case c.compare == CompareAll:
		return p.IsAnnounced(p.Versions[old]) || p.Versions[old].hidden() && p.Versions[c.new].hidden()
	case c.compare == CompareChain || c.current == none:
		return false
	case c.new == c.current:
		return p.inOrder(p.Versions[old])
	}
	return old == c.current && !p.Versions[c.new].NeverInForce()
}

// hasMany reports whether there may be a redline from any version.
func (c comparison) hasMany() bool {
	return c.compare == CompareAll || c.compare == CompareChainCurrent && c.new == c.current
}

// few are the places from which there may be a redline, the last first, where
// there are not many.
func (c comparison) few() []int {
	out := []int{c.seat.previous, c.seat.unerasing, c.current}
	slices.SortFunc(out, func(a, b int) int { return b - a })
	out = slices.Compact(out)
	if out[len(out)-1] == none {
		out = out[:len(out)-1]
	}
	return out
}
