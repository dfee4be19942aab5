package check

import (
	"fmt"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// notice reports a substantive version that takes effect sooner after its
// announcement than the policy's or the site's notice_days. The first version
// changes nothing for anybody, an editorial one nothing of substance, and of
// superseded ones nothing can be mended: they are left out.
func notice(s subject, l *diag.List) {
	days := s.cfg.NoticeDays
	if s.policy.NoticeDays >= 0 {
		days = s.policy.NoticeDays
	}
	for i, v := range s.policy.Versions {
		if i == 0 || v.Editorial || s.policy.Status(v, s.site.Today) == policy.Superseded {
			continue
		}
		if given := v.Announced.DaysUntil(v.Effective); given < days {
			s.cfg.Report(l, diag.Problem{
				Pos: v.Texts[0].Pos, Rule: diag.Notice,
				Text: fmt.Sprintf("version %s takes effect %d days after it was announced, notice_days asks for %d", v.Name, given, days),
				Hint: fmt.Sprintf("announced on %s, it can take effect from %s; a change of wording alone is change = \"editorial\"",
					v.Announced, v.Announced.AddDays(days)),
			})
		}
	}
}
