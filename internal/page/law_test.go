package page_test

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"

	"diptych/internal/page"
	"diptych/internal/policy"
)

// laws hold for the pages of every site.
var laws = []struct {
	name  string
	check func(*testing.T, sources, *made, views)
}{
	{"Links", checkLinks},
	{"LanguageLinks", checkLanguageLinks},
	{"Tags", checkTags},
	{"Order", checkOrder},
	{"Listed", checkListed},
}

// views are what the pages of a site show, by their files, made in the order of
// the plan.
type views map[string]shown

type shown struct {
	view any
	seen
}

// TestLaws holds the repository's own site, the site of every archive and
// generated ones to the laws.
func TestLaws(t *testing.T) {
	check := func(name string, src sources) {
		m, all := src.read(t), make(views)
		for _, pg := range m.pages {
			view := m.view(pg)
			all[pg.File()] = shown{view, look(m, view)}
		}
		for _, law := range laws {
			t.Run(name+"/"+law.name, func(t *testing.T) { law.check(t, src, m, all) })
		}
	}
	own := ownSite()
	own.baseURL = "https://example.com/legal/"
	check("own", own)
	for _, name := range archiveNames(t, "*") {
		check(base(name), archive(t, base(name)))
	}
	seeds := uint64(30)
	if testing.Short() {
		seeds = 3
	}
	for seed := range seeds {
		if seed%2 == 0 {
			check(fmt.Sprint("generated", seed), generate(seed))
		} else {
			check(fmt.Sprint("states", seed), generateStates(seed))
		}
	}
	check("generated179", generate(179)) // a table moved in one of two languages
}

// checkLinks: every link of a view leads to an output and an anchor that exist,
// and every anchor is there once.
func checkLinks(t *testing.T, _ sources, m *made, all views) {
	outputs, ids, links := m.outputs(), make(map[string][]string), make(map[string][]string)
	for _, pg := range m.pages {
		s := all[pg.File()]
		slices.Sort(s.ids)
		if len(slices.Compact(slices.Clone(s.ids))) != len(s.ids) {
			t.Errorf("%s: an id stands twice: %q", pg.File(), s.ids)
		}
		ids[pg.File()], links[pg.File()] = s.ids, s.links
	}
	for _, pg := range m.pages {
		for _, link := range links[pg.File()] {
			file, anchor, ok := m.follow(t, pg.File(), link)
			switch {
			case !ok:
			case !outputs[file]:
				t.Errorf("%s: %s leads to no page", pg.File(), link)
			case anchor != "" && !slices.Contains(ids[file], anchor):
				t.Errorf("%s: %s leads to no anchor of %s", pg.File(), link, file)
			}
		}
	}
}

// follow says to which file and anchor of the site a link on a page leads. It is
// not ok for one that leads out of the site.
func (m *made) follow(t *testing.T, from, link string) (file, anchor string, ok bool) {
	u, err := url.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	if rest, found := strings.CutPrefix(link, m.Config.BaseURL); found && m.Config.BaseURL != "" {
		rest, _, _ = strings.Cut(rest, "#")
		if rest == "" || strings.HasSuffix(rest, "/") {
			rest += "index.html"
		}
		return rest, u.Fragment, true
	}
	switch {
	case u.Scheme != "":
		return "", "", false
	case u.Path == "":
		return from, u.Fragment, true
	case strings.HasPrefix(u.Path, "/"):
		under, err := url.Parse(m.Config.BaseURL)
		if err != nil || !strings.HasPrefix(u.Path, under.Path) {
			t.Errorf("%s: %s leads out of the site", from, link)
		}
		return strings.TrimPrefix(u.Path, under.Path), u.Fragment, true
	}
	return path.Join(path.Dir(from), u.Path), u.Fragment, true
}

