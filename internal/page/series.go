package page

import (
	"sync"

	"diptych/internal/bitext"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// series is a policy whose pages are being made.
type series struct {
	*Context
	policy     *policy.Policy
	alignments *bitext.Alignments

	traced map[policy.Lang]func() map[*policy.Clause]life
}

func (c *Context) newSeries(p *policy.Policy, alignments *bitext.Alignments) *series {
	s := &series{Context: c, policy: p, alignments: alignments}
	s.traced = make(map[policy.Lang]func() map[*policy.Clause]life)
	for _, lang := range c.Site.Languages {
		s.traced[lang] = sync.OnceValue(func() map[*policy.Clause]life { return s.trace(lang) })
	}
	return s
}

// compare returns the redline between two texts of the policy.
func (s *series) compare(old, new *policy.Text) *redline.Redline {
	return s.alignments.Compare(old, new)
}

// before returns the text before t in t's language, or nil: that of the latest
// earlier version which has one.
func (s *series) before(t *policy.Text) *policy.Text {
	var last *policy.Text
	for _, v := range s.policy.Versions {
		u := v.Text(t.Lang)
		if u == t {
			return last
		}
		if u != nil {
			last = u
		}
	}
	return nil
}
