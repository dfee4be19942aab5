package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/scaffold"
)

func newInit(c caller) *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "begin a site",
		Long: `Init makes a folder with a small site that builds: site.toml, a privacy policy in
Chinese and English, and workflows that check it and publish it on GitHub Pages.
The policy is a draft: nothing of it is public until you announce it. It refuses a
folder that already holds files.`,
		Example: `  diptych init legal && cd legal && diptych serve --drafts`,
		Args:    cobra.ExactArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(_ *cobra.Command, args []string) error {
			moment, err := c.now()
			if err != nil {
				return err
			}
			if err := initSite(c.path(args[0]), moment); err != nil {
				return err
			}
			fmt.Fprintf(c.err, "made a site in %s; next:\n  cd %s\n  diptych serve --drafts\n", diag.Visible(args[0]), diag.Visible(args[0]))
			return nil
		},
	}
}

func initSite(dir string, moment time.Time) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &failure{err, "name a new folder"}
	}
	for _, e := range entries {
		if e.Name() != ".git" {
			return &failure{fmt.Errorf("%s already holds %s; nothing was changed", dir, e.Name()), "name a new or empty folder"}
		}
	}
	zone, err := time.LoadLocation(scaffold.Zone)
	if err != nil {
		return &failure{err: err}
	}
	files, err := scaffold.Files(scaffold.Facts{Date: policy.DateOf(moment.In(zone)).String(), Tag: releaseTag()})
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := writeNew(filepath.Join(dir, filepath.FromSlash(f.Name)), f.Data); err != nil {
			return err
		}
	}
	return nil
}

// writeNew writes a file that must not exist yet, and the folders above it. The
// file is whole or is not there.
func writeNew(name, data string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return &failure{err: err}
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return &failure{err: err}
	}
	_, err = f.WriteString(data)
	if err = errors.Join(err, f.Close()); err != nil {
		return &failure{err: errors.Join(err, os.Remove(name))}
	}
	return nil
}
