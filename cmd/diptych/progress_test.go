package main

import (
	"strings"
	"testing"
	"time"
)

// TestProgress: nothing is shown before the patience is over, then the pages, no
// more often than every pause; at the end the line is taken away.
func TestProgress(t *testing.T) {
	t.Parallel()
	var w strings.Builder
	p := newProgress(&w)
	if p.step(1, 9); w.Len() > 0 || p.w != nil {
		t.Errorf("off a terminal it shows %q", w.String())
	}
	p.w = &w
	p.step(2, 9)
	p.end()
	if w.Len() > 0 {
		t.Errorf("a short build shows %q", w.String())
	}
	p.next = time.Now().Add(-time.Nanosecond)
	p.step(3, 9)
	p.next = time.Now().Add(time.Hour)
	p.step(4, 9)
	p.end()
	if got, want := w.String(), "\r3 of 9 pages\r\x1b[K"; got != want {
		t.Errorf("a long build shows %q, want %q", got, want)
	}
}
