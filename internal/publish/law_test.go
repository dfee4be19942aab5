package publish

import (
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"diptych/internal/site"
)

// TestEveryLinkLeadsToAPageAndAnAnchor is law 4 of the design.
func TestEveryLinkLeadsToAPageAndAnAnchor(t *testing.T) {
	t.Parallel()
	checkLinks(t, ownBuilt(t, day), "")
	const base = "https://example.com/legal/"
	based, err := readOptions(Options{Options: site.Options{Source: ownSite(), Today: day, BaseURL: base, Before: looks().own}, Strict: true})
	if err != nil || based.problems.HasErrors() {
		t.Fatalf("%v\n%s", err, printed(based.problems))
	}
	checkLinks(t, based, base)
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
	all, files := b.readings(), b.sums()
	ids := make(map[string]map[string]bool)
	for name, page := range all {
		ids[name] = make(map[string]bool)
		for _, id := range page.ids {
			if ids[name][id] || id == "" {
				t.Errorf("%s: the id %q stands twice, or is empty", name, id)
			}
			ids[name][id] = true
		}
	}
	links := 0
	for _, name := range slices.Sorted(maps.Keys(all)) {
		for _, l := range all[name].links {
			links++
			if why := followed(files, ids, name, l.to, base); why != "" {
				t.Errorf("%s: <%s %s=%q> %s", name, l.element, l.key, l.to, why)
			}
		}
	}
	for name, page := range all {
		if !page.hasLanguages && name != "index.html" { // the chooser is a language navigation itself
			t.Errorf("%s has no language navigation", name)
		}
		for _, l := range page.languages {
			checkMutual(t, all, name, l)
		}
	}
	if links < 50 {
		t.Errorf("followed only %d links", links)
	}
}

// followed says why a link leads nowhere, or "".
func followed(files map[string]uint64, ids map[string]map[string]bool, from, href, base string) string {
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
	if _, ok := files[target]; !ok {
		return "leads to no file: " + target
	}
	if u.Fragment != "" && !ids[target][u.Fragment] {
		return "leads to no anchor of " + target
	}
	return ""
}

// checkMutual checks that the page a language link leads to links back.
func checkMutual(t *testing.T, all map[string]*reading, name string, l link) {
	t.Helper()
	u, err := url.Parse(l.to)
	if err != nil || u.Path == "" || u.Scheme != "" || strings.HasPrefix(u.Path, "/") || strings.HasSuffix(name, "404.html") || name == "index.html" {
		return
	}
	if _, page, _ := strings.Cut(name, "/"); page == "" {
		return
	}
	target := path.Join(path.Dir(name), u.Path)
	if all[target] == nil || l.alias {
		return
	}
	if !slices.ContainsFunc(all[target].back, func(to string) bool {
		p, err := url.Parse(to)
		return err == nil && path.Join(path.Dir(target), p.Path) == name
	}) {
		t.Errorf("%s links to its %s counterpart %s, which does not link back", name, l.lang, target)
	}
}

// TestSameBytes is law 1: any number of workers, any order of files. The build
// that is compared with was made by two; TestSameBytesAnywhere has seven, and
// TestPinChangesNoPage 32.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	if why := differ(t, ownBuilt(t, day), ownSite(), 1); why != "" {
		t.Errorf("with one worker: %s", why)
	}
}

// TestSameBytesAnywhere builds a copy of the site in another folder, by yet
// another number of workers.
func TestSameBytesAnywhere(t *testing.T) {
	if testing.Short() {
		t.Skip("for the full run; a short one builds the site with other workers")
	}
	t.Parallel()
	dir := t.TempDir()
	for _, sub := range []string{"content", "site.toml"} {
		copyTree(t, "../../"+sub, dir+"/"+sub)
	}
	if why := differ(t, ownBuilt(t, day), os.DirFS(dir), 7); why != "" {
		t.Error(why)
	}
}

// differ builds a site and says how it differs from another build, or "".
func differ(t *testing.T, from built, fsys fs.FS, jobs int) string {
	t.Helper()
	out := compared{want: from.sums()}
	_, problems, err := Run(t.Context(), Options{Options: site.Options{Source: fsys, Today: day, Jobs: jobs, Before: lookOf(fsys)}}, &out)
	if err != nil || problems.HasErrors() {
		t.Fatalf("%v\n%s", err, printed(problems))
	}
	if out.why == "" && len(out.seen) != len(out.want) {
		return fmt.Sprintf("%d files, want %d", len(out.seen), len(out.want))
	}
	return out.why
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
