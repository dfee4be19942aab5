package publish

import (
	"bytes"
	"sync"
)

// memory is a sink that keeps everything.
type memory struct {
	mu    sync.Mutex
	files map[string][]byte
}

// Write keeps a copy of data.
func (m *memory) Write(name string, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.files == nil {
		m.files = make(map[string][]byte)
	}
	m.files[name] = bytes.Clone(data)
	return nil
}
