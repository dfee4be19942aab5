package publish

import (
	"context"

	"golang.org/x/sync/errgroup"
)

// workers do tasks, a fixed number at a time. They live as long as there are
// tasks: rendering a page takes more stack than a goroutine begins with, and a
// goroutine for each page would have to grow it every time.
type workers struct {
	group   *errgroup.Group
	stopped context.Context // done after the first error
	tasks   chan func() error
}

func newWorkers(ctx context.Context, n int) *workers {
	w := &workers{tasks: make(chan func() error)}
	w.group, w.stopped = errgroup.WithContext(ctx)
	for range n {
		w.group.Go(func() error {
			for task := range w.tasks {
				if err := task(); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return w
}

// do hands a task to a worker and waits until one takes it. After an error
// nothing more is done.
func (w *workers) do(task func() error) {
	select {
	case w.tasks <- task:
	case <-w.stopped.Done():
	}
}

// wait waits until all tasks are done and returns the first error. There must
// be no more calls of do.
func (w *workers) wait() error {
	close(w.tasks)
	return w.group.Wait()
}
