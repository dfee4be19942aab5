package source

import (
	"io/fs"
	"slices"

	"diptych/internal/diag"
	"diptych/internal/markup"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// Pinned is the source of a text with the ids of its clauses written out.
type Pinned struct {
	File     string // below the site, as the user sees it
	Real     string // the same without symbolic links
	Old, New []byte // the whole file as it was read, and with the ids
	IDs      []markup.Pinned
	Text     *policy.Text // parsed from New, with the ids that it writes or else places
}

// Pin writes the ids of clauses into the sources of those texts of p that want
// accepts; p has the ids, as identity.Assign gives them. A text that takes none
// is left out. Nothing else of a file changes, and what cannot be written is a
// problem.
func Pin(fsys fs.FS, p *policy.Policy, want func(*policy.Version) bool) ([]Pinned, diag.List) {
	ps := parser{tree: newTree(fsys), folders: map[string]string{".": "."}}
	var out []Pinned
	for _, v := range p.Versions {
		if !want(v) {
			continue
		}
		for _, t := range v.Texts {
			if x, ok := ps.pin(v, t); ok {
				out = append(out, x)
			}
		}
	}
	ps.list.Sort()
	return out, ps.list
}

func (ps *parser) pin(v *policy.Version, t *policy.Text) (Pinned, bool) {
	raw, ok := ps.source(t)
	if !ok {
		return Pinned{}, false
	}
	src, l := strict.UTF8(t.Source, raw)
	ps.list = append(ps.list, l...)
	if l != nil {
		return Pinned{}, false
	}
	parts, l := cut(t.Source, src)
	ps.list = append(ps.list, l...)
	if l != nil {
		return Pinned{}, false
	}
	if checksum(parts.head) != t.HeadSum || len(src) != t.Bytes {
		ps.list.Errorf(diag.Pos{File: t.Source}, diag.File, "run the command again", "the file has changed meanwhile")
		return Pinned{}, false
	}
	ids := make([]string, len(t.Clauses))
	for i, c := range t.Clauses {
		ids[i] = c.ID
	}
	opt := markup.Options{File: t.Source, Line: parts.bodyLine, Lang: t.Lang, Version: v.Name}
	body, pinned, l := markup.Pin(parts.body, opt, ids)
	ps.list = append(ps.list, l...)
	if len(pinned) == 0 {
		return Pinned{}, false
	}
	real, err := ps.resolve(t.Source)
	if err != nil {
		ps.list.Errorf(diag.Pos{File: t.Source}, diag.File, "", "cannot read the file: %v", reason(err))
		return Pinned{}, false
	}
	before := raw[:len(raw)-len(parts.body)]
	text := *t
	text.Clauses, _ = markup.Parse(body, opt)
	return Pinned{t.Source, real, raw, slices.Concat(before, body), pinned, &text}, true
}
