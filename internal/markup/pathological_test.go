package markup

import (
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark/text"

	"diptych/internal/policy"
)

// pathological are inputs on which Markdown parsers are known to take a time
// that is the square of the size.
func pathological(size int) map[string]string {
	rep := func(s string) string { return strings.Repeat(s, max(1, size/len(s))) }
	return map[string]string{
		"quotes":             rep(">"),
		"quotes spaced":      rep("> "),
		"quote lines":        rep("> > > > > > > > > > a\n"),
		"brackets":           rep("["),
		"brackets closed":    rep("[") + "a" + rep("]"),
		"links nested":       rep("[") + "[a](u)" + rep("]"),
		"links open":         rep("[a]("),
		"links titles":       rep("[a](b \""),
		"links parens":       rep("[a](b ("),
		"images":             rep("![") + rep("]"),
		"stars":              rep("*"),
		"stars words":        rep("*a "),
		"stars closers":      "a**b" + rep("c* "),
		"stars both":         rep("a*b**c_"),
		"underscores":        rep("_a"),
		"mixed runs":         rep("*a") + rep("b_ "),
		"strong":             rep("**强调。**后文"),
		"ticks":              rep("`a"),
		"ticks growing":      growing("`", size),
		"lists":              rep("- "),
		"list lines":         rep("- a\n"),
		"ordered":            rep("1. "),
		"angle":              rep("<a "),
		"angle attributes":   rep("<a b='"),
		"comments":           rep("<!--"),
		"instructions":       rep("<?"),
		"declarations":       rep("<!A"),
		"cdata":              rep("<![CDATA["),
		"html divs":          rep("<div>"),
		"html lines":         rep("<div>\n\n"),
		"html bold":          rep("<b>x"),
		"html lists":         rep("<ul><li>x"),
		"html tables":        rep("<table><tr><td>"),
		"html cells":         "<table>" + rep("<tr><td>x"),
		"html ends":          rep("</x>"),
		"html drops":         rep("<form>\n\n"),
		"html anchors":       rep("<a id=x></a>"),
		"table pipes":        rep("|a") + "\n" + rep("|-") + "\n" + rep("|b"),
		"table rows":         "|a|\n|-|\n" + rep("|b|\n"),
		"attributes":         "# " + rep("{a="),
		"attributes open":    rep("{#a ") + "}",
		"entities":           rep("&amp"),
		"entities long":      rep("&#x0000000000000000000000000"),
		"escapes":            rep("\\*"),
		"addresses":          rep("http://a.b "),
		"addresses half":     rep("http://"),
		"mail":               rep("a@"),
		"mail local":         rep("a.") + "@",
		"www":                rep("www."),
		"headings":           rep("# a\n"),
		"setext":             rep("a\n=\n"),
		"labels":             rep("一、甲\n\n"),
		"labels deep":        rep("第一条 （一） 1. (1)\n\n"),
		"footnotes open":     rep("[^a"),
		"references":         rep("[a]: b\n") + rep("[a] "),
		"lines":              rep("a\n"),
		"lines linked":       rep("[a](b)\n"),
		"nul":                rep("\x00"),
		"invalid":            rep("\xff\xfe"),
		"one paragraph":      rep("我们会收集您的信息。 "),
		"indented":           rep("\ta"),
		"fences":             rep("```\n"),
		"spaces":             rep(" ") + "a",
		"explicit id":        rep("# a {#x}\n"),
		"tildes":             rep("~a~~b"),
		"half-closed quotes": rep("“**") + rep("**”"),
	}
}

func growing(s string, size int) string {
	var b strings.Builder
	for n := 1; b.Len() < size; n++ {
		b.WriteString(strings.Repeat(s, n))
		b.WriteByte('a')
	}
	return b.String()
}

// What no one would write neither panics nor takes for ever. With -v the times
// are printed, and beside each that of goldmark with the same parsers, which no
// care here can beat.
func TestPathological(t *testing.T) {
	size := 20_000
	if testing.Short() {
		size = 3_000
	}
	for name, src := range pathological(size) {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			clauses, _ := Parse([]byte(src), Options{File: "x.md", Lang: "zh"})
			parsed := time.Since(start)
			page := textHTML(clauses)
			written := time.Since(start) - parsed
			if testing.Verbose() {
				start = time.Now()
				dialect().Parse(text.NewReader(clean([]byte(src), false)))
				t.Logf("%7d bytes: parsed in %v, written in %v; goldmark %v %s", len(src), parsed, written, time.Since(start), name)
			}
			checkTree(t, name, clauses)
			if len(page) > 100*len(src)+10_000 {
				t.Errorf("%d bytes of HTML out of %d", len(page), len(src))
			}
		})
	}
}

// A paragraph with thousands of links is nothing special. Each line changes its
// look four times.
func TestLongParagraph(t *testing.T) {
	t.Parallel()
	lines := 4_900
	if testing.Short() {
		lines = 1_000
	}
	src := strings.Repeat("我们会**收集。**您的信息，见[《政策》](privacy)。\n", lines)
	clauses, problems := Parse([]byte(src), Options{File: "x.md", Lang: "zh"})
	if len(problems) > 0 || len(clauses) != 1 {
		t.Fatalf("%d clauses, problems %v", len(clauses), problems)
	}
	text, links := policy.Text{Clauses: clauses}, 0
	for range text.Links() {
		links++
	}
	if links != lines {
		t.Errorf("%d links", links)
	}
}
