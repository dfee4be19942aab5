package publish

import "sync"

// Output takes the files of a site. Names are slash-separated paths below its
// root. It is used by many workers at a time.
type Output interface {
	Write(name string, data []byte) error
}

// Discard is an output that keeps nothing, for checks.
type Discard struct{}

// Write does nothing.
func (Discard) Write(string, []byte) error { return nil }

// Memory is an output that keeps everything in memory.
type Memory struct {
	mu    sync.Mutex
	files map[string][]byte
}

// Write keeps a copy of data.
func (m *Memory) Write(name string, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.files == nil {
		m.files = make(map[string][]byte)
	}
	m.files[name] = append([]byte(nil), data...)
	return nil
}

// Files returns what was written, by name.
func (m *Memory) Files() map[string][]byte { return m.files }
