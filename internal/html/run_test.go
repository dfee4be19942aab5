package html

import (
	"testing"

	"diptych/internal/policy"
)

func TestRuns(t *testing.T) {
	site := &policy.Link{Kind: policy.LinkExternal, Dest: "https://a.cn/b"}
	titled := &policy.Link{Kind: policy.LinkRef, Dest: "x", Title: `t"t`}
	mail := &policy.Link{Kind: policy.LinkExternal, Dest: "mailto:a@b.cn"}
	dead := &policy.Link{Kind: policy.LinkDead, Dest: "javascript:alert(1)"}
	picture := func(kind policy.LinkKind) policy.Run {
		return policy.Run{Kind: policy.Image, Text: `a"b`, Image: &policy.Picture{Link: policy.Link{Kind: kind, Dest: "p.png", Title: "t"}, Width: 20, Height: 10}}
	}
	const strong, em = policy.Strong, policy.Emphasis
	for _, tt := range []struct {
		name string
		runs []policy.Run
		want string
	}{
		{"nothing", nil, ""},
		{"words", []policy.Run{says(`<a b="&">`)}, "&lt;a b=&#34;&amp;&#34;&gt;"},
		{"NUL", []policy.Run{says("a\x00b")}, "a\uFFFDb"},
		{"elements in common", []policy.Run{{Text: "a", Marks: strong}, {Text: "b", Marks: strong | em}, {Text: "c", Marks: em}},
			"<strong>a<em>b</em></strong><em>c</em>"},
		{"all formats", []policy.Run{{Text: "a", Marks: 1<<10 - 1}},
			"<strong><em><s><u><sub><sup><small><mark><kbd><code>a</code></kbd></mark></small></sup></sub></u></s></em></strong>"},
		{"a link is one link", []policy.Run{{Text: "a", Link: site}, {Text: "b", Link: site, Marks: strong}, {Text: "c"}},
			`<a href="https://a.cn/b" rel="external">a<strong>b</strong></a>c`},
		{"words that are their address", []policy.Run{{Text: "a.cn/b", Link: site}}, `<a href="https://a.cn/b" class="bare">a.cn/b</a>`},
		{"a title", []policy.Run{{Text: "a", Link: titled}}, `<a href="x" title="t&#34;t">a</a>`},
		{"mail is not read out in print", []policy.Run{{Text: "a", Link: mail}}, `<a href="mailto:a@b.cn">a</a>`},
		{"a dead link", []policy.Run{{Text: "a", Link: dead}}, "a"},
		{"a language", []policy.Run{{Text: "a", Lang: "fr"}, {Text: "b", Lang: "fr", Marks: em}, says("c")}, `<span lang="fr">a<em>b</em></span>c`},
		{"a break, an anchor", []policy.Run{says("a"), {Kind: policy.Break}, {Kind: policy.Anchor, ID: "x"}, says("b")}, `a<br><span id="x"></span>b`},
		{"characters that nobody sees are named where they came or went", []policy.Run{says("a\u200b"), run(policy.Deleted, "\u200b\u00ad"), run(policy.MovedTo, "c\u200d")},
			"a\u200b<del>\u200b\u00ad<small class=\"aside\" dir=\"ltr\">U+200B</small><small class=\"aside\" dir=\"ltr\">U+00AD</small></del>" +
				"<ins class=\"moved\">c\u200d<small class=\"aside\" dir=\"ltr\">U+200D</small></ins>"},
		{"images, the second of which can wait", []policy.Run{picture(policy.LinkFile), picture(policy.LinkFile)},
			`<img src="p.png" alt="a&#34;b" title="t" width="20" height="10" decoding="async">` +
				`<img src="p.png" alt="a&#34;b" title="t" width="20" height="10" loading="lazy" decoding="async">`},
		{"images from elsewhere are words", []policy.Run{picture(policy.LinkExternal), picture(policy.LinkDead)}, "a&#34;ba&#34;b"},
		{"a note in a link", []policy.Run{{Text: "a", Link: titled}, {Kind: policy.NoteRef, Num: 1, Text: "[1]", Link: titled}},
			`<a href="x" title="t&#34;t">a</a><sup class="note-ref"><a href="#fn-1">[1]</a></sup>`},
	} {
		got := htmlOf(testOptions(), func(w *Writer) { w.Runs(tt.runs) })
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
		read(t, tt.name, got)
	}
}

// Without Href and Src only links that leave the site are links, and no image
// is shown.
func TestRunsWithoutAddresses(t *testing.T) {
	runs := []policy.Run{
		{Text: "a", Link: &policy.Link{Kind: policy.LinkRef, Dest: "x"}},
		{Text: "b", Link: &policy.Link{Kind: policy.LinkExternal, Dest: "https://a.cn"}},
		{Kind: policy.Image, Text: "c", Image: &policy.Picture{Link: policy.Link{Kind: policy.LinkFile, Dest: "p.png"}}},
	}
	if got, want := htmlOf(Options{}, func(w *Writer) { w.Runs(runs) }), `a<a href="https://a.cn" rel="external">b</a>c`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestOutline(t *testing.T) {
	head := func(id string, depth int, label, words string) *policy.Clause {
		c := &policy.Clause{ID: id, Form: policy.Heading, Depth: depth, Head: []policy.Run{says(words)}}
		if label != "" {
			c.Label = decimal(label)
		}
		return c
	}
	para := func(id, words string) *policy.Clause {
		label := decimal("第一条")
		label.Gap = ""
		return &policy.Clause{ID: id, Form: policy.Paragraph, Depth: 1, Label: label, Blocks: []policy.Block{p(says(words))}}
	}
	for _, tt := range []struct {
		name    string
		clauses []*policy.Clause
		want    string
	}{
		{"nothing", nil, ""},
		{"no headings and no labels", []*policy.Clause{{ID: "x", Depth: 1, Blocks: []policy.Block{p(says("a"))}}}, ""},
		{"two levels", []*policy.Clause{head("a", 1, "1", "A"), head("b", 2, "", "B & c"), head("d", 3, "", "deep"), para("p", "not here"), head("e", 1, "", "E")},
			"<ol class=\"outline\">\n<li><a href=\"#a\"><span class=\"label\">1</span> A</a><ol>\n<li><a href=\"#b\">B &amp; c</a></li>\n</ol></li>\n<li><a href=\"#e\">E</a></li>\n</ol>"},
		{"a text that begins at the second level", []*policy.Clause{head("a", 2, "", "A"), head("b", 1, "", "B")},
			"<ol class=\"outline\">\n<li><a href=\"#a\">A</a></li>\n<li><a href=\"#b\">B</a></li>\n</ol>"},
		{"paragraphs by their first phrase", []*policy.Clause{para("a", "本政策适用。其他"), para("b", "A first. A second")},
			"<ol class=\"outline\">\n<li><a href=\"#a\"><span class=\"label\">第一条</span> 本政策适用</a></li>\n<li><a href=\"#b\"><span class=\"label\">第一条</span> A first</a></li>\n</ol>"},
	} {
		got := htmlOf(testOptions(), func(w *Writer) { w.Outline(tt.clauses) })
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
		read(t, tt.name, got)
	}
}
