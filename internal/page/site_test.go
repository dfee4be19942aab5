package page_test

import (
	"context"
	"io/fs"
	"os"
	"path"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"diptych/i18n"
	"diptych/internal/bitext"
	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/identity"
	"diptych/internal/locale"
	"diptych/internal/page"
	"diptych/internal/policy"
	"diptych/internal/site"
	"diptych/internal/source"
)

// TestMain lets the heap grow as a build does: most of what a test makes is
// dropped soon.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	m.Run()
}

// day is the day for which the tests read a site, where they name no other.
var day = policy.Date{Year: 2026, Month: time.November, Day: 21}

// sources are the files of a site and how to read them.
type sources struct {
	files   fs.FS
	today   policy.Date
	baseURL string
	drafts  bool
}

// fromArchive takes the files of an archive but for those below want/. Lines
// "as-of DATE", "base-url URL" and "drafts" of its comment say how to read them.
func fromArchive(t testing.TB, ar *txtar.Archive) sources {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range ar.Files {
		if !strings.HasPrefix(f.Name, "want/") {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	src := sources{files: files, today: day}
	for line := range strings.Lines(string(ar.Comment)) {
		switch key, value, _ := strings.Cut(strings.TrimSpace(line), " "); key {
		case "as-of":
			d, err := policy.ParseDate(value)
			if err != nil {
				t.Fatal(err)
			}
			src.today = d
		case "base-url":
			src.baseURL = value
		case "drafts":
			src.drafts = true
		}
	}
	return src
}

// archive is the site in testdata/NAME.txtar.
func archive(t testing.TB, name string) sources {
	t.Helper()
	ar, err := txtar.ParseFile("testdata/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	return fromArchive(t, ar)
}

// ownSite is the repository's own.
func ownSite() sources { return sources{files: os.DirFS("../.."), today: day} }

// made is a site of which all is read that pages are made of, without a theme.
type made struct {
	*page.Maker
	anchors site.Anchors
	series  map[string]*page.Series
	parsed  map[string]*policy.Policy
	known   map[string]*bitext.Alignments
	pages   []page.Page
}

// read reads a site without a theme. It must have no errors.
func (src sources) read(t testing.TB) *made {
	t.Helper()
	cfg, problems := config.Load(src.files)
	failOn(t, problems)
	cfg.BaseURL = src.baseURL
	m := &made{Maker: &page.Maker{Config: cfg}, series: make(map[string]*page.Series), parsed: make(map[string]*policy.Policy), known: make(map[string]*bitext.Alignments)}
	m.Catalog = catalog(t, src.files, cfg)
	m.Site, problems = source.Load(t.Context(), src.files, cfg, source.Options{Drafts: src.drafts, Today: src.today})
	failOn(t, problems)
	m.Anchors = m.anchors.Has
	headings := make(map[policy.Ref][]page.Link)
	m.Headings = func(slug string, lang policy.Lang) []page.Link { return headings[policy.Ref{Lang: lang, Policy: slug}] }
	m.pages = slices.Collect(page.Plan(m.Site))
	for _, p := range m.Site.Policies {
		full, alignments := parse(t, src, m, p)
		m.parsed[p.Slug], m.known[p.Slug] = full, alignments
		m.anchors.Add(full)
		for _, lang := range m.Site.Languages {
			headings[policy.Ref{Lang: lang, Policy: p.Slug}] = m.ListHeadings(full, lang)
		}
		m.series[p.Slug] = m.Maker.Series(full, alignments)
		m.pages = append(m.pages, slices.Collect(page.PlanPolicy(m.Site, p))...)
	}
	return m
}

func parse(t testing.TB, src sources, m *made, p *policy.Policy) (*policy.Policy, *bitext.Alignments) {
	t.Helper()
	full, problems := source.Parse(t.Context(), src.files, m.Config, m.Site, p)
	failOn(t, problems)
	alignments := identity.Assign(t.Context(), full)
	failOn(t, source.Resolve(t.Context(), src.files, m.Config, m.Site, full))
	return full, alignments
}

func failOn(t testing.TB, problems diag.List) {
	t.Helper()
	if problems.HasErrors() {
		var b strings.Builder
		if err := problems.Text(&b, diag.Style{}); err != nil {
			t.Fatal(err)
		}
		t.Fatal(b.String())
	}
}

// usualStrings are the strings of a site in Chinese and English that has none of
// its own.
var usualStrings = sync.OnceValues(func() (*locale.Catalog, diag.List) {
	return locale.Load(i18n.FS, fstest.MapFS{}, map[policy.Lang]policy.Tag{"zh": "zh-Hans", "en": "en"}, []policy.Lang{"zh", "en"})
})

// catalog loads the strings of a site. A third language speaks as English does.
func catalog(t testing.TB, files fs.FS, cfg *config.Site) *locale.Catalog {
	t.Helper()
	c, problems := usualStrings()
	if !slices.Equal(cfg.Languages, []policy.Lang{"zh", "en"}) || cfg.LangTags["zh"] != "zh-Hans" || cfg.LangTags["en"] != "en" {
		english, err := fs.ReadFile(i18n.FS, "en.toml")
		if err != nil {
			t.Fatal(err)
		}
		own := fstest.MapFS{}
		for _, lang := range cfg.Languages {
			if lang != "zh" && lang != "en" {
				own["i18n/"+string(lang)+".toml"] = &fstest.MapFile{Data: english}
			}
		}
		c, problems = locale.Load(i18n.FS, own, cfg.LangTags, cfg.Languages)
	}
	failOn(t, problems)
	return c
}

// view makes what a page shows.
func (m *made) view(pg page.Page) any {
	return m.View(context.Background(), pg, m.series[pg.Ref.Policy])
}

// page finds a page of the plan by its file.
func (m *made) page(file string) (page.Page, bool) {
	i := slices.IndexFunc(m.pages, func(pg page.Page) bool { return pg.File() == file })
	if i < 0 {
		return page.Page{}, false
	}
	return m.pages[i], true
}

// outputs lists every file that a page may link to: pages, their twins, search
// indexes and the files beside texts.
func (m *made) outputs() map[string]bool {
	out := make(map[string]bool)
	for _, pg := range m.pages {
		out[pg.File()] = true
		if page.SpecOf(pg.Kind).HasTwin() {
			out[path.Dir(pg.File())+"/index.json"] = true
		}
	}
	for _, p := range m.Site.Policies {
		for _, lang := range m.Site.Languages {
			out[page.IndexFile(p.Slug, lang)] = true
		}
		for _, v := range p.Versions {
			for _, f := range v.Files {
				out[page.FilePath(m.Site, p.Slug, v.Name, f.Name)] = true
			}
		}
	}
	return out
}
