package check

import "diptych/internal/policy"

// notice reports a substantive version that takes effect sooner after its
// announcement than the policy's or the site's notice_days. The first version
// changes nothing for anybody, an editorial one nothing of substance, and of
// superseded ones nothing can be mended: they are left out.
func notice(s subject, say voice) {
	days := s.cfg.NoticeDays
	if s.policy.NoticeDays >= 0 {
		days = s.policy.NoticeDays
	}
	for i, v := range s.policy.Versions {
		if i == 0 || v.Editorial || s.policy.Status(v, s.site.Today) == policy.Superseded {
			continue
		}
		if given := v.Announced.DaysUntil(v.Effective); given < days {
			say.at(v.Texts[0].Pos, 1, "Version", v.Name, "Given", given, "Asked", days,
				"Announced", v.Announced, "Earliest", v.Announced.AddDays(days))
		}
	}
}