// checkLanguageLinks: a page leads to itself in every language of the site, in
// their order, and the pages that it leads to lead back.
func checkLanguageLinks(t *testing.T, _ sources, m *made, all views) {
	of := make(map[string][]page.LangLink)
	for _, pg := range m.pages {
		of[pg.File()] = baseOf(all[pg.File()].view).Languages
	}
	for _, pg := range m.pages {
		links := of[pg.File()]
		if len(links) != len(m.Site.Languages) {
			t.Fatalf("%s: %d language links", pg.File(), len(links))
		}
		for i, l := range links {
			file, _, _ := m.follow(t, pg.File(), l.Href)
			lang := m.Site.Languages[i]
			if l.Lang != lang || l.Tag != string(m.Config.LangTags[lang]) || !strings.HasPrefix(file, string(lang)+"/") {
				t.Errorf("%s: the link to %s is %+v", pg.File(), lang, l)
			}
			own := pg.Ref.Lang == lang && pg.Alias == ""
			if l.Current != own || own != (file == pg.File()) {
				t.Errorf("%s: the link to %s is %+v", pg.File(), lang, l)
			}
			back := func(b page.LangLink) bool {
				home, _, _ := m.follow(t, file, b.Href)
				return home == pg.File()
			}
			alone := pg.Ref // where the language is none of the two that stand beside each other
			alone.Lang, alone.Other = lang, ""
			if pg.Ref.Lang != "" && pg.Alias == "" && !slices.ContainsFunc(of[file], back) &&
				(pg.Ref.Other == "" || m.Site.Has(pg.Ref.In(lang)) || file != alone.File()) {
				t.Errorf("%s leads to %s, which does not lead back", pg.File(), file)
			}
		}
	}
}

func baseOf(view any) page.Base {
	return reflect.ValueOf(view).Elem().FieldByName("Base").Interface().(page.Base)
}

// checkTags: whatever names a language to browsers is a tag of the site. Strings
// are words, never HTML: no source of these sites has such a sign in its words.
func checkTags(t *testing.T, _ sources, m *made, all views) {
	tags := map[string]bool{"x-default": true}
	for _, lang := range []policy.Lang{"zh", "en"} { // whose words are marked on every site
		tags[string(lang)] = !slices.Contains(m.Site.Languages, lang)
	}
	for _, lang := range m.Site.Languages {
		tags[string(m.Config.LangTags[lang])] = true
	}
	for _, pg := range m.pages {
		s := all[pg.File()]
		for _, tag := range s.tags {
			if !tags[tag] {
				t.Errorf("%s: %q is no tag of the site", pg.File(), tag)
			}
		}
		for _, words := range s.words {
			if strings.ContainsAny(words, "<>") {
				t.Errorf("%s: HTML in words: %q", pg.File(), words)
			}
		}
	}
}

// checkOrder: what a page shows depends neither on which pages were made
// before it nor on being made a second time. Of another order there is one a site,
// drawn in each run: the sites are many.
func checkOrder(t *testing.T, src sources, m *made, all views) {
	drawn := rand.Uint64()
	rng := rand.New(rand.NewPCG(drawn, 2))
	for _, order := range []struct {
		name  string
		from  func() *made
		apply func([]page.Page)
		long  bool
	}{
		{"a second time", func() *made { return m }, func([]page.Page) {}, true},
		{fmt.Sprintf("in the order drawn by %d", drawn), func() *made { return src.read(t) }, func(pages []page.Page) {
			rng.Shuffle(len(pages), func(i, j int) { pages[i], pages[j] = pages[j], pages[i] })
		}, false},
	} {
		if order.long && testing.Short() {
			continue
		}
		from := order.from()
		pages := slices.Clone(from.pages)
		order.apply(pages)
		for _, pg := range pages {
			if !reflect.DeepEqual(from.view(pg), all[pg.File()].view) {
				t.Errorf("%s is another page made %s", pg.File(), order.name)
			}
		}
	}
}

// checkListed: search engines are told of a page where it is listed and of no
// other, and its canonical address is then its own.
func checkListed(t *testing.T, src sources, m *made, all views) {
	if src.baseURL == "" {
		return
	}
	for _, pg := range m.pages {
		head := baseOf(all[pg.File()].view).Head
		own := pg.Ref.URL(src.baseURL)
		if head.NoIndex == pg.Listed || pg.Listed && head.Canonical != own {
			t.Errorf("%s: listed %t, no index %t, canonical %s", pg.File(), pg.Listed, head.NoIndex, head.Canonical)
		}
		alternate := func(a page.Alternate) bool { return a.URL == own }
		if pg.Kind != page.KindMoved && slices.ContainsFunc(head.Alternates, alternate) != pg.Listed {
			t.Errorf("%s: listed %t, alternates %v", pg.File(), pg.Listed, head.Alternates)
		}
	}
}
