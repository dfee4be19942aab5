package publish

import (
	"fmt"
	"maps"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestEveryLinkLeadsToAPageAndAnAnchor is law 4 of the design.
func TestEveryLinkLeadsToAPageAndAnAnchor(t *testing.T) {
	t.Parallel()
	checkLinks(t, ownBuilt(t, day), "")
	const base = "https://example.com/legal/"
	checkLinks(t, buildSite(t, ownSite(), func(o *Options) { o.BaseURL, o.Strict = base, true }), base)
}

// TestTheSiteIsWholeOnEveryDay builds the repository's site on the days on
// which something changes.
func TestTheSiteIsWholeOnEveryDay(t *testing.T) {
	days := []string{"2027-03-01", "2020-01-01", "2023-03-01", "2024-05-31", "2024-06-01", "2026-06-01", "2050-01-01"}
	if testing.Short() {
		days = days[:1] // on which the last version takes effect
	}
	for _, today := range days {
		t.Run(today, func(t *testing.T) {
			t.Parallel()
			checkLinks(t, ownBuilt(t, date(t, today)), "")
		})
	}
}

func TestCorpusLinksAndIds(t *testing.T) {
	t.Parallel()
	b := corpusSite(t)
	if b.sum.Policies != 6 || b.sum.Versions != 87 || b.sum.Languages != 2 {
		t.Errorf("built %+v, want 6 policies, 87 versions, 2 languages", b.sum)
	}
	checkLinks(t, b, "")
}

// checkLinks follows every link of a site, and checks that ids are unique in
// their pages and language links mutual.
func checkLinks(t *testing.T, b built, base string) {
	t.Helper()
	ids := make(map[string]map[string]bool)
	for name, doc := range b.docs() {
		ids[name] = make(map[string]bool)
		walk(doc, func(n *html.Node) {
			if id, ok := attr(n, "id"); ok {
				if ids[name][id] || id == "" {
					t.Errorf("%s: the id %q stands twice, or is empty", name, id)
				}
				ids[name][id] = true
			}
		})
	}
	links := 0
	for _, name := range slices.Sorted(maps.Keys(b.docs())) {
		walk(b.doc(name), func(n *html.Node) {
			for _, key := range []string{"href", "src"} {
				if v, ok := attr(n, key); ok {
					links++
					if why := followed(b, ids, name, v, base); why != "" {
						t.Errorf("%s: <%s %s=%q> %s", name, n.Data, key, v, why)
					}
				}
			}
		})
	}
	for name, doc := range b.docs() {
		nav := find(doc, byClass("languages"))
		if nav == nil && name != "index.html" {
			t.Errorf("%s has no language navigation", name)
		}
		if nav == nil { // the chooser is a language navigation itself
			continue
		}
		walk(nav, func(n *html.Node) {
			if lang, ok := attr(n, "hreflang"); ok {
				checkMutual(t, b, name, n, lang)
			}
		})
	}
	if links < 100 {
		t.Errorf("followed only %d links", links)
	}
}

// followed says why a link leads nowhere, or "".
func followed(b built, ids map[string]map[string]bool, from, href, base string) string {
	u, err := url.Parse(href)
	if err != nil {
		return err.Error()
	}
	if base != "" && strings.HasPrefix(href, base) {
		u = &url.URL{Path: "/" + strings.TrimPrefix(href, base), Fragment: u.Fragment}
		if strings.HasSuffix(u.Path, "/") {
			u.Path += "index.html"
		}
		from = "index.html"
	}
	switch u.Scheme {
	case "https", "http", "mailto", "tel":
		return ""
	case "":
	case "data":
		if href == "data:," { // the icon that is none
			return ""
		}
		fallthrough
	default:
		return "has the scheme " + u.Scheme
	}
	target := path.Join(path.Dir(from), u.Path)
	if strings.HasPrefix(u.Path, "/") {
		target = strings.TrimPrefix(u.Path, "/")
		if baseURL, err := url.Parse(base); err == nil && base != "" {
			target = strings.TrimPrefix(strings.TrimPrefix(u.Path, baseURL.Path), "/")
		}
	}
	if u.Path == "" {
		target = from
	}
	if _, ok := b.files[target]; !ok {
		return "leads to no file: " + target
	}
	if u.Fragment != "" && !ids[target][u.Fragment] {
		return "leads to no anchor of " + target
	}
	return ""
}

// checkMutual checks that the page a language link leads to links back.
func checkMutual(t *testing.T, b built, name string, link *html.Node, lang string) {
	t.Helper()
	href, _ := attr(link, "href")
	u, err := url.Parse(href)
	if err != nil || u.Path == "" || u.Scheme != "" || strings.HasPrefix(u.Path, "/") || strings.HasSuffix(name, "404.html") || name == "index.html" {
		return
	}
	if _, page, _ := strings.Cut(name, "/"); page == "" {
		return
	}
	target := path.Join(path.Dir(name), u.Path)
	doc := b.doc(target)
	if doc == nil || hasClass(link, "alias") {
		return
	}
	back := false
	walk(doc, func(n *html.Node) {
		if _, ok := attr(n, "hreflang"); ok && n.Data == "a" {
			h, _ := attr(n, "href")
			p, err := url.Parse(h)
			back = back || err == nil && path.Join(path.Dir(target), p.Path) == name
		}
	})
	if !back {
		t.Errorf("%s links to its %s counterpart %s, which does not link back", name, lang, target)
	}
}

// TestNoPageAsksTheNetwork is law 6: nothing but the page itself is requested,
// and no script is needed.
func TestNoPageAsksTheNetwork(t *testing.T) {
	t.Parallel()
	b := ownBuilt(t, day)
	for name, doc := range b.docs() {
		walk(doc, func(n *html.Node) {
			switch n.Data {
			case "script":
				if src, ok := attr(n, "src"); ok {
					t.Errorf("%s: a script from %s", name, src)
				}
			case "link":
				rel, _ := attr(n, "rel")
				if href, _ := attr(n, "href"); rel != "canonical" && rel != "alternate" && rel != "version-history" && !strings.HasSuffix(rel, "-version") && !(rel == "icon" && href == "data:,") {
					t.Errorf("%s: <link rel=%q>", name, rel)
				}
			case "img", "iframe", "video", "audio", "object", "embed", "source":
				if src, _ := attr(n, "src"); strings.Contains(src, "//") {
					t.Errorf("%s: <%s src=%q>", name, n.Data, src)
				}
			case "style":
				if s := n.FirstChild; s != nil && (strings.Contains(s.Data, "url(") || strings.Contains(s.Data, "@import")) {
					t.Errorf("%s: the style loads something", name)
				}
			}
		})
	}
}

// TestSameBytes is law 1: any number of workers, any order of files.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	first := ownBuilt(t, day)
	workers := []int{1, 2, 7, 32}
	if testing.Short() {
		workers = workers[:1]
	}
	for _, jobs := range workers {
		again := buildSite(t, ownSite(), func(o *Options) { o.Jobs = jobs })
		if why := differ(first.files, again.files); why != "" {
			t.Errorf("with %d workers: %s", jobs, why)
		}
	}
}

