package source

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// End says from which day a policy is no more, and which one comes in its place,
// "" for none.
type End struct {
	On          policy.Date
	SucceededBy string
}

// EndPolicy writes the end of a policy into its policy.toml, which it makes
// where there is none. site is what Load has read, with its drafts.
func EndPolicy(ctx context.Context, fsys fs.FS, site *policy.Site, slug string, e End) ([]Edit, error) {
	p := site.Policy(slug)
	if p == nil {
		return nil, &Refusal{"there is no policy " + slug, unknownHint(site, slug)}
	}
	if err := mayEnd(site, p, e); err != nil {
		return nil, err
	}
	tr := newTree(fsys)
	name := path.Join(folderOf(slug, ""), config.PolicyFile)
	edit := Edit{File: name, Real: name}
	if _, err := fs.Lstat(fsys, name); err == nil {
		if edit.Real, err = tr.resolve(name); err != nil {
			return nil, fmt.Errorf("cannot read %s: %w", name, diag.Reason(err))
		}
		if edit.Old, err = readWhole(ctx, tr, name, maxHead); err != nil {
			return nil, err
		}
	} else if edit.Real, err = tr.resolve(folderOf(slug, "")); err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", folderOf(slug, ""), diag.Reason(err))
	} else {
		edit.Real = path.Join(edit.Real, config.PolicyFile)
	}
	var l diag.List
	if edit.New, l = setKeys(name, edit.Old, e); l != nil {
		return nil, l[0]
	}
	return []Edit{edit}, nil
}

// setKeys writes the end above the first table.
func setKeys(name string, raw []byte, e End) ([]byte, diag.List) {
	src, l := strict.UTF8(name, raw)
	if l != nil {
		return nil, l
	}
	doc, l := strict.Parse(name, 1, src)
	if l != nil {
		return nil, l
	}
	doc, err := doc.Set("ends", strict.Literal(e.On), "")
	if err == nil && e.SucceededBy != "" {
		doc, err = doc.Set("succeeded_by", strict.Literal(e.SucceededBy), "ends")
	}
	if err != nil {
		return nil, diag.FromError(diag.Pos{File: name}, diag.Config, err)
	}
	return slices.Concat(raw[:len(raw)-len(src)], doc.Source()), nil
}

func mayEnd(site *policy.Site, p *policy.Policy, e End) error {
	today := site.Today
	switch {
	case !p.Ends.IsZero() && p.Ended(today):
		return &Refusal{fmt.Sprintf("policy %s ended on %s already", p.Slug, p.Ends), ""}
	case !p.Ends.IsZero():
		return &Refusal{fmt.Sprintf("policy %s ends on %s already", p.Slug, p.Ends), "change ends in " + p.Pos.File}
	case e.On.Before(today):
		return &Refusal{fmt.Sprintf("%s has passed, and the pages said then that policy %s stands", e.On, p.Slug), "end it today or later"}
	}
	public := false
	for _, v := range p.Versions {
		if v.Draft || v.Consulted(today) {
			continue
		}
		public = public || !v.HeldBack
		if !v.NeverInForce() && !v.Effective.Before(e.On) {
			return &Refusal{fmt.Sprintf("version %s takes effect on %s, and policy %s would end on %s", v.Name, v.Effective, p.Slug, e.On),
				"name a later day, or withdraw the version first"}
		}
	}
	if !public {
		return &Refusal{"nothing of policy " + p.Slug + " is public", "it may go without a word: remove its folder"}
	}
	return maySucceed(site, p, e)
}

func maySucceed(site *policy.Site, p *policy.Policy, e End) error {
	if e.SucceededBy == "" {
		return nil
	}
	if e.SucceededBy == p.Slug {
		return &Refusal{"policy " + p.Slug + " cannot come in its own place", "name another with --succeeded-by"}
	}
	next := site.Policy(e.SucceededBy)
	if next == nil {
		var slugs []string
		for _, q := range site.Policies {
			if q != p {
				slugs = append(slugs, q.Slug)
			}
		}
		return &Refusal{"there is no policy " + e.SucceededBy, diag.DidYouMean(e.SucceededBy, slugs, "diptych new policy SLUG begins one")}
	}
	if !next.Ends.IsZero() {
		return &Refusal{fmt.Sprintf("policy %s ends itself, on %s", next.Slug, next.Ends), "name one that stays"}
	}
	return nil
}
