package check

import "diptych/internal/policy"

// missingText reports a version that lacks a text in a language of the site.
// It is off unless the site asks for it: the pages say so themselves.
// A version that is superseded can still be translated.
func missingText(s subject, v *policy.Version, say voice) {
	for _, lang := range s.site.Languages {
		if v.Text(lang) == nil {
			say.at(v.Pos, 1, "Version", v.Name, "Policy", s.policy.Slug, "Key", string(lang))
		}
	}
}
