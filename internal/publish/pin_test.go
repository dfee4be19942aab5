package publish

import (
	"io/fs"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"diptych/internal/diag"
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

// pinAll is every source of the site, or of some policies, that pin would write.
func pinAll(t *testing.T, fsys fs.FS, slugs ...string) []source.Pinned {
	t.Helper()
	s, problems := site.Load(t.Context(), site.Options{Source: fsys, Today: day, Before: lookOf(fsys)})
	if problems.HasErrors() {
		t.Fatal(printed(problems))
	}
	policies := slices.Clone(s.Model.Policies)
	if len(slugs) > 0 {
		policies = slices.DeleteFunc(policies, func(p *policy.Policy) bool { return !slices.Contains(slugs, p.Slug) })
	}
	files, problems := s.Pin(t.Context(), policies, func(*policy.Version) bool { return true })
	if len(problems) > 0 {
		t.Error(printed(problems))
	}
	return files
}

// TestPinChangesNoPage builds a site before and after its ids are written out,
// then by many workers.
// Where that was interrupted the texts of a policy must be read as the same,
// with the same ids: pages are made of nothing else.
func TestPinChangesNoPage(t *testing.T) {
	t.Run("own site", func(t *testing.T) {
		if testing.Short() {
			t.Skip("for the full run; package identity pins the site in a short one")
		}
		t.Parallel()
		checkPinned(t, ownSite(), ownBuilt(t, day), 23, "privacy", "terms", "cookies")
	})
	t.Run("corpus", func(t *testing.T) {
		t.Parallel()
		checkPinned(t, os.DirFS(corpus(t)+"/mozilla"), corpusSite(t), 150, "firefox-privacy-notice")
	})
}

// checkPinned pins a site whole, and again policies of it with interruptions.
func checkPinned(t *testing.T, whole fs.FS, before built, least int, interrupted ...string) {
	fsys := inMemory(t, whole, "site.toml", "content/")
	files := pinAll(t, fsys)
	if len(files) < least {
		t.Errorf("only %d files are written", len(files))
	}
	all := with(fsys, files)
	if why := differ(t, before, all, 32); why != "" {
		t.Errorf("pinned: %s", why)
	}
	if again := pinAll(t, all); len(again) > 0 {
		t.Errorf("pinned again, %d files are written", len(again))
	}
	for _, slug := range interrupted {
		var own []source.Pinned
		for _, f := range files {
			if strings.HasPrefix(f.Real, "content/"+slug+"/") {
				own = append(own, f)
			}
		}
		if len(own) < 2 {
			t.Errorf("only %d files of %s are written", len(own), slug)
			continue
		}
		for _, n := range []int{1, len(own) / 2} {
			part := with(fsys, own[:n])
			if at := differentText(before.parsed(slug), read(t, part, slug)); at != "" {
				t.Errorf("%s: %d of %d files pinned: %s is read as another text", slug, n, len(own), at)
			}
			rest := pinAll(t, part, slug)
			if len(rest) != len(own)-n {
				t.Errorf("%s: interrupted after %d of %d files: then %d are written", slug, n, len(own), len(rest))
			}
			if at := differentText(before.parsed(slug), read(t, with(part, rest), slug)); at != "" {
				t.Errorf("%s: pinned at last, after %d of %d files: %s is read as another text", slug, n, len(own), at)
			}
		}
	}
}

// read reads a policy of the site.
func read(t *testing.T, fsys fs.FS, slug string) *policy.Policy {
	t.Helper()
	s, problems := site.Load(t.Context(), site.Options{Source: fsys, Today: day, Before: lookOf(fsys)})
	if problems.HasErrors() {
		t.Fatal(printed(problems))
	}
	full, _ := s.Parse(t.Context(), s.Model.Policy(slug))
	return full.Policy
}

// differentText is the source of the first text that differs in more than
// where something stands in the source and who gave an id, or "".
func differentText(a, b *policy.Policy) string {
	seen := make(map[[2]any]bool)
	for i, v := range a.Versions {
		for j, x := range v.Texts {
			y := *b.Versions[i].Texts[j]
			y.Bytes = x.Bytes
			if !sameButPlace(reflect.ValueOf(*x), reflect.ValueOf(y), seen) {
				return x.Source
			}
		}
	}
	return ""
}

// sameButPlace is reflect.DeepEqual but for places and origins.
func sameButPlace(a, b reflect.Value, seen map[[2]any]bool) bool {
	if a.IsValid() != b.IsValid() || a.IsValid() && a.Type() != b.Type() {
		return false
	}
	switch a.Kind() {
	case reflect.Pointer:
		both := [2]any{a.Interface(), b.Interface()}
		if seen[both] || a.IsNil() && b.IsNil() {
			return true
		}
		seen[both] = true
		return !a.IsNil() && !b.IsNil() && sameButPlace(a.Elem(), b.Elem(), seen)
	case reflect.Interface:
		return sameButPlace(a.Elem(), b.Elem(), seen)
	case reflect.Slice:
		for i := 0; i < a.Len() && i < b.Len(); i++ {
			if !sameButPlace(a.Index(i), b.Index(i), seen) {
				return false
			}
		}
		return a.Len() == b.Len()
	case reflect.Struct:
		for i := 0; i < a.NumField() && a.Type() != reflect.TypeFor[diag.Pos](); i++ {
			switch a.Type().Field(i).Name {
			case "Former", "Never": // what the source says of an id, as Origin
				continue
			}
			if !sameButPlace(a.Field(i), b.Field(i), seen) {
				return false
			}
		}
		return true
	case reflect.Invalid:
		return true
	}
	return a.Type() == reflect.TypeFor[policy.Origin]() || reflect.DeepEqual(a.Interface(), b.Interface())
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
	s, problems := site.Load(t.Context(), site.Options{Source: fsys, Today: day, Before: lookOf(fsys)})
	if problems.HasErrors() {
		t.Fatal(printed(problems))
	}
	files, problems := s.Pin(t.Context(), s.Model.Policies, func(*policy.Version) bool { return true })
	if len(files) > 0 || !strings.Contains(printed(problems), "the text would read differently with the id of clause a [pin]") {
		t.Errorf("%d files, problems %s", len(files), printed(problems))
	}
}
