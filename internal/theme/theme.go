// Package theme turns views into the bytes of pages. It keeps the law that a
// page asks the network for nothing but itself and runs nothing but the theme's
// own script, and it reports what is wrong with a theme when it is loaded, with
// file and line. It leaves what a page holds to package page and the words of
// the interface to package locale.
//
// # Making a theme
//
// A theme is a folder themes/NAME of a site, chosen by theme = "NAME" in
// site.toml. It need hold only what differs from the default theme; every file
// that is missing there comes from the default one. A site that keeps the
// default theme may still change single files in themes/default/.
//
//	base.html               the frame of every page: {{define}}s nothing, calls title, header, main, footer
//	partials/*.html         pieces; partials/notices.html is called as {{template "notices" .}}
//	pages/<kind>.html       one a kind of page: {{define "title"}}…{{end}}{{define "main"}}…{{end}}
//	assets/<concern>.css    tokens, reset, language, layout, components; then what the kind of page needs;
//	                        then print, forced-colors
//	assets/script.js        the script of all pages
//	assets/search.js        what the search page has beside it
//
// A page may define a partial anew, for that kind of page alone: pages/chooser.html
// does so with header. The kinds and the fields of their views are the structs of
// package page (internal/page/view*.go). A field that does not exist is a problem.
//
// A page carries the style files of its kind and no others. Which these are is
// said by page.Kinds, and in docs/themes.md.
//
// Templates are those of Go's html/template. The functions beside its own are:
//
//	t "id" "Name" value …       the string id of i18n/<lang>.toml, with its placeholders
//	n "id" count "Name" value … the same for a string with plural forms
//	tl lang "id" …              t in another language of the site
//	date .Effective             <time datetime="2026-01-01">2026年1月1日</time>
//	lang .Prevails              name of a language in the page's language
//	own .Lang                   name of a language in itself
//	words .Title .TitleTag      words from content, foreign ones among them marked by lang
//	name .Version               the name of a version, kept on one line
//	assets .Ref                 the policy for content security, style and script; once, in the head
//
// A date, or the result of a template function, may be the value of a
// placeholder: its mark-up is kept. Everything else is escaped.
//
// # Tokens
//
// Colours and type are custom properties. tokens.css has a palette in three
// blocks (light, dark by preference, dark by ?theme=dark) and then what each
// colour is for; all other files use only these:
//
//	--color-text            words
//	--color-soft            dates, labels and other words of second rank
//	--color-link            links, buttons, and marks of what is in force
//	--color-key             the mark of important clauses
//	--color-page            behind everything
//	--color-panel           behind notices, heads of tables, the clause that a link led to
//	--color-line            rules and borders
//	--color-inserted, --color-deleted, --color-moved
//	                        words of a redline
//	--color-inserted-back, --color-deleted-back, --color-moved-back
//	                        behind them
//	--font-en, --font-zh    faces; every page runs on those that the reader has
//	--font-size             size of the text, as a share of what the reader has chosen
//	--line-en, --line-zh    line-height
//	--hang                  how far the labels of clauses hang out; 0 on phones, 3rem elsewhere
//
// Words need 7:1 against page and panel, a redline 8:1 against its own
// background, and inserted and deleted must not differ by red and green alone.
//
// themes/custom.css of a site is appended to the style of any theme and needs no
// !important. Templates hold no style attributes, event handlers or script
// elements: the content security policy forbids them and browsers ignore them.
package theme

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"maps"

	"diptych/internal/diag"
	"diptych/internal/locale"
	"diptych/internal/page"
	"diptych/internal/policy"
)

// defaultName is the name of the embedded theme.
const defaultName = "default"

// Values of Options.Assets.
const (
	Inline   = "inline"   // style and script stand in every page
	External = "external" // in files of their own, named by their hash
)

// Options says which theme to load, and for what.
type Options struct {
	Assets  string // Inline or External; "" is Inline
	Name    string // "" is that of the embedded theme
	Langs   []policy.Lang
	Catalog *locale.Catalog
}

// Theme renders pages. It is never changed after Load and safe for concurrent
// use.
type Theme struct {
	sets   map[policy.Lang]map[page.Kind]func() *template.Template
	assets assets
}

// Load reads a theme. embedded holds the default theme in the folder default;
// site is the root of the site, or nil. The Theme is nil where there are
// errors.
func Load(embedded, site fs.FS, opt Options) (*Theme, diag.List) {
	var list diag.List
	if opt.Name == "" {
		opt.Name = defaultName
	}
	src := readSources(embedded, site, opt.Name, &list)
	if list.HasErrors() {
		return nil, list
	}
	t := &Theme{assets: makeAssets(src, opt, &list)}
	set := parseTheme(src, &list)
	if !list.HasErrors() {
		set.check(opt, &list)
	}
	if list.HasErrors() {
		list.Sort()
		return nil, list
	}
	t.sets = make(map[policy.Lang]map[page.Kind]func() *template.Template, len(opt.Langs))
	for _, lang := range opt.Langs {
		t.sets[lang] = set.build(funcs(lang, opt.Catalog), t.assets, opt.Catalog.For(lang))
	}
	if src.changed {
		t.try(opt.Langs, &list)
	}
	if list.HasErrors() {
		list.Sort()
		return nil, list
	}
	return t, list
}

// Render writes the page of a view, whose type belongs to kind. Nothing is
// written if there is an error.
func (t *Theme) Render(b *bytes.Buffer, lang policy.Lang, kind page.Kind, view any) error {
	set := t.sets[lang][kind]
	if set == nil {
		return fmt.Errorf("theme has no page of kind %q in language %q", kind, lang)
	}
	n := b.Len()
	if err := set().Execute(b, view); err != nil {
		b.Truncate(n)
		return fmt.Errorf("page of kind %s: %w", kind, err)
	}
	return nil
}

// Files returns the files that pages refer to, by path below the output
// folder; none where the assets are inline. The caller must not change them.
func (t *Theme) Files() map[string][]byte { return maps.Clone(t.assets.files) }
