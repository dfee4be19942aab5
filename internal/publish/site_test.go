package publish

import (
	"context"
	"hash/maphash"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/site"
)

// TestMain lets the heap grow as a build does: most of what a test makes is
// dropped soon. The memory limit of a build is for one site. What the tests keep is
// more, and under that limit half of their time went into collections. The build
// that a benchmark measures has its limit.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	if os.Getenv("DIPTYCH_BENCH_CHILD") == "" && os.Getenv("GOMEMLIMIT") == "" {
		if err := os.Setenv("GOMEMLIMIT", "off"); err != nil {
			panic(err)
		}
	}
	m.Run()
}

// day is the day on which the tests build, where they name no other.
var day = policy.Date{Year: 2026, Month: time.November, Day: 21}

// built is a site that was built, with what the tests ask of it.
type built struct {
	files    map[string][]byte       // nil where the pages were read as they were made
	doc      func(string) *html.Node // a page by file, read once; nil where there is none
	readings func() map[string]*reading
	sums     func() map[string]uint64         // of all files
	parsed   func(slug string) *policy.Policy // a policy that pages were made of
	sum      Summary
	problems diag.List
}

// buildSite builds a site and fails the test where it cannot.
func buildSite(t testing.TB, fsys fs.FS, change func(*Options)) built {
	t.Helper()
	b := tryBuild(t, fsys, change)
	if b.problems.HasErrors() {
		t.Fatalf("the site has problems:\n%s", printed(b.problems))
	}
	return b
}

