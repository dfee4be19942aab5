package publish

import (
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"diptych/internal/policy"
	"diptych/internal/site"
	"diptych/internal/source"
)

// inMemory copies the files of a site whose names begin with one of the given.
func inMemory(t *testing.T, fsys fs.FS, names ...string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !slices.ContainsFunc(names, func(s string) bool { return strings.HasPrefix(name, s) }) {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func with(fsys fstest.MapFS, files []source.Pinned) fstest.MapFS {
	out := maps.Clone(fsys)
	for _, f := range files {
		out[f.Real] = &fstest.MapFile{Data: f.New}
	}
	return out
}

// pages are the files of the built site.
func pages(t *testing.T, fsys fs.FS) map[string][]byte {
	t.Helper()
	var out memory
	_, problems, err := Run(t.Context(), Options{Options: site.Options{Source: fsys, Today: day}}, &out)
	if err != nil || problems.HasErrors() {
		t.Fatalf("%v\n%s", err, printed(problems))
	}
	return out.files
}

// pinAll is every source of the site that pin would write.
func pinAll(t *testing.T, fsys fs.FS) []source.Pinned {
	t.Helper()
	s, problems := site.Load(site.Options{Source: fsys, Today: day})
	if problems.HasErrors() {
		t.Fatal(printed(problems))
	}
	files, problems := s.Pin(s.Model.Policies, func(*policy.Version) bool { return true })
	if len(problems) > 0 {
		t.Error(printed(problems))
	}
	return files
}

// TestPinChangesNoPage builds a site before and after its ids are written out,
// and where that was interrupted. The versions of the corpus are drawn; package
// identity finds the ids of all of them pinned in any order.
func TestPinChangesNoPage(t *testing.T) {
	t.Run("own site", func(t *testing.T) {
		if testing.Short() {
			t.Skip("for the full run; package identity pins the site in a short one")
		}
		t.Parallel()
		checkPinned(t, inMemory(t, ownSite(), "site.toml", "content/"), ownBuilt(t, day).files, 23)
	})
	t.Run("firefox", func(t *testing.T) {
		t.Parallel()
		const firefox, versions = "content/firefox-privacy-notice/", 12
		whole := os.DirFS(corpus(t) + "/mozilla")
		names := []string{"site.toml", firefox + "policy.toml"}
		all, err := fs.Glob(whole, firefox+"*/zh.md")
		if err != nil || len(all) < versions {
			t.Fatalf("only %d versions, %v", len(all), err)
		}
		from := rand.IntN(len(all) - versions + 1)
		t.Logf("drawn from %s on", all[from])
		for _, text := range all[from : from+versions] {
			names = append(names, path.Dir(text)+"/")
		}
		fsys := inMemory(t, whole, names...)
		checkPinned(t, fsys, pages(t, fsys), versions)
	})
}

func checkPinned(t *testing.T, fsys fstest.MapFS, before map[string][]byte, least int) {
	files := pinAll(t, fsys)
	if len(files) < least {
		t.Errorf("only %d files are written", len(files))
	}
	all := with(fsys, files)
	if why := differ(before, pages(t, all)); why != "" {
		t.Errorf("pinned: %s", why)
	}
	if again := pinAll(t, all); len(again) > 0 {
		t.Errorf("pinned again, %d files are written", len(again))
	}
	for _, n := range []int{1, len(files) / 2} {
		part := with(fsys, files[:n])
		if why := differ(before, pages(t, part)); why != "" {
			t.Errorf("%d of %d files pinned: %s", n, len(files), why)
		}
		for name, f := range with(part, pinAll(t, part)) {
			if string(f.Data) != string(all[name].Data) {
				t.Errorf("interrupted after %d of %d files: %s becomes another", n, len(files), name)
			}
		}
	}
}

// TestPinLeavesFilesAsTheyAre: byte order mark, line ends, front matter and
// what stands outside of words.
func TestPinLeavesFilesAsTheyAre(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{
		"site.toml": {Data: []byte("title = \"T\"\n")},
		"content/p/1.0/zh.md": {Data: []byte("\ufeff+++ \r\ntitle = \"T\" # {x}\r\neffective = 2026-01-01\r\n+++\t\r\n\r\n# A\r\n\r\n" +
			"1.\ta  \r\n2. b\r\n\r\n<!-- c -->")},
	}
	files := pinAll(t, fsys)
	want := "\ufeff+++ \r\ntitle = \"T\" # {x}\r\neffective = 2026-01-01\r\n+++\t\r\n\r\n# A {#c-1}\r\n\r\n" +
		"1.\ta {#c-1-1}  \r\n2. b {#c-1-2}\r\n\r\n<!-- c -->"
	if len(files) != 1 {
		t.Fatalf("%d files are written", len(files))
	}
	if got := string(files[0].New); got != want {
		t.Errorf("written: %q\nwant:    %q", got, want)
	}
	if at := files[0].IDs[1].Pos.String(); at != "content/p/1.0/zh.md:8:5" {
		t.Errorf("the id of the first item is written at %s", at)
	}
}

// TestPinLeavesContradictions: an anchor in one language that is a clause's id
// in the other.
func TestPinLeavesContradictions(t *testing.T) {
	t.Parallel()
	fsys := archive(t, `
-- site.toml --
title = "T"
-- content/p/1.0/zh.md --
+++
title = "T"
effective = 2026-01-01
+++

## 一、收集 {#a}

文
-- content/p/1.0/en.md --
+++
title = "T"
+++

## 1. Collection

<a id="a"></a>Words
`)
	s, problems := site.Load(site.Options{Source: fsys, Today: day})
	if problems.HasErrors() {
		t.Fatal(printed(problems))
	}
	files, problems := s.Pin(s.Model.Policies, func(*policy.Version) bool { return true })
	if len(files) > 0 || !strings.Contains(printed(problems), "the text would read differently with the id of clause a [pin]") {
		t.Errorf("%d files, problems %s", len(files), printed(problems))
	}
}
