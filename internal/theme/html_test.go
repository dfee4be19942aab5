package theme

import (
	"encoding/json"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"diptych/internal/page"
	"diptych/internal/policy"

	"golang.org/x/net/html"
)

// eachPage renders every sample in every language.
func eachPage(t *testing.T, th *Theme, f func(name, src string, root *html.Node)) {
	for _, lang := range []policy.Lang{"zh", "en"} {
		all := samples(lang)
		for _, name := range slices.Sorted(maps.Keys(all)) {
			src := render(t, th, lang, name, all[name])
			root, err := html.Parse(strings.NewReader(src))
			if err != nil {
				t.Fatal(err)
			}
			f(string(lang)+"/"+name, src, root)
		}
	}
}

func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func find(root *html.Node, match func(*html.Node) bool) []*html.Node {
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && match(n) {
			out = append(out, n)
		}
	}
	return out
}

func element_(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return n.Data == name }
}

func hasClass(n *html.Node, class string) bool {
	v, _ := attr(n, "class")
	return slices.Contains(strings.Fields(v), class)
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// isData reports whether n is a block of data, which no browser runs.
func isData(n *html.Node) bool {
	kind, _ := attr(n, "type")
	return n.Data == "script" && kind == "application/ld+json"
}

// TestPages holds what every page must be: a language, a title, one h1, one
// main, no id twice, no dead fragment, no link without words, no link that
// opens elsewhere, nothing that runs.
func TestPages(t *testing.T) {
	eachPage(t, loadDefault(t, Inline), func(name, src string, root *html.Node) {
		ids := map[string]bool{}
		for _, n := range find(root, func(*html.Node) bool { return true }) {
			if id, ok := attr(n, "id"); ok {
				if ids[id] || id == "" || strings.ContainsAny(id, " \t\n") {
					t.Errorf("%s: id %q is empty, spaced or there twice", name, id)
				}
				ids[id] = true
			}
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
				}
			}
		}
		for _, a := range find(root, element_("a")) {
			href, _ := attr(a, "href")
			label, _ := attr(a, "aria-label")
			if frag, ok := strings.CutPrefix(href, "#"); href == "" || ok && !ids[frag] {
				t.Errorf("%s: link %q leads nowhere", name, href)
			}
			if text(a) == "" && label == "" {
				t.Errorf("%s: link to %q without words", name, href)
			}
			if _, ok := attr(a, "target"); ok {
				t.Errorf("%s: link to %q opens elsewhere", name, href)
			}
		}
		for _, el := range []string{"h1", "main", "title", "style", "script"} {
			found, want := find(root, element_(el)), 1
			if el == "script" && kindOf(path.Base(name)) == page.KindSearch {
				want = 2
			}
			if n := len(slices.DeleteFunc(found, isData)); n != want {
				t.Errorf("%s: %d × <%s>, want %d", name, n, el, want)
			}
		}
		if lang, _ := attr(find(root, element_("html"))[0], "lang"); lang != "zh-Hans" && lang != "en" {
			t.Errorf("%s: lang %q", name, lang)
		}
		if strings.Contains(src, "ZgotmplZ") || strings.Contains(src, "<no value>") {
			t.Errorf("%s: a value was not shown", name)
		}
	})
}

// TestHeadings: no level is left out on the way down.
func TestHeadings(t *testing.T) {
	eachPage(t, loadDefault(t, Inline), func(name, _ string, root *html.Node) {
		last := 0
		for _, h := range find(root, func(n *html.Node) bool { return regexp.MustCompile(`^h[1-6]$`).MatchString(n.Data) }) {
			level := int(h.Data[1] - '0')
			if level > last+1 {
				t.Errorf("%s: %s %q after h%d", name, h.Data, text(h), last)
			}
			last = level
		}
	})
}

// TestPolicyText: what the policy says stands in .policy-text, and nothing of
// the interface does but in .aside.
func TestPolicyText(t *testing.T) {
	th := loadDefault(t, Inline)
	for _, lang := range []policy.Lang{"zh", "en"} {
		for name, view := range samples(lang) {
			root, err := html.Parse(strings.NewReader(render(t, th, lang, name, view)))
			if err != nil {
				t.Fatal(err)
			}
			texts := find(root, func(n *html.Node) bool { return hasClass(n, "policy-text") })
			kind := kindOf(name)
			if want := kind == "text" || kind == "embed" || kind == "redline" && name != "redline_erased"; (len(texts) == 1) != want {
				t.Errorf("%s/%s: %d × .policy-text", lang, name, len(texts))
				continue
			}
			for _, p := range texts {
				if _, ok := attr(p, "lang"); !ok {
					t.Errorf("%s/%s: .policy-text without lang", lang, name)
				}
				for _, n := range find(p, func(n *html.Node) bool { return n.Data == "summary" || hasClass(n, "change-nav") }) {
					if !hasClass(n, "aside") {
						t.Errorf("%s/%s: %q is not aside", lang, name, text(n))
					}
				}
			}
		}
	}
}

// TestEscaping: words from the views never become mark-up.
func TestEscaping(t *testing.T) {
	th := loadDefault(t, Inline)
	v := sampleText("en")
	bad := `"><script>alert(1)</script>`
	v.Title, v.SiteTitle, v.Version, v.Owner.Name, v.Head.Description = bad, bad, bad, bad, bad
	v.Upcoming[0].Version, v.Changes[0].Note, v.KeyTerms[0].Text, v.Previous.Version = bad, bad, bad, bad
	v.Head.Data = map[string]any{"name": "</script>" + bad + "<!--", "u": "\u2028"}
	v.Owner.URL, v.Changes[0].Link.Href, v.Outline = "javascript:alert(1)", "javascript:alert(1)", ""
	got := render(t, th, "en", "text", v)
	if strings.Contains(got, "<script>alert") || strings.Contains(got, "javascript:alert") {
		t.Error("a word runs")
	}
	root, err := html.Parse(strings.NewReader(got))
	if err != nil {
		t.Fatal(err)
	}
	data := find(root, isData)
	var read map[string]string
	if len(data) != 1 || json.Unmarshal([]byte(data[0].FirstChild.Data), &read) != nil || read["name"] != "</script>"+bad+"<!--" {
		t.Errorf("the data is not what it was: %v", read)
	}
}
