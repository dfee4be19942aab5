package serve

import (
	"net/http"
	"sync"
)

// events tells listening browsers to reload (HTML standard, server-sent
// events).
type events struct {
	mu        sync.Mutex
	listeners map[chan struct{}]bool
	closed    bool
}

func (e *events) send() {
	e.mu.Lock()
	defer e.mu.Unlock()
	for ch := range e.listeners {
		select {
		case ch <- struct{}{}:
		default: // it has one waiting already
		}
	}
}

// close ends every connection, so that the server can stop.
func (e *events) close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.closed = true
	for ch := range e.listeners {
		close(ch)
	}
	e.listeners = nil
}

func (e *events) serve(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no streaming", http.StatusInternalServerError)
		return
	}
	ch := make(chan struct{}, 1)
	e.mu.Lock()
	if e.closed {
		e.mu.Unlock()
		return
	}
	if e.listeners == nil {
		e.listeners = make(map[chan struct{}]bool)
	}
	e.listeners[ch] = true
	e.mu.Unlock()
	defer func() {
		e.mu.Lock()
		delete(e.listeners, ch)
		e.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusOK)
	flusher.Flush()
	for {
		select {
		case _, open := <-ch:
			if !open {
				return
			}
			if _, err := w.Write([]byte("data: reload\n\n")); err != nil {
				return
			}
			flusher.Flush()
		case <-r.Context().Done():
			return
		}
	}
}
