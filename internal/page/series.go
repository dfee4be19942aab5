package page

import (
	"sync"

	"diptych/internal/bitext"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// Series is a policy whose pages are being made.
type Series struct {
	*Maker
	policy     *policy.Policy
	alignments *bitext.Alignments

	traced map[policy.Lang]func() map[*policy.Clause]life
}

// Series takes a policy whose texts have their clauses.
func (m *Maker) Series(p *policy.Policy, alignments *bitext.Alignments) *Series {
	s := &Series{Maker: m, policy: p, alignments: alignments}
	s.traced = make(map[policy.Lang]func() map[*policy.Clause]life)
	for _, lang := range m.Site.Languages {
		s.traced[lang] = sync.OnceValue(func() map[*policy.Clause]life { return s.trace(lang) })
	}
	return s
}

// versionAt is the version that a page shows: the one that stands for the policy
// where its address names none.
func (s *Series) versionAt(ref policy.Ref) *policy.Version {
	if ref.Version == "" {
		return s.policy.Head(s.Site.Today)
	}
	return s.policy.Version(ref.Version)
}

// pairAt is the pair of versions that a page compares.
func (s *Series) pairAt(ref policy.Ref) policy.Pair {
	return policy.Pair{Old: s.policy.Version(ref.Base), New: s.policy.Version(ref.Version)}
}

// compare returns the redline between two texts of the policy.
func (s *Series) compare(old, new *policy.Text) *redline.Redline {
	return s.alignments.Compare(old, new)
}

// before returns the text before t in t's language, or nil: that of the latest
// earlier version which has one.
func (s *Series) before(t *policy.Text) *policy.Text {
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
