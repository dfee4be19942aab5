package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"diptych/internal/policy"
)

// TestDocsAddresses: every page that a build writes has an address of the table
// in docs/publishing, and every address there has a page.
func TestDocsAddresses(t *testing.T) {
	pages := builtPages(t)
	docs := readDocs(t)
	for _, end := range []string{".md", chinese} {
		d := docs["docs/publishing"+end]
		table := regexp.MustCompile("(?m)^\\| `(/[^`]*)` \\|").FindAllStringSubmatch(strings.Join(d.prose(), "\n"), -1)
		used := map[string]bool{}
		for _, p := range pages {
			ref, err := policy.ParsePath(p)
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(table, func(row []string) bool { return addressOf(ref) == row[1] })
			if i < 0 {
				t.Errorf("%s does not name the address %s of /%s", d.name, addressOf(ref), p)
				continue
			}
			used[table[i][1]] = true
		}
		for _, row := range table {
			if !used[row[1]] {
				t.Errorf("%s: no page has the address %s", d.name, row[1])
			}
		}
	}
}

// addressOf spells a page's address with names in the place of what differs.
func addressOf(r policy.Ref) string {
	for field, name := range map[*string]string{&r.Policy: "{policy}", &r.Version: "{version}", &r.Base: "{base}"} {
		if *field != "" {
			*field = name
		}
	}
	if r.Lang != "" {
		r.Lang = "{lang}"
	}
	if r.Other != "" {
		r.Other = "{other}"
	}
	return "/" + r.Path()
}

// builtPages builds the site of the documentation and lists its pages.
func builtPages(t *testing.T) []string {
	t.Helper()
	site, err := txtar.ParseFile("testdata/docs/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	sh := &shell{t: t, dir: t.TempDir()}
	for _, f := range site.Files {
		sh.write(f.Name, f.Data)
	}
	out := filepath.Join(t.TempDir(), "out")
	if problem := sh.command([]string{"diptych", "build", "--site", sh.dir, "--out", out, "--as-of", "2026-11-21"}); problem != "" || sh.failed {
		t.Fatal(problem, sh.out.String())
	}
	var pages []string
	err = fs.WalkDir(os.DirFS(out), ".", func(name string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".html") {
			pages = append(pages, strings.TrimSuffix(name, "index.html"))
		}
		return err
	})
	if err != nil || len(pages) < 20 {
		t.Fatalf("%v, %v", pages, err)
	}
	return pages
}
