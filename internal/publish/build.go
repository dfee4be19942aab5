// Package publish checks a site and writes its outputs. It keeps the laws that
// the same sources give the same bytes with any number of workers, and that
// what it writes appears whole or not at all.
// Policies stream through it one by one, so that memory is bounded by the
// largest policies in flight and not by the site.
package publish

import (
	"context"
	"os"
	"runtime"
	"runtime/debug"

	"diptych/internal/diag"
	"diptych/internal/site"
)

// Options say what to build and how.
type Options struct {
	site.Options
	Strict   bool                    // warnings are errors
	Progress func(done, total int)   // called after each page, from any worker; may be nil
	Only     func(*site.Output) bool // make only these; nil means all
}

// Summary is what a build did.
type Summary struct {
	Pages, Files                  int // what readers see as pages; everything else
	Languages, Policies, Versions int
	Bytes                         int64 // of all that was written
}

// Run builds the site into out, and returns what it did and everything that
// is wrong with the sources. Where a problem is an error, or err is not nil,
// what out holds is not fit to be shown.
func Run(ctx context.Context, opt Options, out Sink) (sum Summary, problems diag.List, err error) {
	if opt.Jobs <= 0 {
		opt.Jobs = runtime.GOMAXPROCS(0)
	}
	defer calmCollector()()
	s, problems := site.Load(opt.Options)
	if !problems.HasErrors() {
		if clashes := s.Clashes(); clashes != nil {
			problems, out = append(problems, clashes...), Discard{} // no disk takes a file and a folder of one name
		}
		r := newRun(ctx, opt, s, out)
		err = r.policies()
		if err == nil {
			err = r.site()
		}
		sum, problems = r.summary(), append(problems, r.problems...)
	}
	if opt.Strict {
		problems = problems.Strict()
	}
	problems.Sort()
	return sum, problems, err
}

// calmCollector lets the heap grow fivefold between collections while a build
// runs, as most of what it makes is dropped page by page: some tens of MiB
// more for a sixth less time. GOGC in the environment wins.
func calmCollector() (restore func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(400)
	return func() { debug.SetGCPercent(before) }
}
