package publish

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// hostile holds what must never run in a reader's browser, in every place
// where words come from a source.
const hostile = `-- site.toml --
title.zh = "</title><script>alert(1)</script>"
title.en = "\"><img src=x onerror=alert(1)>"
[owner]
name = "<script>alert(2)</script>"
url = "https://example.com/\"onclick=\"alert(3)"
address = "<svg onload=alert(4)>"
icp = "<b onmouseover=alert(5)>"
[check.rules]
link = "warn"
-- content/a/1.0/zh.md --
+++
title = "<script>alert(6)</script>\"'><x onload=alert(6)>"
effective = 2024-01-01
+++

第一版。
-- content/a/2.0/zh.md --
+++
title = "</h1><script>alert(7)</script>"
effective = 2024-06-01
summary = "[x](javascript:alert(8)) <u onclick=\"alert(8)\">u</u> <img src=x>"
[[changes]]
clause = "a\"><script>alert(9)</script>"
note = "<script>alert(10)</script>"
+++

<u onclick="alert(11)">下划线</u> [链接](javascript:alert(12)) [甲](JaVaScRiPt:alert(13)) [乙](&#106;avascript:alert(14))
[丙](data:text/html,<script>alert(15)</script>) <a href="java
script:alert(16)">丁</a> <a href="vbscript:alert(17)" style="position:fixed">戊</a>
![图](javascript:alert(18)) <javascript:alert(19)> [己](<javascript:alert(20)>)

<details open ontoggle="alert(21)"><summary onclick="alert(22)">摘要</summary>内容</details>

<table onmouseover="alert(23)"><tr><td style="background:url(javascript:alert(24))">格</td></tr></table>

## 标题 {#x onclick="alert(25)" style="color:red"}

[庚](https://example.com/ "\" onmouseover=\"alert(26)") ` + "`<script>alert(27)</script>`" + ` [辛][ref]

[ref]: javascript:alert(28) "x"

<a id="&quot;><script>alert(29)</script>">壬</a><a name='x" onclick="alert(30)'>癸</a>
`

// TestNothingRuns is law 7: whatever a source holds, no page has a script but
// the theme's, no event handler, no style attribute and no link to a program.
func TestNothingRuns(t *testing.T) {
	t.Parallel()
	refused := tryBuild(t, archive(t, hostile), nil)
	if errs, warnings := refused.problems.Count(); errs < 13 || warnings < 9 {
		t.Errorf("reported %d errors and %d warnings:\n%s", errs, warnings, printed(refused.problems))
	}
	// What is an error is left out, so that the site is built.
	drop := strings.NewReplacer("url = \"https://example.com/\\\"onclick=\\\"alert(3)\"\n", "",
		"[x](javascript:alert(8))", "", "<img src=x>", "",
		"[链接](javascript:alert(12)) [甲](JaVaScRiPt:alert(13)) [乙](&#106;avascript:alert(14))", "",
		"[丙](data:text/html,<script>alert(15)</script>)", "", "<a href=\"java\nscript:alert(16)\">丁</a>", "",
		`<a href="vbscript:alert(17)" style="position:fixed">戊</a>`, "",
		"![图](javascript:alert(18)) <javascript:alert(19)> [己](<javascript:alert(20)>)", "",
		"[ref]: javascript:alert(28) \"x\"\n", "", ` onclick="alert(25)" style="color:red"`, "",
		`<a id="&quot;><script>alert(29)</script>">壬</a><a name='x" onclick="alert(30)'>癸</a>`, "")
	for _, b := range []built{refused, buildSite(t, archive(t, drop.Replace(hostile)), nil)} {
		for name := range b.files {
			if doc := b.doc(name); doc != nil {
				walk(doc, func(n *html.Node) { checkHarmless(t, name, n) })
			}
		}
	}
}

func checkHarmless(t *testing.T, page string, n *html.Node) {
	t.Helper()
	switch n.Data {
	case "script":
		if kind, _ := attr(n, "type"); kind == "application/ld+json" { // a block of data
			if data := n.FirstChild; data == nil || strings.ContainsAny(data.Data, "<>") || !json.Valid([]byte(data.Data)) {
				t.Errorf("%s: data that is none", page)
			}
			return
		}
		if n.FirstChild == nil || strings.Contains(n.FirstChild.Data, "alert(") {
			t.Errorf("%s: a foreign script", page)
		}
	case "iframe", "object", "embed", "svg", "math", "form", "base", "x":
		t.Errorf("%s: <%s>", page, n.Data)
	}
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
			t.Errorf("%s: <%s %s=%q>", page, n.Data, a.Key, a.Val)
		}
		if a.Val == "data:," && n.Data == "link" { // the icon that is none
			continue
		}
		if a.Key == "href" || a.Key == "src" {
			u, err := url.Parse(strings.TrimSpace(a.Val))
			if err != nil || u.Scheme != "" && u.Scheme != "https" && u.Scheme != "http" && u.Scheme != "mailto" && u.Scheme != "tel" {
				t.Errorf("%s: <%s %s=%q>", page, n.Data, a.Key, a.Val)
			}
		}
	}
}
