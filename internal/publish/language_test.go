package publish

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"testing"
	"testing/fstest"

	"diptych/internal/policy"
	"diptych/internal/site"
)

var (
	zhKey   = regexp.MustCompile(`\bzh\b(\.md|[^-.]|$)`)
	enKey   = regexp.MustCompile(`\ben\b(\.md|[^-.]|$)`)
	tagLine = regexp.MustCompile(`(?m)^lang_tags = .*$`)
)

// renamedKeys is a site of Chinese and English that calls its languages qaz and
// qab. Names of images stay: they are part of the words that redlines compare.
func renamedKeys(t *testing.T, fsys fs.FS) fs.FS {
	t.Helper()
	rename := func(b []byte) []byte {
		return enKey.ReplaceAll(zhKey.ReplaceAll(b, []byte("qaz$1")), []byte("qab$1"))
	}
	out := fstest.MapFS{}
	for _, root := range []string{"site.toml", "content"} {
		err := fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(fsys, name)
			if ext := path.Ext(name); ext == ".md" || ext == ".toml" {
				data = rename(data)
			}
			if name == "site.toml" {
				data = tagLine.ReplaceAll(data, []byte(`lang_tags = { qaz = "zh-Hans", qab = "en" }`))
			}
			out[string(rename([]byte(name)))] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// TestLanguagesAreTags: which language a text is in is said by its tag. A site
// that gives its languages other keys has the same pages, but for the keys in
// their addresses.
func TestLanguagesAreTags(t *testing.T) {
	t.Parallel()
	own := os.DirFS("../..")
	want, renamed := ownBuilt(t, day), buildSite(t, renamedKeys(t, own), nil)
	got := make(map[string][]byte, len(renamed.files))
	back := func(b []byte) []byte {
		return bytes.ReplaceAll(bytes.ReplaceAll(b, []byte("qaz"), []byte("zh")), []byte("qab"), []byte("en"))
	}
	for name, data := range renamed.files {
		got[string(back([]byte(name)))] = back(data)
	}
	if len(got) != len(want.files) {
		t.Errorf("%d files, want %d", len(got), len(want.files))
	}
	for name, data := range want.files {
		if !bytes.Equal(got[name], data) {
			t.Errorf("%s differs: %s", name, firstDifference(data, got[name]))
		}
	}
	if !slices.Equal(problemTexts(want), problemTexts(renamed)) {
		t.Errorf("problems: %s\nwith other keys: %s", printed(want.problems), printed(renamed.problems))
	}
}

func firstDifference(want, got []byte) string {
	i := 0
	for i < min(len(want), len(got)) && want[i] == got[i] {
		i++
	}
	cut := func(b []byte) string { return string(b[max(0, min(i, len(b))-60):min(len(b), i+60)]) }
	return "want …" + cut(want) + "…, got …" + cut(got) + "…"
}

func problemTexts(b built) []string {
	var out []string
	for _, p := range b.problems {
		out = append(out, p.Text)
	}
	return out
}

// TestThreeLanguages builds a site in Simplified and Traditional Chinese and in
// English, each with a key like a tag.
func TestThreeLanguages(t *testing.T) {
	t.Parallel()
	words, err := os.ReadFile("../../i18n/zh.toml")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{
		"site.toml":         {Data: []byte("languages = [\"zh\", \"zh-hant\", \"en\"]\n")},
		"i18n/zh-hant.toml": {Data: words},
		"content/privacy/1.0/zh.md": {Data: []byte(
			"+++\ntitle = \"隐私政策\"\neffective = 2026-01-01\n+++\n\n## 一、期限 {#term}\n\n我们在 15 日内删除。见[该条](#term)。\n")},
		"content/privacy/1.0/zh-hant.md": {Data: []byte("+++\ntitle = \"隱私政策\"\n+++\n\n## 一、期限 {#term}\n\n我們在十五日內刪除。見[該條](#term)。\n")},
		"content/privacy/1.0/en.md":      {Data: []byte("+++\ntitle = \"Privacy\"\n+++\n\n## 1. Term {#term}\n\nWe delete it in fifteen days. See [this clause](#term). 我们删除。\n")},
	}
	b := buildSite(t, fsys, func(o *Options) { o.Options = site.Options{Source: fsys, Today: day, BaseURL: "https://example.com/"} })
	if len(b.problems) > 0 {
		t.Errorf("problems:\n%s", printed(b.problems))
	}
	page := string(b.files["zh-hant/privacy/index.html"])
	for _, want := range []string{
		`<html lang="zh-Hant"`, "我們在十五日內刪除", `hreflang="zh-Hans" href="https://example.com/zh/privacy/"`,
		`content="zh_TW"`, "2026年1月1日", `href="with/en/index.html`,
	} {
		if !regexp.MustCompile(regexp.QuoteMeta(want)).MatchString(page) {
			t.Errorf("the page in Traditional Chinese lacks %s", want)
		}
	}
	if en := string(b.files["en/privacy/index.html"]); !bytes.Contains([]byte(en), []byte(`<span lang="zh-Hans">我们删除。</span>`)) {
		t.Error("Chinese words in the English text are not marked with the tag of the site's first Chinese")
	}
	if _, ok := b.files["zh/privacy/with/zh-hant/index.html"]; !ok {
		t.Error("no page shows both kinds of Chinese")
	}
	if ref, err := policy.ParsePath("zh-hant/privacy/1.0/with/zh/"); err != nil || ref.Lang != "zh-hant" || ref.Other != "zh" {
		t.Errorf("an address with such a key is read as %+v, %v", ref, err)
	}
}
