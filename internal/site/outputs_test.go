package site

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// TestCountIsPlanIsHad: the pages counted are those listed, and those are the
// addresses that a link may name, no more and no fewer.
func TestCountIsPlanIsHad(t *testing.T) {
	t.Run("own site", func(t *testing.T) { checkPages(t, load(t, Options{Source: ownSite(), Today: day}), 140) })
	t.Run("changes", func(t *testing.T) { checkPages(t, load(t, Options{Source: archive(changing), Today: day}), 40) })
	t.Run("corpus", func(t *testing.T) { checkPages(t, load(t, Options{Source: corpus(t), Today: day}), 1300) })
}

func checkPages(t *testing.T, s *Site, least int) {
	names, listed, pages := make(map[string]bool), make(map[policy.Ref]bool), 0
	for o := range s.Outputs() {
		if names[o.Name] {
			t.Errorf("%s is listed twice", o.Name)
		}
		names[o.Name] = true
		if o.IsPage() {
			pages++
		}
		if o.Kind != Page {
			continue
		}
		ref, err := policy.ParsePath(strings.TrimSuffix(o.Name, "index.html"))
		if err != nil || ref != o.Page.Ref {
			t.Errorf("%s is the address of %+v (%v), want %+v", o.Name, ref, err, o.Page.Ref)
		}
		listed[ref] = true
	}
	if n := s.CountPages(); n != pages || n < least {
		t.Errorf("%d pages are counted, %d listed, want at least %d", n, pages, least)
	}
	n := 0
	everyRef(s.Model, func(r policy.Ref) {
		if n++; s.Model.Has(r) != listed[r] {
			t.Errorf("%q: had %t, listed %t", r.Path(), s.Model.Has(r), listed[r])
		}
	})
	if n < 10*least {
		t.Errorf("only %d addresses were asked about", n)
	}
}

// everyRef combines the names of a site in every way that an address can.
func everyRef(s *policy.Site, do func(policy.Ref)) {
	langs := append([]policy.Lang{""}, s.Languages...)
	leaves := []policy.Leaf{policy.LeafNone, "feed"}
	for _, place := range policy.Places() {
		leaves = append(leaves, place.Leaf)
	}
	ends := func(r policy.Ref) {
		for _, r.Other = range langs {
			for _, r.Leaf = range leaves[1:] {
				do(r)
			}
			r.Leaf = policy.LeafNone
			do(r)
		}
	}
	for _, lang := range langs {
		ends(policy.Ref{Lang: lang})
		for _, p := range s.Policies {
			r := policy.Ref{Lang: lang, Policy: p.Slug}
			ends(r)
			for _, v := range p.Versions {
				r.Version, r.Base = v.Name, ""
				ends(r)
				for _, old := range p.Versions {
					r.Base = old.Name
					ends(r)
				}
			}
		}
	}
}

// TestRootFilesAreKnown: no alias may take the place of a file of the tool.
func TestRootFilesAreKnown(t *testing.T) {
	fsys := archive(changing)
	fsys["site.toml"].Data = append(fsys["site.toml"].Data, "assets = \"external\"\n"...)
	n := 0
	for o := range load(t, Options{Source: fsys, Today: day, BaseURL: "https://example.com/"}).OwnOutputs() {
		root, _, _ := strings.Cut(o.Name, "/")
		if o.Kind != Machine && o.Kind != Asset {
			continue
		}
		if n++; !policy.IsRootFile(root) {
			t.Errorf("an alias may take the place of %s: add %q to rootFiles, internal/policy/reserved.go", o.Name, root)
		}
	}
	if n < 6 {
		t.Errorf("only %d files at the root", n)
	}
}

