package main

import (
	"cmp"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"diptych/internal/diag"
	"diptych/internal/site"
	"diptych/internal/source"
)

func newPin(c caller) *cobra.Command {
	var flags siteFlags
	dryRun := false
	cmd := &cobra.Command{
		Use:   "pin [POLICY[/VERSION]]",
		Short: "write the ids of clauses into the sources",
		Long: `Pin writes the permanent id of every clause that has none in its source behind it,
as {#c-3-2}, and changes nothing else in the files: no page of the site becomes
another. From then on the ids do not depend on the words. It works on all policies,
one policy or one version; drafts are left alone. Run again, it goes on where it was
interrupted.`,
		Example: `  diptych pin --dry-run                  what would be written, and where
  diptych pin privacy
  diptych pin privacy/2.0`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completePins(c, &flags.dir),
		RunE: func(cmd *cobra.Command, args []string) error {
			opt, err := flags.options(c)
			if err != nil {
				return err
			}
			s, problems := site.Load(cmd.Context(), opt.Options)
			if err := stopAt(cmd.Context(), c, problems); err != nil {
				return err
			}
			policies, want, err := pinTargets(cmd.Context(), s, opt, args)
			if err != nil {
				return err
			}
			files, problems := s.Pin(cmd.Context(), policies, want)
			if dryRun {
				err = listPins(c, files)
			} else {
				err = writePins(cmd.Context(), c, flags.dir, files)
			}
			if err == nil && len(files) == 0 && len(problems) == 0 {
				fmt.Fprintln(c.err, "nothing to write: every clause has its id in its source")
			}
			if found := stopAt(cmd.Context(), c, problems); err == nil {
				err = found
			}
			return err
		},
	}
	flags.dir = "."
	cmd.Flags().StringVar(&flags.dir, "site", ".", "folder of the site")
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "print what would be written, and write nothing")
	return cmd
}

// listPins prints where ids would be written.
func listPins(c caller, files []source.Pinned) error {
	n := 0
	for _, f := range files {
		for _, id := range f.IDs {
			if _, err := fmt.Fprintf(c.out, "%s:%d: #%s\n", diag.Visible(f.File), id.Pos.Line, id.ID); err != nil {
				return err
			}
		}
		n += len(f.IDs)
	}
	if n > 0 {
		fmt.Fprintf(c.err, "would write %s into %s\n", count(n, "id"), count(len(files), "file"))
	}
	return nil
}

// writePins replaces the files, one after another. It looks at all of them
// before it touches the first.
func writePins(ctx context.Context, c caller, dir string, files []source.Pinned) error {
	const hint = "run the command again"
	for _, f := range files {
		if err := mayReplace(c.path(dir), f.Edit); err != nil {
			return &failure{fmt.Errorf("%w; nothing was written", err), hint}
		}
	}
	n := 0
	var unsaid error // a list that nobody gets stops no writing
	for i, f := range files {
		err := interrupted(ctx, nil)
		if err == nil {
			err = replace(c.path(dir), f.Edit)
		}
		if err != nil {
			return &failure{fmt.Errorf("%w; %d of %s written", err, i, count(len(files), "file")), hint + ": it goes on where it stopped"}
		}
		_, err = fmt.Fprintf(c.out, "%s: %s\n", diag.Visible(f.File), count(len(f.IDs), "id"))
		unsaid = cmp.Or(unsaid, err)
		n += len(f.IDs)
	}
	if n > 0 {
		fmt.Fprintf(c.err, "wrote %s into %s\n", count(n, "id"), count(len(files), "file"))
	}
	return unsaid
}
