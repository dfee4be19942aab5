package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/source"
)

func newAnnounce(c caller) *cobra.Command {
	var dir, on, effective string
	cmd := &cobra.Command{
		Use:   "announce POLICY/VERSION",
		Short: "make a version public on a day",
		Long: `Announce takes "draft = true" out of a version and writes when it is announced and
when it takes effect, in every text; not a byte else becomes another. Before its day
nothing of the version is public. A text that says draft = "text" goes on to wait.

It checks the site as it will be on that day, and refuses while a problem is an
error, or while words in the version still wait to be filled in.`,
		Example: `  diptych announce privacy/2.0
  diptych announce privacy/2.0 --on 2027-01-15 --effective 2027-03-01`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completeVersions(c, &dir, func(s policy.Status) bool { return s >= policy.Consultation && s != policy.Withdrawn }),
		RunE: func(cmd *cobra.Command, args []string) error {
			slug, version, err := target(args[0])
			if err != nil {
				return err
			}
			var asked source.Announcement
			if asked.On, err = date("on", on); err != nil {
				return err
			}
			if asked.Effective, err = date("effective", effective); err != nil {
				return err
			}
			x, err := begin(cmd.Context(), c, dir, slug, version)
			if err != nil {
				return err
			}
			a, edits, err := source.Announce(cmd.Context(), x.fsys, x.site, slug, version, asked)
			if err != nil {
				return refused(err)
			}
			found, err := x.problems(cmd.Context(), a.On, edits)
			if err != nil {
				return err
			}
			short := slices.DeleteFunc(slices.Clone(found), func(p diag.Problem) bool { return p.Rule != diag.Notice || !of(p, slug, version) })
			if open := slices.DeleteFunc(found, func(p diag.Problem) bool { return !bars(p, slug, version) }); len(open) > 0 {
				return x.refuse(open)
			}
			if err := short.Text(c.err, style(c.err)); err != nil {
				return &failure{err: err}
			}
			if err := x.write(cmd.Context(), edits); err != nil {
				return err
			}
			fmt.Fprintf(c.err, "%s/%s is announced on %s and takes effect on %s\n", slug, version, a.On, a.Effective)
			if a.On.After(x.site.Today) {
				fmt.Fprintln(c.err, before(x.site.Policy(slug).Version(version).Consultation, a.On, x.site.Today))
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&dir, "site", ".", "folder of the site")
	cmd.Flags().StringVar(&on, "on", "", "day on which it is made public, YYYY-MM-DD (default the one that it says, if that lies ahead, or today)")
	cmd.Flags().StringVar(&effective, "effective", "", "day on which it takes effect, YYYY-MM-DD (default the one that it says)")
	return cmd
}

// before says what the public sees of a version until the day of its announcement.
func before(comment *policy.CommentPeriod, on, today policy.Date) string {
	switch {
	case comment == nil || !comment.From.Before(on):
		return fmt.Sprintf("held back until %s: nothing of it is public before", on)
	case comment.From.After(today):
		return fmt.Sprintf("held back until %s: from then on it is published for comment", comment.From)
	}
	return fmt.Sprintf("until %s it stays published for comment", on)
}

// bars reports whether a version cannot be announced for a problem: the site
// cannot be built with it, or words of the version, its policy or the site wait
// to be filled in.
func bars(p diag.Problem, slug, version string) bool {
	if p.Severity == diag.Error {
		return true
	}
	return p.Rule == diag.Placeholder && (p.Pos.File == config.SiteFile || of(p, slug, version))
}

// of reports whether a problem is one of a version's texts.
func of(p diag.Problem, slug, version string) bool {
	return strings.HasPrefix(p.Pos.File, source.Root+"/"+slug+"/"+version+"/")
}
