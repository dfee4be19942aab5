package html

import "sync"

// Memory is what writers leave to those after them. The zero Memory is ready;
// all writers of a site may share one, also at the same time.
type Memory struct{ buffers sync.Pool }

// buffer is held by pointer, as the pool wants it.
type buffer struct{ bytes []byte }

// take returns a buffer. A nil Memory has none to give.
func (m *Memory) take() *buffer {
	if m != nil {
		if b, ok := m.buffers.Get().(*buffer); ok {
			return b
		}
	}
	return new(buffer)
}

// leave gives a buffer to others.
func (m *Memory) leave(b *buffer) {
	if m != nil {
		m.buffers.Put(b)
	}
}
