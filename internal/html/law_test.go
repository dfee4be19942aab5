package html

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"diptych/internal/policy"
)

// seeds is how many random texts the laws are tested on.
const seeds = 200

// everything are options with all that a Writer can do.
func everything() Options {
	opt := testOptions()
	opt.Define, opt.Tongue = true, Tongue{Lang: "en", Han: "zh-Hans", Latin: "en"}
	opt.Href = func(l *policy.Link) string {
		if l.Kind == policy.LinkRef {
			return "#i1"
		}
		return l.Dest
	}
	opt.Aside = func(m Margin, c *policy.Clause) {
		m.Since(SinceMark{Words: "<since>", Href: `"since"`, Tag: "zh", Fresh: c.Key})
		m.Counterpart("../zh#"+c.ID, "zh", "中<", `"name"`)
		m.Nearest("../zh#"+c.ID, "zh", "中<", "near<", `e"n`, `"name"`)
	}
	return opt
}

// seen is what a browser sees of HTML.
type seen struct {
	words   string   // without asides and white space
	ids     []string // in order
	places  []string // of this page to which links lead
	defined int
}

// read reads HTML as a browser does, and tests that it is made of the elements
// and attributes of this package and of no others, each closed in turn.
func read(t testing.TB, name, page string) seen {
	t.Helper()
	var out seen
	var words strings.Builder
	var open []string
	aside := 0 // how many elements were open with the outermost aside; 0 outside of one
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Fatalf("%s: %v are never closed in\n%s", name, open, page)
			}
			out.words = spaceless(words.String())
			return out
		case html.TextToken:
			if aside == 0 {
				words.Write(z.Text())
			}
		case html.StartTagToken:
			tok := z.Token()
			attrs, known := elements[tok.Data]
			if !known {
				t.Fatalf("%s: <%s> in\n%s", name, tok.Data, page)
			}
			for _, a := range tok.Attr {
				if a.Key != "id" && a.Key != "class" && a.Key != "lang" && !slices.Contains(strings.Fields(attrs), a.Key) {
					t.Fatalf("%s: %s of <%s> in\n%s", name, a.Key, tok.Data, page)
				}
				switch {
				case a.Key == "id":
					out.ids = append(out.ids, a.Val)
				case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
					out.places = append(out.places, a.Val[1:])
				case a.Key == "class" && slices.Contains(strings.Fields(a.Val), "aside") && aside == 0:
					aside = len(open) + 1
				case a.Key == "alt" && aside == 0:
					words.WriteString(a.Val)
				}
			}
			if tok.Data == "dfn" {
				out.defined++
			}
			if tok.Data == "a" && slices.Contains(open, "a") {
				t.Fatalf("%s: a link in a link in\n%s", name, page)
			}
			if tok.Data != "br" && tok.Data != "img" && tok.Data != "hr" {
				open = append(open, tok.Data)
			}
		case html.EndTagToken:
			tok := z.Token()
			if n := len(open) - 1; n < 0 || open[n] != tok.Data {
				t.Fatalf("%s: </%s> closes %v in\n%s", name, tok.Data, open, page)
			}
			if open = open[:len(open)-1]; len(open) < aside {
				aside = 0
			}
		default:
			t.Fatalf("%s: a comment, a doctype or <x/> in\n%s", name, page)
		}
	}
}

// elements are those that this package writes, with their attributes beside
// id, class and lang.
var elements = map[string]string{
	"a": "aria-label href hreflang rel title", "blockquote": "", "br": "", "caption": "", "code": "", "del": "", "details": "", "dfn": "",
	"div": "data-only", "em": "", "h2": "data-only", "h3": "data-only", "h4": "data-only", "h5": "data-only", "h6": "data-only", "hr": "",
	"img": "alt decoding height loading src title width", "ins": "", "kbd": "", "li": "data-only", "mark": "", "ol": "aria-label start", "p": "",
	"pre": "", "s": "", "section": "aria-label tabindex", "small": "dir", "span": "", "strong": "", "sub": "", "summary": "", "sup": "", "table": "",
	"tbody": "", "td": "colspan rowspan", "th": "colspan rowspan scope", "thead": "", "tr": "", "u": "", "ul": "",
}

// plainWords are the words of a text without white space.
func plainWords(text *policy.Text) string {
	return spaceless(strings.ReplaceAll(strings.Join(text.Plain(), "\n"), "\x00", "\uFFFD"))
}

func spaceless(s string) string { return strings.Join(strings.Fields(s), "") }

