package publish

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
)

// TestNoTextIsLost compares, paragraph by paragraph, every text of the corpus
// with the pages that show it. What the source says is taken from a plain
// goldmark, which knows nothing of clauses.
func TestNoTextIsLost(t *testing.T) {
	t.Parallel()
	fsys := os.DirFS(corpus(t) + "/mozilla")
	b := corpusSite(t)
	sources, err := fs.Glob(fsys, "content/*/*/*.md")
	if err != nil {
		t.Fatal(err)
	}
	if len(sources) != 174 {
		t.Errorf("found %d texts, want 174", len(sources))
	}
	for _, source := range sources {
		src, err := fs.ReadFile(fsys, source)
		if err != nil {
			t.Fatal(err)
		}
		version, file := path.Split(source)
		lang := strings.TrimSuffix(file, ".md")
		page := lang + "/" + strings.TrimPrefix(version, "content/") + "index.html"
		said, ok := "", false
		if r := b.readings()[page]; r != nil {
			said, ok = r.said[part{}]
		}
		if !ok {
			t.Errorf("%s has no policy-text", page)
			continue
		}
		comparePlain(t, source, paragraphs(t, src), plain(said))
	}
}

// comparePlain checks that the paragraphs stand in text in their order, and
// that nothing stands between them but labels.
func comparePlain(t *testing.T, source string, paragraphs []string, text string) {
	t.Helper()
	rest := ""
	for i, p := range paragraphs {
		at := strings.Index(text, p)
		if at < 0 {
			t.Errorf("%s: paragraph %d is missing, or out of order: %.60q", source, i+1, p)
			return
		}
		rest += text[:at] + "|"
		text = text[at+len(p):]
	}
	rest += text
	if !labelsOnly.MatchString(rest) {
		t.Errorf("%s: the page says more than its source: %q", source, regexp.MustCompile(`\|+`).ReplaceAllString(rest, "|"))
	}
}

// labelsOnly matches what pages print before list items.
var labelsOnly = regexp.MustCompile(`^(\||\d+[.)])*$`)

// paragraphs are the lines of a text as goldmark alone renders it: a paragraph,
// heading, cell or list item's own words each, without white space.
func paragraphs(t *testing.T, src []byte) []string {
	t.Helper()
	_, body, ok := bytes.Cut(src, []byte("\n+++\n"))
	if !ok {
		t.Fatal("no front matter")
	}
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough),
		goldmark.WithParserOptions(parser.WithAttribute()), goldmark.WithRendererOptions(ghtml.WithUnsafe()))
	var out bytes.Buffer
	if err := md.Convert(body, &out); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(&out)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	var b strings.Builder
	flush := func() {
		if s := plain(squeeze(b.String())); s != "" {
			list = append(list, s)
		}
		b.Reset()
	}
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		block := n.Type == html.ElementNode && strings.Contains(" p li ul ol h1 h2 h3 h4 h5 h6 td th tr table div blockquote pre hr caption br ", " "+n.Data+" ")
		if block {
			flush()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
		if block {
			flush()
		}
	}
	visit(doc)
	flush()
	return list
}

// plain leaves out the asterisks that plain goldmark leaves beside Chinese
// punctuation, where Diptych sees emphasis.
func plain(s string) string { return strings.ReplaceAll(s, "*", "") }

// TestSeedsBuild gives each seed a line of front matter and builds it as a
// policy.
func TestSeedsBuild(t *testing.T) {
	t.Parallel()
	seeds := os.DirFS(corpus(t) + "/seeds")
	names, err := fs.Glob(seeds, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) != 5 {
		t.Fatalf("found %d seeds, want 5", len(names))
	}
	dir := t.TempDir()
	write(t, dir+"/site.toml", "title = \"Seeds\"\n")
	langs := make(map[string]string)
	for _, name := range names {
		src, err := fs.ReadFile(seeds, name)
		if err != nil {
			t.Fatal(err)
		}
		slug := "seed-" + name[:3]
		langs[slug] = "en"
		if strings.ContainsRune(string(src), '的') {
			langs[slug] = "zh"
		}
		write(t, dir+"/content/"+slug+"/1.0/"+langs[slug]+".md", "+++\ntitle = \"Seed\"\neffective = 2024-01-01\n+++\n\n"+string(src))
	}
	b := buildSite(t, os.DirFS(dir), nil)
	checkLinks(t, b, "")
	for slug, lang := range langs {
		src, err := os.ReadFile(dir + "/content/" + slug + "/1.0/" + lang + ".md")
		if err != nil {
			t.Fatal(err)
		}
		article := find(b.doc(lang+"/"+slug+"/index.html"), byClass("policy-text"))
		clauses := 0
		walk(article, func(n *html.Node) {
			if hasClass(n, "clause") {
				clauses++
			}
		})
		if clauses < 5 {
			t.Errorf("%s has only %d clauses", slug, clauses)
		}
		comparePlain(t, slug, paragraphs(t, src), plain(words(article, byClass("aside"))))
	}
}

func write(t testing.TB, name, data string) {
	t.Helper()
	if err := os.MkdirAll(path.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}
