package page

import (
	"slices"

	"diptych/internal/policy"
)

// Tenure is days on which a version is in force, one after the other.
type Tenure struct {
	From  policy.Date
	Until policy.Date // the first day behind them; zero where none is known
}

// Last is the last of the days, zero where none is known.
func (t Tenure) Last() policy.Date { return dayBefore(t.Until) }

// has reports whether a day is among them.
func (t Tenure) has(day policy.Date) bool {
	return !t.From.After(day) && (t.Until.IsZero() || t.Until.After(day))
}

func dayBefore(d policy.Date) policy.Date {
	if d.IsZero() {
		return d
	}
	return d.AddDays(-1)
}

// reign is a tenure with the place of its version among those of the policy.
type reign struct {
	Tenure
	version int
}

// reigns lists which version was, is and will be in force, in order of time, as
// far as what is public on the day tells: a withdrawal or an end that lies ahead
// is among it. What is not announced takes no part.
func reigns(p *policy.Policy, today policy.Date) []reign {
	var order []int // versions that take effect some day, in order of these days
	var days []policy.Date
	for i, v := range p.Versions {
		if v.Draft || v.HeldBack || v.Consulted(today) || v.Effective.IsZero() {
			continue
		}
		order, days = append(order, i), append(days, v.Effective)
		if !v.Withdrawn.IsZero() {
			days = append(days, v.Withdrawn)
		}
	}
	slices.SortFunc(days, policy.Date.Compare)
	var out []reign
	var took []int // of order, those that have taken effect and may be in force again
	for _, day := range slices.Compact(days) {
		if !p.Ends.IsZero() && !day.Before(p.Ends) {
			break
		}
		for len(order) > 0 && !p.Versions[order[0]].Effective.After(day) {
			took, order = append(took, order[0]), order[1:]
		}
		took = dropWithdrawn(p, took, day)
		if len(took) == 0 {
			out = turn(out, -1, day)
		} else {
			out = turn(out, took[len(took)-1], day)
		}
	}
	if !p.Ends.IsZero() {
		out = turn(out, -1, p.Ends)
	}
	return out
}

// dropWithdrawn leaves out the last versions that are withdrawn by the day: none of them
// is in force any more, and what stands last then is.
func dropWithdrawn(p *policy.Policy, took []int, day policy.Date) []int {
	for n := len(took) - 1; n >= 0; n-- {
		if w := p.Versions[took[n]].Withdrawn; w.IsZero() || w.After(day) {
			return took[:n+1]
		}
	}
	return nil
}

// turn lets a version be in force from a day on; none where it is -1.
func turn(out []reign, version int, day policy.Date) []reign {
	if n := len(out) - 1; n >= 0 && out[n].Until.IsZero() {
		if out[n].version == version {
			return out
		}
		out[n].Until = day
	}
	if version < 0 {
		return out
	}
	return append(out, reign{Tenure{From: day}, version})
}

// chronicle is the reigns of a policy, and what pages ask of them.
type chronicle struct {
	reigns  []reign
	tenures map[int][]Tenure // of each version
	returns map[int][]int    // of each version that a withdrawal touches, the reigns in which one comes back
}

func newChronicle(p *policy.Policy, today policy.Date) *chronicle {
	out := &chronicle{reigns(p, today), map[int][]Tenure{}, map[int][]int{}}
	for i, r := range out.reigns {
		out.tenures[r.version] = append(out.tenures[r.version], r.Tenure)
		if i == 0 {
			continue
		}
		gone := out.reigns[i-1]
		if gone.Until == r.From && p.Versions[r.version].Effective.Before(r.From) { // nothing but a withdrawal lets an older version follow
			out.returns[gone.version] = append(out.returns[gone.version], i)
			out.returns[r.version] = append(out.returns[r.version], i)
		}
	}
	return out
}

// chronicleOf is that of a policy. It is kept by its slug: a policy that was read
// has the dates that it had before.
func (m *Maker) chronicleOf(p *policy.Policy) *chronicle {
	if known, ok := m.chronicles.Load(p.Slug); ok {
		return known.(*chronicle)
	}
	out := newChronicle(p, m.Site.Today)
	m.chronicles.Store(p.Slug, out)
	return out
}

// tenures lists the days on which a version is in force.
func (m *Maker) tenures(p *policy.Policy, v *policy.Version) []Tenure {
	return m.chronicleOf(p).tenures[p.Place(v)]
}

// around are the versions in force right before the first day of a tenure and
// right after its last one; nil where none is.
func (m *Maker) around(p *policy.Policy, t Tenure) (before, after *policy.Version) {
	all := m.chronicleOf(p).reigns
	i, _ := slices.BinarySearchFunc(all, t.From, func(r reign, day policy.Date) int { return r.From.Compare(day) })
	if i > 0 && all[i-1].Until == t.From {
		before = p.Versions[all[i-1].version]
	}
	if i+1 < len(all) && all[i+1].From == t.Until {
		after = p.Versions[all[i+1].version]
	}
	return before, after
}