// The words of the HTML are those of the text, whatever they are; its ids are
// the anchors of the text, each once; and its own links lead to them.
func TestLawWordsAndIDs(t *testing.T) {
	for seed := range uint64(seeds) {
		name := fmt.Sprintf("text %d", seed)
		text := makeText(seed)
		page := read(t, name, textHTML(everything(), text.Clauses))
		if want := plainWords(text); page.words != want {
			t.Fatalf("%s:\n got %q\nwant %q", name, page.words, want)
		}
		own := slices.DeleteFunc(slices.Clone(page.ids), func(id string) bool { return strings.HasPrefix(id, "d-") })
		if want := text.Anchors(); !slices.Equal(slices.Sorted(slices.Values(own)), slices.Sorted(slices.Values(want))) {
			t.Fatalf("%s: ids %v\nwant %v", name, own, want)
		}
		if n := len(page.ids) - len(own); n != page.defined {
			t.Fatalf("%s: %d terms with %d ids", name, page.defined, n)
		}
		for _, id := range page.places {
			if !slices.Contains(page.ids, id) {
				t.Fatalf("%s: a link leads to #%s; there are %v", name, id, page.ids)
			}
		}
		all := slices.Sorted(slices.Values(page.ids))
		if len(slices.Compact(all)) != len(page.ids) {
			t.Fatalf("%s: ids stand twice: %v", name, page.ids)
		}
		read(t, name, htmlOf(everything(), func(w *Writer) { w.Outline(text.Clauses) }))
	}
}

// A prefix stands before every id and every link to one, and changes nothing
// else.
func TestLawPrefix(t *testing.T) {
	for seed := range uint64(seeds / 4) {
		text := makeText(seed)
		opt := everything()
		write := func(w *Writer) { w.Outline(text.Clauses); w.Text(text.Clauses) }
		want := htmlOf(opt, write)
		opt.Prefix = "d-~"
		got := htmlOf(opt, write)
		if n := strings.Count(got, `="d-~`) + strings.Count(got, `="#d-~`); n != strings.Count(want, ` id="`)+strings.Count(want, ` href="#`) {
			t.Fatalf("text %d: %d prefixes", seed, n)
		}
		if got = strings.ReplaceAll(got, "d-~", ""); got != want {
			t.Fatalf("text %d:\n got %s\nwant %s", seed, got, want)
		}
	}
}

// Options are shared: what one Writer did is nothing to the next, whatever it
// wrote and where, also at the same time.
func TestLawOptionsAreShared(t *testing.T) {
	opt := everything()
	opt.Memory = new(Memory)
	want := make([]string, 24)
	for seed := range want {
		want[seed] = textHTML(everything(), makeText(uint64(seed)).Clauses)
	}
	var workers sync.WaitGroup
	for worker := range 4 {
		workers.Go(func() {
			for i := range want {
				seed := (i*5 + worker*7) % len(want)
				text := makeText(uint64(seed))
				w := NewWriter(opt)
				w.Blocks(text.Clauses[0].Blocks[:0])
				w.Text(text.Clauses)
				if got := string(w.HTML()); got != want[seed] {
					t.Errorf("text %d is another beside others:\n got %s\nwant %s", seed, got, want[seed])
				}
			}
		})
	}
	workers.Wait()
}

// Writers that take turns are nothing to each other.
func TestLawTurns(t *testing.T) {
	opt := everything()
	opt.Memory = new(Memory)
	for seed := range uint64(seeds / 8) {
		texts := [...]*policy.Text{makeText(seed), makeText(seed + 1), makeText(seed + 2)}
		var writers [len(texts)]*Writer
		var got [len(texts)]string
		for i := range writers {
			writers[i] = NewWriter(opt)
		}
		for turn, more := 0, true; more; turn++ {
			more = false
			for i, text := range texts {
				if turn >= len(text.Clauses) {
					continue
				}
				more = true
				if turn%2 == 0 {
					got[i] += string(writers[i].HTML())
				}
				if c := text.Clauses[turn]; c.Form != policy.Item {
					writers[i].Clause(c)
				}
			}
		}
		for i, w := range writers {
			got[i] += string(w.HTML())
			if want := textHTML(everything(), texts[i].Clauses); got[i] != want {
				t.Fatalf("text %d beside others:\n got %s\nwant %s", seed+uint64(i), got[i], want)
			}
		}
	}
}

// What writers leave each other is used: the next makes its own struct and
// what it returns.
func TestMemory(t *testing.T) {
	opt := Options{Memory: new(Memory)}
	clauses := []*policy.Clause{{ID: "x", Depth: 1, Blocks: []policy.Block{p(says(strings.Repeat("words ", 2000)))}}}
	if n := testing.AllocsPerRun(50, func() { textHTML(opt, clauses) }); n > 3 {
		t.Errorf("%v allocations", n)
	}
}

// HTML and MoveTo return each word once, wherever the writing is interrupted.
func TestLawParts(t *testing.T) {
	for seed := range uint64(seeds / 4) {
		text := makeText(seed)
		want := htmlOf(everything(), func(w *Writer) { w.Outline(text.Clauses); w.Text(text.Clauses) })
		w := NewWriter(everything())
		var parts bytes.Buffer
		w.Outline(text.Clauses)
		parts.WriteString(string(w.HTML()))
		for _, c := range text.Clauses {
			if c.Form == policy.Item {
				continue
			}
			if w.Clause(c); len(c.Blocks)%2 == 0 {
				parts.WriteString(string(w.HTML()))
				continue
			}
			w.MoveTo(&parts)
		}
		if parts.String() != want || w.HTML() != "" {
			t.Fatalf("text %d in parts:\n got %s\nwant %s", seed, parts.String(), want)
		}
	}
}

// A Writer that is asked for the text of a second page refuses.
func TestOneWriterOnePage(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a Writer wrote two pages")
		}
	}()
	w := NewWriter(Options{})
	w.Text(nil)
	w.Text(nil)
}
