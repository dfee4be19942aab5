package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"diptych/internal/diag"
	"diptych/internal/stage"
)

// checkOut refuses to write into the sources, whatever the path on which they are
// reached.
func checkOut(c caller, site, out string) error {
	if out == "" {
		return errors.New("--out must name a folder")
	}
	real, err := stage.Resolve(c.path(out))
	if err != nil {
		return failed(err)
	}
	home, err := stage.Resolve(c.path(site))
	if err != nil {
		return failed(err)
	}
	if holds(real, home) {
		return fmt.Errorf("--out %s is or holds the site's own folder", out)
	}
	for _, name := range []string{"content", "themes", "i18n", "static", "record"} {
		folder := filepath.Join(home, name)
		if holds(folder, real) {
			return fmt.Errorf("--out %s lies in the site's sources", out)
		}
		if source, err := filepath.EvalSymlinks(folder); err == nil && holds(real, source) {
			return fmt.Errorf("--out %s holds a folder of the site's sources", out)
		}
	}
	return nil
}

// holds reports whether name is the folder dir or lies in it. Both have no links but
// dir at its end. Folders that are there are compared as such: on some disks Content is
// content.
func holds(dir, name string) bool {
	want, err := os.Stat(dir)
	for ; ; name = filepath.Dir(name) {
		if err != nil && name == dir {
			return true
		}
		if is, e := os.Stat(name); err == nil && e == nil && os.SameFile(is, want) {
			return true
		}
		if name == filepath.Dir(name) {
			return false
		}
	}
}

// openStage begins to write the output folder that the user named.
func openStage(ctx context.Context, c caller, out string) (*stage.Stage, error) {
	return stage.Open(ctx, c.path(out), func() {
		fmt.Fprintf(c.err, "another build is writing %s; this one goes on when that has ended\n", diag.Visible(out))
	})
}

// failed is an error of the work, with the hint that it may have.
func failed(err error) error {
	var r *stage.Refusal
	if errors.As(err, &r) {
		return &failure{err, r.Hint}
	}
	return &failure{err: err}
}

// tell says what became of files in the output folder that a build did not simply
// write.
func tell(talk io.Writer, out string, r stage.Report) {
	inOut := func(name string) string { return filepath.Join(out, filepath.FromSlash(name)) }
	each(talk, r.Edited, func(name string) string {
		return inOut(name) + " was edited since the last build; made again"
	})
	each(talk, r.Dropped, func(name string) string {
		return inOut(name) + " was edited since the last build; the site has no such file any more"
	})
	each(talk, r.Unsure, func(name string) string {
		return inOut(name) + " was kept: an earlier diptych left no list of its files; remove it if it is an old page"
	})
	each(talk, r.Left, func(name string) string {
		return name + " was left by a build that was stopped, and is not in the output; move it there or remove it"
	})
	each(talk, r.Stuck, func(name string) string {
		return name + " is an older output that nobody needs; it cannot be removed by this user: remove it yourself"
	})
}

// mostNames is how many files of one kind a build names.
const mostNames = 5

func each(talk io.Writer, names []string, line func(string) string) {
	for _, name := range names[:min(len(names), mostNames)] {
		fmt.Fprintf(talk, "diptych: warning: %s\n", diag.Visible(line(name)))
	}
	if more := len(names) - mostNames; more > 0 {
		fmt.Fprintf(talk, "  and %s\n", plural(more, "file more", "files more"))
	}
}
