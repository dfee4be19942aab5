package markup

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Any input gives a tree that holds together, HTML in which nothing can run,
// and a page whose words are those of the text.
func FuzzParse(f *testing.F) {
	for _, ex := range specExamples(f) {
		f.Add(ex.Markdown)
	}
	for _, s := range []string{
		"**强调。**后文\n换行 ~~x~~", "## 一、标题 {#id .key only=\"zh\"}\n\n段 {.key}", "见https://a.cn/b。www.a.cn x@b.cn",
		"<table><tr><td>a<td>b\n\n**c**\n\n</table>", "<details><summary>s</summary>\n\n- （一）x\n\n</details>",
		"x[^1]\n\n[^1]: y\n\n    z", "<ol type=a><li>x<ul><li>y</ol>", "<b>x\n\ny</b><a id=q></a>", "1. 1. - a\n\n(h) x\n\n(i) y",
		"<svg><script>x</script></svg><form>\n\nx\n\n</form>", "![a](b.png \"t\") <img src=x onerror=y>", "\\&amp; &#x4e2d; &nbsp;",
		"<h2 id=x>y</h2><p id=x>z", "<pre>\n a\n  b</pre>", "<li>x<td>y<tr>z<caption>c", "{#x}\n===\n# {.key}",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		clauses, _ := Parse([]byte(src), Options{File: "fuzz.md", Lang: "zh"})
		checkTree(t, src, clauses)
		page := textHTML(clauses)
		if got, want := plainHTML(t, page), plainText(clauses); got != want {
			t.Errorf("%q: page %q\ntext %q", src, got, want)
		}
		checkSafe(t, page)
		checkSafe(t, outlineHTML(clauses))
		ParseNote(src, Options{})
	})
}

// Whatever the source, pinning it changes nothing but ids.
func FuzzPin(f *testing.F) {
	for _, ex := range specExamples(f) {
		f.Add(ex.Markdown)
	}
	for _, s := range []string{
		"## 一、 ## {.key}\r\n\r\n第一条 文\r接 {.key}", "1. a\n   - (a) b\n\n   c\n2. # d #\n3. - e", "> 1. a\nb  \n\n#\n\n## ##",
		"A {.key}\n---\n{.x only=\"}\"}\n===", "<h2>a</h2><p>1. b<ol><li>c", "1.\ta {id=}\n\t1)\tb", "第一条 `{\n\n（一）\\{#x}\f\n", "- 1. a {#c-1}\n\n{#c-1}",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !strings.Contains(src, unlikely) {
			checkPin(t, []byte(src), Options{File: "fuzz.md", Lang: "zh"})
		}
	})
}

// checkSafe tests that a page holds only the elements and attributes that this
// package writes.
func checkSafe(t testing.TB, page string) {
	t.Helper()
	z := html.NewTokenizer(bytes.NewReader([]byte(page)))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			tok := z.Token()
			if !safeTags[tok.Data] {
				t.Errorf("page holds <%s>", tok.Data)
			}
			for _, a := range tok.Attr {
				if !safeAttrs[a.Key] {
					t.Errorf("page holds %s of <%s>", a.Key, tok.Data)
				}
				if scheme, local := schemeOf(a.Val); (a.Key == "href" || a.Key == "src") && !local {
					switch scheme {
					case "http", "https", "mailto", "tel":
					default:
						t.Errorf("page holds a link to %q", a.Val)
					}
				}
			}
		}
	}
}

var safeTags = set("a", "blockquote", "br", "caption", "code", "del", "details", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "ins",
	"kbd", "li", "mark", "ol", "p", "pre", "s", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th",
	"thead", "tr", "u", "ul")

var safeAttrs = set("alt", "aria-label", "class", "colspan", "data-only", "decoding", "height", "href", "id", "lang", "loading", "rel", "role", "rowspan", "start",
	"scope", "src", "tabindex", "title", "width")

func set(names ...string) map[string]bool {
	m := map[string]bool{}
	for _, n := range names {
		m[n] = true
	}
	return m
}