// TestSameBytesAnywhere builds a copy of the site in another folder.
func TestSameBytesAnywhere(t *testing.T) {
	if testing.Short() {
		t.Skip("for the full run; a short one builds the site with other workers")
	}
	t.Parallel()
	dir := t.TempDir()
	for _, sub := range []string{"content", "site.toml"} {
		copyTree(t, "../../"+sub, dir+"/"+sub)
	}
	a, b := ownBuilt(t, day), buildSite(t, os.DirFS(dir), nil)
	if why := differ(a.files, b.files); why != "" {
		t.Error(why)
	}
}

func differ(a, b map[string][]byte) string {
	for name, data := range a {
		if other, ok := b[name]; !ok {
			return name + " is missing"
		} else if string(other) != string(data) {
			return name + " differs"
		}
	}
	if len(a) != len(b) {
		return fmt.Sprintf("%d files and %d", len(a), len(b))
	}
	return ""
}

func copyTree(t *testing.T, from, to string) {
	t.Helper()
	info, err := os.Stat(from)
	if err != nil {
		t.Fatal(err)
	}
	if info.IsDir() {
		err = os.CopyFS(to, os.DirFS(from))
	} else {
		var data []byte
		if data, err = os.ReadFile(from); err == nil {
			err = os.WriteFile(to, data, 0o644)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}
