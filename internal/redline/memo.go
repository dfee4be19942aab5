package redline

import (
	"sync"

	"diptych/internal/policy"
)

// Memo compares every two texts once, whoever asks first. It is safe for
// concurrent use; the zero value is ready.
type Memo struct {
	mu   sync.Mutex
	made map[[2]*policy.Text]func() *Redline
}

// Compare returns the redline from old to new. The caller must not change it.
func (m *Memo) Compare(old, new *policy.Text) *Redline {
	m.mu.Lock()
	f := m.made[[2]*policy.Text{old, new}]
	if f == nil {
		f = sync.OnceValue(func() *Redline { return Compare(old, new) })
		if m.made == nil {
			m.made = map[[2]*policy.Text]func() *Redline{}
		}
		m.made[[2]*policy.Text{old, new}] = f
	}
	m.mu.Unlock()
	return f()
}
