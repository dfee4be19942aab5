package source

import (
	"cmp"
	"slices"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// assemble makes the site of what was read, in reading order: by order, where
// policies without one stand last, then by slug.
func (ld *loader) assemble() *policy.Site {
	site := &policy.Site{
		Languages: slices.Clone(ld.cfg.Languages),
		Today:     ld.opt.Today,
		Compare:   ld.cfg.Compare,
	}
	read := 0
	for _, d := range ld.policies {
		p := ld.makePolicy(d)
		read += len(d.versions)
		if len(p.Versions) > 0 {
			site.Policies = append(site.Policies, p)
		}
	}
	slices.SortFunc(site.Policies, func(a, b *policy.Policy) int {
		last := func(p *policy.Policy) bool { return p.Order == 0 }
		if last(a) != last(b) {
			if last(a) {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.Slug, b.Slug))
	})
	if len(site.Policies) == 0 && read > 0 && !ld.list.HasErrors() {
		ld.list.Warnf(diag.Pos{File: Root}, diag.File, "build with --drafts to see them", "nothing is published: every version is a draft")
	}
	ld.relate(site)
	return site
}

// makePolicy makes a policy of the versions that can be published. Those whose
// date could not be read come first; the problem stands in the list.
func (ld *loader) makePolicy(d *policyDraft) *policy.Policy {
	p := &policy.Policy{
		Slug:       d.folder.name,
		Kind:       d.toml.Kind,
		Prevails:   d.toml.Prevails.V,
		NoticeDays: d.toml.NoticeDays,
		Order:      d.toml.Order,
		Pos:        d.toml.Pos,
	}
	made := map[*policy.Version]*versionDraft{}
	for _, v := range d.versions {
		if len(v.texts) == 0 || v.facts.draft.V && !ld.opt.Drafts {
			continue
		}
		v.made = ld.makeVersion(v, p.Slug)
		made[v.made] = v
		p.Versions = append(p.Versions, v.made)
	}
	p.SortVersions()
	for i := 1; i < len(p.Versions); i++ {
		old, new := p.Versions[i-1], p.Versions[i]
		if old.Effective == new.Effective && !new.Effective.IsZero() {
			ld.list.Errorf(made[new].facts.effective.Pos, diag.Date, "give each version a day of its own",
				"versions %s and %s both take effect on %s; see %s", old.Name, new.Name, new.Effective, made[old].facts.effective.Pos)
		}
	}
	return p
}

func (ld *loader) makeVersion(v *versionDraft, slug string) *policy.Version {
	out := &policy.Version{
		Name:      v.folder.name,
		Effective: v.facts.effective.V,
		Announced: v.facts.announced.V,
		Editorial: v.facts.change.V == editorial,
		Draft:     v.facts.draft.V,
		Files:     v.files,
		Pos:       diag.Pos{File: v.folder.path},
	}
	if out.Announced.IsZero() {
		out.Announced = out.Effective
	}
	for i := range v.texts {
		t := &v.texts[i]
		t.made = &policy.Text{
			Lang:    t.lang,
			Tag:     ld.cfg.LangTags[t.lang],
			Title:   cmp.Or(t.head.Title.V, slug),
			Changes: t.head.changes(),
			Source:  t.entry.path,
			Pos:     diag.Pos{File: t.entry.path, Line: 1, Col: 1},
			Bytes:   int(t.size),
			HeadSum: t.sum,

			SummaryText: t.head.Summary.V,
			SummaryPos:  t.head.Summary.Pos,
		}
		out.Texts = append(out.Texts, t.made)
	}
	return out
}

// changes are the items of [[changes]] as the model has them.
func (h head) changes() []policy.Change {
	var out []policy.Change
	for _, c := range h.Changes {
		out = append(out, policy.Change{Clause: c.V.Clause.V, Note: c.V.Note.V, Pos: c.V.Clause.Pos})
	}
	return out
}
