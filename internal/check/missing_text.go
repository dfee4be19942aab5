package check

import (
	"fmt"

	"diptych/internal/diag"
)

// missingText reports a version that lacks a text in a language of the site.
// It is off unless the site asks for it: the pages say so themselves.
func missingText(s subject, l *diag.List) {
	for _, v := range s.policy.Versions {
		for _, lang := range s.site.Languages {
			if v.Text(lang) == nil {
				s.cfg.Report(l, diag.Problem{
					Pos: v.Pos, Rule: diag.MissingText,
					Text: fmt.Sprintf("version %s of policy %s has no text in %q", v.Name, s.policy.Slug, lang),
					Hint: fmt.Sprintf("add %s.md to the version's folder", lang),
				})
			}
		}
	}
}
