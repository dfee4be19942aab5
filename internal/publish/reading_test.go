package publish

import (
	"bytes"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"diptych/internal/policy"
)

// reading is what the laws ask of a page, so that the page itself need not be
// kept: a site's pages as trees take many times the memory of its files.
type reading struct {
	ref    policy.Ref
	placed bool // the page has an address of the model
	ids    []string
	links  []link // everything with href or src
	asks   []string

	hasLanguages bool // a language navigation
	languages    []link
	back         []string // addresses of the links to other languages, anywhere

	lang    policy.Lang // of the words of a redline
	redline bool        // holds one
	said    map[part]string
	blocks  []string // ins and del around blocks
	lost    int      // rows of two languages without a clause
}

// link is an element that leads somewhere.
type link struct {
	element, key, to string
	lang             string
	alias            bool
}

// part is a share of what a page says in its texts: in a language or a column,
// without one kind of words. The zero part is the text whole.
type part struct {
	lang            policy.Lang
	column, without string
}

// readPage reads a page. Words that several pages say are kept once, in same.
func readPage(name string, doc *html.Node, same *sync.Map) *reading {
	r := &reading{said: make(map[part]string)}
	var err error
	r.ref, err = policy.ParsePath(strings.TrimSuffix(name, "index.html"))
	r.placed = err == nil
	walk(doc, r.element)
	if nav := find(doc, byClass("languages")); nav != nil {
		r.hasLanguages = true
		walk(nav, func(n *html.Node) {
			if lang, ok := attr(n, "hreflang"); ok {
				to, _ := attr(n, "href")
				r.languages = append(r.languages, link{n.Data, "href", to, lang, hasClass(n, "alias")})
			}
		})
	}
	r.texts(doc)
	for at, words := range r.said {
		kept, _ := same.LoadOrStore(words, words)
		r.said[at] = kept.(string)
	}
	return r
}

// element takes down what an element says of itself.
func (r *reading) element(n *html.Node) {
	if id, ok := attr(n, "id"); ok {
		r.ids = append(r.ids, id)
	}
	for _, key := range []string{"href", "src"} {
		if to, ok := attr(n, key); ok {
			r.links = append(r.links, link{element: n.Data, key: key, to: to})
		}
	}
	if _, ok := attr(n, "hreflang"); ok && n.Data == "a" {
		to, _ := attr(n, "href")
		r.back = append(r.back, to)
	}
	if why := asked(n); why != "" {
		r.asks = append(r.asks, why)
	}
}

// texts takes down what the page says in its texts.
func (r *reading) texts(doc *html.Node) {
	switch ref := r.ref; {
	case r.placed && ref.Base != "" && ref.Leaf == policy.LeafTable:
		for column, without := range map[string]string{"old": "ins", "new": "del"} {
			var b strings.Builder
			walk(doc, func(n *html.Node) {
				if hasClass(n, column) && hasClass(n, "policy-text") {
					b.WriteString(words(n, dropping(without)))
				}
			})
			r.said[part{column: column}] = b.String()
		}
	case r.placed && ref.Base != "" && ref.Other != "":
		for _, lang := range []policy.Lang{ref.Lang, ref.Other} {
			for _, without := range []string{"ins", "del"} {
				r.said[part{lang: lang, without: without}] = column(doc, lang, dropping(without))
			}
		}
	case r.placed && ref.Base != "":
		r.redlineOf(find(doc, byClass("redline")))
	case r.placed && ref.Other != "":
		for _, lang := range []policy.Lang{ref.Lang, ref.Other} {
			r.said[part{lang: lang}] = column(doc, lang, byClass("aside"))
		}
		walk(doc, func(n *html.Node) {
			if clause, _ := attr(n, "data-clause"); hasClass(n, "pair") && !hasClass(n, "heads") && clause == "" {
				r.lost++
			}
		})
	default:
		if article := find(doc, byClass("policy-text")); article != nil {
			r.said[part{}] = words(article, byClass("aside"))
		}
	}
}

func (r *reading) redlineOf(article *html.Node) {
	if article == nil || !hasClass(article, "policy-text") {
		return
	}
	r.redline = true
	tag, _ := attr(article, "lang")
	r.lang = policy.Lang(strings.TrimSuffix(tag, "-Hans"))
	for _, without := range []string{"ins", "del"} {
		r.said[part{without: without}] = words(article, dropping(without))
	}
	walk(article, func(n *html.Node) {
		if (n.Data == "ins" || n.Data == "del") && find(n, isBlock) != nil {
			r.blocks = append(r.blocks, n.Data)
		}
	})
}

// dropping skips elements of a name, and what is no part of the text.
func dropping(element string) func(*html.Node) bool {
	return func(n *html.Node) bool { return n.Data == element || hasClass(n, "aside") }
}

// column is the words of a language on a page that shows two, without what
// drop drops.
func column(doc *html.Node, lang policy.Lang, drop func(*html.Node) bool) string {
	var out strings.Builder
	walk(doc, func(n *html.Node) {
		if tag, _ := attr(n, "lang"); hasClass(n, "policy-text") && strings.TrimSuffix(tag, "-Hans") == string(lang) {
			out.WriteString(words(n, drop))
		}
	})
	return out.String()
}

func isBlock(n *html.Node) bool {
	return strings.Contains(" p li ul ol h1 h2 h3 h4 h5 h6 td th tr table div blockquote pre section ", " "+n.Data+" ")
}

// tree reads HTML, which has no errors.
func tree(data []byte) *html.Node {
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		panic(err) // bytes can be read
	}
	return doc
}
