package publish

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"diptych/internal/check"
	"diptych/internal/diag"
	"diptych/internal/page"
	"diptych/internal/policy"
	"diptych/internal/site"
)

// keptBytes bounds the sources of the policies that are kept in memory while
// they wait for the anchors of others; beyond it a waiting policy is dropped
// and read again when its turn comes.
const keptBytes = 16 << 20

// run is one build under way.
type run struct {
	ctx     context.Context
	opt     Options
	Site    *site.Site
	out     Output
	pages   *page.Context
	anchors site.Anchors
	render  *workers // page by page, opt.Jobs at a time
	buffers sync.Pool

	done, total, files, bytes atomic.Int64

	mu       sync.Mutex
	problems diag.List
	claims   claims
	cross    []check.Link // into other policies' clauses
	waiting  []waiting
	kept     int // bytes of source of the policies in waiting
	indexed  []page.Page
	search   search
}

// waiting is a policy that links to clauses which were not read yet. parsed is
// nil where it was dropped from memory.
type waiting struct {
	policy *policy.Policy
	parsed *site.Parsed
}

func newRun(ctx context.Context, opt Options, s *site.Site, out Output) *run {
	r := &run{ctx: ctx, opt: opt, Site: s, out: out, claims: make(claims)}
	r.buffers.New = func() any { return new(bytes.Buffer) }
	r.pages = s.Pages(r.anchors.Has)
	total := len(r.pages.Plan())
	for _, p := range s.Model.Policies {
		total += r.pages.CountPolicy(p)
	}
	total += len(s.Model.Languages) // their search pages
	r.total.Store(int64(total))
	return r
}

func (r *run) summary() Summary {
	s := Summary{
		Pages: int(r.done.Load()), Files: int(r.files.Load()), Bytes: r.bytes.Load(),
		Languages: len(r.Site.Model.Languages), Policies: len(r.Site.Model.Policies),
	}
	for _, p := range r.Site.Model.Policies {
		s.Versions += len(p.Versions)
	}
	return s
}

// policies reads, checks and writes every policy. Those that link to clauses
// of policies not read yet are written in a second round.
func (r *run) policies() error {
	if err := r.each(r.Site.Model.Policies, r.firstRound); err != nil {
		return err
	}
	second := r.waiting
	r.waiting = nil
	list := make([]*policy.Policy, len(second))
	parsed := make(map[*policy.Policy]*site.Parsed, len(second))
	for i, w := range second {
		list[i], parsed[w.policy] = w.policy, w.parsed
	}
	return r.each(list, func(p *policy.Policy) {
		if full := parsed[p]; full != nil {
			r.write(*full)
			return
		}
		full, _ := r.Site.Parse(p) // its problems were reported in the first round
		r.write(full)
	})
}

// each calls do for every policy, opt.Jobs at a time, and waits until the
// pages that this gave rise to are written.
func (r *run) each(list []*policy.Policy, do func(*policy.Policy)) error {
	r.render = newWorkers(r.ctx, r.opt.Jobs)
	var group errgroup.Group
	group.SetLimit(r.opt.Jobs)
	for _, p := range list {
		group.Go(func() error {
			if r.render.stopped.Err() == nil {
				do(p)
			}
			return nil
		})
	}
	_ = group.Wait() // its functions return no errors; those of the pages are in render
	return errors.Join(r.render.wait(), r.ctx.Err())
}

// firstRound reads and checks a policy, and writes it if nothing is missing
// for that.
func (r *run) firstRound(p *policy.Policy) {
	full, problems := r.Site.Parse(p)
	r.anchors.Add(full.Policy)
	own, cross, needs := r.links(full.Policy)
	problems = append(problems, check.Policy(r.Site.Config, r.Site.Model, full.Policy, full.Alignments)...)
	problems = append(problems, check.Links(r.Site.Config, r.Site.Model, own, r.anchors.List)...)
	ready := true
	for _, q := range needs {
		ready = ready && r.anchors.Knows(q)
	}
	r.mu.Lock()
	r.problems = append(r.problems, problems...)
	r.cross = append(r.cross, cross...)
	if !ready {
		w, size := waiting{policy: p}, bytesOf(p)
		if r.kept+size <= keptBytes {
			r.kept += size
			w.parsed = &full
		}
		r.waiting = append(r.waiting, w)
	}
	r.mu.Unlock()
	if ready {
		r.write(full)
	}
}

