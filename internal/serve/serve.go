// Package serve previews a site: it keeps the sources in memory, renders pages
// when they are asked for, reads again what has changed on disk and tells the
// browser to reload. A broken edit keeps the last good site and shows what is
// wrong on its pages. It writes nothing.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"diptych/internal/diag"
	"diptych/internal/publish"
)

// Options say what to serve and where.
type Options struct {
	Build publish.Options
	Dir   string // the site's folder, watched for changes
	Addr  string // host:port
	Log   io.Writer
	Style diag.Style
}

// Run serves until the context ends. It returns an error when the address
// cannot be had or the folder cannot be watched.
func Run(ctx context.Context, opt Options) error {
	listener, err := net.Listen("tcp", opt.Addr)
	if err != nil {
		return err
	}
	s := New(opt.Build)
	changes, stop, err := watch(opt.Dir, quiet, most)
	if err != nil {
		return errors.Join(fmt.Errorf("cannot watch %s: %w", opt.Dir, err), listener.Close())
	}
	defer stop()
	report(opt, s.Reload(ctx))
	fmt.Fprintf(opt.Log, "serving http://%s/ (stop with Ctrl-C)\n", listener.Addr())

	server := &http.Server{Handler: newGuard(opt.Addr, listener.Addr(), s), ReadHeaderTimeout: 10 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	for {
		select {
		case <-changes:
			report(opt, s.Reload(ctx))
		case err := <-failed:
			return err
		case <-ctx.Done():
			s.events.close()
			return server.Close()
		}
	}
}

// report says what a reload did.
func report(opt Options, r Reloaded) {
	if err := r.Problems.Text(opt.Log, opt.Style); err != nil {
		return // the log is gone; the browser still shows the problems
	}
	state := "ready"
	if r.Problems.HasErrors() {
		state = "kept the last good pages"
	}
	fmt.Fprintf(opt.Log, "%s: %d pages, %d of %d policies read in %d ms\n",
		state, r.Pages, r.Read, r.Policies, r.Elapsed.Milliseconds())
}
