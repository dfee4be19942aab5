package main

import (
	"context"
	"errors"
	"fmt"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"diptych/internal/diag"
	"diptych/internal/locale"
	"diptych/internal/publish"
	"diptych/internal/stage"
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
Files in it that diptych did not make are kept.`,
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
			return standing(buildSite(cmd.Context(), c, tool, opt, out), untouched(out))
		},
	}
	flags.add(cmd)
	lang.add(cmd)
	cmd.Flags().StringVar(&out, "out", "public", "folder to write into")
	_ = cmd.RegisterFlagCompletionFunc("out", cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)) // the flag was just added
	return cmd
}

func buildSite(ctx context.Context, c caller, tool *locale.Tool, opt publish.Options, out string) error {
	start := time.Now()
	signal.Ignore(syscall.SIGPIPE) // as of build 2>&1 | head
	folder, err := openStage(ctx, c, out)
	if err != nil {
		return failed(interrupted(ctx, err))
	}
	defer c.begun.with(taken(folder, out))()
	progress := newProgress(c.err)
	opt.Progress = progress.step
	sum, problems, err := publish.Run(ctx, opt, folder)
	progress.end()
	_ = tool.Translate(problems).Text(c.err, style(c.err)) // the site is made, whether or not somebody listens
	sayHeld(c.err, tool, sum.Held)
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
	report, err := folder.Commit(ctx)
	if err != nil && !folder.Placed() {
		return failed(interrupted(ctx, err))
	}
	tell(c.err, out, report)
	if err != nil {
		return failed(fmt.Errorf("%s, but something is left to do: %w", now(folder, out), err))
	}
	fmt.Fprintf(c.err, "built %s into %s: %s, %s, %s, %s\n", count(sum.Pages, "page"), diag.Visible(out),
		count(sum.Languages, "language"), plural(sum.Policies, "policy", "policies"), count(sum.Versions, "version"), took(start))
	return nil
}

// taken takes a build back, or waits for the end of one that is at its swap.
func taken(folder *stage.Stage, out string) func() (then string, err error) {
	return func() (string, error) {
		err := folder.Abort()
		return now(folder, out), err
	}
}

// now says what the output is at the end of a build.
func now(folder *stage.Stage, out string) string {
	if folder.Placed() {
		return "the new site is in " + out
	}
	return untouched(out)
}

// untouched says that nothing has happened to the output.
func untouched(out string) string { return "the site in " + out + " is as it was" }

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
