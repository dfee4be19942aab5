package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// Progress is shown when a build takes longer than patience, and then no more
// often than every pause.
const (
	patience = time.Second
	pause    = 50 * time.Millisecond
)

// progress is a line on a terminal that says how many pages are made.
type progress struct {
	mu    sync.Mutex
	w     io.Writer // nil off a terminal
	next  time.Time // before it nothing is shown
	shown bool
}

func newProgress(w io.Writer) *progress {
	p := &progress{next: time.Now().Add(patience)}
	if isTerminal(w) {
		p.w = w
	}
	return p
}

func (p *progress) step(done, total int) {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if now := time.Now(); !now.Before(p.next) {
		p.next, p.shown = now.Add(pause), true
		fmt.Fprintf(p.w, "\r%d of %d pages", done, total) // a terminal that is gone is no reason to stop
	}
}

// end takes the line away: what is said next begins where it stood.
func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K") // ECMA-48: erase in line
	}
}
