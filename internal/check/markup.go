package check

import "diptych/internal/policy"

// markup says again what was found while the texts were read and is a warning: what
// is printed as it stands and was probably meant otherwise. An author may know
// better. Of a record nobody is warned; what makes its page impossible was reported
// as an error already.
func markup(s subject, v *policy.Version, say voice) {
	if s.policy.Settled(v, s.site.Today) {
		return
	}
	for _, t := range v.Texts {
		for _, p := range t.Slips {
			say.again(p)
		}
	}
}
