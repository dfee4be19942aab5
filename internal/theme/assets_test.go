package theme

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
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

func between(s, from, to string) string {
	_, s, _ = strings.Cut(s, from)
	s, _, _ = strings.Cut(s, to)
	return s
}

// TestContentSecurityPolicy: the hashes in the policy are those of the bytes in
// the page, and the policy is the one of the contract.
func TestContentSecurityPolicy(t *testing.T) {
	sum := func(s string) string {
		h := sha256.Sum256([]byte(s))
		return "'sha256-" + base64.StdEncoding.EncodeToString(h[:]) + "'"
	}
	eachPage(t, loadDefault(t, Inline), func(name, src string, root *html.Node) {
		style, script := between(src, "<style>", "</style>"), between(src, "<script>", "</script>")
		if strings.HasSuffix(name, "/search") {
			script = between(src, "<script>", "</script>\n<script>")
		}
		want := "default-src 'none'; style-src " + sum(style) + "; script-src " + sum(script) +
			"; img-src 'self' data:; base-uri 'none'; form-action 'none'"
		if strings.HasSuffix(name, "/search") {
			own := between(src, "</script>\n<script>", "</script>")
			want = strings.Replace(want, "; img-src", " "+sum(own)+" 'strict-dynamic' 'self' file:; img-src", 1)
		}
		metas := find(root, func(n *html.Node) bool { v, _ := attr(n, "http-equiv"); return v == "Content-Security-Policy" })
		if len(metas) != 1 {
			t.Fatalf("%s: %d policies", name, len(metas))
		}
		if got, _ := attr(metas[0], "content"); got != want {
			t.Errorf("%s: policy\n%s\nwant\n%s", name, got, want)
		}
		if strings.Index(src, "Content-Security-Policy") > strings.Index(src, "<style>") {
			t.Errorf("%s: the policy stands after what it governs", name)
		}
	})
}

// relations are the links of heads, none of which browsers follow unasked.
var relations = []string{"canonical", "alternate", "predecessor-version", "successor-version", "latest-version", "version-history"}

// TestNoRequests: no page asks the network for anything but itself.
func TestNoRequests(t *testing.T) {
	fetches := map[string]string{"img": "src", "script": "src", "iframe": "src", "video": "src", "audio": "src", "source": "src", "object": "data", "embed": "src"}
	eachPage(t, loadDefault(t, Inline), func(name, src string, root *html.Node) {
		for el, key := range fetches {
			for _, n := range find(root, element_(el)) {
				if v, ok := attr(n, key); ok {
					t.Errorf("%s: <%s %s=%q>", name, el, key, v)
				}
			}
		}
		for _, n := range find(root, element_("link")) {
			href, _ := attr(n, "href")
			rel, _ := attr(n, "rel")
			if !slices.Contains(relations, rel) && (rel != "icon" || href != "data:,") {
				t.Errorf("%s: <link rel=%q>", name, rel)
			}
		}
		if css := between(src, "<style>", "</style>"); regexp.MustCompile(`url\(|@import|@font-face`).MatchString(css) {
			t.Errorf("%s: the style asks for a file", name)
		}
	})
}

// TestExternal: pages refer to hashed files that exist, from any depth; pages
// of missing addresses hold everything themselves.
func TestExternal(t *testing.T) {
	th := loadDefault(t, External)
	if len(loadDefault(t, Inline).Files()) != 0 {
		t.Error("inline assets have files")
	}
	refer := regexp.MustCompile(`="\.\./\.\./\.\./(assets/(?:style-[0-9a-f]{12}\.css|script-[0-9a-f]{12}\.js))"`)
	v := sampleText("zh")
	v.Ref = policy.Ref{Lang: "zh", Policy: "privacy", Version: "3.0"}
	src := render(t, th, "zh", "text", v)
	if strings.Contains(src, "<style>") || !strings.Contains(src, "style-src 'self'; script-src 'self'; img-src") {
		t.Error("the page holds a style, or the wrong policy")
	}
	found := refer.FindAllStringSubmatch(src, -1)
	if len(found) != 2 {
		t.Fatalf("the page refers to %v", found)
	}
	for _, m := range found {
		if th.Files()[m[1]] == nil {
			t.Errorf("no file %s", m[1])
		}
	}
	if src := render(t, th, "zh", "notfound", samples("zh")["notfound"]); !strings.Contains(src, "<style>") {
		t.Error("the page of missing addresses refers to files")
	}
}

// TestExternalFiles: one script, and one style for each set of concerns, so
// that a reader who goes from page to page asks for few files.
func TestExternalFiles(t *testing.T) {
	sets := map[string]bool{}
	for _, kind := range page.Kinds {
		if kind.Script == "" { // pages with a script of their own always hold it
			sets[strings.Join(styleFiles(kind), " ")] = true
		}
	}
	got := map[string]int{}
	for file := range loadDefault(t, External).Files() {
		got[path.Ext(file)]++
	}
	if want := map[string]int{".css": len(sets), ".js": 1}; !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func zipped(t *testing.T, s string) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// inlined returns the style and the script of a kind of page.
func inlined(th *Theme, kind page.Kind) (css, js string) {
	head := string(th.assets.kinds[kind].inline)
	return between(head, "<style>", "</style>"), between(head, "<script>", "</script>")
}

// TestBudgets holds the sizes of the contract, in bytes, for each kind of page.
func TestBudgets(t *testing.T) {
	th := loadDefault(t, Inline)
	check := func(what string, got, limit int) {
		t.Logf("%-28s %6d of %d", what, got, limit)
		if got > limit {
			t.Errorf("%s: %d bytes, more than %d", what, got, limit)
		}
	}
	for _, kind := range page.Kinds {
		css, js := inlined(th, kind.Kind)
		check(string(kind.Kind)+", style", len(css), kind.Budget.Style)
		check(string(kind.Kind)+", style, gzip", zipped(t, css), kind.Budget.StyleGzip)
		if kind.Script != "" {
			_, own, _ := strings.Cut(string(th.assets.kinds[kind.Kind].inline), "</script>\n<script>")
			js += own
		}
		check(string(kind.Kind)+", script, gzip", zipped(t, js), kind.Budget.Script)
	}
	for _, lang := range []policy.Lang{"zh", "en"} {
		all := samples(lang)
		text := sampleText(lang)
		text.Body, text.Outline = "", ""
		redline := sampleRedline(lang)
		for i := range redline.Segments {
			redline.Segments[i].HTML = ""
		}
		all["text"], all["redline"] = text, redline
		for _, name := range []string{"chooser", "home", "text", "history", "redline", "search", "notfound", "moved"} {
			check(string(lang)+"/"+name+", gzip", zipped(t, render(t, th, lang, name, all[name])), page.SpecOf(page.Kind(name)).Budget.Page)
		}
	}
}

func TestMinify(t *testing.T) {
	for in, want := range map[string]string{
		"a { color : red ; }":                       "a{color :red}",
		"/* x */ .a > .b + c , d { x: y ; z: 0; }":  ".a>.b+c,d{x:y;z:0}",
		"a :hover{}":                                "a :hover{}",
		`b::before { content: " ; } /* " ; }`:       `b::before{content:" ; } /* "}`,
		`b { content: "\"  x"; }`:                   `b{content:"\"  x"}`,
		"c { width: calc(1px  +  2px); }":           "c{width:calc(1px + 2px)}",
		"@media (min-width: 1em) {\n a { b: c }\n}": "@media (min-width:1em){a{b:c}}",
		"a{} /* open":                               "a{}",
		"":                                          "",
	} {
		if got := minify(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
