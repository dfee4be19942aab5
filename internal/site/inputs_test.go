package site

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"
)

// changing is the site that the edits of TestInputs change.
const changing = `-- site.toml --
title.zh = "政策"
title.en = "Policies"
base_url = "https://example.com/"
check.rules.link = "warn"
-- content/a/policy.toml --
related = ["c"]
aliases = ["old/a/"]
-- content/a/1.0/zh.md --
+++
title = "甲"
effective = 2024-01-01
+++

## 一、收集 {#x}

我们收集手机号码，见[表格](form.csv)。

## 二、保存 {#k}

我们保存三十日。
-- content/a/1.0/form.csv --
a,b
-- content/a/2.0/zh.md --
+++
title = "甲"
effective = 2025-01-01
summary = "我们不再收集手机号码。"
+++

## 一、收集 {#x}

我们收集电子邮件地址，见[乙](b#y)。

![图](plan.png)

## 二、保存 {#k}

我们保存三十日。
-- content/a/2.0/plan.png --
-- content/a/2.0/en.md --
+++
title = "A"
+++

## 1. Collection {#x}

We collect e-mail addresses.
-- content/a/3.0/zh.md --
+++
title = "甲"
effective = 2027-01-01
announced = 2026-11-01
+++

## 一、收集 {#x}

我们什么都不收集。
-- content/a/4.0/zh.md --
+++
title = "甲"
effective = 2027-06-01
announced = 2026-11-01
+++

## 一、收集 {#x}

我们什么都不收集了。
-- content/b/1.0/zh.md --
+++
title = "乙"
effective = 2024-02-01
+++

## 一、保存 {#y}

我们保存三十日。

## 二、删除 {#z}

我们删除。
-- content/c/policy.toml --
part_of = "b"
ends = 2030-01-01
succeeded_by = "b"
-- content/c/1.0/zh.md --
+++
title = "丙"
effective = 2024-03-01
+++

## 一、范围 {#w}

适用于全部服务。
`

// edit is a change of the sources, what it touches, and outputs that are made of
// nothing that it touches.
type edit struct {
	name    string
	do      func(fsys fstest.MapFS, opt *Options)
	touches []Input
	spares  string
}

func words(slug, version string) Input { return Input{Aspect: OfWords, Policy: slug, Version: version} }
func of(a Aspect, slug string) Input   { return Input{Aspect: a, Policy: slug} }

// replace changes words of a file.
func replace(file, old, new string) func(fstest.MapFS, *Options) {
	return func(fsys fstest.MapFS, _ *Options) {
		fsys[file] = &fstest.MapFile{Data: bytes.Replace(fsys[file].Data, []byte(old), []byte(new), 1)}
	}
}

// add makes a file.
func add(file, data string) func(fstest.MapFS, *Options) {
	return func(fsys fstest.MapFS, _ *Options) { fsys[file] = &fstest.MapFile{Data: []byte(data)} }
}

const gif = "GIF89a\x02\x00\x03\x00\x00\x00\x00;"

