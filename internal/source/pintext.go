package source

import (
	"context"
	"io/fs"
	"slices"

	"diptych/internal/diag"
	"diptych/internal/markup"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// pinTexts writes the ids of a policy's clauses into its texts.
func pinTexts(ctx context.Context, fsys fs.FS, p *policy.Policy, trial Trial, want func(*policy.Version) bool) ([]Pinned, diag.List) {
	ps := parser{ctx: ctx, tree: newTree(fsys), folders: map[string]string{".": "."}}
	known := newKnownIDs(p, trial)
	var texts []*textPinner
	for _, v := range p.Versions {
		if !want(v) || v.Erased { // erased words that still stand in the source were not read
			continue
		}
		for _, t := range v.Texts {
			if ctx.Err() != nil {
				return nil, ps.list
			}
			x := &textPinner{ctx: ctx, trial: trial, was: t, now: t, names: make([]markup.Name, len(t.Clauses)), taken: make([]bool, len(t.Clauses))}
			x.opt = markup.Options{File: t.Source, Lang: t.Language(), Version: v.Name, Settled: p.Settled(v, p.Today)}
			if ps.readBody(x) {
				for i, c := range t.Clauses {
					x.names[i] = known.name(c, trial, &ps.list)
				}
				texts = append(texts, x)
			}
		}
	}
	for group := range slices.Chunk(texts, groupSize(p)) {
		pinGroup(group, trial)
	}
	var out []Pinned
	for _, x := range texts {
		ps.list = append(ps.list, x.said()...)
		if y, ok := ps.pinned(x); ok {
			out = append(out, y)
		}
	}
	ps.list.Sort()
	return out, ps.list
}

// readBody reads the source of a text again. Of slips in a settled text nothing is
// said, as where it was read.
func (ps *parser) readBody(x *textPinner) bool {
	t := x.was
	raw, ok := ps.source(t)
	if !ok {
		return false
	}
	src, l := strict.UTF8(t.Source, raw)
	ps.list = append(ps.list, l...)
	if l != nil {
		return false
	}
	parts, l := cut(t.Source, src)
	ps.list = append(ps.list, l...)
	if l != nil {
		return false
	}
	if checksum(parts.head) != t.HeadSum || len(src) != t.Bytes {
		ps.list.Errorf(diag.Pos{File: t.Source}, diag.File, "run the command again", "the file has changed meanwhile")
		return false
	}
	x.raw, x.body, x.opt.Line = raw, parts.body, parts.bodyLine
	return true
}

// pinned returns a text into which something was written.
func (ps *parser) pinned(x *textPinner) (Pinned, bool) {
	if len(x.pinned) == 0 {
		return Pinned{}, false
	}
	file := x.was.Source
	real, err := ps.resolve(file)
	if err != nil {
		ps.list.Errorf(diag.Pos{File: file}, diag.File, "", "cannot read the file: %v", diag.Reason(err))
		return Pinned{}, false
	}
	before := x.raw[:len(x.raw)-len(x.body)]
	edit := Edit{File: file, Real: real, Old: x.raw, New: slices.Concat(before, x.out)}
	return Pinned{edit, x.pinned, x.now}, true
}
