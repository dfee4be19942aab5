package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"diptych/internal/config"
	"diptych/internal/diag"
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
language of the site. The version is a draft until you take "draft = true" out.`,
		Example: `  diptych new policy cookies
  diptych new policy children --kind children --effective 2027-01-01`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			slug := args[0]
			if err := policy.CheckSlug(slug); err != nil {
				return err
			}
			cfg, problems := config.Load(os.DirFS(c.path(dir)))
			if err := stopAt(c, problems); err != nil {
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
				return fmt.Errorf("--kind must be one of %v, not %q", policy.Kinds, kind)
			}
			edits, err := source.NewPolicy(os.DirFS(c.path(dir)), cfg, slug, policy.Kind(kind), date)
			if err != nil {
				return refused(err)
			}
			return makeFiles(c, dir, edits)
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
(summary, change, [[changes]]) is left out.`,
		Example: `  diptych new version privacy 2.0 --effective 2027-01-01
  diptych new version privacy 2.0 --effective 2027-01-01 --announced 2026-12-01`,
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: completePolicies(c, &dir),
		RunE: func(_ *cobra.Command, args []string) error {
			dates, err := versionDates(effective, announced)
			if err != nil {
				return err
			}
			if err := policy.CheckVersion(args[1]); err != nil {
				return err
			}
			edits, err := copyVersion(c, dir, args[0], args[1], dates)
			if err != nil {
				return err
			}
			return makeFiles(c, dir, edits)
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
func copyVersion(c caller, dir, slug, name string, d source.Dates) ([]source.Edit, error) {
	moment, err := c.now()
	if err != nil {
		return nil, err
	}
	fsys := os.DirFS(c.path(dir))
	s, problems := site.Load(site.Options{Source: fsys, Now: moment, Drafts: true})
	if err := stopAt(c, problems); err != nil {
		return nil, err
	}
	edits, err := source.NewVersion(fsys, s.Model, slug, name, d)
	return edits, refused(err)
}

// stopAt prints problems and fails where one is an error.
func stopAt(c caller, problems diag.List) error {
	problems.Sort()
	if err := problems.Text(c.err, style(c.err)); err != nil {
		return &failure{err: err}
	}
	if problems.HasErrors() {
		return errProblems
	}
	return nil
}

// completePolicies completes the names of policies as the first argument and,
// where versions is among the command's arguments, those of versions after it.
func completePolicies(c caller, dir *string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		moment, err := c.now()
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		s, _ := site.Load(site.Options{Source: os.DirFS(c.path(*dir)), Now: moment, Drafts: true})
		if s == nil || s.Model == nil {
			return nil, cobra.ShellCompDirectiveError
		}
		var out []string
		if len(args) == 0 {
			for _, p := range s.Model.Policies {
				out = append(out, p.Slug)
			}
		} else if p := s.Model.Policy(args[0]); p != nil && len(args) < 3 {
			for _, v := range p.Versions {
				out = append(out, v.Name)
			}
		}
		return slices.DeleteFunc(out, func(s string) bool { return strings.Contains(s, " ") }), cobra.ShellCompDirectiveNoFileComp
	}
}
