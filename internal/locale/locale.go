// Package locale turns i18n/<lang>.toml into the words of the interface:
// strings, plurals, dates and names of languages. It keeps the law that every
// language says the same things with the same placeholders, so that no page
// ever falls back to another language's words. It leaves the words of the
// policies to their sources.
package locale

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"diptych/i18n"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// folder is where a site keeps its own strings: i18n/<lang>.toml.
const folder = "i18n"

// Catalog holds the words of every language of a site. It is never changed
// after Load and safe for concurrent use.
type Catalog struct {
	words map[policy.Lang]*Words
	langs []policy.Lang // in the order of Load

	Hidden []policy.Hiding // characters of the site's own strings that no eye tells
}

// Load reads the strings of the languages. embedded holds the program's own
// <lang>.toml at its root; site is the root of the site, where a string in
// i18n/<lang>.toml wins over the embedded one; nil means that there is none.
// tags names the tag of each language, by which its embedded strings and its
// plural rule are found.
//
// The Catalog is usable whatever the problems, but words may be missing.
func Load(embedded, site fs.FS, tags map[policy.Lang]policy.Tag, langs []policy.Lang) (*Catalog, diag.List) {
	ref, list := referenceOf(embedded)
	c := &Catalog{words: make(map[policy.Lang]*Words, len(langs))}
	for _, lang := range langs {
		tag := tags[lang]
		if tag == "" {
			tag = lang.Tag()
		}
		rule, err := newPluralRule(string(tag))
		if err != nil {
			list.Errorf(diag.Pos{File: "site.toml"}, diag.I18N, "", "language %s: %v", lang, err)
			continue
		}
		w := &Words{lang: lang, tag: tag, rule: rule, catalog: c, messages: map[string]*message{}}
		if f := ref.file(lang, tag); f != nil {
			maps.Copy(w.messages, f.messages)
		}
		own := file{name: path.Join(folder, string(lang)+".toml")}
		if site != nil {
			if src, err := fs.ReadFile(site, own.name); err == nil {
				own = readFile(own.name, src, &list)
				c.Hidden = append(c.Hidden, own.hidings()...)
			} else if !errors.Is(err, fs.ErrNotExist) {
				list.Errorf(diag.Pos{File: own.name}, diag.I18N, "", "cannot read the strings: %v", diag.Reason(err))
			}
		}
		for id, m := range own.messages {
			if ref.check(own, id, m, langs, &list) {
				w.messages[id] = m
			}
		}
		w.check(ref, own, &list)
		c.words[lang], c.langs = w, append(c.langs, lang)
	}
	list.Sort()
	return c, list
}

// For returns the words of a language that was loaded, else of none: every
// string is then an error.
func (c *Catalog) For(lang policy.Lang) *Words {
	if w := c.words[lang]; w != nil {
		return w
	}
	return &Words{lang: lang, catalog: c}
}

// Langs returns the languages that were loaded, in the order of Load.
func (c *Catalog) Langs() []policy.Lang { return slices.Clone(c.langs) }

// Tags returns the tags of the languages that were loaded, in that order.
func (c *Catalog) Tags() []policy.Tag {
	out := make([]policy.Tag, len(c.langs))
	for i, l := range c.langs {
		out[i] = c.words[l].tag
	}
	return out
}

// reference is what the embedded files say that there is to say.
type reference struct {
	files map[policy.Lang]*file
	keys  []string                   // sorted
	names map[string]map[string]bool // placeholders of each key
}

// ownReference is what the program's own files of pages say, read when it is
// first asked for: it is the same for every site.
var ownReference = sync.OnceValues(func() (*reference, diag.List) { return newReference(i18n.FS) })

func referenceOf(embedded fs.FS) (*reference, diag.List) {
	if embedded == fs.FS(i18n.FS) {
		r, list := ownReference()
		return r, slices.Clone(list)
	}
	return newReference(embedded)
}

func newReference(embedded fs.FS) (*reference, diag.List) {
	var list diag.List
	r := &reference{files: map[policy.Lang]*file{}, names: map[string]map[string]bool{}}
	paths, _ := fs.Glob(embedded, "*.toml")
	for _, p := range paths {
		src, err := fs.ReadFile(embedded, p)
		if err != nil {
			list.Errorf(diag.Pos{File: p}, diag.I18N, "", "cannot read the strings: %v", err)
			continue
		}
		f := readFile(path.Join(folder, p), src, &list)
		r.files[policy.Lang(strings.TrimSuffix(p, ".toml"))] = &f
		for id, m := range f.messages {
			if r.names[id] == nil {
				r.names[id] = map[string]bool{}
			}
			for _, n := range m.names() {
				r.names[id][n] = true
			}
		}
	}
	r.keys = slices.Sorted(maps.Keys(r.names))
	return r, list
}

// file returns the embedded strings of a language: those of its tag, whatever
// its key, or those of its key where they are of another script or region. It is
// nil where there are none.
func (r *reference) file(lang policy.Lang, tag policy.Tag) *file {
	if f := r.files[tag.Key()]; f != nil {
		return f
	}
	if lang.Tag().Base() == tag.Base() {
		return r.files[lang]
	}
	return nil
}

// check reports whether a site's own string may stand for the embedded one.
func (r *reference) check(f file, id string, m *message, langs []policy.Lang, list *diag.List) bool {
	names, ok := r.names[id]
	if !ok {
		if l, isName := strings.CutPrefix(id, langPrefix); isName && slices.Contains(langs, policy.Lang(l)) {
			return true
		}
		list.Errorf(f.pos(id), diag.I18N, diag.DidYouMean(id, r.keys, "the strings that exist are listed in the program's i18n folder"),
			"unknown string %q", id)
		return false
	}
	for _, n := range m.names() {
		if !names[n] {
			known := slices.Sorted(maps.Keys(names))
			fallback := "this string has no placeholders"
			if len(known) > 0 {
				fallback = "its placeholders are " + strings.Join(known, ", ")
			}
			list.Errorf(f.pos(id), diag.I18N, diag.DidYouMean(n, known, fallback), "string %q has an unknown placeholder {{.%s}}", id, n)
			return false
		}
	}
	return true
}
