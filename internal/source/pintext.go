package source

import (
	"io/fs"
	"slices"

	"diptych/internal/diag"
	"diptych/internal/markup"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// pinTexts writes the ids of a policy's clauses into its texts.
func pinTexts(fsys fs.FS, p *policy.Policy, want func(*policy.Version) bool) ([]Pinned, diag.List) {
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
	opt := markup.Options{File: t.Source, Line: parts.bodyLine, Lang: t.Language(), Version: v.Name}
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
	edit := Edit{File: t.Source, Real: real, Old: raw, New: slices.Concat(before, body)}
	return Pinned{edit, pinned, &text}, true
}
