package publish

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestNoPageAsksTheNetwork is law 6: nothing but the page itself is requested,
// and no script is needed.
func TestNoPageAsksTheNetwork(t *testing.T) {
	t.Parallel()
	for _, b := range []built{ownBuilt(t, day), tryBuild(t, archive(t, hostile), nil)} {
		checkQuiet(t, b)
	}
}

// TestCorpusAsksNothing is law 6 on real texts.
func TestCorpusAsksNothing(t *testing.T) {
	t.Parallel()
	checkQuiet(t, corpusSite(t))
}

func checkQuiet(t *testing.T, b built) {
	t.Helper()
	for name, page := range b.readings() {
		for _, why := range page.asks {
			t.Errorf("%s: %s", name, why)
		}
	}
}

// loads are the attributes whose address a browser asks for by itself, or when
// something is done that is no link (HTML standard, index of attributes, and those
// that it calls obsolete). Of a and area href is a link, of link it is one for some rel.
var loads = map[string]bool{
	"action": true, "archive": true, "background": true, "classid": true, "code": true, "codebase": true, "data": true, "dynsrc": true,
	"formaction": true, "href": true, "icon": true, "imagesrcset": true, "longdesc": true, "lowsrc": true, "manifest": true, "object": true, "ping": true,
	"poster": true, "profile": true, "src": true, "srcdoc": true, "srcset": true, "usemap": true, "xlink:href": true,
}

// told are the relations of a page that browsers follow by themselves in no case.
var told = map[string]bool{
	"canonical": true, "alternate": true, "version-history": true, "latest-version": true, "predecessor-version": true, "successor-version": true,
}

// asked says what an element asks the network for, or needs, or "".
func asked(n *html.Node) string {
	for _, a := range n.Attr {
		key := a.Key
		if a.Namespace != "" {
			key = a.Namespace + ":" + a.Key
		}
		switch {
		case key == "style":
			return fmt.Sprintf("<%s style=%q>", n.Data, a.Val)
		case !loads[key] || key == "href" && (n.Data == "a" || n.Data == "area"):
		case n.Data == "link":
			if rel, _ := attr(n, "rel"); !told[rel] && !(rel == "icon" && a.Val == "data:,") {
				return fmt.Sprintf("<link rel=%q>", rel)
			}
		case n.Data == "script":
			return "a script from " + a.Val
		case key == "srcdoc" || strings.Contains(strings.ReplaceAll(a.Val, `\`, "/"), "//") || strings.Contains(a.Val, ":"):
			return fmt.Sprintf("<%s %s=%q>", n.Data, key, a.Val)
		}
	}
	switch how, _ := attr(n, "http-equiv"); {
	case n.Data == "meta" && strings.EqualFold(how, "refresh"):
		to, _ := attr(n, "content")
		if strings.Contains(to, "//") {
			return "the page leads to " + to
		}
	case n.Data == "base":
		return "<base>"
	case n.Data == "style" && n.FirstChild != nil && (strings.Contains(n.FirstChild.Data, "url(") || strings.Contains(n.FirstChild.Data, "@import")):
		return "the style loads something"
	}
	return ""
}

// TestAsked: what asks the network is known by every attribute that loads, and
// what does not is let through.
func TestAsked(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		`<img src="https://x.example/a.png">`, `<img src="//x.example/a.png">`, `<img src="/\x.example/a.png">`, `<img srcset="a.png, https://x.example/b.png 2x">`,
		`<video poster="https://x.example/a.png"></video>`, `<source src="//x.example/a">`, `<object data="//x.example/a"></object>`, `<embed src="http:x.example">`,
		`<input type=image src="//x.example/a">`, `<td background="//x.example/a">`, `<form action="//x.example/a">`, `<button formaction="//x.example/a">`,
		`<a ping="https://x.example/" href="a">a</a>`, `<link rel=stylesheet href="a.css">`, `<link rel=preload href="a">`, `<link rel=dns-prefetch href="//x.example">`,
		`<link rel=icon href="a.png">`, `<svg><image xlink:href="//x.example/a"/></svg>`, `<svg><use href="//x.example/a"/></svg>`, `<script src="a.js"></script>`,
		`<meta http-equiv=Refresh content="0;url=https://x.example/">`, `<base href="/">`, `<style>a{background:url(a.png)}</style>`, `<style>@import "a"</style>`,
		`<p style="color:red">`, `<iframe srcdoc="a"></iframe>`, `<iframe src="//x.example"></iframe>`, `<track src="//x.example/a">`, `<audio src="//x.example/a"></audio>`,
		`<img src="data:image/png;base64,AA">`, `<table background="https://x.example/a"></table>`,
	} {
		if !asks(t, s) {
			t.Errorf("%s is taken for quiet", s)
		}
	}
	for _, s := range []string{
		`<img src="a.png">`, `<a href="https://x.example/">a</a>`, `<link rel=canonical href="https://x.example/">`, `<link rel=icon href="data:,">`,
		`<script>a</script>`, `<style>a{}</style>`, `<p cite="https://x.example/">`, `<meta content="https://x.example/">`, `<meta http-equiv=refresh content="0;url=../a/">`,
	} {
		if asks(t, s) {
			t.Errorf("%s is taken to ask the network", s)
		}
	}
}

func asks(t *testing.T, s string) (out bool) {
	t.Helper()
	if strings.HasPrefix(s, "<td") {
		s = "<table><tr>" + s
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	walk(doc, func(n *html.Node) { out = out || asked(n) != "" })
	return out
}
