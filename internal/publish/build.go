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
	"diptych/internal/policy"
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
	Bytes                         int64         // of all that was written
	Accepted                      int           // findings of rules that texts accept
	Held                          []policy.Held // left out because their day has not come
}

// Run builds the site into out, and returns what it did and everything that
// is wrong with the sources. Where a problem is an error, or err is not nil,
// what out holds is not fit to be shown. Where the context ends err is the
// context's, and there are no problems: not all was looked at.
func Run(ctx context.Context, opt Options, out Sink) (sum Summary, problems diag.List, err error) {
	if opt.Jobs <= 0 {
		opt.Jobs = runtime.GOMAXPROCS(0)
	}
	defer calmCollector()()
	s, problems := site.Load(ctx, opt.Options)
	if !problems.HasErrors() {
		if clashes := s.Clashes(ctx); clashes != nil {
			problems, out = append(problems, clashes...), Discard{} // no disk takes a file and a folder of one name
		}
		r := newRun(ctx, opt, s, out)
		err = r.policies()
		if err == nil {
			err = r.site()
		}
		sum, problems = r.summary(), append(problems, r.problems...)
	}
	if stopped := ctx.Err(); stopped != nil {
		return sum, nil, stopped
	}
	if s != nil {
		sum.Held = s.Model.Held
	}
	if opt.Strict {
		problems = problems.Strict()
	}
	problems.Sort()
	return sum, problems, err
}

// calmCollector lets the heap grow fivefold between collections while a build
// runs, as most of what it makes is dropped page by page: some tens of MiB
// more for a sixth less time. Near calmMemory it collects as often as it takes to
// stay there. GOGC and GOMEMLIMIT in the environment win.
func calmCollector() (restore func()) {
	undo := func() {}
	if os.Getenv("GOGC") == "" {
		before := debug.SetGCPercent(400)
		undo = func() { debug.SetGCPercent(before) }
	}
	if os.Getenv("GOMEMLIMIT") != "" {
		return undo
	}
	before := debug.SetMemoryLimit(calmMemory)
	return func() {
		debug.SetMemoryLimit(before)
		undo()
	}
}

// calmMemory is the memory, in bytes, that a build does not pass lightly.
const calmMemory = 320 << 20
