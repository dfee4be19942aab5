package policy

import "slices"

// index is what the versions of a policy are to each other, so that a page asks
// no version but its own. It is made once, when the versions are in order, takes
// n log n steps and as many words as there are versions.
type index struct {
	places map[string]int // by name; of several with one name the first
	seats  []seat         // by place
	day    standings      // on the day for which the policy was read
}

// seat is where a version stands among the others, as places; none where there is
// none.
type seat struct {
	previous  int // see Previous
	unerasing int // as previous, if nothing were erased
	next      int // see Next
}

// none is no place.
const none = -1

// standings are the versions that stand for a policy on a day.
type standings struct {
	latest   *Version   // in force on the day if the policy had not ended
	upcoming []*Version // see Upcoming
	head     *Version   // see Head; nil where there are no versions
}

// With returns a copy of p with other versions in the places of its own. They
// have the same names and dates.
func (p *Policy) With(versions []*Version) *Policy {
	out := *p
	out.Versions = versions
	out.index = newIndex(&out)
	return &out
}

// known returns the index of p. Where its versions were not sorted yet it is made
// for whoever asks, as they may still change.
func (p *Policy) known() *index {
	if p.index == nil {
		return newIndex(p)
	}
	return p.index
}

func newIndex(p *Policy) *index {
	x := &index{places: make(map[string]int, len(p.Versions)), day: p.standingsOn(p.Today)}
	for i, v := range slices.Backward(p.Versions) {
		x.places[v.Name] = i
	}
	x.seats = p.seatVersions(x.day.head)
	return x
}

// on returns the standings of a day.
func (p *Policy) on(today Date) standings {
	if p.index != nil && today == p.Today {
		return p.index.day
	}
	return p.standingsOn(today)
}

func (p *Policy) standingsOn(today Date) standings {
	var out standings
	for _, v := range p.Versions {
		if v.took(today) && !v.withdrawnBy(today) && (out.latest == nil || inTime(out.latest, v) < 0) {
			out.latest = v
		}
		if p.upcoming(v, today) && !v.NeverInForce() {
			out.upcoming = append(out.upcoming, v)
		}
	}
	out.upcoming = slices.Clip(out.upcoming)
	out.head = p.headOf(out, today)
	return out
}

// headOf is the version that stands for the policy, of which the standings are
// known.
func (p *Policy) headOf(at standings, today Date) *Version {
	switch {
	case at.latest != nil:
		return at.latest
	case len(at.upcoming) > 0:
		return at.upcoming[0]
	case len(p.Versions) == 0:
		return nil
	}
	for _, want := range []Status{Consultation, HeldBack, DraftStatus} {
		for _, v := range p.Versions {
			if s, ok := v.unannounced(today); ok && s == want {
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

// place returns the place of v among the versions, or none where it is nil or
// stands elsewhere.
func (p *Policy) place(x *index, v *Version) int {
	if v == nil {
		return none
	}
	if i, ok := x.places[v.Name]; ok && p.Versions[i] == v {
		return i
	}
	return slices.Index(p.Versions, v)
}

// Place returns the place of v among the versions, or -1 where it is none of them.
func (p *Policy) Place(v *Version) int { return p.place(p.known(), v) }

// seat returns where v stands, and false where it is no version of p.
func (p *Policy) seat(v *Version) (seat, bool) {
	x := p.known()
	i := p.place(x, v)
	if i == none {
		return seat{}, false
	}
	return x.seats[i], true
}

// at returns the version at a place, or nil.
func (p *Policy) at(place int) *Version {
	if place == none {
		return nil
	}
	return p.Versions[place]
}

// seatVersions finds the neighbours of all versions, of which head stands for the
// policy.
func (p *Policy) seatVersions(head *Version) []seat {
	order := make([]int, len(p.Versions)) // in time
	for i := range order {
		order[i] = i
	}
	inTimeAt := func(i, j int) int { return inTime(p.Versions[i], p.Versions[j]) }
	slices.SortStableFunc(order, inTimeAt)
	var days [][]int // those of which none is before another
	for len(order) > 0 {
		n := 1
		for n < len(order) && inTimeAt(order[0], order[n]) == 0 {
			n++
		}
		days, order = append(days, order[:n]), order[n:]
	}
	out := make([]seat, len(p.Versions))
	p.nearest(days, p.inChain, func(i, at int) { out[i].previous = at })
	p.nearest(days, p.inOrder, func(i, at int) { out[i].unerasing = at })
	slices.Reverse(days)
	p.nearest(days, p.inChain, func(i, at int) { out[i].next = at })
	for i, v := range p.Versions {
		if !v.Consulted(p.Today) {
			continue
		}
		out[i].next = none
		if at := slices.Index(p.Versions, head); p.inChain(head) {
			out[i].previous, out[i].unerasing = at, at
		} else if p.inOrder(head) {
			out[i].unerasing = at
		}
	}
	return out
}

// nearest tells each version the last one before it in the order of days that may
// be its neighbour: one that is in, or what is hidden where it is hidden itself.
// So what is hidden has the neighbours that it would have once all are public.
func (p *Policy) nearest(days [][]int, in func(*Version) bool, tell func(i, at int)) {
	public, hidden := none, none // the last that may stand beside any version, beside what is hidden
	for _, day := range days {
		for _, i := range day {
			if p.Versions[i].hidden() {
				tell(i, hidden)
			} else {
				tell(i, public)
			}
		}
		isFirst := [2]bool{true, true}
		for _, i := range day {
			v := p.Versions[i]
			if isFirst[0] && in(v) {
				public, isFirst[0] = i, false
			}
			if isFirst[1] && (in(v) || v.hidden() && !v.NeverInForce()) {
				hidden, isFirst[1] = i, false
			}
		}
	}
}
