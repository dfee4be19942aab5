package source

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// Dates are those of a version; Announced may be zero.
type Dates struct{ Effective, Announced policy.Date }

// NewVersion copies the newest version of a policy, with its files: the dates
// are set, and what the publisher said of the old version is left out. site is
// what Load has read, with its drafts.
func NewVersion(fsys fs.FS, site *policy.Site, slug, name string, d Dates) ([]Edit, error) {
	if err := policy.CheckVersion(name); err != nil {
		return nil, err
	}
	p := site.Policy(slug)
	if p == nil {
		return nil, &Refusal{"there is no policy " + slug, unknownHint(site, slug)}
	}
	for _, v := range p.Versions {
		if v.Effective == d.Effective {
			return nil, &Refusal{fmt.Sprintf("version %s takes effect on %s already", v.Name, d.Effective), "two versions cannot begin on one day"}
		}
	}
	root := folderOf(slug, name)
	if err := free(fsys, root, "version "+name+" of policy "+slug, ""); err != nil {
		return nil, err
	}
	tr := newTree(fsys)
	latest := p.Versions[len(p.Versions)-1]
	var out []Edit
	for _, t := range latest.Texts {
		src, err := readWhole(tr, t.Source, maxText)
		if err != nil {
			return nil, err
		}
		src, l := redate(t.Source, src, d)
		if l != nil {
			return nil, l[0]
		}
		out = append(out, create(path.Join(root, textFile(t.Lang)), src))
	}
	for _, f := range latest.Files {
		src, err := readWhole(tr, f.Source, maxFile)
		if err != nil {
			return nil, err
		}
		out = append(out, create(path.Join(root, f.Name), src))
	}
	return out, nil
}

// unknownHint helps with the name of a policy that does not exist.
func unknownHint(site *policy.Site, slug string) string {
	var slugs []string
	for _, p := range site.Policies {
		slugs = append(slugs, p.Slug)
	}
	if policy.CheckSlug(slug) == nil {
		return diag.DidYouMean(slug, slugs, "diptych new policy "+slug+" begins one")
	}
	return diag.DidYouMean(strings.ToLower(slug), slugs, "policies: "+strings.Join(slugs, ", "))
}

// redate returns a text with the dates of its front matter set, and without
// what was said of the old version.
func redate(file string, src []byte, d Dates) ([]byte, diag.List) {
	announced := HeadEdit{Key: "announced", After: "effective"}
	if !d.Announced.IsZero() {
		announced.Value = strict.Literal(d.Announced)
	}
	return EditHead(file, src, HeadEdit{Key: "summary"}, HeadEdit{Key: "change"}, HeadEdit{Key: "changes"},
		HeadEdit{Key: "effective", Value: strict.Literal(d.Effective), After: "title"}, announced)
}

// readWhole reads a file that Load has found.
func readWhole(tr tree, name string, limit int64) ([]byte, error) {
	real, err := tr.resolve(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, reason(err))
	}
	src, _, err := tr.read(real, limit, nil)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, reason(err))
	}
	if src == nil {
		return nil, fmt.Errorf("cannot read %s: it is larger than the limit of %s", name, mebi(limit))
	}
	return src, nil
}
