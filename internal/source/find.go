package source

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"diptych/internal/policy"
)

// target is where a path leads: to a page, or to a file of a version.
type target struct {
	ref  policy.Ref
	file *policy.File
}

// find reads the path of a link, with % escapes undone. A path is read as one
// from the folder of the text, as editors and code hosts do; then, with ./ and
// ../ left out, as one from content/, which are the spellings of a Ref. A bare
// word is a policy rather than a file without an ending.
func (r *resolver) find(dest string) (target, bool) {
	if strings.HasPrefix(dest, "/") {
		return r.absolute(dest)
	}
	if r.site.Policy(dest) != nil && !strings.Contains(dest, ".") {
		return target{ref: policy.Ref{Policy: dest}}, true
	}
	if rest, ok := strings.CutPrefix(path.Join(path.Dir(r.text.Source), dest), Root+"/"); ok {
		if t, ok := r.below(strings.Split(rest, "/")); ok {
			return t, true
		}
	}
	return r.below(plainParts(dest))
}

// plainParts are the parts of a path without . and .. before, after or between.
func plainParts(dest string) []string {
	return slices.DeleteFunc(strings.Split(dest, "/"), func(s string) bool { return s == "" || s == "." || s == ".." })
}

// below looks up a path below content/: a policy, a version, a text or a
// carried file.
func (r *resolver) below(parts []string) (target, bool) {
	if len(parts) == 0 {
		return target{}, false
	}
	p := r.policyNamed(parts[0])
	if p == nil {
		return target{}, false
	}
	ref := policy.Ref{Policy: p.Slug}
	if len(parts) == 1 {
		return target{ref: ref}, true
	}
	v := p.Version(parts[1])
	if v == nil {
		return target{}, false
	}
	ref.Version = v.Name
	if len(parts) == 2 {
		return target{ref: ref}, true
	}
	name := strings.Join(parts[2:], "/")
	if lang, ok := strings.CutSuffix(name, ".md"); ok {
		if v.Text(policy.Lang(lang)) != nil {
			ref.Lang = r.otherLang(policy.Lang(lang))
			return target{ref: ref}, true
		}
	}
	name = norm.NFC.String(name)
	for i := range v.Files {
		if f := &v.Files[i]; norm.NFC.String(f.Name) == name {
			return target{ref, f}, true
		}
	}
	return target{}, false
}

// policyNamed looks into the policy at hand first, whose texts may be newer
// than the site's.
func (r *resolver) policyNamed(slug string) *policy.Policy {
	if slug == r.policy.Slug {
		return r.policy
	}
	return r.site.Policy(slug)
}

// otherLang is the language that a link asks for: none where it is that of the
// text, so that readers stay in theirs.
func (r *resolver) otherLang(lang policy.Lang) policy.Lang {
	if lang == r.text.Lang {
		return ""
	}
	return lang
}

// absolute looks up an address from the root of the site, or of its host.
func (r *resolver) absolute(dest string) (target, bool) {
	tries := []string{dest}
	if u, err := url.Parse(r.cfg.BaseURL); err == nil && len(u.Path) > 1 && strings.HasPrefix(dest, u.Path) {
		tries = append(tries, dest[len(u.Path)-1:])
	}
	for _, s := range tries {
		s = strings.TrimSuffix(strings.TrimPrefix(s, "/"), "index.html")
		if s != "" && !strings.HasSuffix(s, "/") && !strings.HasSuffix(s, ".html") {
			if lang, rest, ok := strings.Cut(s, "/"); ok && slices.Contains(r.site.Languages, policy.Lang(lang)) {
				if t, ok := r.below(strings.Split(rest, "/")); ok && t.file != nil {
					return t, true
				}
			}
			s += "/"
		}
		if ref, err := policy.ParsePath(s); err == nil && r.site.Has(ref) {
			if ref.Policy != "" {
				ref.Lang = r.otherLang(ref.Lang)
			}
			return target{ref: ref}, true
		}
	}
	return target{}, false
}
