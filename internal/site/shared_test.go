package site

import (
	"maps"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"diptych/internal/config"
)

// TestSharedKey: sites have the same key only where words and theme are made of
// the same, and none where their files cannot be read.
func TestSharedKey(t *testing.T) {
	const settings = "title = \"T\"\nlanguages = [\"zh\", \"en\"]\n"
	base := fstest.MapFS{
		"site.toml":              {Data: []byte(settings)},
		"i18n/en.toml":           {Data: []byte("history = \"a\"\n")},
		"themes/custom.css":      {Data: []byte("a{}")},
		"themes/own/default.css": {Data: []byte("b{}")},
		"content/p/1.0/en.md":    {Data: []byte("text")},
	}
	key := func(change fstest.MapFS) string {
		fsys := maps.Clone(base)
		maps.Copy(fsys, change)
		maps.DeleteFunc(fsys, func(_ string, f *fstest.MapFile) bool { return f == nil })
		cfg, problems := config.Load(fsys)
		if problems.HasErrors() {
			t.Fatal(printed(problems))
		}
		return sharedKey(fsys, cfg)
	}
	file := func(name, data string) fstest.MapFS { return fstest.MapFS{name: {Data: []byte(data)}} }
	same := key(nil)
	for _, change := range []fstest.MapFS{
		file("content/p/1.0/en.md", "other"), file("site.toml", "base_url = \"https://example.com/\"\n"+settings),
	} {
		if same == "" || key(change) != same {
			t.Errorf("%v: another key", slices.Collect(maps.Keys(change)))
		}
	}
	seen := map[string]bool{same: true}
	for _, change := range []fstest.MapFS{
		file("site.toml", "title = \"T\"\nlanguages = [\"en\", \"zh\"]\n"), file("site.toml", "title = \"T\"\nlanguages = [\"en\"]\n"),
		file("site.toml", "assets = \"external\"\n"+settings), file("site.toml", "theme = \"own\"\n"+settings),
		file("site.toml", settings+"[lang_tags]\nzh = \"zh-Hant\"\n"),
		file("i18n/en.toml", "history = \"b\"\n"), file("i18n/zh.toml", "history = \"a\"\n"), {"i18n/en.toml": nil},
		file("themes/custom.css", "b{}"), file("themes/own.css", "a{}"), {"themes/custom.css": nil},
		file("themes/own/default.css", "b{ "),
	} {
		if k := key(change); seen[k] || k == "" {
			t.Errorf("%v: the key of another site, or none", change)
		} else {
			seen[k] = true
		}
	}
	if k := key(fstest.MapFS{"themes/link": {Data: []byte("."), Mode: os.ModeSymlink}}); k != "" {
		t.Error("what cannot be read has a key")
	}
}
