package source

import (
	"cmp"
	"slices"
	"strings"

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
	ld.withhold()
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
	site.Held = ld.held
	ld.sayVanished(site, read)
	ld.relate(site)
	return site
}

// makePolicy makes a policy of the versions that can be published. Those whose
// date could not be read come last; the problem stands in the list.
func (ld *loader) makePolicy(d *policyDraft) *policy.Policy {
	p := &policy.Policy{
		Slug:     d.folder.name,
		Kind:     d.toml.Kind,
		Prevails: d.toml.Prevails.V,
		Notice:   d.toml.Notice,
		Order:    d.toml.Order,
		Ends:     d.toml.Ends.V,
		Hidden:   d.toml.Hidden,
		Pos:      d.toml.Pos,
		Today:    ld.opt.Today,
	}
	for _, v := range d.versions {
		if len(v.texts) == 0 {
			continue
		}
		if v.isDraft || !v.until.IsZero() {
			if !v.isDraft && !ld.opt.Drafts {
				ld.held = append(ld.held, policy.Held{Policy: p.Slug, Version: v.folder.name, Until: v.until})
			}
			if !ld.opt.Drafts {
				continue
			}
		}
		v.made = ld.makeVersion(v, p.Slug)
		p.Versions = append(p.Versions, v.made)
	}
	p.SortVersions()
	ld.checkOrder(d)
	return p
}

// place decides whether the version is a draft, and until when it is held back.
func (v *versionDraft) place(today policy.Date) {
	v.isDraft = v.facts.draft.V == versionDrafted || v.isLeft()
	if day := v.facts.public(); !v.isDraft && day.After(today) {
		v.until = day
	}
}

// isErased reports whether the words of the version are gone by order.
func (v *versionDraft) isErased() bool { return v.facts.erased.V && v.facts.withdrawn.IsSet() }

func (ld *loader) makeVersion(v *versionDraft, slug string) *policy.Version {
	f := &v.facts
	out := &policy.Version{
		Name:      v.folder.name,
		Effective: f.effective.V,
		Announced: f.known(),
		Editorial: f.change.V == editorial,
		Draft:     v.isDraft,
		HeldBack:  !v.until.IsZero(),
		Withdrawn: f.withdrawn.V,
		Erased:    v.isErased(),
		Files:     v.files,
		Pos:       diag.Pos{File: v.folder.path},
	}
	if f.reason.IsSet() {
		out.Reason = make(map[policy.Lang]string, len(f.reason.V))
		for lang, said := range f.reason.V {
			out.Reason[policy.Lang(lang)] = said.V
		}
	}
	if c := f.consultation; c.IsSet() {
		out.Consultation = &policy.CommentPeriod{From: c.V.From.V, To: c.V.To.V, Contact: c.V.Contact.V}
	}
	for i := range v.texts {
		if t := &v.texts[i]; !t.left || ld.opt.Drafts {
			t.made = ld.makeText(t, slug)
			out.Texts = append(out.Texts, t.made)
		}
		out.Partial = out.Partial || v.texts[i].left
	}
	if out.Erased {
		out.Files = nil
		for _, t := range out.Texts {
			t.Changes, t.Attachments, t.Ignores, t.SummaryText, t.SummaryPos = nil, nil, nil, "", diag.Pos{}
		}
	}
	return out
}

func (ld *loader) makeText(t *textDraft, slug string) *policy.Text {
	return &policy.Text{
		Lang:        t.lang,
		Tag:         ld.cfg.LangTags[t.lang],
		Draft:       t.left,
		Title:       cmp.Or(t.head.Title.V, slug),
		Changes:     t.head.changes(),
		Attachments: t.attached,
		Ignores:     t.head.ignores(),
		Source:      t.entry.path,
		Pos:         diag.Pos{File: t.entry.path, Line: 1, Col: 1},
		Bytes:       int(t.size),
		HeadSum:     t.sum,

		TitlePos:    t.head.Title.Pos,
		SummaryText: t.head.Summary.V,
		SummaryPos:  t.head.Summary.Pos,
	}
}

// changes are the items of [[changes]] as the model has them.
func (h head) changes() []policy.Change {
	var out []policy.Change
	for _, c := range h.Changes {
		out = append(out, policy.Change{Clause: c.V.Clause.V, Note: c.V.Note.V, Pos: c.V.Clause.Pos})
	}
	return out
}

// ignores are the items of [[ignore]] as the model has them: without their reasons.
func (h head) ignores() []policy.Ignore {
	var out []policy.Ignore
	for _, x := range h.Ignore {
		if x.IsSet() { // else it is no table, and that was reported
			out = append(out, policy.Ignore{
				Rules: strings.Fields(x.V.Rule.V), Clause: strings.TrimPrefix(x.V.Clause.V, "#"),
				Explained: policy.Explains(x.V.Because.V), Pos: x.Pos,
			})
		}
	}
	return out
}
