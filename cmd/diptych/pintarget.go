package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/publish"
	"diptych/internal/site"
)

// pinTargets are the policies and versions that the argument names.
func pinTargets(s *site.Site, opt publish.Options, args []string) ([]*policy.Policy, func(*policy.Version) bool, error) {
	all := func(*policy.Version) bool { return true }
	if len(args) == 0 {
		return s.Model.Policies, all, nil
	}
	slug, version, _ := strings.Cut(args[0], "/")
	p := s.Model.Policy(slug)
	if p != nil && version == "" {
		return []*policy.Policy{p}, all, nil
	}
	if p != nil && p.Version(version) != nil {
		return []*policy.Policy{p}, func(v *policy.Version) bool { return v.Name == version }, nil
	}
	return nil, nil, noTarget(s, opt, slug, version)
}

// noTarget says that the argument names nothing, or a draft.
func noTarget(s *site.Site, opt publish.Options, slug, version string) error {
	opt.Drafts = true
	if with, _ := site.Load(opt.Options); with != nil && with.Model != nil {
		if p := with.Model.Policy(slug); p != nil && (version == "" || p.Version(version) != nil) {
			return &failure{fmt.Errorf("%s is a draft, and drafts are not pinned", strings.Trim(slug+"/"+version, "/")),
				`take "draft = true" out of its front matter first`}
		}
	}
	p := s.Model.Policy(slug)
	if p == nil {
		var slugs []string
		for _, p := range s.Model.Policies {
			slugs = append(slugs, p.Slug)
		}
		return &failure{fmt.Errorf("there is no policy %s", slug), diag.DidYouMean(slug, slugs, "policies: "+strings.Join(slugs, ", "))}
	}
	var names []string
	for _, v := range p.Versions {
		names = append(names, slug+"/"+v.Name)
	}
	return &failure{fmt.Errorf("policy %s has no version %s", slug, version), diag.DidYouMean(slug+"/"+version, names, "versions: "+versionNames(p))}
}

// completePins completes policies and their versions: privacy, privacy/2.0.
func completePins(c caller, dir *string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
		moment, err := c.now()
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		s, _ := site.Load(site.Options{Source: os.DirFS(c.path(*dir)), Now: moment})
		if s == nil || s.Model == nil {
			return nil, cobra.ShellCompDirectiveError
		}
		var out []string
		for _, p := range s.Model.Policies {
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
