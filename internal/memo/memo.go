// Package memo keeps what takes long to make. It keeps the law that a value is
// made once, whoever asks first, and that what was made while its context ended
// is kept for nobody: it may be less than there is.
package memo

import (
	"context"
	"sync"
)

// Value is made when it is first asked for. It is safe for concurrent use; the
// zero value is ready.
type Value[T any] struct {
	mu   sync.Mutex
	made bool
	v    T
}

// Of returns the value, which make makes where nobody has made it yet. Whoever
// asks meanwhile waits.
func (m *Value[T]) Of(ctx context.Context, make func(context.Context) T) T {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.made {
		return m.v
	}
	v := make(ctx)
	if ctx.Err() == nil {
		m.v, m.made = v, true
	}
	return v
}

// Table is a value for each key. It is safe for concurrent use; the zero value
// is ready.
type Table[K comparable, T any] struct {
	mu sync.Mutex
	of map[K]*Value[T]
}

// At returns the value of a key.
func (t *Table[K, T]) At(key K) *Value[T] {
	t.mu.Lock()
	defer t.mu.Unlock()
	v := t.of[key]
	if v == nil {
		if t.of == nil {
			t.of = map[K]*Value[T]{}
		}
		v = new(Value[T])
		t.of[key] = v
	}
	return v
}
