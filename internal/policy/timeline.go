package policy

import (
	"cmp"
	"slices"
)

// SortVersions puts the versions that are announced first, in order of effective
// date, then of name; behind them those that are not, in the same order, where
// no date comes last. So what may still change or go has no version behind it
// that stays. From then on neither they nor the dates of p change.
func (p *Policy) SortVersions() {
	slices.SortFunc(p.Versions, func(a, b *Version) int {
		if x, y := p.IsAnnounced(a), p.IsAnnounced(b); x != y {
			if x {
				return -1
			}
			return 1
		}
		return inTime(a, b)
	})
	p.index = newIndex(p)
}

// inTime orders versions by effective date, then by name. One without a date
// comes last.
func inTime(a, b *Version) int {
	if x, y := a.Effective.IsZero(), b.Effective.IsZero(); x != y {
		if x {
			return 1
		}
		return -1
	}
	return cmp.Or(a.Effective.Compare(b.Effective), cmp.Compare(a.Name, b.Name))
}

// InForce returns the latest version with effective <= today that is not
// withdrawn by then, or nil: where the first version is still upcoming, and once
// the policy has ended.
func (p *Policy) InForce(today Date) *Version {
	if p.Ended(today) {
		return nil
	}
	return p.latest(today)
}

// latest is the version in force on the day if the policy had not ended.
func (p *Policy) latest(today Date) *Version { return p.on(today).latest }

// Upcoming returns the versions that come into force after the day, soonest
// first. They are not to be changed.
func (p *Policy) Upcoming(today Date) []*Version { return p.on(today).upcoming }

// upcoming reports whether v is announced, takes effect after the day and is not
// withdrawn by then. It asks nothing of other versions, of which there may be
// thousands.
func (p *Policy) upcoming(v *Version, today Date) bool {
	return !v.hidden() && !v.Consulted(today) && !v.withdrawnBy(today) && !p.Ended(today) && !v.took(today)
}

// Head returns the version that stands for the policy on the day: the one in
// force, or the last that was where the policy has ended; before the first has
// come into force the first upcoming one. A policy that has neither is stood for
// by a consultation, a draft or what was withdrawn, the latest first. A policy
// has at least one version.
func (p *Policy) Head(today Date) *Version { return p.on(today).head }

// Previous returns the version before v, or nil: the last of the chain that
// takes effect before it. The chain is the versions that are, were or will be in
// force and whose words are there; v itself may stand outside. Before a
// consultation stands the version that it would change, which is the one in
// force or else the head of the policy.
func (p *Policy) Previous(v *Version) *Version {
	if at, ok := p.seat(v); ok {
		return p.at(at.previous)
	}
	return nil
}

// Next returns the version after v, or nil: the first of the chain that takes
// effect after it.
func (p *Policy) Next(v *Version) *Version {
	if at, ok := p.seat(v); ok {
		return p.at(at.next)
	}
	return nil
}

// inChain reports whether v is, was or will be in force and has its words.
func (p *Policy) inChain(v *Version) bool { return p.inOrder(v) && !v.Erased }

// inOrder reports whether v is, was or will be in force.
func (p *Policy) inOrder(v *Version) bool { return p.IsAnnounced(v) && !v.NeverInForce() }
