package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/publish"
)

func newNew(st streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "new",
		Short:   "begin a policy or a version",
		Example: "  diptych new policy cookies\n  diptych new version privacy 2.0 --effective 2027-01-01",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newNewPolicy(st), newNewVersion(st))
	return cmd
}

func newNewPolicy(st streams) *cobra.Command {
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
			cfg, problems := config.Load(os.DirFS(dir))
			if err := stopAt(st, problems); err != nil {
				return err
			}
			moment, err := now(os.Getenv("SOURCE_DATE_EPOCH"))
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
			root := filepath.Join(dir, "content", slug)
			if _, err := os.Lstat(root); err == nil {
				return &failure{fmt.Errorf("policy %s exists already; nothing was changed", slug), "for another version of it: diptych new version " + slug + " VERSION"}
			}
			if err := writeNew(filepath.Join(root, "policy.toml"), fmt.Sprintf("kind = %q\n", kind)); err != nil {
				return err
			}
			for _, lang := range cfg.Languages {
				name := filepath.Join(root, "1.0", string(lang)+".md")
				if err := writeNew(name, firstText(lang, slug, date)); err != nil {
					return err
				}
				fmt.Fprintln(st.out, filepath.ToSlash(name))
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&dir, "site", ".", "folder of the site")
	cmd.Flags().StringVar(&effective, "effective", "", "day on which the version takes effect (default today)")
	cmd.Flags().StringVar(&kind, "kind", "other", "privacy, terms, cookies, children, sdk-list, disclaimer or other")
	return cmd
}

// firstText is the text that a new policy begins with.
func firstText(lang policy.Lang, slug string, date policy.Date) string {
	body := "## 1. Purpose {#purpose}\n\nSay here what this policy is about.\n"
	if lang == "zh" {
		body = "## 一、目的 {#purpose}\n\n请在此说明本政策的目的。\n"
	}
	return fmt.Sprintf("+++\ntitle = %q\neffective = %s\ndraft = true # take this line out to publish\n+++\n\n%s", slug, date, body)
}

func newNewVersion(st streams) *cobra.Command {
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
		ValidArgsFunction: completePolicies(&dir),
		RunE: func(_ *cobra.Command, args []string) error {
			dates, err := versionDates(effective, announced)
			if err != nil {
				return err
			}
			if err := policy.CheckVersion(args[1]); err != nil {
				return err
			}
			made, err := copyVersion(st, dir, args[0], args[1], dates)
			for _, name := range made {
				fmt.Fprintln(st.out, filepath.ToSlash(name))
			}
			return err
		},
	}
	cmd.Flags().StringVar(&dir, "site", ".", "folder of the site")
	cmd.Flags().StringVar(&effective, "effective", "", "day on which the version takes effect, YYYY-MM-DD")
	cmd.Flags().StringVar(&announced, "announced", "", "day on which it is made public, YYYY-MM-DD")
	return cmd
}

// stopAt prints problems and fails where one is an error.
func stopAt(st streams, problems diag.List) error {
	problems.Sort()
	if err := problems.Text(st.err, style(st.err)); err != nil {
		return &failure{err: err}
	}
	if problems.HasErrors() {
		return errProblems
	}
	return nil
}

// completePolicies completes the names of policies as the first argument and,
// where versions is among the command's arguments, those of versions after it.
func completePolicies(dir *string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		moment, err := now(os.Getenv("SOURCE_DATE_EPOCH"))
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		site, _ := publish.Load(publish.Options{Source: os.DirFS(*dir), Now: moment, Drafts: true})
		if site == nil || site.Model == nil {
			return nil, cobra.ShellCompDirectiveError
		}
		var out []string
		if len(args) == 0 {
			for _, p := range site.Model.Policies {
				out = append(out, p.Slug)
			}
		} else if p := site.Model.Policy(args[0]); p != nil && len(args) < 3 {
			for _, v := range p.Versions {
				out = append(out, v.Name)
			}
		}
		return slices.DeleteFunc(out, func(s string) bool { return strings.Contains(s, " ") }), cobra.ShellCompDirectiveNoFileComp
	}
}
