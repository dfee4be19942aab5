// Package check judges policies: one pure rule a file, model in, problems out.
// A site sets each rule to "error", "warn" or "off" in site.toml. Whether the
// sources can be read at all is judged where they are read.
package check

import (
	"diptych/internal/bitext"
	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// subject is what a rule gets: a policy whose texts have their clauses, and
// the site that it belongs to.
type subject struct {
	cfg    *config.Site
	site   *policy.Site
	policy *policy.Policy
	texts  *bitext.Memo
}

// Policy applies every rule that one policy alone can break. texts aligns its
// texts.
func Policy(cfg *config.Site, site *policy.Site, p *policy.Policy, texts *bitext.Memo) diag.List {
	s := subject{cfg, site, p, texts}
	var l diag.List
	for _, rule := range []func(subject, *diag.List){missingText, notice, numbering, placeholder, undisclosed} {
		rule(s, &l)
	}
	for _, x := range s.twins() {
		parity(s, x, &l)
	}
	return l
}

// parity applies the rules that compare the two texts of a version.
func parity(s subject, x twin, l *diag.List) {
	for _, rule := range []func(subject, twin, *diag.List){parityClause, parityFigure, parityList, parityChange} {
		rule(s, x, l)
	}
}
