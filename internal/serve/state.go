package serve

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"diptych/internal/check"
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/publish"
	"diptych/internal/site"
)

// state is a site that was read without errors. It never changes but for what
// it keeps of the outputs that were asked for.
type state struct {
	site    *site.Site
	reading *site.Reading
	outputs map[string]site.Output // by name
	pages   int
	parsed  map[string]parsed // by slug
	outline [sha256.Size]byte // of what every policy depends on

	mu        sync.Mutex
	materials map[string]*site.Material // by slug, "" for the site whole
	made      map[string][]byte         // pages, by name
}

// parsed is a policy with its clauses and the hash of what it was read from.
type parsed struct {
	sum      [sha256.Size]byte
	policy   site.Parsed
	problems diag.List
}

// Reloaded says what a reload did.
type Reloaded struct {
	Problems       diag.List
	Pages          int // of the site now shown
	Policies, Read int // policies there are, and those that had to be read
	Elapsed        time.Duration
}

// read reads a site, and takes over from the state before what did not change.
func read(ctx context.Context, opt publish.Options, before *state) (*state, Reloaded) {
	start := time.Now()
	if opt.Jobs <= 0 {
		opt.Jobs = runtime.GOMAXPROCS(0)
	}
	if before != nil {
		opt.Before = before.site
	}
	var r Reloaded
	loaded, problems := site.Load(ctx, opt.Options)
	r.Problems = problems
	if problems.HasErrors() {
		r.Elapsed = time.Since(start)
		return nil, r
	}
	s := &state{
		site: loaded, reading: loaded.NewReading(), outputs: make(map[string]site.Output), parsed: make(map[string]parsed),
		materials: make(map[string]*site.Material), made: make(map[string][]byte),
	}
	s.outline = outline(loaded)
	r.Policies = len(loaded.Model.Policies)
	results := make([]parsed, r.Policies)
	reused := make([]bool, r.Policies)
	var group errgroup.Group
	group.SetLimit(opt.Jobs)
	for i, p := range loaded.Model.Policies {
		group.Go(func() error {
			sum := sumOf(loaded, p)
			if before != nil && before.outline == s.outline && before.parsed[p.Slug].sum == sum {
				results[i], reused[i] = before.parsed[p.Slug], true
				return nil
			}
			full, problems := loaded.Parse(ctx, p)
			found, _ := check.Policy(ctx, loaded.Config, loaded.Model, full.Policy, full.Alignments)
			problems = append(problems, found...)
			results[i] = parsed{sum, full, problems}
			return nil
		})
	}
	_ = group.Wait() // its functions return no errors
	if err := ctx.Err(); err != nil {
		return nil, r
	}
	var links []check.Link
	for i, p := range loaded.Model.Policies {
		s.parsed[p.Slug] = results[i]
		s.reading.Add(results[i].policy)
		links = append(links, check.ClauseLinks(loaded.Model, results[i].policy.Policy)...)
		r.Problems = append(r.Problems, results[i].problems...)
		if !reused[i] {
			r.Read++
		}
	}
	r.Problems = append(r.Problems, check.Site(loaded.Config, loaded.Catalog)...)
	r.Problems = append(r.Problems, check.Links(loaded.Config, loaded.Model, links, s.reading.List)...)
	r.Problems = append(r.Problems, loaded.Clashes(ctx)...)
	if !r.Problems.HasErrors() { // else a text may not be read that shows some of them
		r.Problems = append(r.Problems, s.reading.Hidden()...)
	}
	if opt.Strict {
		r.Problems = r.Problems.Strict()
	}
	r.Problems.Sort()
	for o := range loaded.Outputs() {
		if !s.reading.Shows(&o) {
			continue
		}
		s.outputs[o.Name] = o
		if o.IsPage() {
			s.pages++
		}
	}
	r.Pages, r.Elapsed = s.pages, time.Since(start)
	return s, r
}

// bytes makes an output; a page only once.
func (s *state) bytes(ctx context.Context, o site.Output) ([]byte, error) {
	s.mu.Lock()
	data, material := s.made[o.Name], s.materialOf(o)
	s.mu.Unlock()
	if data != nil {
		return data, nil
	}
	var scratch bytes.Buffer
	data, err := o.Bytes(ctx, material, &scratch)
	if err == nil && o.IsPage() {
		s.mu.Lock()
		s.made[o.Name] = data
		s.mu.Unlock()
	}
	return data, err
}

// materialOf is what an output is made from. The caller holds the lock.
func (s *state) materialOf(o site.Output) *site.Material {
	slug := ""
	if o.Policy != nil {
		slug = o.Policy.Slug
	}
	m := s.materials[slug]
	if m == nil {
		m = s.reading.Whole()
		if slug != "" {
			m = s.reading.Of(s.parsed[slug].policy)
		}
		s.materials[slug] = m
	}
	return m
}

// outline is a hash of what every policy depends on beside its own texts: the
// configuration, which policies and versions there are, and the carried files.
// Any text may show any image with its size; a file is known by its own size and
// the time of its last change, as reading all of them would take too long.
func outline(s *site.Site) [sha256.Size]byte {
	h := sha256.New()
	cfg, err := fs.ReadFile(s.FS, "site.toml")
	fmt.Fprintf(h, "%q %v %v\n", cfg, err, s.Model.Today)
	for _, p := range s.Model.Policies {
		fmt.Fprintf(h, "%q %q %q %v %q\n", p.Slug, p.PartOf, p.Prevails, p.Ends, p.SucceededBy)
		for _, v := range p.Versions {
			fmt.Fprintf(h, " %q %v %v %v %v", v.Name, v.Effective, v.Withdrawn, v.Erased, p.Status(v, s.Model.Today))
			for _, t := range v.Texts {
				fmt.Fprintf(h, " %q", t.Lang)
			}
			for _, f := range v.Files {
				fmt.Fprintf(h, " %q", f.Name)
				if info, err := fs.Stat(s.FS, f.Source); err == nil {
					fmt.Fprintf(h, " %d %v", info.Size(), info.ModTime().UnixNano())
				}
			}
		}
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// sumOf is a hash of the sources of a policy.
func sumOf(s *site.Site, p *policy.Policy) [sha256.Size]byte {
	h := sha256.New()
	names := []string{path.Join("content", p.Slug, "policy.toml")}
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			names = append(names, t.Source)
		}
	}
	for _, name := range names {
		src, err := fs.ReadFile(s.FS, name)
		fmt.Fprintf(h, "%q %d %v\n", name, len(src), err)
		h.Write(src)
	}
	return [sha256.Size]byte(h.Sum(nil))
}
