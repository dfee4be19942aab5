package redline_test

import (
	"slices"
	"strings"

	writer "diptych/internal/html"
	"diptych/internal/policy"
	"diptych/internal/redline"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// newWriter returns a writer that shows everything it can.
func newWriter() *writer.Writer {
	return writer.NewWriter(writer.Options{
		Href:  func(l *policy.Link) string { return l.Dest },
		Stale: func(s *policy.Stale) (string, string) { return s.Words + " was " + s.Was + ", is " + s.Now, "" },
		Words: writer.Words{
			Permalink: "Link to this clause", Important: "[Important]", Notes: "Notes", NoteBack: "back to the text", TableRegion: "Table",
		},
	})
}

// page writes a redline as one string of HTML.
func page(r *redline.Redline) string { return join(r.HTML(newWriter())) }

func join(segments []redline.Segment) string {
	var b strings.Builder
	for _, s := range segments {
		b.WriteString(string(s.HTML))
	}
	return b.String()
}

// checkHTML checks the law on the page itself, as a browser reads it.
func checkHTML(t reporter, name string, r *shown) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(r.page))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var links []string
	walk(doc, func(n *html.Node) bool {
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && seen[a.Val]:
				t.Errorf("%s: id %q is on the page twice", name, a.Val)
			case a.Key == "id":
				seen[a.Val] = true
			case a.Key == "href" && strings.HasPrefix(a.Val, "#fn"):
				links = append(links, a.Val[1:])
			}
		}
		if p := n.Parent; p != nil && (p.DataAtom == atom.Ins || p.DataAtom == atom.Del) && !phrasing(n) {
			t.Errorf("%s: <%s> inside <%s>", name, n.Data, p.Data)
		}
		return true
	})
	links = slices.DeleteFunc(links, func(l string) bool { return seen[l] })
	if len(links) > 0 { // a link that is dead in the new text itself is not ours
		w := newWriter()
		w.Text(r.New.Clauses)
		own := string(w.HTML())
		for _, l := range links {
			if !strings.Contains(own, `href="#`+l+`"`) {
				t.Errorf("%s: link to #%s, which is not on the page", name, l)
			}
		}
	}
	for _, c := range r.Changes {
		if c.IsTitle() {
			continue
		}
		if !seen[c.ClauseID] || c.Other != "" && !seen[c.Other] {
			t.Errorf("%s: %s change leads to #%s #%s, which is not in the HTML", name, c.Kind, c.ClauseID, c.Other)
		}
	}
	for _, x := range []struct {
		side string
		drop atom.Atom
		want string
	}{{"new", atom.Del, r.new}, {"old", atom.Ins, r.old}} {
		got := plain(doc, x.drop)
		if want := x.want; got != want {
			i := 0
			for i < len(got) && i < len(want) && got[i] == want[i] {
				i++
			}
			t.Errorf("%s: HTML, %s side: differs at byte %d\nwant %q\ngot  %q", name, x.side, i,
				want[max(0, i-60):min(len(want), i+60)], got[max(0, i-60):min(len(got), i+60)])
		}
	}
}

// checkTable checks the law on the two columns: each is one of the texts,
// with its own kind of mark, and no id is there twice.
func checkTable(t reporter, name string, r *shown) {
	t.Helper()
	var old, new strings.Builder
	sections := 0
	for _, row := range r.table {
		old.WriteString(string(row.OldHTML))
		new.WriteString(string(row.NewHTML))
		sections += row.Count
	}
	if sections != len(r.Sections) {
		t.Errorf("%s: table of %d clauses, want %d", name, sections, len(r.Sections))
	}
	seen := map[string]bool{}
	for _, x := range []struct {
		side, html string
		bad        atom.Atom
		want       string
	}{{"new", new.String(), atom.Del, r.new}, {"old", old.String(), atom.Ins, r.old}} {
		doc, err := html.Parse(strings.NewReader(x.html))
		if err != nil {
			t.Fatal(err)
		}
		walk(doc, func(n *html.Node) bool {
			if n.DataAtom == x.bad {
				t.Errorf("%s: <%s> in the %s column", name, n.Data, x.side)
			}
			for _, a := range n.Attr {
				if a.Key == "id" {
					if seen[a.Val] {
						t.Errorf("%s: id %q is in the table twice", name, a.Val)
					}
					seen[a.Val] = true
				}
			}
			return true
		})
		if got, want := plain(doc, 0), x.want; got != want {
			i := 0
			for i < len(got) && i < len(want) && got[i] == want[i] {
				i++
			}
			t.Errorf("%s: %s column differs at byte %d\nwant %q\ngot  %q", name, x.side, i,
				want[max(0, i-60):min(len(want), i+60)], got[max(0, i-60):min(len(got), i+60)])
		}
	}
}

func phrasing(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return true
	}
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Ul, atom.Ol, atom.Li, atom.Table, atom.Tr, atom.Td, atom.H1, atom.H2, atom.H3, atom.Blockquote, atom.Pre:
		return false
	}
	return true
}

func walk(n *html.Node, f func(*html.Node) bool) {
	if !f(n) {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walk(c, f)
	}
}

// plain is the text of a page without asides and one kind of editing mark.
func plain(doc *html.Node, drop atom.Atom) string {
	var b strings.Builder
	walk(doc, func(n *html.Node) bool {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type != html.ElementNode:
		case n.DataAtom == drop || hasClass(n, "aside"):
			return false
		case n.DataAtom == atom.Img:
			for _, a := range n.Attr {
				if a.Key == "alt" {
					b.WriteString(a.Val)
				}
			}
		}
		return true
	})
	return words([]string{b.String()})
}

func hasClass(n *html.Node, class string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" {
			for _, c := range strings.Fields(a.Val) {
				if c == class {
					return true
				}
			}
		}
	}
	return false
}
