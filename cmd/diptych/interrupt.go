package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// signalled is why a context ended: the user or the system asked for it.
type signalled struct{ signal os.Signal }

func (s signalled) Error() string { return s.signal.String() }

// code is the exit code of a program that ended for the signal, as shells have
// it: 130 for Ctrl-C, 143 for SIGTERM, 129 for a terminal that was closed.
func (s signalled) code() int {
	if n, ok := s.signal.(syscall.Signal); ok {
		return 128 + int(n)
	}
	return exitProblems
}

// listen returns a context that the first SIGINT, SIGTERM or SIGHUP ends. The second
// one ends the program as if it had never listened. A SIGHUP that whoever started it
// has it ignore, as nohup does, stays ignored; SIGINT does not, which shells have
// everything ignore that they start in the background.
func listen() (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	got := make(chan os.Signal, 1)
	var heard []os.Signal
	for _, s := range [...]os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if s != syscall.SIGHUP || !signal.Ignored(s) {
			heard = append(heard, s)
			signal.Notify(got, s)
		}
	}
	go func() {
		select {
		case s := <-got:
			signal.Reset(heard...)
			cancel(signalled{s})
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(got)
		cancel(nil)
	}
}

// interruption is that the work was stopped before its end, and how things
// stand now; state may be "".
type interruption struct{ state string }

func (i *interruption) Error() string {
	if i.state == "" {
		return "interrupted"
	}
	return "interrupted; " + i.state
}

func (*interruption) Is(target error) bool { return target == context.Canceled }

// interrupted is err, or that the work was stopped, which needs no other words.
func interrupted(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return &interruption{}
	}
	return err
}

// standing is err. Of an interruption it says how things stand.
func standing(err error, state string) error {
	var i *interruption
	if errors.As(err, &i) {
		i.state = state
	}
	return err
}

// How long interrupted work has for its own end, what it had begun for being
// undone, and the last word for being said. What takes longer waits for the disk or
// for whoever reads its output, or is in the middle of one text that is enormous.
const (
	promptly = 600 * time.Millisecond
	tidily   = 5 * time.Second
	briefly  = 200 * time.Millisecond
)

// execute runs a command to its end, or to the moment at which it has had its
// time after a signal. What it has begun is undone then, and the command never
// comes back.
func execute(ctx context.Context, root *cobra.Command, begun *undo) (cmd *cobra.Command, err error) {
	type end struct {
		cmd *cobra.Command
		err error
	}
	ended := make(chan end, 1)
	go func() {
		cmd, err := root.ExecuteContextC(ctx)
		ended <- end{cmd, err}
	}()
	select {
	case e := <-ended:
		return e.cmd, e.err
	case <-ctx.Done():
	}
	select {
	case e := <-ended:
		return e.cmd, e.err
	case <-time.After(promptly):
	}
	undone := make(chan error, 1)
	go func() {
		then, err := begun.take()
		undone <- errors.Join(&interruption{then}, err)
	}()
	select {
	case e := <-ended: // it was at its last step
		return e.cmd, e.err
	case err := <-undone:
		return root, err
	case <-time.After(tidily):
		return root, &interruption{"what it had begun lies beside the output, and the next build removes it"}
	}
}

// within does something, and does not wait for it longer than that.
func within(limit time.Duration, do func()) {
	done := make(chan bool)
	go func() {
		do()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(limit):
	}
}

// undo is what work must take back where it cannot end by itself. It is safe for
// concurrent use; a nil one holds nothing.
type undo struct {
	mu   sync.Mutex
	step func() (then string, err error) // then is how things stand after it
}

// with sets the step until the work has ended.
func (u *undo) with(step func() (then string, err error)) (ended func()) {
	if u == nil {
		return func() {}
	}
	u.set(step)
	return func() { u.set(nil) }
}

func (u *undo) set(step func() (string, error)) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.step = step
}

// take takes the step, if there is one.
func (u *undo) take() (then string, err error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.step == nil {
		return "", nil
	}
	return u.step()
}
