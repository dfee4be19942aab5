package source

import (
	"slices"
	"strings"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// relate fills in what policies say of each other. What is wrong is left out,
// so that part_of always leads to a policy and never round in a circle. A
// policy of which nothing is published may be named; that is no problem and
// leads nowhere.
func (ld *loader) relate(site *policy.Site) {
	var slugs []string
	for _, d := range ld.policies {
		slugs = append(slugs, d.folder.name)
	}
	slices.Sort(slugs)
	names := func(v strict.Value[string], key string, self *policy.Policy) bool {
		switch {
		case v.V == self.Slug:
			ld.list.Errorf(v.Pos, diag.Config, "", "%s names the policy itself", key)
		case !slices.Contains(slugs, v.V):
			ld.list.Errorf(v.Pos, diag.Config, diag.DidYouMean(v.V, slugs, "the policies of this site: "+strings.Join(slugs, ", ")),
				"%s names the unknown policy %q", key, v.V)
		default:
			return site.Policy(v.V) != nil
		}
		return false
	}
	aliases := map[string]diag.Pos{}
	for _, d := range ld.policies {
		p := site.Policy(d.folder.name)
		published := p != nil
		if !published {
			p = &policy.Policy{Slug: d.folder.name}
		}
		if v := d.toml.PartOf; v.IsSet() && names(v, "part_of", p) {
			p.PartOf = v.V
		}
		if v := d.toml.SucceededBy; v.IsSet() && names(v, "succeeded_by", p) {
			p.SucceededBy = v.V
		}
		ld.checkSuccessor(site, d)
		for _, v := range d.toml.Related {
			if names(v, "related", p) {
				p.Related = append(p.Related, v.V)
			}
		}
		for _, v := range d.toml.Aliases {
			if ld.freeAlias(site, v, aliases) {
				p.Aliases = append(p.Aliases, v.V)
			}
		}
	}
	ld.breakCircles(site)
}

// checkSuccessor reports what comes in place of a policy and is not there when
// the policy ends: it has ended itself by then, or nothing of it is public. So
// nothing leads round in a circle.
func (ld *loader) checkSuccessor(site *policy.Site, d *policyDraft) {
	ends, by := d.toml.Ends, d.toml.SucceededBy
	i := slices.IndexFunc(ld.policies, func(q *policyDraft) bool { return q != d && q.folder.name == by.V })
	if !ends.IsSet() || !by.IsSet() || i < 0 {
		return
	}
	next := ld.policies[i].toml.Ends
	switch {
	case next.IsSet() && !next.V.After(ends.V):
		ld.list.Errorf(by.Pos, diag.Config, "name a policy that goes on", "succeeded_by names the policy %q, which ends on %s in %s, and this one on %s", by.V, next.V, next.Pos, ends.V)
	case !ends.V.After(ld.opt.Today) && site.Policy(by.V) == nil:
		ld.list.Errorf(by.Pos, diag.Config, "announce it, or take succeeded_by out", "succeeded_by names the policy %q, of which nothing is public when this one ends on %s", by.V, ends.V)
	}
}

// breakCircles reports policies that are part of each other.
func (ld *loader) breakCircles(site *policy.Site) {
	pos := map[string]diag.Pos{}
	for _, d := range ld.policies {
		pos[d.folder.name] = d.toml.PartOf.Pos
	}
	for _, d := range ld.policies {
		way := []string{d.folder.name}
		p := site.Policy(d.folder.name)
		for p != nil && p.PartOf != "" && !slices.Contains(way, p.PartOf) {
			way = append(way, p.PartOf)
			p = site.Policy(p.PartOf)
		}
		if p == nil || p.PartOf != d.folder.name {
			continue
		}
		ld.list.Errorf(pos[way[0]], diag.Config, "remove one of the part_of lines", "part_of leads in a circle: %s", strings.Join(append(way, way[0]), " -> "))
		for _, slug := range way {
			site.Policy(slug).PartOf = ""
		}
	}
}

// freeAlias reports whether an old path leads to nothing else.
func (ld *loader) freeAlias(site *policy.Site, v strict.Value[string], seen map[string]diag.Pos) bool {
	key := config.AliasKey(v.V)
	if other, ok := seen[key]; ok {
		ld.list.Errorf(v.Pos, diag.Config, "", "alias %q is already one in %s", v.V, other)
		return false
	}
	seen[key] = v.Pos
	if isPage(site, key) || policy.IsRootFile(key) {
		ld.list.Errorf(v.Pos, diag.Config, "aliases are for addresses that the site no longer has", "alias %q is the address of a page of this site", v.V)
		return false
	}
	return true
}

// isPage reports whether a path below the site's root belongs to a page, as far
// as policies and versions are concerned.
func isPage(site *policy.Site, path string) bool {
	ref, err := policy.ParsePath(path + "/")
	if err != nil || !slices.Contains(site.Languages, ref.Lang) {
		return false
	}
	return ref.Policy == "" || site.Has(ref)
}
