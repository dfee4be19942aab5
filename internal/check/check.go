// Package check judges policies: one pure rule a file, model in, problems out.
// The table in rules.go lists them, and site.toml sets each to "error", "warn"
// or "off". Whether the sources can be read at all is judged where they are
// read.
package check

import (
	"sync"

	"diptych/internal/bitext"
	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// subject is what a rule gets: a policy whose texts have their clauses, and
// the site that it belongs to.
type subject struct {
	cfg        *config.Site
	site       *policy.Site
	policy     *policy.Policy
	alignments *bitext.Alignments
}

// Policy applies every rule that one policy alone can break. alignments are those
// of its texts.
func Policy(cfg *config.Site, site *policy.Site, p *policy.Policy, alignments *bitext.Alignments) diag.List {
	s := subject{cfg, site, p, alignments}
	twins := sync.OnceValue(s.twins)
	var l diag.List
	judge(cfg, &l, func(r rule, say voice) {
		if r.policy != nil {
			r.policy(s, say)
		}
		if r.twin != nil {
			for _, x := range twins() {
				r.twin(s, x, say)
			}
		}
	})
	return l
}

// Links applies every rule on links to clauses. The texts that the links lead
// to must have been read; see ClauseLinks.
func Links(cfg *config.Site, site *policy.Site, links []Link, anchors Anchors) diag.List {
	var l diag.List
	judge(cfg, &l, func(r rule, say voice) {
		if r.link != nil {
			for _, link := range links {
				r.link(site, link, anchors, say)
			}
		}
	})
	return l
}
