package policy

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPath(t *testing.T) {
	for _, tt := range []struct {
		ref        Ref
		path, file string
	}{
		{Ref{}, "", "index.html"},
		{Ref{Lang: "zh"}, "zh/", "zh/index.html"},
		{Ref{Lang: "zh", Policy: "privacy"}, "zh/privacy/", "zh/privacy/index.html"},
		{Ref{Lang: "en", Policy: "privacy", Version: "2.0"}, "en/privacy/2.0/", "en/privacy/2.0/index.html"},
		{Ref{Lang: "en", Policy: "privacy", Version: "2.0", Base: "1.0"}, "en/privacy/2.0/from/1.0/", "en/privacy/2.0/from/1.0/index.html"},
		{Ref{Lang: "en", Policy: "privacy", Version: "2.0", Base: "1.0", Leaf: LeafTable}, "en/privacy/2.0/from/1.0/table/", "en/privacy/2.0/from/1.0/table/index.html"},
		{Ref{Lang: "zh", Policy: "privacy", Other: "en"}, "zh/privacy/with/en/", "zh/privacy/with/en/index.html"},
		{Ref{Lang: "zh", Policy: "privacy", Version: "2.0", Base: "1.0", Other: "en"}, "zh/privacy/2.0/from/1.0/with/en/", "zh/privacy/2.0/from/1.0/with/en/index.html"},
		{Ref{Lang: "zh", Policy: "privacy", Leaf: LeafHistory}, "zh/privacy/history/", "zh/privacy/history/index.html"},
		{Ref{Lang: "zh", Policy: "privacy", Leaf: LeafClauses}, "zh/privacy/clauses/", "zh/privacy/clauses/index.html"},
		{Ref{Lang: "zh", Policy: "privacy", Leaf: LeafEmbed}, "zh/privacy/embed/", "zh/privacy/embed/index.html"},
		{Ref{Lang: "zh", Leaf: LeafSearch}, "zh/search/", "zh/search/index.html"},
		{Ref{Leaf: LeafNotFound}, "404.html", "404.html"},
		{Ref{Lang: "en", Leaf: LeafNotFound}, "en/404.html", "en/404.html"},
	} {
		if got := tt.ref.Path(); got != tt.path {
			t.Errorf("%+v.Path() = %q, want %q", tt.ref, got, tt.path)
		}
		if got := tt.ref.File(); got != tt.file {
			t.Errorf("%+v.File() = %q, want %q", tt.ref, got, tt.file)
		}
		if got, err := ParsePath(tt.path); err != nil || got != tt.ref {
			t.Errorf("ParsePath(%q) = %+v, %v, want %+v", tt.path, got, err, tt.ref)
		}
	}
}

func TestParsePathRefuses(t *testing.T) {
	for _, s := range []string{
		"/", "zh", "ZH/", "zh/../", "zh//", "zh/404/", "zh/a.b/", "zh/with/en/", "zh/privacy/1.0/embed/", "zh/privacy/feed/", "zh/record/", "zh/privacy", "zh/Privacy/", "zh/privacy/2.0/from/", "zh/privacy/from/1.0/",
		"zh/privacy/2.0/history/", "zh/history/", "zh/embed/", "zh/privacy/search/", "zh/privacy/404.html", "zh/privacy/2.0/from/1.0/x/",
		"zh/privacy/with/", "zh/with/en/", "zh/privacy/history/with/en/", "中/", "zh/privacy/table/", "zh/privacy/1.0/table/", "zh/privacy/2.0/from/1.0/with/en/table/",
	} {
		if r, err := ParsePath(s); err == nil {
			t.Errorf("ParsePath(%q) = %+v, want an error", s, r)
		}
	}
}

func TestHref(t *testing.T) {
	zh := Ref{Lang: "zh", Policy: "privacy"}
	for _, tt := range []struct {
		from, to Ref
		want     string
	}{
		{zh, zh.At("retention"), "#retention"},
		{zh, zh, "index.html"},
		{zh, Ref{Lang: "zh"}, "../index.html"},
		{zh, Ref{}, "../../index.html"},
		{zh, zh.In("en").At("retention"), "../../en/privacy/index.html#retention"},
		{zh, Ref{Lang: "zh", Policy: "privacy", Version: "1.0"}, "1.0/index.html"},
		{Ref{Lang: "zh", Policy: "privacy", Version: "2.0", Base: "1.0"}, zh, "../../../index.html"},
		{Ref{}, zh, "zh/privacy/index.html"},
		{Ref{Lang: "zh", Leaf: LeafNotFound}, zh, "privacy/index.html"},
	} {
		if got := tt.to.Href(tt.from); got != tt.want {
			t.Errorf("%+v.Href(%+v) = %q, want %q", tt.to, tt.from, got, tt.want)
		}
	}
}