// tryBuild builds a site whatever its problems.
func tryBuild(t testing.TB, fsys fs.FS, change func(*Options)) built {
	t.Helper()
	opt := Options{Options: site.Options{Source: fsys, Today: day, Before: lookOf(fsys)}}
	if change != nil {
		change(&opt)
	}
	b, err := tryOptions(opt)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func tryOptions(opt Options) (built, error) { return keepIn(new(memory), opt) }

// keepIn builds a site into memory.
func keepIn(out *memory, opt Options) (built, error) {
	b, err := runTo(opt, out)
	b.files = out.files
	b.doc = (&documents{files: out.files}).one
	b.readings = sync.OnceValue(func() map[string]*reading { return readAll(out.files) })
	b.sums = sync.OnceValue(func() map[string]uint64 {
		sums := make(map[string]uint64, len(out.files))
		for name, data := range out.files {
			sums[name] = maphash.Bytes(sumSeed, data)
		}
		return sums
	})
	return b, err
}

// readOptions builds a site whose pages are read and not kept.
func readOptions(opt Options) (built, error) {
	var out reader
	b, err := runTo(opt, &out)
	b.readings = func() map[string]*reading { return out.readings }
	b.sums = func() map[string]uint64 { return out.sums }
	return b, err
}

// looks are sites from which others take words and theme, where they are theirs:
// this repository's, and one with those of the tool.
var looks = sync.OnceValue(func() (out struct{ own, plain *site.Site }) {
	out.own, _ = site.Load(context.Background(), site.Options{Source: ownSite(), Today: day})
	out.plain, _ = site.Load(context.Background(), site.Options{Source: fstest.MapFS{"site.toml": {Data: []byte("title = \"T\"\n")}}, Today: day})
	return out
})

// lookOf is a site with the settings of another, made once for all that have
// them: its words and theme are those of the other. Of sites with a theme of their
// own, there is the repository's.
func lookOf(fsys fs.FS) *site.Site {
	if _, err := fs.Stat(fsys, "themes"); err == nil {
		return looks().own
	}
	config, err := fs.ReadFile(fsys, "site.toml")
	if err != nil {
		return nil
	}
	once, _ := looksBySettings.LoadOrStore(string(config), sync.OnceValue(func() *site.Site {
		s, _ := site.Load(context.Background(), site.Options{Source: fstest.MapFS{"site.toml": {Data: config}}, Today: day})
		return s
	}))
	return once.(func() *site.Site)()
}

var looksBySettings sync.Map // from site.toml to functions that load it

// runTo builds a site and takes down what the build itself says of it.
func runTo(opt Options, out Sink) (b built, err error) {
	var of parsedOf
	of.watch(&opt)
	b.parsed = of.policy
	b.sum, b.problems, err = Run(context.Background(), opt, out)
	return b, err
}

// documents are the pages among files, each read once.
type documents struct {
	files map[string][]byte
	read  sync.Map // from files to functions that read them
}

// one is the page of a file, or nil.
func (d *documents) one(file string) *html.Node {
	data, ok := d.files[file]
	if !ok || !strings.HasSuffix(file, ".html") {
		return nil
	}
	once, _ := d.read.LoadOrStore(file, sync.OnceValue(func() *html.Node { return tree(data) }))
	return once.(func() *html.Node)()
}

// parsedOf keeps the policies that a build makes outputs of.
type parsedOf struct{ bySlug sync.Map }

// watch has the build tell of them.
func (p *parsedOf) watch(opt *Options) {
	only := opt.Only
	opt.Only = func(o *site.Output) bool {
		if o.Policy != nil {
			p.bySlug.Store(o.Policy.Slug, o.Policy)
		}
		return only == nil || only(o)
	}
}

func (p *parsedOf) policy(slug string) *policy.Policy {
	out, _ := p.bySlug.Load(slug)
	full, _ := out.(*policy.Policy)
	return full
}

func printed(l diag.List) string {
	var b strings.Builder
	if err := l.Text(&b, diag.Style{}); err != nil {
		return err.Error()
	}
	return b.String()
}

// archive is a site as a txtar archive.
func archive(t testing.TB, s string) fs.FS {
	t.Helper()
	fsys, err := txtar.FS(txtar.Parse([]byte(s)))
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

// ownSite is this repository's site.
func ownSite() fs.FS { return os.DirFS("../..") }

// ownBuilt is this repository's site as on a day, built by two workers, once for
// all the tests that only look at it. On the day of the tests its files are kept,
// and it has no warnings either.
func ownBuilt(t testing.TB, today policy.Date) built {
	t.Helper()
	once, _ := ownBuilds.LoadOrStore(today, sync.OnceValues(func() (built, error) {
		opt := Options{Options: site.Options{Source: ownSite(), Today: today, Jobs: 2, Before: looks().own}, Strict: today == day}
		if today == day {
			return tryOptions(opt)
		}
		return readOptions(opt)
	}))
	b, err := once.(func() (built, error))()
	if err != nil {
		t.Fatal(err)
	}
	if b.problems.HasErrors() {
		t.Fatalf("the site has problems:\n%s", printed(b.problems))
	}
	return b
}

var ownBuilds sync.Map // from days to builds

// corpus is the folder of real policies. It lies beside the project, or where
// DIPTYCH_CORPUS says; there its absence is a failure.
func corpus(t testing.TB) string {
	t.Helper()
	if testing.Short() {
		t.Skip("the corpus is for the full run")
	}
	dir := corpusDir()
	_, asked := os.LookupEnv("DIPTYCH_CORPUS")
	if _, err := os.Stat(dir); err != nil {
		if asked {
			t.Fatal(err)
		}
		t.Skip("no corpus beside the project; DIPTYCH_CORPUS names it")
	}
	return dir
}

func corpusDir() string {
	if dir, asked := os.LookupEnv("DIPTYCH_CORPUS"); asked {
		return dir
	}
	return "../../../shared/corpus"
}

// corpusOnce builds the corpus once for all the tests that only look at it.
var corpusOnce = sync.OnceValues(func() (built, error) {
	opt := Options{Options: site.Options{Source: os.DirFS(corpusDir() + "/mozilla"), Today: day}}
	return readOptions(opt)
})

// corpusSite is the built corpus.
func corpusSite(t testing.TB) built {
	t.Helper()
	corpus(t)
	b, err := corpusOnce()
	if err != nil {
		t.Fatal(err)
	}
	if b.problems.HasErrors() {
		t.Fatalf("the corpus has problems:\n%s", printed(b.problems))
	}
	return b
}

// walk calls fn for every element below n.
func walk(n *html.Node, fn func(*html.Node)) {
	if n.Type == html.ElementNode {
		fn(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walk(c, fn)
	}
}

func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func hasClass(n *html.Node, class string) bool {
	v, _ := attr(n, "class")
	if !strings.Contains(v, class) {
		return false
	}
	for c := range strings.FieldsSeq(v) {
		if c == class {
			return true
		}
	}
	return false
}

// find returns the first element that ok accepts, or nil.
func find(n *html.Node, ok func(*html.Node) bool) *html.Node {
	if n.Type == html.ElementNode && ok(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if out := find(c, ok); out != nil {
			return out
		}
	}
	return nil
}

func byClass(class string) func(*html.Node) bool {
	return func(n *html.Node) bool { return hasClass(n, class) }
}

// words returns the text of n without the elements that skip accepts, every
// run of white space as nothing: Chinese and English compare alike so.
func words(n *html.Node, skip func(*html.Node) bool) string {
	var b strings.Builder
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		if n.Type == html.TextNode {
			for word := range strings.FieldsSeq(n.Data) {
				b.WriteString(word)
			}
		}
		if n.Type == html.ElementNode && skip != nil && skip(n) {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
	}
	visit(n)
	return b.String()
}

// squeeze leaves all white space out, as words does.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
