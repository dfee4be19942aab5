package source

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// Dates are those of a version; Announced may be zero.
type Dates struct{ Effective, Announced policy.Date }

// NewVersion copies the newest version of a policy, with its files, as a draft:
// the dates are set, and what the publisher said of the old version is left out.
// site is what Load has read, with its drafts.
func NewVersion(ctx context.Context, fsys fs.FS, site *policy.Site, slug, name string, d Dates) ([]Edit, error) {
	if err := policy.CheckVersion(name); err != nil {
		return nil, err
	}
	p := site.Policy(slug)
	if p == nil {
		return nil, &Refusal{"there is no policy " + slug, unknownHint(site, slug)}
	}
	if err := stillThen(p, site.Today, name, d.Effective); err != nil {
		return nil, err
	}
	root := folderOf(slug, name)
	if err := free(fsys, root, "version "+name+" of policy "+slug, ""); err != nil {
		return nil, err
	}
	if err := untaken(ctx, fsys, site.Languages, slug, name); err != nil {
		return nil, err
	}
	for _, v := range p.Versions {
		if v.Effective == d.Effective && !v.NeverInForce() {
			return nil, &Refusal{fmt.Sprintf("version %s takes effect on %s already", v.Name, d.Effective), "two versions cannot begin on one day"}
		}
	}
	tr := newTree(fsys)
	latest := newest(p)
	if latest.Erased {
		return nil, &Refusal{"no version of policy " + slug + " has its words", "write the texts of the new one by hand"}
	}
	var out []Edit
	for _, t := range latest.Texts {
		src, err := readWhole(ctx, tr, t.Source, maxText)
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
		if f.Unfit != nil {
			continue
		}
		src, err := readWhole(ctx, tr, f.Source, maxFile)
		if err != nil {
			return nil, err
		}
		out = append(out, create(path.Join(root, f.Name), src))
	}
	return out, nil
}

// stillThen refuses a version that could never be announced, as its policy is no
// more by then.
func stillThen(p *policy.Policy, today policy.Date, name string, effective policy.Date) error {
	switch {
	case p.Ended(today):
		return &Refusal{fmt.Sprintf("policy %s ended on %s", p.Slug, p.Ends), `begin another with "diptych new policy SLUG"`}
	case p.Ended(effective):
		return &Refusal{fmt.Sprintf("version %s would take effect on %s, and policy %s ends on %s", name, effective, p.Slug, p.Ends),
			"name an earlier day, or change ends in " + p.Pos.File}
	}
	return nil
}

// newest is the last version that is not withdrawn, or else that has its words.
func newest(p *policy.Policy) *policy.Version {
	for _, v := range slices.Backward(p.Versions) {
		if v.Withdrawn.IsZero() {
			return v
		}
	}
	for _, v := range slices.Backward(p.Versions) {
		if !v.Erased {
			return v
		}
	}
	return p.Versions[len(p.Versions)-1]
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
	var edits []HeadEdit
	for _, key := range ofOneVersion {
		edits = append(edits, HeadEdit{Key: key})
	}
	if items := ofTheChange(file, src); len(items) > 0 {
		edits = append(edits, HeadEdit{Key: "ignore", Items: items})
	}
	announced := HeadEdit{Key: "announced", After: "effective"}
	last := "effective"
	if !d.Announced.IsZero() {
		announced.Value, last = strict.Literal(d.Announced), "announced"
	}
	edits = append(edits, HeadEdit{Key: "effective", Value: strict.Literal(d.Effective), After: "title"}, announced)
	if !waits(file, src) { // a comment beside it speaks of the old version
		edits = append(edits, HeadEdit{Key: "draft"}, HeadEdit{Key: "draft", Value: "true", After: last})
	}
	return EditHead(file, src, edits...)
}

// ofOneVersion are the keys of front matter that speak of one version and of no
// other: what changed in it, who signed it, what became of it.
var ofOneVersion = [...]string{"summary", "change", "changes", "attachments", "consultation", "withdrawn", "reason", "erased"}

// ofTheChange are the items of [[ignore]] that accept nothing but what rules find
// of the step from one version to the next. They would meet nothing in the next.
func ofTheChange(file string, src []byte) []int {
	said, err := readKeys(file, src)
	list, ok := said["ignore"].([]map[string]any)
	if err != nil || !ok {
		return nil
	}
	var out []int
	for i, item := range list {
		words, _ := item["rule"].(string)
		rules := strings.Fields(words)
		if len(rules) > 0 && !slices.ContainsFunc(rules, func(name string) bool {
			r, ok := diag.RuleOf(name)
			return !ok || !slices.Contains(stepRules[:], r)
		}) {
			out = append(out, i)
		}
	}
	return out
}

// stepRules compare a version with the one before it, or its dates.
var stepRules = [...]diag.Rule{diag.AnchorLost, diag.Notice, diag.ParityChange, diag.UndisclosedChange}

// waits reports whether a text is left out by itself, with draft = "text": it
// goes on to wait, whatever becomes of its version.
func waits(file string, src []byte) bool {
	h, err := readKeys(file, src)
	return err == nil && h["draft"] == "text"
}

// readKeys reads front matter as the toml library does, whatever its keys.
func readKeys(file string, src []byte) (map[string]any, error) {
	src, l := strict.UTF8(file, src)
	if l != nil {
		return nil, l[0]
	}
	p, l := cut(file, src)
	if l.HasErrors() {
		return nil, l[0]
	}
	doc, l := strict.Parse(file, p.headLine, p.head)
	if l != nil {
		return nil, inHead(l)[0]
	}
	return doc.Tree(), nil
}

// readWhole reads a file that Load has found.
func readWhole(ctx context.Context, tr tree, name string, limit int64) ([]byte, error) {
	real, err := tr.resolve(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, diag.Reason(err))
	}
	src, _, err := tr.read(ctx, real, limit, nil)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, diag.Reason(err))
	}
	if src == nil {
		return nil, fmt.Errorf("cannot read %s: it is larger than the limit of %s", name, mebi(limit))
	}
	return src, nil
}
