package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"diptych/internal/disk"
	"diptych/internal/policy"
	"diptych/internal/publish"
	"diptych/internal/site"
)

// siteFlags are the flags of every command that reads a site.
type siteFlags struct {
	dir     string
	asOf    string
	baseURL string
	drafts  bool
	strict  bool
	jobs    int
}

func (f *siteFlags) add(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.StringVar(&f.dir, "site", ".", "folder of the site")
	fl.StringVar(&f.asOf, "as-of", "", "build as on this day, YYYY-MM-DD (default today, or SOURCE_DATE_EPOCH)")
	fl.StringVar(&f.baseURL, "base-url", "", "public address of the site; wins over site.toml")
	fl.BoolVar(&f.drafts, "drafts", false, "with drafts, and with what is held back")
	fl.BoolVar(&f.strict, "strict", false, "treat warnings as errors")
	fl.IntVar(&f.jobs, "jobs", 0, "workers (default one a processor)")
	for flag, dirs := range map[string]bool{"site": true, "as-of": false, "base-url": false, "jobs": false} {
		directive := cobra.ShellCompDirectiveNoFileComp
		if dirs {
			directive = cobra.ShellCompDirectiveFilterDirs
		}
		_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(nil, directive)) // the flag was just added
	}
}

// options turns the flags into what package publish asks for.
func (f *siteFlags) options(c caller) (publish.Options, error) {
	opt := publish.Options{Options: site.Options{Before: c.looks, BaseURL: f.baseURL, Drafts: f.drafts, Jobs: f.jobs}, Strict: f.strict}
	if f.jobs < 0 {
		return opt, fmt.Errorf("--jobs must not be negative")
	}
	var err error
	if f.asOf != "" {
		if opt.Today, err = policy.ParseDate(f.asOf); err != nil {
			return opt, fmt.Errorf("--as-of: %w", err)
		}
	}
	if c.getenv("SOURCE_DATE_EPOCH") != "" { // else a preview that runs for days asks for the day each time
		if opt.Now, err = c.now(); err != nil {
			return opt, err
		}
	}
	info, err := os.Stat(c.path(f.dir))
	if err != nil {
		return opt, &failure{fmt.Errorf("cannot read the site: %w", err), "name the folder that holds site.toml with --site"}
	}
	if !info.IsDir() {
		return opt, &failure{fmt.Errorf("--site %s is not a folder", f.dir), "name the folder that holds site.toml"}
	}
	opt.Source = disk.At(c.path(f.dir))
	return opt, nil
}
