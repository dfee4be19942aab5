package source

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/markup"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// Parse returns a copy of p, a policy of site, whose texts have their clauses,
// with the ids that the sources write or else places; links are left to
// Resolve. Calls for different policies may run at the same time; site and p
// are only read. A text that cannot be read any more, or whose front matter no
// longer says what Load has read, is a problem and has no clauses.
func Parse(ctx context.Context, fsys fs.FS, cfg *config.Site, site *policy.Site, p *policy.Policy) (*policy.Policy, diag.List) {
	ps := parser{ctx: ctx, tree: newTree(fsys), cfg: cfg, site: site, folders: map[string]string{".": "."}}
	versions := make([]*policy.Version, len(p.Versions))
	for i, v := range p.Versions {
		w := *v
		w.Texts = make([]*policy.Text, len(v.Texts))
		for j, t := range v.Texts {
			if ctx.Err() != nil {
				return p, ps.list
			}
			w.Texts[j] = ps.text(v, t, p.Settled(v, site.Today))
		}
		versions[i] = &w
	}
	ps.list.Sort()
	return p.With(versions), ps.list
}

// Resolve finds out where the links of p lead, a policy that Parse returned and
// whose clauses have their ids. It changes the links of p, and may run at the
// same time for different policies. Then the texts are frozen: nothing writes to
// them any more.
func Resolve(ctx context.Context, fsys fs.FS, cfg *config.Site, site *policy.Site, p *policy.Policy) diag.List {
	var list diag.List
	tree := newTree(fsys)
	images := newImages(ctx, tree)
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			r := resolver{ctx: ctx, tree: tree, cfg: cfg, site: site, policy: p, version: v, text: t, images: images, judge: true}
			r.resolve()
			list = append(list, r.list...)
		}
	}
	list = append(list, images.list...)
	list.Sort()
	return list
}

// parser is one call of Parse.
type parser struct {
	ctx  context.Context
	tree tree
	cfg  *config.Site
	site *policy.Site
	list diag.List

	folders map[string]string // those that were resolved, and where they are
}

// text reads a text again, now with its body. One that is settled can no longer
// be mended.
func (ps *parser) text(v *policy.Version, t *policy.Text, settled bool) *policy.Text {
	out := *t
	src, ok := ps.source(t)
	if !ok {
		return &out
	}
	src, l := strict.UTF8(t.Source, src)
	ps.list = append(ps.list, l...)
	if l != nil {
		return &out
	}
	parts, l := cut(t.Source, src)
	ps.list = append(ps.list, l...)
	if l != nil {
		return &out
	}
	if checksum(parts.head) != t.HeadSum {
		ps.list.Errorf(t.Pos, diag.FrontMatter, "build again", "the front matter has changed while the site was being built")
		return &out
	}
	opt := markup.Options{File: t.Source, Line: t.SummaryPos.Line, Lang: t.Language(), Version: v.Name}
	if t.SummaryText != "" {
		out.Summary, l = markup.ParseNote(t.SummaryText, opt)
		ps.list = append(ps.list, l...)
	}
	out.Bytes = len(src)
	if v.Erased {
		if len(bytes.TrimSpace(parts.body)) > 0 {
			ps.list.Warnf(diag.Pos{File: t.Source, Line: parts.bodyLine, Col: 1}, diag.FrontMatter,
				"take out all that stands below the second +++", "version %s is erased, and its words still stand in the source", v.Name)
		}
		return &out
	}
	if !settled {
		out.Hidden = strict.Hidings(t.Source, src, parts.bodyLine)
	}
	opt.Line, opt.UTF8, opt.Settled = parts.bodyLine, true, settled
	out.Clauses, l = markup.Parse(parts.body, opt)
	for _, p := range l {
		if p.Rule == diag.Markup && p.Severity == diag.Warning {
			out.Slips = append(out.Slips, p) // said by package check, which knows what authors accept
		} else {
			ps.list = append(ps.list, p)
		}
	}
	return &out
}

// source reads the whole file of a text.
func (ps *parser) source(t *policy.Text) ([]byte, bool) {
	pos := diag.Pos{File: t.Source}
	real, err := ps.resolve(t.Source)
	if err == nil {
		var src []byte
		var size int64
		src, size, err = ps.tree.read(ps.ctx, real, maxText, nil)
		if err == nil && src == nil {
			tooBig(&ps.list, t.Source, "text", size, maxText)
			return nil, false
		}
		if err == nil {
			return src, true
		}
	}
	if errors.Is(err, fs.ErrNotExist) {
		ps.list.Errorf(pos, diag.File, "build again", "the file has vanished while the site was being built")
		return nil, false
	}
	ps.list.Errorf(pos, diag.File, "", "cannot read the file: %v", diag.Reason(err))
	return nil, false
}

// resolve is that of the tree, but looks at each folder once.
func (ps *parser) resolve(name string) (string, error) {
	above := path.Dir(name)
	dir, ok := ps.folders[above]
	if !ok {
		var err error
		if dir, err = ps.resolve(above); err != nil {
			return "", err
		}
		ps.folders[above] = dir
	}
	return ps.tree.resolveIn(dir, path.Base(name))
}

// readSummaries gives the texts of a version their summaries. Their problems
// are left to Parse, which reads them once more and knows the clauses.
func (ld *loader) readSummaries(site *policy.Site, d *versionDraft) {
	if d.made == nil {
		return
	}
	p := site.Policy(d.policy.folder.name)
	images := newImages(ld.ctx, ld.tree)
	for _, t := range d.texts {
		if t.made == nil || t.made.SummaryText == "" {
			continue
		}
		opt := markup.Options{File: t.entry.path, Line: t.made.SummaryPos.Line, Lang: t.made.Language(), Version: d.made.Name}
		t.made.Summary, _ = markup.ParseNote(t.made.SummaryText, opt)
		r := resolver{ctx: ld.ctx, tree: ld.tree, cfg: ld.cfg, site: site, policy: p, version: d.made, text: t.made, images: images}
		r.runs(policy.RunsIn(t.made.Summary))
	}
}
