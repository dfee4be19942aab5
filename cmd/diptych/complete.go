package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"diptych/internal/disk"
	"diptych/internal/policy"
	"diptych/internal/site"
)

// completePolicies completes the names of policies as the first argument and
// those of its versions as those after it.
func completePolicies(c caller, dir *string) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		m := completed(cmd, c, *dir, true)
		if m == nil {
			return nil, cobra.ShellCompDirectiveError
		}
		var out []string
		if len(args) == 0 {
			for _, p := range m.Policies {
				out = append(out, p.Slug)
			}
		} else if p := m.Policy(args[0]); p != nil && len(args) < 3 {
			for _, v := range p.Versions {
				out = append(out, v.Name)
			}
		}
		return slices.DeleteFunc(out, func(s string) bool { return strings.Contains(s, " ") }), cobra.ShellCompDirectiveNoFileComp
	}
}

// completePins completes policies and their versions: privacy, privacy/2.0.
func completePins(c caller, dir *string) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
		m := completed(cmd, c, *dir, false)
		if m == nil {
			return nil, cobra.ShellCompDirectiveError
		}
		var out []string
		for _, p := range m.Policies {
			if len(args) > 0 {
				break
			}
			out = append(out, p.Slug)
			for _, v := range p.Versions {
				if strings.Contains(word, "/") {
					out = append(out, p.Slug+"/"+v.Name)
				}
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeVersions completes versions with their policies, privacy/2.0, of those
// that stand as wanted.
func completeVersions(c caller, dir *string, want func(policy.Status) bool) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		m := completed(cmd, c, *dir, true)
		if m == nil {
			return nil, cobra.ShellCompDirectiveError
		}
		var out []string
		for _, p := range m.Policies {
			for _, v := range p.Versions {
				if len(args) == 0 && v.Withdrawn.IsZero() && want(p.Status(v, m.Today)) {
					out = append(out, p.Slug+"/"+v.Name)
				}
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeOne completes the first argument alone.
func completeOne(f cobra.CompletionFunc) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return f(cmd, args, word)
	}
}

// completeFlag completes a flag as f does a first argument.
func completeFlag(f cobra.CompletionFunc) cobra.CompletionFunc {
	return func(cmd *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
		return f(cmd, nil, word)
	}
}

// completed is the site for whose names a shell asks, or nil.
func completed(cmd *cobra.Command, c caller, dir string, drafts bool) *policy.Site {
	moment, err := c.now()
	if err != nil {
		return nil
	}
	s, _ := site.Load(cmd.Context(), site.Options{Source: disk.At(c.path(dir)), Now: moment, Drafts: drafts})
	if s == nil {
		return nil
	}
	return s.Model
}
