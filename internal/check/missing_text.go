package check

// missingText reports a version that lacks a text in a language of the site.
// It is off unless the site asks for it: the pages say so themselves.
func missingText(s subject, say voice) {
	for _, v := range s.policy.Versions {
		for _, lang := range s.site.Languages {
			if v.Text(lang) == nil {
				say.at(v.Pos, 1, "Version", v.Name, "Policy", s.policy.Slug, "Key", string(lang))
			}
		}
	}
}
