package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"
)

// FuzzPipeline builds a policy of two versions in two languages, whatever their
// texts say, with all its pages. On each page ids are there once, links lead
// somewhere and nothing can run; redlines are the texts that they compare, pages in
// two languages the texts that they show; and pages grow with their sources.
func FuzzPipeline(f *testing.F) {
	for i, s := range pipelineSeeds(f) {
		if i < 8 || i%16 == 0 || !testing.Short() { // each is a site of thirty pages
			f.Add(s[0], s[1], s[2], s[3])
		}
	}
	f.Fuzz(func(t *testing.T, zh, zhNow, en, enNow string) {
		size := 0
		for _, s := range []string{zh, zhNow, en, enNow} {
			if size += len(s); len(s) > most || !utf8.ValidString(s) {
				t.Skip("too long to build often, or refused before it is read")
			}
		}
		checkPipeline(t, buildPair(t, [2]string{zh, zhNow}, [2]string{en, enNow}), size)
	})
}

// most is the longest text, in bytes, that the pipeline is tried with.
const most = 4 << 10

// buildPair builds a site of one policy from the bodies of its texts. Dead links
// and slips are none of its business.
func buildPair(t *testing.T, zh, en [2]string) built {
	t.Helper()
	fsys := fstest.MapFS{"site.toml": {Data: []byte("languages = [\"zh\", \"en\"]\ntitle = { zh = \"甲\", en = \"A\" }\n[check.rules]\nlink = \"warn\"\n")}}
	for i := range 2 {
		for lang, body := range map[string]string{"zh": zh[i], "en": en[i]} {
			head := fmt.Sprintf("+++\ntitle = \"T\"\neffective = 2026-0%d-01\n+++\n\n", i+1)
			fsys[fmt.Sprintf("content/p/%d.0/%s.md", i+1, lang)] = &fstest.MapFile{Data: []byte(head + body)}
		}
	}
	return tryBuild(t, fsys, nil)
}

func checkPipeline(t *testing.T, b built, size int) {
	t.Helper()
	if len(b.readings()) == 0 {
		return // what is wrong with the sources was said, and nothing made
	}
	checkLinks(t, b, "")
	checkRedlines(t, b, 2)
	checkParallel(t, b)
	written := 0
	for name, data := range b.files {
		written += len(data)
		if doc := b.doc(name); doc != nil {
			walk(doc, func(n *html.Node) { checkHarmless(t, name, n) })
		}
	}
	// Some thirty pages say a text, and a character may be marked on each.
	const fixed, times = 3 << 20, 3000
	if written > fixed+times*size {
		t.Errorf("%d bytes of pages from %d bytes of texts", written, size)
	}
}

// pipelineSeeds are texts of this repository: the beginnings of its own policies,
// the cases of redlines and of builds, and what is known to be hard.
func pipelineSeeds(t testing.TB) [][4]string {
	t.Helper()
	out := [][4]string{
		{"", "", "", ""},
		{"1. 1. 1. a", "1. 1. 1. b", "- - > a", "- > - b"},
		{"甲[^1]\n\n[^1]: 乙", "甲[^1]乙[^1]\n\n[^1]: 丙", "a[^x]\n\n[^x]: b", "a[^x]"},
		{"<details>\n\n## 甲 {#a}\n\n</details>", "> ## 甲 {#a}", "- ## a {#a}", "## a {#a}"},
		{"“甲”是指乙。“甲”是指乙。", "**甲**是指乙。", "\"A\" means b.", "**A** means b."},
		{"|a|b|\n|-|-|\n|c|", "<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", "|a|\n|-|", "|b|a|\n|-|-|"},
		{"第一条　甲\n\n见第一条。", "第一条　新\n\n第二条　甲\n\n见第一条。", "Article 1 a\n\nSee Article 1.", "Article 1 n\n\nArticle 2 a\n\nSee Article 1."},
		{"[甲](p/1.0#c-1)[乙](#x)[丙](p)", "![甲](a.png)<a id=x></a>", "[a](../1.0/zh.md)", "[a]: javascript:alert(1)\n\n[a]"},
	}
	body := func(name string) string {
		data, err := os.ReadFile(name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) { // some texts are in one language
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(strings.TrimPrefix(string(data), "+++"), "+++")
		return strings.ToValidUTF8(text[:min(len(text), most/2)], "")
	}
	names, err := filepath.Glob("../../content/*/*/zh.md")
	if err != nil || len(names) < 2 {
		t.Fatalf("%d own texts, %v", len(names), err)
	}
	for i := range len(names) - 1 {
		var s [4]string
		for k, name := range names[i : i+2] {
			s[k], s[2+k] = body(name), body(filepath.Join(filepath.Dir(name), "en.md"))
		}
		out = append(out, s)
	}
	archives, err := filepath.Glob("../redline/testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("%d archives, %v", len(archives), err)
	}
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var s [4]string
		for _, f := range a.Files {
			switch f.Name {
			case "old.md":
				s[0], s[2] = string(f.Data), string(f.Data)
			case "new.md":
				s[1], s[3] = string(f.Data), string(f.Data)
			}
		}
		out = append(out, s)
	}
	return out
}
