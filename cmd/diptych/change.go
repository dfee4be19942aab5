package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/disk"
	"diptych/internal/policy"
	"diptych/internal/publish"
	"diptych/internal/site"
	"diptych/internal/source"
)

// change is an edit of a site's sources under way: it is asked for, tried on the
// site as it would be, and then written.
type change struct {
	caller caller
	dir    string // of the site, as the user names it
	fsys   fs.FS
	opt    site.Options
	site   *policy.Site // with its drafts
}

// begin reads the site. Problems stop it only where what is to be changed was not
// read for them, the policy, the version of it that has a name or a text of that: an
// edit may mend the others.
func begin(ctx context.Context, c caller, dir, slug, version string) (*change, error) {
	moment, err := c.now()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(c.path(dir)); err != nil {
		return nil, &failure{fmt.Errorf("cannot read the site: %w", err), "name the folder that holds site.toml with --site"}
	}
	fsys := disk.At(c.path(dir))
	opt := site.Options{Source: fsys, Now: moment, Drafts: true, Before: c.looks}
	s, problems := site.Load(ctx, opt)
	if problems.HasErrors() {
		if s == nil || s.Model == nil {
			return nil, stopAt(ctx, c, problems)
		}
		if !wasRead(fsys, s.Model, slug, version) {
			return nil, stopAt(ctx, c, problems)
		}
	}
	return &change{c, dir, fsys, opt, s.Model}, nil
}

// wasRead reports whether the site holds a policy and, where it has a name, a version
// of that with every text that stands in its folder: what is written into some texts
// of a version and not into the others is said in one language.
func wasRead(fsys fs.FS, site *policy.Site, slug, version string) bool {
	p := site.Policy(slug)
	if p == nil || version == "" {
		return p != nil
	}
	v := p.Version(version)
	return v != nil && !slices.ContainsFunc(site.Languages, func(lang policy.Lang) bool {
		_, err := fs.Lstat(fsys, path.Join(source.Root, slug, version, string(lang)+".md"))
		return err == nil && v.Text(lang) == nil
	})
}

// target is the policy and version that an argument names, privacy/2.0.
func target(arg string) (slug, version string, err error) {
	slug, version, ok := strings.Cut(arg, "/")
	if !ok || slug == "" || version == "" {
		return "", "", fmt.Errorf("name a version as POLICY/VERSION, not %q", arg)
	}
	return slug, version, nil
}

// date is a flag that holds a day; zero where it was not given.
func date(name, value string) (policy.Date, error) {
	if value == "" {
		return policy.Date{}, nil
	}
	d, err := policy.ParseDate(value)
	if err != nil {
		err = fmt.Errorf("--%s: %w", name, err)
	}
	return d, err
}

// problems are those that the site has on a day, with some edits.
func (x *change) problems(ctx context.Context, day policy.Date, edits []source.Edit) (diag.List, error) {
	opt := publish.Options{Options: x.opt}
	opt.Source, opt.Today, opt.Drafts = source.Edited(x.fsys, edits), day, false
	_, l, err := publish.Run(ctx, opt, publish.Discard{})
	if err != nil {
		return nil, &failure{err: interrupted(ctx, err)}
	}
	return l, nil
}

// breaks returns the errors that a site gets by some edits, on a day.
func (x *change) breaks(ctx context.Context, day policy.Date, edits []source.Edit) (diag.List, error) {
	after, err := x.problems(ctx, day, edits)
	if err != nil || !after.HasErrors() {
		return nil, err
	}
	before, err := x.problems(ctx, day, nil)
	return slices.DeleteFunc(after, func(p diag.Problem) bool {
		return p.Severity != diag.Error || slices.ContainsFunc(before, func(q diag.Problem) bool {
			return q.Rule == p.Rule && q.Text == p.Text && q.Pos.File == p.Pos.File
		})
	}), err
}

// refuse prints the problems for which nothing is written.
func (x *change) refuse(l diag.List) error {
	l.Sort()
	if err := l.Text(x.caller.err, style(x.caller.err)); err != nil {
		return &failure{err: err}
	}
	fmt.Fprintf(x.caller.err, "nothing was written: %s\n", count(len(l), "problem"))
	return errProblems
}

// write writes the edits, all or none, and prints the names of the files.
func (x *change) write(ctx context.Context, edits []source.Edit) error {
	if ctx.Err() != nil {
		return &failure{err: interrupted(ctx, ctx.Err())}
	}
	if err := replaceAll(x.caller.path(x.dir), edits); err != nil {
		return &failure{fmt.Errorf("%w; nothing was written", err), "run the command again"}
	}
	for _, e := range edits {
		if _, err := fmt.Fprintln(x.caller.out, diag.Visible(path.Join(filepath.ToSlash(x.dir), e.File))); err != nil {
			return err
		}
	}
	return nil
}
