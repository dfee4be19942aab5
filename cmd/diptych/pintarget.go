package main

import (
	"context"
	"fmt"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/publish"
	"diptych/internal/site"
)

// pinTargets are the policies and versions that the argument names.
func pinTargets(ctx context.Context, s *site.Site, opt publish.Options, args []string) ([]*policy.Policy, func(*policy.Version) bool, error) {
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
	return nil, nil, noTarget(ctx, s, opt, slug, version)
}

// noTarget says that the argument names nothing, or what is not public.
func noTarget(ctx context.Context, s *site.Site, opt publish.Options, slug, version string) error {
	opt.Drafts = true
	if with, _ := site.Load(ctx, opt.Options); with != nil && with.Model != nil {
		if p := with.Model.Policy(slug); p != nil && (version == "" || p.Version(version) != nil) {
			return notPublic(p, version)
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

// notPublic says why a policy, or a version of it that has a name, is not pinned.
func notPublic(p *policy.Policy, version string) error {
	name, v := p.Slug, p.Versions[0]
	if version != "" {
		name, v = p.Slug+"/"+version, p.Version(version)
	}
	if v.HeldBack {
		return &failure{fmt.Errorf("%s is held back until %s, and not pinned before", name, v.Announced), "run the command again on that day"}
	}
	return &failure{fmt.Errorf("%s is a draft, and drafts are not pinned", name), "announce it first: diptych announce " + p.Slug + "/" + v.Name}
}
