package check

import "diptych/internal/policy"

// notice reports a version that takes effect sooner after its announcement than
// the publisher promises: [notice] of the policy, its notice_days or those of the
// site; an editorial version has a promise of its own. The first version changes
// nothing for anybody, and a draft that names no day of its own is not announced. It
// reports a consultation, too, that is not over when the version is announced.
func notice(s subject, v *policy.Version, say voice) {
	if v.Announced.IsZero() || v.Effective.IsZero() || v.Draft && v.Announced == v.Effective {
		return
	}
	at := v.Texts[0].Pos
	if c := v.Consultation; c != nil && !c.To.Before(v.Announced) {
		say.at(at, 2, "Version", v.Name, "To", c.To, "Announced", v.Announced)
	}
	days, where := s.promised(v)
	given := v.Announced.DaysUntil(v.Effective)
	if given >= days || v.NeverInForce() || s.policy.Previous(v) == nil {
		return
	}
	earliest := v.Announced.AddDays(days)
	if v.Editorial {
		say.at(at, 3, "Version", v.Name, "Given", given, "Where", where, "Asked", days, "Announced", v.Announced, "Earliest", earliest)
		return
	}
	say.at(at, 1, "Version", v.Name, "Given", given, "Where", where, "Asked", days, "Announced", v.Announced, "Earliest", earliest)
}

// promised is how many days lie between the announcement of a version and its
// effect, and where that stands.
func (s subject) promised(v *policy.Version) (days int, where string) {
	said := s.policy.Notice
	switch {
	case v.Editorial:
		return max(said.Editorial, 0), "notice.editorial"
	case said.Substantive >= 0:
		return said.Substantive, "policy.toml"
	}
	return s.cfg.NoticeDays, "site.toml"
}
