package page

import (
	"sync"

	"diptych/internal/bitext"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// series is a policy whose pages are being made: it compares two texts once,
// whichever page asks first.
type series struct {
	*Context
	policy *policy.Policy
	texts  *bitext.Memo

	mu     sync.Mutex
	made   map[textPair]func() *redline.Redline
	traced map[policy.Lang]func() map[*policy.Clause]life
}

func (c *Context) newSeries(p *policy.Policy, texts *bitext.Memo) *series {
	s := &series{Context: c, policy: p, texts: texts, made: make(map[textPair]func() *redline.Redline)}
	s.traced = make(map[policy.Lang]func() map[*policy.Clause]life)
	for _, lang := range c.Site.Languages {
		s.traced[lang] = sync.OnceValue(func() map[*policy.Clause]life { return s.trace(lang) })
	}
	return s
}

type textPair struct{ old, new *policy.Text }

// compare returns the redline between two texts of the policy.
func (s *series) compare(old, new *policy.Text) *redline.Redline {
	key := textPair{old, new}
	s.mu.Lock()
	f := s.made[key]
	if f == nil {
		f = sync.OnceValue(func() *redline.Redline { return redline.Compare(old, new) })
		s.made[key] = f
	}
	s.mu.Unlock()
	return f()
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
