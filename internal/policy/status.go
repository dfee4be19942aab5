package policy

// Status is where a version stands in time on a given day.
type Status uint8

const (
	Superseded   Status = iota // a later version is in force, or the policy has ended
	InForce                    // the latest version with effective <= today
	Upcoming                   // effective > today
	Consultation               // published for comment, not announced
	Withdrawn                  // withdrawn on or before the day
	HeldBack                   // its day has not come; read on request alone
	DraftStatus                // a draft; read on request alone
)

func (s Status) String() string {
	return [...]string{"superseded", "in-force", "upcoming", "consultation", "withdrawn", "held-back", "draft"}[s]
}

// Status returns where v, a version of p, stands on the day.
func (p *Policy) Status(v *Version, today Date) Status {
	if s, ok := v.unannounced(today); ok {
		return s
	}
	switch {
	case v.withdrawnBy(today):
		return Withdrawn
	case p.upcoming(v, today):
		return Upcoming
	case v == p.InForce(today):
		return InForce
	}
	return Superseded
}

// unannounced returns where a version stands that is not announced on the day, and
// reports whether it is one.
func (v *Version) unannounced(today Date) (Status, bool) {
	switch {
	case v.Draft:
		return DraftStatus, true
	case v.HeldBack:
		return HeldBack, true
	case v.Consulted(today):
		return Consultation, true
	}
	return 0, false
}

// Settled reports whether nobody may edit v any more: it was in force and is
// not, or it was withdrawn.
func (p *Policy) Settled(v *Version, today Date) bool {
	s := p.Status(v, today)
	return s == Superseded || s == Withdrawn
}

// Ended reports whether the policy is no more on the day.
func (p *Policy) Ended(today Date) bool { return !p.Ends.IsZero() && !p.Ends.After(today) }

// NeverInForce reports whether v was withdrawn before it could come into force.
// It is a fact of the sources, not of the day.
func (v *Version) NeverInForce() bool {
	return !v.Withdrawn.IsZero() && !v.Withdrawn.After(v.Effective)
}

// Consulted reports whether v is published for comment on the day and not
// announced yet.
func (v *Version) Consulted(today Date) bool {
	return v.Consultation != nil && !v.hidden() && !v.Consultation.From.After(today) &&
		(v.Announced.IsZero() || v.Announced.After(today))
}

// hidden reports whether v is read on request alone.
func (v *Version) hidden() bool { return v.Draft || v.HeldBack }

// withdrawnBy reports whether v is withdrawn on the day.
func (v *Version) withdrawnBy(today Date) bool {
	return !v.Withdrawn.IsZero() && !v.Withdrawn.After(today)
}

// took reports whether the effective date of v has come. What is not announced
// takes no effect.
func (v *Version) took(today Date) bool {
	return !v.hidden() && !v.Consulted(today) && !v.Effective.IsZero() && !v.Effective.After(today)
}

// IsAnnounced reports whether v is announced on the day for which p was read.
func (p *Policy) IsAnnounced(v *Version) bool { return !v.hidden() && !v.Consulted(p.Today) }
