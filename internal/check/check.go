// Package check judges policies: one pure rule a file, model in, problems out.
// The table in rules.go lists them, and site.toml sets each to "error", "warn"
// or "off". Whether the sources can be read at all is judged where they are
// read.
package check

import (
	"context"
	"sync"

	"diptych/internal/bitext"
	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// subject is what a rule gets: a policy whose texts have their clauses, and
// the site that it belongs to.
// Its context is that of the one call of Policy.
type subject struct {
	ctx        context.Context
	cfg        *config.Site
	site       *policy.Site
	policy     *policy.Policy
	alignments *bitext.Alignments
}

// versions are those that a rule speaks of.
func (s subject) versions(r diag.Rule) []*policy.Version {
	if !r.Mending() {
		return s.policy.Versions
	}
	var out []*policy.Version
	for _, v := range s.policy.Versions {
		if !s.policy.Settled(v, s.site.Today) {
			out = append(out, v)
		}
	}
	return out
}

// Policy applies every rule that one policy alone can break. alignments are those
// of its texts. Where the context ends not all is judged, and what is said need not
// be true. accepted is what they would say besides if the texts did not accept it.
func Policy(ctx context.Context, cfg *config.Site, site *policy.Site, p *policy.Policy, alignments *bitext.Alignments) (problems, accepted diag.List) {
	s := subject{ctx, cfg, site, p, alignments}
	twins := sync.OnceValue(s.twins)
	acceptance := newAcceptance(p)
	judge(cfg, &problems, func(r rule, say voice) {
		if ctx.Err() != nil {
			return
		}
		say.accepted = acceptance
		if r.version != nil {
			for _, v := range s.versions(r.id) {
				r.version(s, v, say.of(v, v.Texts))
			}
		}
		if r.twin != nil {
			for _, x := range twins() {
				r.twin(s, x, say.of(x.version, []*policy.Text{x.left, x.right}))
			}
		}
	})
	return problems, acceptance.met
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
