package theme

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"diptych/i18n"
	"diptych/internal/diag"
	"diptych/internal/locale"
	"diptych/internal/page"
	"diptych/internal/policy"
	"diptych/themes"
)

func site(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

func load(t *testing.T, name string, site fs.FS) (*Theme, string) {
	t.Helper()
	th, list := Load(themes.FS, site, Options{Name: name, Langs: []policy.Lang{"zh", "en"}, Catalog: catalog(t)})
	var b strings.Builder
	_ = list.Text(&b, diag.Style{})
	if (th == nil) != list.HasErrors() {
		t.Errorf("theme %v with problems %s", th, b.String())
	}
	return th, b.String()
}

// TestOverride: a site's theme changes single files, a page changes single
// partials, custom.css comes last, and strings of the site win.
func TestOverride(t *testing.T) {
	th, problems := load(t, "corp", site(
		"themes/corp/partials/footer.html", "\uFEFF<footer>{{.Owner.Name}}\r\n{{template \"seal\" .}}</footer>",
		"themes/corp/partials/seal.html", `<p>{{date .Head.Modified}}</p>`,
	))
	if th != nil || !strings.Contains(problems, "no field Modified in Head") {
		t.Errorf("problems: %s", problems)
	}
	files := site(
		"themes/corp/partials/footer.html", "\uFEFF<footer>{{.Owner.Name}}\r\n{{template \"seal\" .}}</footer>",
		"themes/corp/partials/seal.html", `<p>seal of {{.Owner.Name}}</p>`,
		"themes/corp/README.md", "mine",
		"themes/custom.css", "/* kept */ :root { --color-link: #600; }\n",
	)
	th, problems = load(t, "corp", files)
	if problems != "" {
		t.Fatal(problems)
	}
	got := render(t, th, "en", "home", sampleHome("en"))
	for _, want := range []string{
		"<p>seal of Lanting Technology (Hangzhou) Co., Ltd.</p></footer>", "/* kept */ :root { --color-link: #600; }</style>", "All policies",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Contains(got, "beian.miit") {
		t.Error("the default footer is still there")
	}
	if _, problems = load(t, "", site("themes/default/partials/footer.html", "<footer>short</footer>")); problems != "" {
		t.Error(problems)
	}

	words, list := locale.Load(i18n.FS, site("i18n/en.toml", `all_policies = "Our R&D “rules”"`), map[policy.Lang]policy.Tag{"en": "en"}, []policy.Lang{"en"})
	if len(list) > 0 {
		t.Fatal(list)
	}
	th, list = Load(themes.FS, nil, Options{Langs: []policy.Lang{"en"}, Catalog: words})
	if len(list) > 0 {
		t.Fatal(list)
	}
	if got := render(t, th, "en", "home", sampleHome("en")); !strings.Contains(got, "<h2>Our R&amp;D “rules”</h2>") {
		t.Error("the site's string is not there")
	}
}

// TestStyleOverride: a site's own style file stands where the default one
// stood, on the pages that carry it, and custom.css comes last on every page.
func TestStyleOverride(t *testing.T) {
	th, problems := load(t, "", site(
		"themes/default/assets/history.css", ".own { margin: 71em }",
		"themes/custom.css", ".own { margin: 9em }",
	))
	if problems != "" {
		t.Fatal(problems)
	}
	history, _ := inlined(th, page.KindHistory)
	own, custom := strings.Index(history, ".own{margin:71em}@page"), strings.Index(history, "\n.own { margin: 9em }")
	if own < 0 || custom < own || strings.Contains(history, ".timeline") {
		t.Errorf("history: its own style at %d, custom.css at %d", own, custom)
	}
	home, _ := inlined(th, page.KindHome)
	if strings.Contains(home, "71em") || !strings.HasSuffix(home, "\n.own { margin: 9em }") {
		t.Error("home carries the style of history, or custom.css is not its end")
	}
}

// TestProblems holds the whole message for each mistake in a theme.
func TestProblems(t *testing.T) {
	for _, tt := range []struct{ name, theme, file, src, want string }{
		{"unknown theme", "corpo", "themes/corp/base.html", "",
			"site.toml: error: unknown theme \"corpo\" [theme]\n  hint: did you mean corp?\n"},
		{"name with a path", "../x", "a", "",
			"site.toml: error: theme \"../x\" is not a name [theme]\n  hint: it is the name of a folder in themes/\n"},
		{"file of no use", "corp", "themes/corp/pages/txt.html", "",
			"themes/corp/pages/txt.html: error: no page uses the file [theme]\n  hint: did you mean pages/text.html?\n"},
		{"style file of no use", "corp", "themes/corp/assets/redlines.css", "",
			"themes/corp/assets/redlines.css: error: no page uses the file [theme]\n  hint: did you mean assets/redline.css?\n"},
		{"file that is large", "corp", "themes/corp/assets/base.css", strings.Repeat(" ", maxFile+1),
			"themes/corp/assets/base.css: error: cannot read the file: it is larger than 1024 KiB [theme]\n"},
		{"large style", "", "themes/custom.css", strings.Repeat(" ", maxFile+1),
			"themes/custom.css: error: cannot read the style: it is larger than 1024 KiB [theme]\n"},
		{"largest style", "", "themes/custom.css", strings.Repeat(" ", maxFile), ""},
		{"file for a theme", "corp", "themes/corp", "x", "themes/corp: error: a file, not a folder [theme]\n  hint: it is the folder of the theme\n"},
		{"file for the theme", "", "themes/default", "x", "themes/default: error: a file, not a folder [theme]\n  hint: it is the folder of the theme\n"},
		{"syntax", "corp", "themes/corp/pages/home.html", "a\n{{if}}",
			"themes/corp/pages/home.html:2: error: missing value for if [theme]\n"},
		{"unknown function", "corp", "themes/corp/pages/home.html", "\n\n{{upper .SiteTitle}}",
			"themes/corp/pages/home.html:3: error: function \"upper\" not defined [theme]\n"},
		{"unknown field", "corp", "themes/corp/partials/footer.html", "\n<p>{{if .Owner.URL}}{{.Owner.Emial}}{{end}}",
			"themes/corp/partials/footer.html:2:29: error: no field Emial in Owner [theme]\n  hint: did you mean Email?\n"},
		{"unknown field of an item", "corp", "themes/corp/pages/home.html", `{{define "title"}}{{end}}{{define "main"}}{{range .Cards}}{{with .Next}}{{.Titel}}{{end}}{{end}}{{end}}`,
			"themes/corp/pages/home.html:1:75: error: no field Titel in Edition [theme]\n  hint: did you mean Title?\n"},
		{"unknown string", "corp", "themes/corp/partials/footer.html", `{{t "skipp"}}`,
			"themes/corp/partials/footer.html:1:3: error: no string \"skipp\" [theme]\n  hint: did you mean skip?\n"},
		{"string without its value", "corp", "themes/corp/partials/footer.html", `{{t "version_name"}}`,
			"themes/corp/partials/footer.html:1:3: error: string \"version_name\" needs a value for {{.Version}} [theme]\n  hint: add \"Version\" and its value\n"},
		{"plural by t", "corp", "themes/corp/partials/footer.html", `{{t "fold"}}`,
			"themes/corp/partials/footer.html:1:3: error: string \"fold\" cannot be used with t [theme]\n  hint: n is for strings with plural forms, t for all others\n"},
		{"unknown template", "corp", "themes/corp/partials/footer.html", `{{template "langages" .}}`,
			"themes/corp/partials/footer.html:1:12: error: no template \"langages\" [theme]\n  hint: did you mean languages?\n"},
		{"mark-up that does not balance", "corp", "themes/corp/partials/footer.html", "\n{{if .SiteTitle}}<a href=\"{{end}}",
			"themes/corp/partials/footer.html:2:6: error: {{if}} branches end in different contexts: {stateURL delimDoubleQuote urlPartNone jsCtxRegexp jsTmplLitDepth=[] attrHref element none}, {stateText delimNone urlPartNone jsCtxRegexp jsTmplLitDepth=[] attrNone elementNone none} [theme]\n"},
		{"style from the network", "", "themes/custom.css", "a {}\n@import url(https://x.example/a.css);",
			"themes/custom.css:2:1: error: \"@import\" may not stand in a style [theme]\n  hint: a page asks the network for nothing but itself; use a data: address\n"},
	} {
		_, got := load(t, tt.theme, site(tt.file, tt.src))
		if tt.name == "mark-up that does not balance" { // the library's words are its own
			got, tt.want = strings.SplitN(got, " contexts", 2)[0], strings.SplitN(tt.want, " contexts", 2)[0]
		}
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestMissingPage: a theme must have every kind of page.
func TestMissingPage(t *testing.T) {
	less := fstest.MapFS{}
	err := fs.WalkDir(themes.FS, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && p != "default/pages/redline.html" {
			b, _ := fs.ReadFile(themes.FS, p)
			less[p] = &fstest.MapFile{Data: b}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	th, list := Load(less, nil, Options{Langs: []policy.Lang{"zh"}, Catalog: catalog(t)})
	if th != nil || len(list) != 1 || list[0].Text != "the theme has no pages/redline.html" {
		t.Errorf("%v", list)
	}
}

// TestRenderErrors: nothing is written when there is an error.
func TestRenderErrors(t *testing.T) {
	th := loadDefault(t, Inline)
	var b bytes.Buffer
	for _, err := range []error{
		th.Render(&b, "fr", "home", sampleHome("en")), th.Render(&b, "en", "nope", sampleHome("en")), th.Render(&b, "en", "text", sampleHome("en")),
	} {
		if err == nil {
			t.Error("no error")
		}
	}
	if b.Len() > 0 {
		t.Errorf("written: %.80s", b.String())
	}
}