// TestLostFile: a carried file that is gone when it is wanted is a fault of the
// sources, and not of the program.
func TestLostFile(t *testing.T) {
	fsys := archive(changing)
	s := load(t, Options{Source: fsys, Today: day})
	delete(fsys, "content/a/1.0/form.csv")
	for o := range s.Outputs() {
		if o.Kind != Carried || o.Origin != "content/a/1.0/form.csv" {
			continue
		}
		_, err := o.Bytes(t.Context(), s.NewReading().Whole(), new(bytes.Buffer))
		var problem diag.Problem
		if !errors.As(err, &problem) || problem.Pos.File != o.Origin {
			t.Errorf("error is %v", err)
		}
		return
	}
	t.Error("the file is no output")
}

// TestAttachmentChanged: a file that is not what its page says of it any more is a
// fault of the sources.
func TestAttachmentChanged(t *testing.T) {
	fsys := archive(changing)
	fsys["content/a/2.0/en.md"].Data = []byte("+++\ntitle = \"A\"\n[[attachments]]\nfile = \"plan.png\"\ntitle = \"Plan\"\n+++\n")
	fsys["content/a/2.0/plan.png"].Data = []byte("one")
	s := load(t, Options{Source: fsys, Today: day})
	for _, now := range []string{"one", "two"} {
		fsys["content/a/2.0/plan.png"].Data = []byte(now)
		for o := range s.Outputs() {
			if o.Name == "zh/a/2.0/plan.png" {
				data, err := o.Bytes(t.Context(), s.NewReading().Whole(), new(bytes.Buffer))
				if want := now == "one"; want != (err == nil) || want && string(data) != now {
					t.Errorf("%s: %q, %v", now, data, err)
				}
				now = ""
			}
		}
		if now != "" {
			t.Error("the file is no output")
		}
	}
}

// TestSitemaps: beyond the most addresses that a sitemap may hold there is an
// index of several, and each address stands in one.
func TestSitemaps(t *testing.T) {
	for n, want := range map[int]string{
		1: "sitemap.xml", maxURLs: "sitemap.xml", maxURLs + 1: "sitemap.xml sitemap-1.xml sitemap-2.xml",
		2 * maxURLs: "sitemap.xml sitemap-1.xml sitemap-2.xml", 2*maxURLs + 1: "sitemap.xml sitemap-1.xml sitemap-2.xml sitemap-3.xml",
	} {
		if got := strings.Join(sitemapNames(n), " "); got != want {
			t.Errorf("%d addresses are in %s, want %s", n, got, want)
		}
	}
	urls := make([]sitemapURL, maxURLs+1)
	if data, err := sitemapFile("", urls[1:], 0); err != nil || strings.Count(string(data), "<url>") != maxURLs {
		t.Errorf("a single sitemap holds %d addresses, error %v", strings.Count(string(data), "<url>"), err)
	}
	for i, want := range []int{0, maxURLs, 1} {
		data, err := sitemapFile("https://example.com/", urls, i)
		if got := strings.Count(string(data), "<url>"); err != nil || got != want {
			t.Errorf("file %d has %d addresses, error %v, want %d", i, got, err, want)
		}
		if maps := strings.Count(string(data), "<loc>https://example.com/sitemap-"); i == 0 && maps != 2 {
			t.Errorf("the index names %d sitemaps, want 2", maps)
		}
	}
}

// TestToday: a site is read for the present wherever no day is named.
func TestToday(t *testing.T) {
	fsys := archive(changing)
	fsys["site.toml"].Data = append([]byte("time_zone = \"UTC\"\n"), fsys["site.toml"].Data...)
	before := policy.DateOf(time.Now().UTC())
	now := load(t, Options{Source: fsys}).Model.Today
	if after := policy.DateOf(time.Now().UTC()); now.Before(before) || now.After(after) {
		t.Errorf("read for %s, between %s and %s", now, before, after)
	}
	then := load(t, Options{Source: fsys, Now: time.Date(2031, 1, 2, 23, 59, 0, 0, time.UTC)}).Model.Today
	if want := (policy.Date{Year: 2031, Month: 1, Day: 2}); then != want {
		t.Errorf("read for %s, want %s", then, want)
	}
}