var edits = []edit{
	{"a word of a version", replace("content/a/2.0/zh.md", "电子邮件地址", "电子邮箱"), []Input{words("a", "2.0")},
		"zh/a/1.0/index.html zh/index.html zh/b/index.html zh/search/index.html zh/search/b.js zh/a/4.0/from/3.0/index.html zh/a/4.0/from/3.0/index.json"},
	{"a word of the first version", replace("content/a/1.0/zh.md", "手机", "电话"), []Input{words("a", "1.0")},
		"zh/a/3.0/from/2.0/index.html zh/a/2.0/with/en/index.html zh/search/a.js zh/index.html"},
	{"a word that no later version changes", replace("content/a/1.0/zh.md", "三十日", "十日"), []Input{words("a", "1.0")}, "zh/a/3.0/from/2.0/index.html"},
	{"a heading", replace("content/a/2.0/zh.md", "一、收集", "一、我们收集什么"), []Input{words("a", "2.0"), of(OfHeadings, "a")}, "zh/a/1.0/index.html zh/index.html"},
	{"a title", replace("content/a/2.0/zh.md", `"甲"`, `"甲甲"`), []Input{of(OfTitles, "a")}, "zh/b/index.html zh/search/a.js robots.txt sitemap.xml"},
	{"a title of another policy", replace("content/c/1.0/zh.md", `"丙"`, `"丙丙"`), []Input{of(OfTitles, "c")}, "zh/b/index.html zh/a/history/index.html"},
	{"a title of the policy that one is part of", replace("content/b/1.0/zh.md", `"乙"`, `"乙乙"`), []Input{of(OfTitles, "b")}, "zh/a/index.html"},
	{"a summary", replace("content/a/2.0/zh.md", "不再收集", "从此不收集"), []Input{words("a", "2.0"), of(OfSummaries, "a")}, "zh/a/1.0/index.html zh/search/index.html"},
	{"an anchor that others link to", func(fsys fstest.MapFS, o *Options) {
		replace("content/b/1.0/zh.md", "{#y}", "{#t}")(fsys, o)
		replace("content/b/1.0/zh.md", "{#z}", "{#y}")(fsys, o)
	}, []Input{words("b", "1.0"), of(OfAnchors, "b"), of(OfHeadings, "b")}, "zh/search/a.js sitemap.xml"},
	{"an anchor that is no more", replace("content/b/1.0/zh.md", "{#y}", "{#t}"),
		[]Input{words("b", "1.0"), of(OfAnchors, "b"), of(OfHeadings, "b")}, "zh/search/a.js sitemap.xml"},
	{"a date", replace("content/a/3.0/zh.md", "2027-01-01", "2027-02-01"), []Input{of(OfFacts, "a")}, "zh/b/index.html zh/b/history/index.html"},
	{"a draft comes", replace("content/c/1.0/zh.md", "+++\ntitle", "+++\ndraft = true\ntitle"), []Input{of(OfFacts, "c"), of(OfTitles, "c"), words("c", "1.0"), of(OfHeadings, "c")}, "zh/a/history/index.html"},
	{"a day on which a version turns over", func(_ fstest.MapFS, o *Options) { o.Today.Year = 2027 },
		[]Input{of(OfFacts, "a"), of(OfAnchors, "a"), of(OfHeadings, "a")}, "zh/search/b.js zh/search/c.js zh/a/1.0/form.csv"},
	{"a day on which none does", func(_ fstest.MapFS, o *Options) { o.Today.Day++ }, nil, "zh/index.html zh/a/index.html"},
	{"policy.toml", replace("content/a/policy.toml", `"c"`, `"b"`), []Input{of(OfFacts, "a")}, "zh/b/index.html"},
	{"a policy ends", replace("content/c/policy.toml", "2030", "2026"), []Input{of(OfFacts, "c"), of(OfAnchors, "c"), of(OfHeadings, "c")}, "zh/search/b.js"},
	{"a version is withdrawn", replace("content/a/2.0/zh.md", "summary", "withdrawn = 2026-01-01\nreason = { zh = \"有误\", en = \"A slip\" }\nsummary"),
		[]Input{of(OfFacts, "a"), of(OfTitles, "a"), of(OfAnchors, "a"), of(OfHeadings, "a"), of(OfSummaries, "a"), words("a", "2.0")}, "zh/search/b.js"},
	{"a version is open for comment", replace("content/a/4.0/zh.md", "announced = 2026-11-01", "consultation = { from = 2026-11-01, to = 2026-12-01, contact = \"a@b.example\" }"),
		[]Input{of(OfFacts, "a"), of(OfAnchors, "a"), words("a", "4.0")}, "zh/search/b.js"},
	{"part_of", replace("content/c/policy.toml", `"b"`, `"a"`), []Input{of(OfFacts, "c")}, "zh/b/index.html"},
	{"a policy that prevails", replace("content/a/policy.toml", "related", "prevails = \"zh\"\nrelated"), []Input{of(OfFacts, "a")}, "zh/b/index.html"},
	{"a carried file", add("content/a/1.0/form.csv", "a,c\n"), []Input{{Aspect: OfFile, Name: "content/a/1.0/form.csv"}}, "zh/a/1.0/index.html"},
	{"an image", add("content/a/2.0/plan.png", gif), []Input{{Aspect: OfFile, Name: "content/a/2.0/plan.png"}, words("a", "2.0")}, "zh/a/1.0/index.html"},
	{"an image that another policy shows", func(fsys fstest.MapFS, o *Options) {
		add("content/b/1.0/zh.md", lone+"\n![图](../../a/2.0/plan.png)\n")(fsys, o)
		add("content/a/2.0/plan.png", gif)(fsys, o)
	}, []Input{{Aspect: OfFile, Name: "content/a/2.0/plan.png"}, words("a", "2.0"), words("b", "1.0"), of(OfTitles, "b"), of(OfFacts, "b"), of(OfAnchors, "b"), of(OfHeadings, "b")}, "zh/search/c.js"},
	{"an image in a summary", func(fsys fstest.MapFS, o *Options) {
		replace("content/a/2.0/zh.md", "不再收集手机号码", "不再收集![图](plan.png)")(fsys, o)
		add("content/a/2.0/plan.png", gif)(fsys, o)
	}, []Input{{Aspect: OfFile, Name: "content/a/2.0/plan.png"}, words("a", "2.0"), of(OfSummaries, "a")}, "zh/search/index.html zh/b/index.html"},
	{"a list of changes", replace("content/a/2.0/zh.md", "码。\"\n+++", "码。\"\n[[changes]]\nclause = \"x\"\nnote = \"改为邮箱。\"\n+++"), []Input{words("a", "2.0")},
		"zh/index.html zh/a/1.0/index.html"},
	{"an id that later versions inherit", func(fsys fstest.MapFS, o *Options) {
		replace("content/a/1.0/zh.md", "{#k}", "{#q}")(fsys, o)
		replace("content/a/2.0/zh.md", " {#k}", "")(fsys, o)
	}, []Input{words("a", "1.0"), words("a", "2.0"), of(OfAnchors, "a"), of(OfHeadings, "a")}, "zh/search/b.js sitemap.xml"},
	{"an important clause", replace("content/a/2.0/zh.md", "{#k}", "{#k .key}"), []Input{words("a", "2.0")}, "zh/index.html zh/a/1.0/index.html"},
	{"a text in another language", add("content/b/1.0/en.md", "+++\ntitle = \"B\"\n+++\n\n## 1. Storage {#y}\n\nThirty days.\n"),
		[]Input{of(OfFacts, "b"), of(OfTitles, "b"), of(OfAnchors, "b"), of(OfHeadings, "b"), words("b", "1.0")}, "zh/search/a.js"},
	{"a policy comes", add("content/d/1.0/zh.md", lone), []Input{of(OfFacts, "d"), of(OfTitles, "d"), of(OfAnchors, "d"), of(OfHeadings, "d")}, "zh/search/a.js"},
	{"the place among policies", add("content/b/policy.toml", "order = 1\n"), []Input{of(OfFacts, "b")}, "zh/a/1.0/form.csv zh/search/a.js"},
	{"an editorial version", replace("content/a/2.0/zh.md", "effective", "change = \"editorial\"\neffective"), []Input{of(OfFacts, "a")}, "zh/b/history/index.html"},
	{"which redlines there are", replace("site.toml", "base_url", "redline.compare = \"all\"\nbase_url"), []Input{{Aspect: OfConfig}}, ".nojekyll"},
	{"the public address", func(_ fstest.MapFS, o *Options) { o.BaseURL = "https://example.org/legal/" }, []Input{{Aspect: OfConfig}}, ".nojekyll"},
	{"the owner", replace("site.toml", "base_url", "owner.name = \"公司\"\nbase_url"), []Input{{Aspect: OfConfig}}, "zh/a/1.0/form.csv"},
	{"a string", add("i18n/zh.toml", "contents = \"本页内容\"\n"), []Input{{Aspect: OfStrings}}, "robots.txt zh/search/a.js"},
	{"a style", add("themes/custom.css", "p { color: red }"), []Input{{Aspect: OfTheme}}, "robots.txt sitemap.xml zh/search/a.js"},
	{"a version", add("content/b/2.0/zh.md", "+++\ntitle = \"乙\"\neffective = 2026-01-01\n+++\n\n## 一、保存 {#y}\n\n我们保存十日。\n"),
		[]Input{of(OfFacts, "b"), of(OfTitles, "b"), of(OfAnchors, "b"), of(OfHeadings, "b"), words("b", "2.0")}, "zh/search/a.js zh/search/c.js"},
}

