// Package site knows what a site consists of. Load reads all of it but the
// bodies of its texts, Parse reads those policy by policy, Outputs lists every
// file that it is made into. It keeps the laws that the list is known before any
// text is read, that no output is held in memory by it, and that an edit changes
// no output but those whose Inputs it touches. Package publish writes outputs,
// package serve shows them, package check judges what they are made of.
package site

import (
	"context"
	"io/fs"
	"time"

	"diptych/internal/bitext"
	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/identity"
	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/source"
	"diptych/internal/theme"
)

// Options say which site to load, and for which day.
type Options struct {
	Source  fs.FS       // the site's folder
	Today   policy.Date // the day for which the site is read; zero means the day of Now in the site's time zone
	Now     time.Time   // zero means the present, whenever the site is read
	BaseURL string      // wins over site.toml where not empty
	Drafts  bool        // with the versions marked as draft
	Jobs    int         // workers; 0 means one a processor
	Before  *Site       // a site whose words and theme are taken over where they are the same; may be nil
}

// Site is everything a site is made of but the bodies of its texts.
type Site struct {
	FS      fs.FS
	Config  *config.Site
	Catalog *locale.Catalog
	Theme   *theme.Theme
	Model   *policy.Site

	drafts bool // what is not public is among the policies
	shared shared
}

// Load reads a site: its configuration, strings, theme, and the policies
// without their bodies. Where the problems hold an error the site is not
// complete. Where the context ends there is no site, and a problem that says so.
func Load(ctx context.Context, opt Options) (*Site, diag.List) {
	own := source.Within(opt.Source)
	cfg, problems := config.Load(own)
	if problems.HasErrors() {
		return nil, problems
	}
	if opt.BaseURL != "" {
		base, err := config.CheckBaseURL(opt.BaseURL)
		if err != nil {
			problems.Errorf(diag.Pos{}, diag.Config, "write it as https://example.com/legal/", "--base-url: %v", err)
			return nil, problems
		}
		cfg.BaseURL = base
	}
	today := opt.Today
	if today.IsZero() {
		now := opt.Now
		if now.IsZero() {
			now = time.Now()
		}
		today = policy.DateOf(now.In(cfg.TimeZone))
	}
	s := &Site{FS: opt.Source, Config: cfg, drafts: opt.Drafts, shared: loadShared(own, cfg, opt.Before)}
	s.Catalog, s.Theme = s.shared.catalog, s.shared.theme
	problems = append(problems, s.shared.problems...)
	var more diag.List
	s.Model, more = source.Load(ctx, opt.Source, cfg, source.Options{Drafts: opt.Drafts, Jobs: opt.Jobs, Today: today})
	if err := ctx.Err(); err != nil {
		return nil, interrupted(err)
	}
	return s, append(problems, more...)
}

// interrupted is what is wrong where a context has ended: what was found before is
// not worth telling.
func interrupted(err error) diag.List {
	var l diag.List
	l.Errorf(diag.Pos{}, diag.File, "", "interrupted: %v", err)
	return l
}

// Parsed is a policy whose texts have their clauses, with the alignments of its
// texts.
type Parsed struct {
	*policy.Policy
	Alignments *bitext.Alignments
}

// Parse reads the bodies of a policy's texts, gives the clauses their permanent
// ids and resolves the links. That freezes the texts: nothing writes to them any
// more. Where the context ends a problem says so, and what was parsed must not be
// used.
func (s *Site) Parse(ctx context.Context, p *policy.Policy) (Parsed, diag.List) {
	full, problems := source.Parse(ctx, s.FS, s.Config, s.Model, p)
	alignments := identity.Assign(ctx, full)
	problems = append(problems, source.Resolve(ctx, s.FS, s.Config, s.Model, full)...)
	if err := ctx.Err(); err != nil {
		problems = interrupted(err)
	}
	problems.Sort()
	return Parsed{full, alignments}, problems
}
