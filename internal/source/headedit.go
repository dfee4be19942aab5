package source

import (
	"bytes"
	"context"
	"io/fs"
	"slices"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// edit is a key of front matter that is to have a value, or to be taken out
// where that is "".
type headChanges func(t *policy.Text, said map[string]any) []HeadEdit

// editTexts edits the front matter of a version's texts. Files that stay as they
// are have no edit, and one that two links lead to has one.
func editTexts(ctx context.Context, fsys fs.FS, v *policy.Version, change headChanges) ([]Edit, error) {
	tr := newTree(fsys)
	var out []Edit
	for _, t := range v.Texts {
		raw, err := readWhole(ctx, tr, t.Source, maxText)
		if err != nil {
			return nil, err
		}
		said, err := readKeys(t.Source, raw)
		if err != nil {
			return nil, err
		}
		edited, l := EditHead(t.Source, raw, change(t, said)...)
		if l != nil {
			return nil, l[0]
		}
		real, err := tr.resolve(t.Source)
		if err != nil {
			return nil, err
		}
		e := Edit{File: t.Source, Real: real, Old: raw, New: edited}
		same := slices.IndexFunc(out, func(o Edit) bool { return o.Real == real })
		switch {
		case bytes.Equal(raw, edited):
		case same < 0:
			out = append(out, e)
		case !bytes.Equal(out[same].New, edited):
			return nil, &Refusal{t.Source + " is the same file as " + out[same].File, "put a copy of it in the place of the symbolic link"}
		}
	}
	return out, nil
}

// find returns a version of a policy.
func find(site *policy.Site, slug, name string) (*policy.Policy, *policy.Version, error) {
	p := site.Policy(slug)
	if p == nil {
		return nil, nil, &Refusal{"there is no policy " + slug, unknownHint(site, slug)}
	}
	v := p.Version(name)
	if v == nil {
		var names []string
		for _, v := range p.Versions {
			names = append(names, v.Name)
		}
		return nil, nil, &Refusal{"policy " + slug + " has no version " + name,
			diag.DidYouMean(name, names, "diptych new version "+slug+" "+name+" --effective DATE begins it")}
	}
	return p, v, nil
}