// lone is a version of a policy.
const lone = "+++\ntitle = \"丁\"\neffective = 2024-05-01\n+++\n\n## 一、范围 {#w}\n\n适用于全部服务。\n"

// TestInputs: an edit changes no output but those that are made of something it
// touches. Outputs that it spares are made of nothing that it touches, so that
// not all are made of everything.
func TestInputs(t *testing.T) {
	before := makeAll(t, Options{Source: archive(changing), Today: day})
	for _, e := range edits {
		t.Run(strings.ReplaceAll(e.name, " ", "_"), func(t *testing.T) {
			t.Parallel()
			fsys := archive(changing)
			opt := Options{Source: fsys, Today: day}
			e.do(fsys, &opt)
			after := makeAll(t, opt)
			changed := 0
			for name, old := range before {
				now, stays := after[name]
				if !stays || bytes.Equal(old.data, now.data) {
					continue
				}
				if changed++; !e.touched(old.inputs) {
					t.Errorf("%s changed, and is made of %v", name, old.inputs)
				}
			}
			if changed == 0 && e.touches != nil {
				t.Error("nothing changed")
			}
			for _, name := range strings.Fields(e.spares) {
				if old, ok := before[name]; !ok || e.touched(old.inputs) {
					t.Errorf("%s is no output, or would be made again: it is made of %v", name, old.inputs)
				}
			}
		})
	}
}

// touched reports whether the edit touches any of the inputs.
func (e edit) touched(inputs []Input) bool {
	for _, in := range inputs {
		for _, x := range e.touches {
			if in.Aspect == x.Aspect && in.Name == x.Name && (in.Policy == "" || in.Policy == x.Policy) && in.Version == x.Version {
				return true
			}
		}
	}
	return false
}

// TestEveryOutputHasInputs: what is made of nothing is never made again.
func TestEveryOutputHasInputs(t *testing.T) {
	for name, o := range makeAll(t, Options{Source: archive(changing), Today: day}) {
		if len(o.inputs) == 0 && name != ".nojekyll" {
			t.Errorf("%s is made of nothing", name)
		}
		for _, in := range o.inputs {
			if in.Aspect == OfWords && (in.Policy == "" || in.Version == "") {
				t.Errorf("%s is made of words of no version: %v", name, in)
			}
		}
	}
}
