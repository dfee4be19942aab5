package serve

import (
	"bytes"
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
	"diptych/internal/page"
	"diptych/internal/policy"
	"diptych/internal/publish"
	"diptych/internal/site"
)

// state is a site that was read without errors. It never changes but for the
// pages that it has rendered.
type state struct {
	site    *site.Site
	pages   map[string]page.Page // by file
	files   map[string]string    // carried files: address to path below the site
	assets  map[string][]byte
	indexes map[string]func() []byte // of the search
	parsed  map[string]parsed        // by slug
	outline [sha256.Size]byte        // of what every policy depends on

	mu       sync.Mutex
	rendered map[string][]byte
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
func read(opt publish.Options, before *state) (*state, Reloaded) {
	start := time.Now()
	if opt.Jobs <= 0 {
		opt.Jobs = runtime.GOMAXPROCS(0)
	}
	var r Reloaded
	loaded, problems := site.Load(opt.Options)
	r.Problems = problems
	if problems.HasErrors() {
		r.Elapsed = time.Since(start)
		return nil, r
	}
	s := &state{site: loaded, parsed: make(map[string]parsed), rendered: make(map[string][]byte)}
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
			full, problems := loaded.Parse(p)
			problems = append(problems, check.Policy(loaded.Config, loaded.Model, full.Policy, full.Alignments)...)
			results[i] = parsed{sum, full, problems}
			return nil
		})
	}
	_ = group.Wait() // its functions return no errors
	var anchors site.Anchors
	var links []check.Link
	for i, p := range loaded.Model.Policies {
		s.parsed[p.Slug] = results[i]
		anchors.Add(results[i].policy.Policy)
		links = append(links, check.ClauseLinks(loaded.Model, results[i].policy.Policy)...)
		r.Problems = append(r.Problems, results[i].problems...)
		if !reused[i] {
			r.Read++
		}
	}
	r.Problems = append(r.Problems, check.Links(loaded.Config, loaded.Model, links, anchors.List)...)
	if opt.Strict {
		r.Problems = r.Problems.Strict()
	}
	r.Problems.Sort()
	s.plan(&anchors)
	r.Pages, r.Elapsed = len(s.pages), time.Since(start)
	return s, r
}

// plan lists the pages and files of the state.
func (s *state) plan(anchors *site.Anchors) {
	ctx := s.site.Pages(anchors.Has)
	s.pages, s.files, s.assets = make(map[string]page.Page), make(map[string]string), s.site.Theme.Files()
	s.indexes = make(map[string]func() []byte)
	add := func(pages []page.Page) {
		for _, p := range pages {
			s.pages[p.File()] = p
		}
	}
	add(ctx.Plan())
	for _, lang := range s.site.Model.Languages {
		add([]page.Page{ctx.SearchPage(lang, func(slug string) []page.Link { return ctx.Headings(s.parsed[slug].policy.Policy, lang) })})
		for _, p := range s.site.Model.Policies {
			s.indexes[ctx.IndexFile(p.Slug, lang)] = func() []byte { return ctx.Index(s.parsed[p.Slug].policy.Policy, lang) }
		}
	}
	for _, p := range s.site.Model.Policies {
		full := s.parsed[p.Slug].policy
		add(ctx.PlanPolicy(full.Policy, full.Alignments))
		for _, v := range full.Versions {
			for _, f := range v.Files {
				s.files[ctx.FilePath(p.Slug, v.Name, f.Name)] = f.Source
			}
		}
	}
}

// page renders a page, once.
func (s *state) page(file string) ([]byte, bool, error) {
	p, ok := s.pages[file]
	if !ok {
		return nil, false, nil
	}
	s.mu.Lock()
	data := s.rendered[file]
	s.mu.Unlock()
	if data != nil {
		return data, true, nil
	}
	var b bytes.Buffer
	if err := s.site.Render(&b, p); err != nil {
		return nil, true, err
	}
	s.mu.Lock()
	s.rendered[file] = b.Bytes()
	s.mu.Unlock()
	return b.Bytes(), true, nil
}

// outline is a hash of what every policy depends on beside its own folder:
// the configuration, and which policies, versions and files there are.
func outline(s *site.Site) [sha256.Size]byte {
	h := sha256.New()
	cfg, err := fs.ReadFile(s.FS, "site.toml")
	fmt.Fprintf(h, "%q %v %v\n", cfg, err, s.Model.Today)
	for _, p := range s.Model.Policies {
		fmt.Fprintf(h, "%q %q %q\n", p.Slug, p.PartOf, p.Prevails)
		for _, v := range p.Versions {
			fmt.Fprintf(h, " %q %v %v", v.Name, v.Effective, v.Draft)
			for _, t := range v.Texts {
				fmt.Fprintf(h, " %q", t.Lang)
			}
			for _, f := range v.Files {
				fmt.Fprintf(h, " %q", f.Name)
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