// links sorts the links to clauses into those within the policy and those to
// other policies, which needs lists.
func (r *run) links(p *policy.Policy) (own, cross []check.Link, needs []*policy.Policy) {
	seen := make(map[string]bool)
	for _, l := range check.ClauseLinks(r.Site.Model, p) {
		if l.To.Policy == p.Slug {
			own = append(own, l)
			continue
		}
		cross = append(cross, l)
		if q := r.Site.Model.Policy(l.To.Policy); q != nil && !seen[l.To.Policy] {
			seen[l.To.Policy] = true
			needs = append(needs, q)
		}
	}
	return own, cross, needs
}

func bytesOf(p *policy.Policy) int {
	n := 0
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			n += t.Bytes
		}
	}
	return n
}

// write renders and writes all pages of a policy and its carried files.
func (r *run) write(p site.Parsed) {
	for _, pg := range r.pages.PlanPolicy(p.Policy, p.Alignments) {
		r.render.do(func() error { return r.page(pg) })
	}
	r.render.do(func() error { return r.index(p.Policy) })
	for _, v := range p.Versions {
		for _, f := range v.Files {
			r.render.do(func() error { return r.carry(p.Policy, v, f) })
		}
	}
}

// site writes what belongs to no policy, and judges what only the whole site
// can tell.
func (r *run) site() error {
	r.problems = append(r.problems, check.Links(r.Site.Config, r.Site.Model, r.cross, r.anchors.List)...)
	for _, pg := range append(r.pages.Plan(), r.searchPages()...) {
		if err := r.page(pg); err != nil {
			return err
		}
	}
	files := r.Site.Theme.Files()
	machine, err := machineFiles(r.Site.Config, r.Site.Model.Languages, r.indexed)
	if err != nil {
		return err
	}
	for name, data := range machine {
		if err := r.file(name, "diptych", data); err != nil {
			return err
		}
	}
	for name, data := range files {
		if err := r.file(name, "theme "+r.Site.Config.Theme, data); err != nil {
			return err
		}
	}
	r.problems = append(r.problems, r.claims.problems()...)
	return nil
}

// page renders a page and writes it.
func (r *run) page(pg page.Page) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if r.opt.Only != nil && !r.opt.Only(&pg) {
		return nil
	}
	b := r.buffers.Get().(*bytes.Buffer)
	defer r.buffers.Put(b)
	b.Reset()
	if err := r.Site.Render(b, pg); err != nil {
		return err
	}
	r.claim(pg.File(), pg.Origin())
	if pg.Index {
		pg.View = nil // only its address is wanted
		r.mu.Lock()
		r.indexed = append(r.indexed, pg)
		r.mu.Unlock()
	}
	done := r.done.Add(1)
	if r.opt.Progress != nil {
		r.opt.Progress(int(done), int(r.total.Load()))
	}
	r.bytes.Add(int64(b.Len()))
	if err := r.out.Write(pg.File(), b.Bytes()); err != nil || pg.Data == nil {
		return err
	}
	data, err := json.Marshal(pg.Data())
	if err != nil {
		return fmt.Errorf("page %s: %w", pg.File(), err)
	}
	return r.file(strings.TrimSuffix(pg.File(), "html")+"json", pg.Origin(), data)
}

func (r *run) carry(p *policy.Policy, v *policy.Version, f policy.File) error {
	data, err := fs.ReadFile(r.Site.FS, f.Source)
	if err != nil {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.problems.Errorf(diag.Pos{File: f.Source}, diag.File, "", "cannot read the file: %v", err)
		return nil
	}
	return r.file(r.pages.FilePath(p.Slug, v.Name, f.Name), f.Source, data)
}

func (r *run) file(name, origin string, data []byte) error {
	r.claim(name, origin)
	r.files.Add(1)
	r.bytes.Add(int64(len(data)))
	return r.out.Write(name, data)
}

func (r *run) claim(name, origin string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.claims.add(name, origin)
}
