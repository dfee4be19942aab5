package source

import (
	"fmt"
	"path"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// unshown are the versions of which no file is public, by their folders.
type unshown map[string]*versionDraft

// findUnshown finds them: drafts and what is held back, unless they are shown too,
// and what was erased.
func (ld *loader) findUnshown() unshown {
	out := unshown{}
	for _, d := range ld.policies {
		for _, v := range d.versions {
			v.place(ld.opt.Today)
			if v.isErased() || !ld.opt.Drafts && (v.isDraft || !v.until.IsZero()) {
				out[v.folder.real] = v
			}
		}
	}
	return out
}

// of returns the one in whose folder a file lies, or nil.
func (u unshown) of(real string) *versionDraft {
	for ; real != "."; real = path.Dir(real) {
		if w := u[real]; w != nil {
			return w
		}
	}
	return nil
}

// withhold takes from the versions that are public what they have by a symbolic
// link from one that is not: a text at once, a file where a text wants it.
func (ld *loader) withhold() {
	hidden := ld.findUnshown()
	const hint = "put a copy of it here, if it may be public today"
	for _, d := range ld.policies {
		for _, v := range d.versions {
			if hidden[v.folder.real] != nil {
				continue
			}
			var texts []textDraft
			for _, t := range v.texts {
				if w := hidden.of(t.entry.real); w != nil {
					ld.list.Errorf(diag.Pos{File: t.entry.path, Line: 1, Col: 1}, diag.File, hint, "the text is a link to one of version %s/%s, which is not public", w.policy.folder.name, w.folder.name)
					continue
				}
				texts = append(texts, t)
			}
			v.texts = texts
			for i := range v.files {
				f := &v.files[i]
				if w := hidden.of(f.Source); w != nil {
					f.Unfit = &diag.Problem{
						Pos: diag.Pos{File: f.Place}, Rule: diag.File, Severity: diag.Error, Hint: hint,
						Text: fmt.Sprintf("%s is a link to a file of version %s/%s, which is not public", f.Name, w.policy.folder.name, w.folder.name),
					}
					f.Borrowed = true
					v.detach(f, &ld.list)
				}
			}
		}
	}
}

// detach takes a file from what texts attach.
func (v *versionDraft) detach(f *policy.File, l *diag.List) {
	for i := range v.texts {
		t := &v.texts[i]
		var kept []policy.Attachment
		for _, a := range t.attached {
			if a.Name == f.Name {
				*l = append(*l, f.UnfitAt(a.Pos))
				continue
			}
			kept = append(kept, a)
		}
		t.attached = kept
	}
}
