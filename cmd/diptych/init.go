package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"diptych/internal/policy"
)

//go:embed scaffold
var scaffold embed.FS

// scaffoldNames says where the files of the scaffold go whose names cannot
// stand in the program's own tree.
var scaffoldNames = strings.NewReplacer("gitignore", ".gitignore", "github/", ".github/workflows/", "privacy/first/", "privacy/1.0/")

func newInit(c caller) *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "begin a site",
		Long: `Init makes a folder with a small site that builds: site.toml, a privacy policy in
Chinese and English, and a workflow that publishes it on GitHub Pages. It refuses
a folder that already holds files.`,
		Example: `  diptych init legal && cd legal && diptych serve`,
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
			fmt.Fprintf(c.err, "made a site in %s; next:\n  cd %s\n  diptych serve\n", args[0], args[0])
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
	zone, err := time.LoadLocation("Asia/Shanghai") // the time zone of the scaffold
	if err != nil {
		return &failure{err: err}
	}
	date := strings.NewReplacer("{{date}}", policy.DateOf(moment.In(zone)).String())
	files, err := fs.Sub(scaffold, "scaffold")
	if err != nil {
		return err
	}
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return writeNew(filepath.Join(dir, filepath.FromSlash(scaffoldNames.Replace(name))), date.Replace(string(data)))
	})
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