func TestInChangesOverTheOtherLanguage(t *testing.T) {
	r := Ref{Lang: "zh", Policy: "privacy", Other: "en"}
	if got, want := r.In("en"), (Ref{Lang: "en", Policy: "privacy", Other: "zh"}); got != want {
		t.Errorf("In = %+v, want %+v", got, want)
	}
	if got := r.In("en").In("zh"); got != r {
		t.Errorf("there and back = %+v, want %+v", got, r)
	}
}

func TestNames(t *testing.T) {
	for _, s := range []string{"privacy", "sdk-list", "a", "2026", "x1"} {
		if err := CheckSlug(s); err != nil {
			t.Error(err)
		}
	}
	for _, s := range []string{"1.0", "2026-01-01", "v2", "1.0-beta.1", "com0", "com10", "console"} {
		if err := CheckVersion(s); err != nil {
			t.Error(err)
		}
	}
	for _, s := range []string{
		"", "from", "with", "history", "embed", "search", "feed", "Privacy", "隐私", "..", ".", "a..b", "a/b", "-a", "a-", ".a", "_a", "a b",
		"0123456789012345678901234567890123456789012345678901234567890123456789", "404", "index", "1.0", "clauses", "table", "assets",
		"record", "on", "schema", "annex", "static", "package", "con", "nul", "com1", "lpt9",
	} {
		if CheckSlug(s) == nil {
			t.Errorf("CheckSlug(%q) accepts it", s)
		}
		if s != "1.0" && CheckVersion(s) == nil {
			t.Errorf("CheckVersion(%q) accepts it", s)
		}
	}
}

// ref draws a page that the site can have.
func ref() *rapid.Generator[Ref] {
	return rapid.Custom(func(t *rapid.T) Ref {
		lang := rapid.SampledFrom([]Lang{"zh", "en", "fra"})
		name := rapid.StringMatching(`[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?`).Filter(func(s string) bool { return CheckSlug(s) == nil })
		version := rapid.StringMatching(`[a-z0-9](\.?[a-z0-9-]{0,3}[a-z0-9]){0,3}`).Filter(func(s string) bool { return CheckVersion(s) == nil })
		r := Ref{Lang: lang.Draw(t, "lang")}
		switch rapid.IntRange(0, 7).Draw(t, "kind") {
		case 0:
			return Ref{}
		case 1:
			return r
		case 2:
			r.Leaf = rapid.SampledFrom([]Leaf{LeafSearch, LeafNotFound}).Draw(t, "leaf")
			return r
		case 3:
			r.Policy = name.Draw(t, "policy")
			r.Leaf = rapid.SampledFrom([]Leaf{LeafHistory, LeafClauses, LeafEmbed}).Draw(t, "leaf")
			return r
		}
		r.Policy = name.Draw(t, "policy")
		if rapid.Bool().Draw(t, "has version") {
			r.Version = version.Draw(t, "version")
			if rapid.Bool().Draw(t, "has base") {
				r.Base = version.Draw(t, "base")
				if rapid.Bool().Draw(t, "as table") {
					r.Leaf = LeafTable
					return r
				}
			}
		}
		if rapid.Bool().Draw(t, "has other") {
			r.Other = lang.Draw(t, "other")
		}
		if rapid.Bool().Draw(t, "has clause") {
			r.Clause = rapid.StringMatching(`[a-z][a-z0-9-]{0,10}`).Draw(t, "clause")
		}
		return r
	})
}

func TestPathRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := ref().Draw(t, "ref")
		got, err := ParsePath(r.Path() + r.Fragment())
		if err != nil || got != r {
			t.Fatalf("ParsePath(%q) = %+v, %v, want %+v", r.Path()+r.Fragment(), got, err, r)
		}
	})
}

// TestHrefLeadsThere follows a relative link by hand and arrives at its page.
func TestHrefLeadsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := ref().Draw(t, "from"), ref().Draw(t, "to").Page()
		if got := follow(from.File(), to.Href(from)); got != to.File() {
			t.Fatalf("%q from %q leads to %q, want %q", to.Href(from), from.File(), got, to.File())
		}
	})
}

// TestStringRoundTrip: the spelling of sources names the policy, the version and
// the clause, and can be taken apart again.
func TestStringRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := ref().Draw(t, "ref")
		path, clause, _ := strings.Cut(r.String(), "#")
		slug, version, _ := strings.Cut(path, "/")
		if slug != r.Policy || version != r.Version || clause != r.Clause {
			t.Fatalf("%q says policy %q, version %q and clause %q of %+v", r.String(), slug, version, clause, r)
		}
	})
}

func FuzzParsePath(f *testing.F) {
	for _, s := range []string{"", "zh/", "zh/privacy/2.0/from/1.0/with/en/#x", "404.html", "zh/404.html", "zh/search/", "//", "zh/privacy/embed/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := ParsePath(s)
		if err != nil {
			return
		}
		again, err := ParsePath(r.Path() + r.Fragment())
		if err != nil || again != r {
			t.Errorf("ParsePath(%q) = %+v, which spells %q: %+v, %v", s, r, r.Path()+r.Fragment(), again, err)
		}
	})
}
