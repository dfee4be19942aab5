package publish

import (
	"bytes"
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"diptych/internal/check"
	"diptych/internal/diag"
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
	out     Sink
	read    *site.Reading
	render  *workers // page by page, opt.Jobs at a time
	buffers sync.Pool

	total              int // pages
	done, files, bytes atomic.Int64

	mu       sync.Mutex
	problems diag.List
	accepted diag.List    // what texts accept of what rules find
	cross    []check.Link // into other policies' clauses
	waiting  []waiting
	kept     int // bytes of source of the policies in waiting
}

// waiting is a policy that links to clauses which were not read yet. parsed is
// nil where it was dropped from memory.
type waiting struct {
	policy *policy.Policy
	parsed *site.Parsed
}

func newRun(ctx context.Context, opt Options, s *site.Site, out Sink) *run {
	r := &run{ctx: ctx, opt: opt, Site: s, out: out, read: s.NewReading(), total: s.CountPages()}
	r.buffers.New = func() any { return new(bytes.Buffer) }
	return r
}

func (r *run) summary() Summary {
	s := Summary{
		Pages: int(r.done.Load()), Files: int(r.files.Load()), Bytes: r.bytes.Load(),
		Languages: len(r.Site.Model.Languages), Policies: len(r.Site.Model.Policies),
	}
	r.accepted.Sort() // each once, as problems are
	s.Accepted = len(r.accepted)
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
		if full, _ := r.Site.Parse(r.ctx, p); r.ctx.Err() == nil { // its problems were reported in the first round
			r.write(full)
		}
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
	full, problems := r.Site.Parse(r.ctx, p)
	if r.ctx.Err() != nil {
		return
	}
	r.read.Add(full)
	own, cross, needs := r.links(full.Policy)
	found, accepted := check.Policy(r.ctx, r.Site.Config, r.Site.Model, full.Policy, full.Alignments)
	problems = append(problems, found...)
	problems = append(problems, check.Links(r.Site.Config, r.Site.Model, own, r.read.List)...)
	ready := true
	for _, q := range needs {
		ready = ready && r.read.Knows(q)
	}
	r.mu.Lock()
	r.problems = append(r.problems, problems...)
	r.accepted = append(r.accepted, accepted...)
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

// write makes and writes the outputs of a policy.
func (r *run) write(p site.Parsed) {
	material := r.read.Of(p)
	for o := range r.Site.OutputsOf(p.Policy) {
		r.render.do(func() error { return r.output(&o, material) })
	}
}

// site writes what belongs to no policy, and judges what only the whole site
// can tell.
func (r *run) site() error {
	r.problems = append(r.problems, check.Site(r.Site.Config, r.Site.Catalog)...)
	r.problems = append(r.problems, check.Links(r.Site.Config, r.Site.Model, r.cross, r.read.List)...)
	if !r.problems.HasErrors() { // else a text may not be read that shows some of them
		r.problems = append(r.problems, r.read.Hidden()...)
	}
	material := r.read.Whole()
	r.render = newWorkers(r.ctx, r.opt.Jobs)
	for o := range r.Site.CarriedOutputs() {
		if r.read.Shows(&o) {
			r.render.do(func() error { return r.output(&o, material) })
		}
	}
	for o := range r.Site.OwnOutputs() {
		r.render.do(func() error { return r.output(&o, material) })
	}
	return errors.Join(r.render.wait(), r.ctx.Err())
}

// output makes an output and writes it. What is wrong with the sources is a
// problem, and no error.
func (r *run) output(o *site.Output, m *site.Material) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if r.opt.Only != nil && !r.opt.Only(o) {
		return nil
	}
	scratch := r.buffers.Get().(*bytes.Buffer)
	defer r.buffers.Put(scratch)
	data, err := o.Bytes(r.ctx, m, scratch)
	var problem diag.Problem
	if errors.As(err, &problem) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.problems = append(r.problems, problem)
		return nil
	}
	if err != nil {
		return err
	}
	r.count(o, len(data))
	return r.out.Write(o.Name, data)
}

// count counts an output that was made, and says so.
func (r *run) count(o *site.Output, size int) {
	r.bytes.Add(int64(size))
	if !o.IsPage() {
		r.files.Add(1)
		return
	}
	if done := r.done.Add(1); r.opt.Progress != nil {
		r.opt.Progress(int(done), r.total)
	}
}
