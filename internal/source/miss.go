package source

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"diptych/internal/policy"
)

// missed says what a link that leads nowhere was probably meant to lead to.
type missed struct{ text, hint string }

// miss explains why find has found nothing.
func (r *resolver) miss(dest string) missed {
	parts := plainParts(dest)
	switch {
	case strings.ContainsAny(dest, "?"):
		return missed{fmt.Sprintf("page %q", dest), "leave out the ? and what follows"}
	case strings.Contains(dest, `\`):
		return missed{fmt.Sprintf("page %q", dest), `write / instead of \`}
	case strings.HasPrefix(dest, "/"):
		hint := "link to texts by policy or policy/version, to files by their path from the text"
		if t, ok := r.below(parts); ok && t.file == nil {
			hint = "did you mean " + t.ref.String() + "?"
		}
		return missed{fmt.Sprintf("page %q", dest), hint}
	case len(parts) == 0:
		return missed{fmt.Sprintf("page %q", dest), r.policyHint("")}
	}
	last := parts[len(parts)-1]
	ext := strings.Trim(strings.ToLower(path.Ext(last)), ".")
	isFile := ext != "" && strings.Trim(ext, "abcdefghijklmnopqrstuvwxyz") == "" || len(parts) > 2
	p := r.policyNamed(parts[0])
	switch {
	case isFile:
		return missed{fmt.Sprintf("file %q", dest), r.fileHint(dest)}
	case len(parts) == 2 && p != nil:
		return r.missVersion(p, parts[1])
	case strings.HasPrefix(dest, "../") && !strings.HasPrefix(dest, "../../") && strings.ContainsAny(last, "0123456789"):
		return r.missVersion(r.policy, last)
	case r.policy.Version(parts[0]) != nil:
		return missed{fmt.Sprintf("policy %q", parts[0]), "did you mean " + r.policy.Slug + "/" + dest + "?"}
	}
	return missed{fmt.Sprintf("policy %q", parts[0]), r.policyHint(parts[0])}
}

func (r *resolver) missVersion(p *policy.Policy, name string) missed {
	m := missed{text: "version " + p.Slug + "/" + name}
	if until := r.heldUntil(p.Slug, name); !until.IsZero() {
		m.hint = fmt.Sprintf("version %s is held back until %s; nothing leads to it before", name, until)
		return m
	}
	if r.onDisk(p.Slug + "/" + name) {
		m.hint = "version " + name + " is a draft; --drafts shows it in a preview"
		return m
	}
	all := make([]string, len(p.Versions))
	for i, v := range p.Versions {
		all[i] = p.Slug + "/" + v.Name
	}
	m.hint = r.search.DidYouMean(p.Slug+"/"+name, all, "")
	if m.hint == "" || len(all) > 1 && r.search.Nearest(name, versionNames(p)) == "" {
		m.hint = "the versions of " + p.Slug + ": " + strings.Join(versionNames(p), ", ")
	}
	return m
}

func versionNames(p *policy.Policy) []string {
	out := make([]string, len(p.Versions))
	for i, v := range p.Versions {
		out[i] = v.Name
	}
	return out
}

func (r *resolver) policyHint(slug string) string {
	if until := r.heldUntil(slug, ""); !until.IsZero() {
		return fmt.Sprintf("policy %s is held back until %s; nothing leads to it before", slug, until)
	}
	if slug != "" && r.onDisk(slug) {
		return "every version of " + slug + " is a draft; --drafts shows them in a preview"
	}
	all := make([]string, len(r.site.Policies))
	for i, p := range r.site.Policies {
		all[i] = p.Slug
	}
	slices.Sort(all)
	return r.search.DidYouMean(slug, all, "the policies of this site: "+strings.Join(all, ", "))
}

// heldUntil returns the day until which a version is held back, or the first of
// those of its policy where name is ""; zero where nothing is.
func (r *resolver) heldUntil(slug, name string) policy.Date {
	var out policy.Date
	for _, h := range r.site.Held {
		if h.Policy == slug && (name == "" || h.Version == name) && (out.IsZero() || h.Until.Before(out)) {
			out = h.Until
		}
	}
	return out
}

// fileHint offers the file or text that is nearest to a path: in the version
// that the path names, or in the text's own.
func (r *resolver) fileHint(dest string) string {
	v, before := r.version, ""
	if n := strings.LastIndexByte(dest, '/'); n >= 0 {
		if t, ok := r.find(dest[:n]); ok && t.ref.Version != "" {
			v, before = r.policyNamed(t.ref.Policy).Version(t.ref.Version), dest[:n+1]
		}
	}
	var all []string
	for _, f := range v.Files {
		all = append(all, f.Name)
	}
	for _, t := range v.Texts {
		all = append(all, path.Base(t.Source))
	}
	near := r.search.Nearest(strings.TrimPrefix(dest, before), all)
	if near == "" {
		return "files stand in the folder of the version, beside the text"
	}
	return "did you mean " + before + near + "?"
}

// onDisk reports whether a folder is there of which nothing is published.
func (r *resolver) onDisk(name string) bool {
	name = path.Join(Root, name)
	if !fs.ValidPath(name) || ignored(path.Base(name)) {
		return false
	}
	info, err := fs.Stat(r.tree.fsys, name)
	return err == nil && info.IsDir()
}
