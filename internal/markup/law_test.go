package markup

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"diptych/internal/policy"
)

// plainHTML returns the words of HTML: without elements of class aside, an
// image as its alternative text, every block and line break as a space, white
// space collapsed.
func plainHTML(t testing.TB, s string) string {
	t.Helper()
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(s), body)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, n := range nodes {
		words(&out, n)
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

func words(out *strings.Builder, n *html.Node) {
	inline := false
	switch n.Type {
	case html.TextNode:
		out.WriteString(n.Data)
		return
	case html.ElementNode:
		if strings.Contains(" "+attr(n, "class")+" ", " aside ") {
			return
		}
		switch n.DataAtom {
		case atom.Img:
			out.WriteString(attr(n, "alt"))
			return
		case atom.A, atom.Strong, atom.Em, atom.S, atom.U, atom.Sub, atom.Sup, atom.Small, atom.Mark, atom.Kbd, atom.Code,
			atom.Span, atom.Ins, atom.Del, atom.B, atom.I:
			inline = true
		}
	}
	if !inline {
		out.WriteByte(' ')
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		words(out, c)
	}
	if !inline {
		out.WriteByte(' ')
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func plainText(clauses []*policy.Clause) string {
	text := policy.Text{Clauses: clauses}
	return strings.Join(strings.Fields(strings.Join(text.Plain(), "\n")), " ")
}

// spaceless drops white space.
func spaceless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// around returns where two strings part, for a message.
func around(a, b string) (string, string) {
	x, y := []rune(a), []rune(b)
	i := 0
	for i < len(x) && i < len(y) && x[i] == y[i] {
		i++
	}
	cut := func(r []rune) string { return string(r[max(0, i-30):min(len(r), i+30)]) }
	return cut(x), cut(y)
}

// What holds for every text of the corpus.
func TestLaws(t *testing.T) {
	eachText(t, func(t *testing.T, s source) {
		s.opt.Settled = true // real texts have slips: see TestSlips
		clauses, problems := Parse(s.body, s.opt)
		for _, p := range problems {
			t.Errorf("%v", p)
		}
		checkTree(t, s.name, clauses)
		checkPage(t, s.name, clauses)
		checkWords(t, s.name, s.body, clauses)
	})
}

// checkPage tests that the words of a page are those of its text.
func checkPage(t testing.TB, name string, clauses []*policy.Clause) {
	t.Helper()
	if got, want := plainHTML(t, textHTML(clauses)), plainText(clauses); got != want {
		g, w := around(got, want)
		t.Errorf("%s: page …%s…\nwant …%s…", name, g, w)
	}
}

// checkWords tests that no words of a source are lost, none are added, and
// their order is kept. It takes the numbers of lists away, which goldmark does
// not write.
func checkWords(t testing.TB, name string, src []byte, clauses []*policy.Clause) {
	t.Helper()
	for _, c := range clauses {
		eachList(c.Blocks, func(list *policy.Block) {
			for i := range list.Blocks {
				if item := list.Blocks[i].Clause; item != nil && list.Ordered {
					item.Label = policy.Label{}
				}
			}
		})
	}
	if got, want := spaceless(plainText(clauses)), spaceless(goldmarkText(t, src)); got != want {
		g, w := around(got, want)
		t.Errorf("%s: text …%s…\nwant …%s…", name, g, w)
	}
}

func eachList(blocks []policy.Block, fn func(*policy.Block)) {
	for i := range blocks {
		if blocks[i].Kind == policy.List {
			fn(&blocks[i])
		}
		eachList(blocks[i].Blocks, fn)
	}
}

// goldmarkText returns the words that goldmark's own renderer makes of a
// source in Diptych's dialect.
func goldmarkText(t testing.TB, src []byte) string {
	t.Helper()
	r := renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(gmhtml.NewRenderer(gmhtml.WithUnsafe()), 1000),
		util.Prioritized(extension.NewTableHTMLRenderer(), 500),
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
		util.Prioritized(extension.NewFootnoteHTMLRenderer(), 500),
	))
	var b bytes.Buffer
	if err := goldmark.New(goldmark.WithParser(dialect()), goldmark.WithRenderer(r)).Convert(src, &b); err != nil {
		t.Fatal(err)
	}
	return plainHTML(t, b.String())
}

// checkTree tests what holds for the clauses of any text: every id stands once,
// and every clause has one.
func checkTree(t testing.TB, name string, clauses []*policy.Clause) {
	t.Helper()
	seen := map[string]bool{}
	text := policy.Text{Clauses: clauses}
	for _, id := range text.Anchors() {
		if id == "" || seen[id] {
			t.Errorf("%s: id %q is empty or stands twice", name, id)
		}
		seen[id] = true
	}
	before := map[*policy.Clause]bool{}
	items := map[*policy.Clause]bool{}
	for _, c := range clauses {
		want := 1
		if c.Parent != nil {
			want = c.Parent.Depth + 1
			if !before[c.Parent] {
				t.Errorf("%s: %s stands before the clause around it", name, c.ID)
			}
		}
		if c.Depth != want {
			t.Errorf("%s: %s has depth %d, want %d", name, c.ID, c.Depth, want)
		}
		before[c] = true
		if c.Form != policy.Item {
			eachList(c.Blocks, func(list *policy.Block) {
				for i := range list.Blocks {
					if list.Blocks[i].Clause != nil {
						items[list.Blocks[i].Clause] = true
					}
				}
			})
		}
	}
	for _, c := range clauses {
		if (c.Form == policy.Item) != items[c] {
			t.Errorf("%s: %s is an item of no list, or no clause of the text", name, c.ID)
		}
		delete(items, c)
	}
	if len(items) > 0 {
		t.Errorf("%s: %d items are no clauses of the text", name, len(items))
	}
}
