package main

import (
	"strings"
	"testing"
	"testing/fstest"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/site"
	"diptych/internal/source"
)

// TestTarget: a version is named by its policy and itself, and by nothing less.
func TestTarget(t *testing.T) {
	for arg, want := range map[string]string{"privacy/2.0": "privacy 2.0", "a/b/c": "a b/c", "privacy": "", "": "", "/": "", "/2.0": "", "privacy/": ""} {
		slug, version, err := target(arg)
		if got := strings.TrimSpace(slug + " " + version); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", arg, got, err)
		}
	}
}

// TestBars: a version is not announced with an error anywhere, nor while words of
// its own or of the site wait.
func TestBars(t *testing.T) {
	for _, c := range []struct {
		rule     diag.Rule
		severity diag.Severity
		file     string
		want     bool
	}{
		{diag.Link, diag.Error, "content/terms/1.0/zh.md", true},
		{diag.Placeholder, diag.Error, "content/terms/1.0/zh.md", true},
		{diag.Placeholder, diag.Warning, "content/privacy/2.0/zh.md", true},
		{diag.Placeholder, diag.Warning, "site.toml", true},
		{diag.Placeholder, diag.Warning, "content/terms/1.0/zh.md", false},
		{diag.Placeholder, diag.Warning, "content/privacy/2.0.1/zh.md", false},
		{diag.Placeholder, diag.Warning, "content/privacy/1.0/zh.md", false},
		{diag.Notice, diag.Warning, "content/privacy/2.0/zh.md", false},
		{diag.Numbering, diag.Warning, "site.toml", false},
	} {
		p := diag.Problem{Rule: c.rule, Severity: c.severity, Pos: diag.Pos{File: c.file}}
		if got := bars(p, "privacy", "2.0"); got != c.want {
			t.Errorf("%v %v in %s: %v", c.severity, c.rule, c.file, got)
		}
	}
}

// TestWasRead: what a command is about was read where each file that stands there is
// a text of it.
func TestWasRead(t *testing.T) {
	v := &policy.Version{Name: "2.0", Texts: []*policy.Text{{Lang: "zh"}}}
	model := &policy.Site{Languages: []policy.Lang{"zh", "en"}, Policies: []*policy.Policy{{Slug: "privacy", Versions: []*policy.Version{v}}}}
	one := fstest.MapFS{"content/privacy/2.0/zh.md": {}}
	two := fstest.MapFS{"content/privacy/2.0/zh.md": {}, "content/privacy/2.0/en.md": {}}
	for _, c := range []struct {
		fsys          fstest.MapFS
		slug, version string
		want          bool
	}{
		{one, "privacy", "", true}, {two, "privacy", "", true}, {one, "terms", "", false}, {one, "terms", "2.0", false},
		{one, "privacy", "3.0", false}, {one, "privacy", "2.0", true}, {two, "privacy", "2.0", false},
	} {
		if got := wasRead(c.fsys, model, c.slug, c.version); got != c.want {
			t.Errorf("%s/%s of %d files: %v", c.slug, c.version, len(c.fsys), got)
		}
	}
}

// TestBreaks: an edit is judged by the errors that come with it. Those that stood
// before stop nothing, nor do warnings.
func TestBreaks(t *testing.T) {
	const front = "+++\ntitle = \"T\"\neffective = 2026-01-01\n+++\n\n"
	const dead = "[a](#gone)\n"
	fsys := fstest.MapFS{
		"site.toml":               {Data: []byte("title.zh = \"政策\"\nlanguages = [\"zh\"]\n")},
		"content/a/1.0/zh.md":     {Data: []byte(front + dead)},
		"content/b/1.0/zh.md":     {Data: []byte(front + "甲。\n")},
		"content/b/1.0/spare.txt": {Data: []byte("a warning")},
	}
	today, err := policy.ParseDate("2026-06-01")
	if err != nil {
		t.Fatal(err)
	}
	x := &change{fsys: fsys, opt: site.Options{Source: fsys, Today: today}}
	edit := func(file, body string) source.Edit {
		return source.Edit{File: file, Real: file, Old: fsys[file].Data, New: []byte(front + body)}
	}
	for what, c := range map[string]struct {
		edit source.Edit
		want string
	}{
		"nothing":          {edit("content/b/1.0/zh.md", "乙。\n"), ""},
		"the same again":   {edit("content/a/1.0/zh.md", "乙。\n\n"+dead), ""},
		"a warning":        {edit("content/b/1.0/zh.md", "## 一、甲 {#x}\n\n甲方：____。\n"), ""},
		"mended":           {edit("content/a/1.0/zh.md", "乙。\n"), ""},
		"the same of b":    {edit("content/b/1.0/zh.md", dead), "content/b/1.0/zh.md"},
		"another of a":     {edit("content/a/1.0/zh.md", dead+"[b](#lost)\n"), "content/a/1.0/zh.md"},
		"of another rule":  {edit("content/a/1.0/zh.md", dead+"\n## 一 {#x}\n\n## 二 {#x}\n"), "content/a/1.0/zh.md"},
		"mended and worse": {edit("content/a/1.0/zh.md", "[b](#lost)\n"), "content/a/1.0/zh.md"},
	} {
		l, err := x.breaks(t.Context(), today, []source.Edit{c.edit})
		var got []string
		for _, p := range l {
			got = append(got, p.Pos.File)
		}
		if err != nil || strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, %v", what, l, err)
		}
	}
}
