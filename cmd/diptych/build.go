package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"diptych/internal/locale"
	"diptych/internal/publish"
)

func newBuild(c caller) *cobra.Command {
	var flags siteFlags
	var lang problemLang
	var out string
	cmd := &cobra.Command{
		Use:   "build",
		Short: "write the site",
		Long: `Build reads the site and writes its pages into a folder. The folder appears
whole or not at all: a build that fails leaves the last good one untouched.
It never empties a folder that it did not make.`,
		Example: `  diptych build
  diptych build --base-url https://example.com/legal/
  diptych build --as-of 2027-03-01 --out preview      the site as on that day`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			tool, err := lang.tool()
			if err != nil {
				return err
			}
			opt, err := flags.options(c)
			if err != nil {
				return err
			}
			if err := checkOut(c, flags.dir, out); err != nil {
				return err
			}
			return buildSite(cmd.Context(), c, tool, opt, out)
		},
	}
	flags.add(cmd)
	lang.add(cmd)
	cmd.Flags().StringVar(&out, "out", "public", "folder to write into")
	_ = cmd.RegisterFlagCompletionFunc("out", cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)) // the flag was just added
	return cmd
}

// checkOut refuses to write into the sources.
func checkOut(c caller, site, out string) error {
	if out == "" {
		return errors.New("--out must name a folder")
	}
	absSite, err := filepath.Abs(c.path(site))
	if err != nil {
		return err
	}
	absOut, err := filepath.Abs(c.path(out))
	if err != nil {
		return err
	}
	for _, source := range []string{"content", "themes", "i18n"} {
		rel, err := filepath.Rel(filepath.Join(absSite, source), absOut)
		if err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return fmt.Errorf("--out %s lies in the site's sources", out)
		}
	}
	if rel, err := filepath.Rel(absOut, absSite); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return fmt.Errorf("--out %s is or holds the site's own folder", out)
	}
	return nil
}

func buildSite(ctx context.Context, c caller, tool *locale.Tool, opt publish.Options, out string) error {
	start := time.Now()
	folder, err := publish.NewFolder(c.path(out))
	if err != nil {
		f := &failure{err: err}
		var notOurs *publish.NotOursError
		if errors.As(err, &notOurs) {
			f.hint = "name another folder with --out, or remove this one yourself"
		}
		return f
	}
	progress := newProgress(c.err)
	opt.Progress = progress.step
	sum, problems, err := publish.Run(ctx, opt, folder)
	progress.end()
	if e := tool.Translate(problems).Text(c.err, style(c.err)); e != nil {
		err = errors.Join(err, e)
	}
	if err != nil {
		return &failure{err: errors.Join(interrupted(ctx, err), folder.Abort())}
	}
	if problems.HasErrors() {
		if err := folder.Abort(); err != nil {
			return &failure{err: err}
		}
		errs, _ := problems.Count()
		fmt.Fprintf(c.err, "nothing was written: %s\n", count(errs, "error"))
		return errProblems
	}
	if err := folder.Commit(); err != nil {
		return &failure{err: err}
	}
	fmt.Fprintf(c.err, "built %s into %s: %s, %s, %s, %s\n", count(sum.Pages, "page"), out,
		count(sum.Languages, "language"), plural(sum.Policies, "policy", "policies"), count(sum.Versions, "version"), took(start))
	return nil
}

func count(n int, noun string) string { return plural(n, noun, noun+"s") }

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// took is the time since start, in seconds or milliseconds.
func took(start time.Time) string {
	d := time.Since(start)
	if d < time.Second {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.2f s", d.Seconds())
}
