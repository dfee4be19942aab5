package publish

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
)

// TestWorkers: every task is done once; after an error whoever hands out tasks
// is not kept waiting, and the error is returned.
func TestWorkers(t *testing.T) {
	var done atomic.Int64
	w := newWorkers(context.Background(), 3)
	for range 100 {
		w.do(func() error { done.Add(1); return nil })
	}
	if err := w.wait(); err != nil || done.Load() != 100 {
		t.Errorf("%d tasks done, error %v", done.Load(), err)
	}
	broken := errors.New("broken")
	w = newWorkers(context.Background(), 2)
	for range 100 {
		w.do(func() error { return broken })
	}
	if err := w.wait(); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}
