package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/disk"
	"diptych/internal/policy"
	"diptych/internal/site"
	"diptych/internal/source"
)

func newNew(c caller) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "new",
		Short:   "begin a policy or a version",
		Example: "  diptych new policy cookies\n  diptych new version privacy 2.0 --effective 2027-01-01",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newNewPolicy(c), newNewVersion(c))
	return cmd
}

func newNewPolicy(c caller) *cobra.Command {
	var dir, effective, kind string
	cmd := &cobra.Command{
		Use:   "policy SLUG",
		Short: "begin a policy",
		Long: `New policy makes content/SLUG with a policy.toml and a first version 1.0 in every
language of the site. The version is a draft, of which nothing is public, until you
announce it.`,
		Example: `  diptych new policy cookies
  diptych new policy children --kind children --effective 2027-01-01`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			slug := args[0]
			if err := policy.CheckSlug(slug); err != nil {
				return err
			}
			cfg, problems := config.Load(source.Within(disk.At(c.path(dir))))
			if err := stopAt(cmd.Context(), c, problems); err != nil {
				return err
			}
			moment, err := c.now()
			if err != nil {
				return err
			}
			date := policy.DateOf(moment.In(cfg.TimeZone))
			if effective != "" {
				if date, err = policy.ParseDate(effective); err != nil {
					return fmt.Errorf("--effective: %w", err)
				}
			}
			if !slices.Contains(policy.Kinds[:], policy.Kind(kind)) {
				return fmt.Errorf("--kind must be one of %s, not %q", choices(policy.Kinds[:]), kind)
			}
			edits, err := source.NewPolicy(cmd.Context(), disk.At(c.path(dir)), cfg, slug, policy.Kind(kind), date)
			if err != nil {
				return refused(err)
			}
			if err := makeFiles(cmd.Context(), c, dir, edits); err != nil {
				return err
			}
			fmt.Fprintf(c.err, "the policy is a draft; next:\n  edit its texts, and look at them: diptych serve --drafts\n  diptych announce %s/1.0\n", slug)
			return nil
		},
	}
	cmd.Flags().StringVar(&dir, "site", ".", "folder of the site")
	cmd.Flags().StringVar(&effective, "effective", "", "day on which the version takes effect (default today)")
	cmd.Flags().StringVar(&kind, "kind", "other", "privacy, terms, cookies, children, sdk-list, disclaimer or other")
	return cmd
}

func newNewVersion(c caller) *cobra.Command {
	var dir, effective, announced string
	cmd := &cobra.Command{
		Use:   "version POLICY VERSION --effective DATE",
		Short: "begin a version of a policy",
		Long: `New version copies the newest texts and files of a policy into a new version and
sets its dates. Comments stay; what the publisher said of the old version
(summary, change, [[changes]], [[attachments]]) is left out. The version is a draft,
of which nothing is public, until you announce it.`,
		Example: `  diptych new version privacy 2.0 --effective 2027-01-01
  diptych new version privacy 2.0 --effective 2027-01-01 --announced 2026-12-01`,
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: completePolicies(c, &dir),
		RunE: func(cmd *cobra.Command, args []string) error {
			dates, err := versionDates(effective, announced)
			if err != nil {
				return err
			}
			if err := policy.CheckVersion(args[1]); err != nil {
				return err
			}
			edits, err := copyVersion(cmd.Context(), c, dir, args[0], args[1], dates)
			if err != nil {
				return err
			}
			if err := makeFiles(cmd.Context(), c, dir, edits); err != nil {
				return err
			}
			fmt.Fprintf(c.err, "the version is a draft; next:\n  edit its texts, and look at them: diptych serve --drafts\n  diptych diff %s --drafts\n  diptych announce %[1]s/%[2]s\n", args[0], args[1])
			return nil
		},
	}
	cmd.Flags().StringVar(&dir, "site", ".", "folder of the site")
	cmd.Flags().StringVar(&effective, "effective", "", "day on which the version takes effect, YYYY-MM-DD")
	cmd.Flags().StringVar(&announced, "announced", "", "day on which it is made public, YYYY-MM-DD")
	return cmd
}

func versionDates(effective, announced string) (source.Dates, error) {
	var d source.Dates
	var err error
	if effective == "" {
		return d, errors.New("--effective DATE is missing: the day on which the version takes effect")
	}
	if d.Effective, err = policy.ParseDate(effective); err != nil {
		return d, fmt.Errorf("--effective: %w", err)
	}
	if announced != "" {
		if d.Announced, err = policy.ParseDate(announced); err != nil {
			return d, fmt.Errorf("--announced: %w", err)
		}
		if d.Announced.After(d.Effective) {
			return d, errors.New("--announced is later than --effective")
		}
	}
	return d, nil
}

// copyVersion reads the site and asks for the files of a new version.
func copyVersion(ctx context.Context, c caller, dir, slug, name string, d source.Dates) ([]source.Edit, error) {
	moment, err := c.now()
	if err != nil {
		return nil, err
	}
	fsys := disk.At(c.path(dir))
	s, problems := site.Load(ctx, site.Options{Source: fsys, Now: moment, Drafts: true, Before: c.looks})
	if err := stopAt(ctx, c, problems); err != nil {
		return nil, err
	}
	edits, err := source.NewVersion(ctx, fsys, s.Model, slug, name, d)
	return edits, refused(err)
}

// stopAt prints problems and fails where one is an error, or where the context has
// ended.
func stopAt(ctx context.Context, c caller, problems diag.List) error {
	if err := ctx.Err(); err != nil {
		return &failure{err: interrupted(ctx, err)}
	}
	problems.Sort()
	if err := problems.Text(c.err, style(c.err)); err != nil {
		return &failure{err: err}
	}
	if problems.HasErrors() {
		return errProblems
	}
	return nil
}
