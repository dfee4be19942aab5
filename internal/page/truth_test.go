package page_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"diptych/internal/locale"
	"diptych/internal/page"
	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/redline/format"
)

// redlines are the pages that compare two versions: of the repository's own
// site, of the archives, of generated sites and of the corpus. The first test that
// asks makes them, and each view of them is made once for all tests.
func redlines(t *testing.T) []*comparison {
	compared.Do(func() {
		compared.add(t, "own", ownSite())
		for _, name := range archiveNames(t, "*") {
			compared.add(t, base(name), archive(t, base(name)))
		}
		seeds := uint64(20)
		if testing.Short() {
			seeds = 2
		}
		for seed := range seeds {
			if seed%2 == 0 {
				compared.add(t, "generated", generate(seed))
			} else {
				compared.add(t, "states", generateStates(seed))
			}
		}
		if dir, named := os.LookupEnv("DIPTYCH_CORPUS"); named && !testing.Short() {
			compared.add(t, "corpus", sources{files: os.DirFS(dir + "/mozilla"), today: day})
		}
	})
	return compared.all
}

var compared comparisons

type comparisons struct {
	sync.Once
	all []*comparison
}

// add adds the redlines of a site.
func (cs *comparisons) add(t *testing.T, name string, src sources) {
	m := src.read(t)
	for _, pg := range m.pages {
		if pg.Kind != page.KindRedline {
			continue
		}
		p := m.parsed[pg.Ref.Policy]
		pair := policy.Pair{Old: p.Version(pg.Ref.Base), New: p.Version(pg.Ref.Version)}
		if pair.Old.Erased || pair.New.Erased {
			continue // nothing is compared
		}
		lang, _ := pair.Lang(m.Site.Languages, pg.Ref.Lang)
		cs.all = append(cs.all, &comparison{
			made: m, name: name + " " + pg.File(), page: pg, policy: p, pair: pair, lang: lang,
			r: m.known[p.Slug].Compare(t.Context(), pair.Old.Text(lang), pair.New.Text(lang)).CutOff(m.IsDead), views: make(map[policy.Ref]any),
		})
	}
}

// comparison is a page of a redline and what it shows.
type comparison struct {
	*made
	name   string
	page   page.Page
	policy *policy.Policy
	pair   policy.Pair
	lang   policy.Lang
	r      *redline.Redline
	views  map[policy.Ref]any // made so far
}

// at makes the page at an address, false where the site has none.
func (c *comparison) at(ref policy.Ref) (any, bool) {
	if v, made := c.views[ref]; made {
		return v, v != nil
	}
	for _, pg := range c.pages {
		if pg.Ref == ref {
			c.views[ref] = c.view(pg)
			break
		}
	}
	return c.views[ref], c.views[ref] != nil
}

// shown returns the redline in one column and in two.
func (c *comparison) shown() (*page.Redline, *page.Table) {
	ref := c.page.Ref
	one, _ := c.at(ref)
	ref.Leaf = policy.LeafTable
	two, _ := c.at(ref)
	return one.(*page.Redline), two.(*page.Table)
}

// TestNoChangeIsDenied: a clause on which the verdict is that it changed has
// changed in every view: it is in the list, it is folded nowhere, its since-mark
// and its page through the versions name the version, and data and text have it.
func TestNoChangeIsDenied(t *testing.T) {
	checked := 0
	for _, c := range redlines(t) {
		checked += c.noChangeIsDenied(t)
	}
	if checked < 100 {
		t.Errorf("%d clauses that changed: too few to show anything", checked)
	}
}

// noChangeIsDenied returns how many clauses changed.
func (c *comparison) noChangeIsDenied(t *testing.T) (checked int) {
	one, two := c.shown()
	data := format.DataOf(c.r, "")
	var text, mail strings.Builder
	if format.Text(&text, c.r, locale.ToolIn("en"), false) != nil || format.Markdown(&mail, c.r, locale.ToolIn("en")) != nil {
		t.Fatal("not written")
	}
	if len(one.Changes) != len(c.r.Changes) || len(data.Changes) != len(c.r.Changes) {
		t.Errorf("%s: %d changes, %d in the list and %d in the data", c.name, len(c.r.Changes), len(one.Changes), len(data.Changes))
		return 0
	}
	for i := range c.r.Sections {
		s := &c.r.Sections[i]
		if s.Verdict() < redline.Punctuation {
			continue
		}
		checked++
		id := s.Clause.ID
		if len(s.Changes)+len(s.Notes) == 0 {
			t.Errorf("%s: no change is listed for #%s", c.name, id)
		}
		for _, seg := range one.Segments {
			if seg.Folded && has(string(seg.HTML), id) {
				t.Errorf("%s: #%s is folded in the redline", c.name, id)
			}
		}
		for _, row := range two.Rows {
			if row.Folded && (has(string(row.New), id) || has(string(row.Old), id)) {
				t.Errorf("%s: #%s is folded in the two columns", c.name, id)
			}
		}
		if !strings.Contains(text.String(), "── #"+id+" (") {
			t.Errorf("%s: #%s is not in the text of diff", c.name, id)
		}
		for _, n := range s.Changes {
			if change := &c.r.Changes[n]; change.MovedAndChanged() && (!one.Changes[n].Changed || !data.Changes[n].Changed || !strings.Contains(mail.String(), "moved and changed")) {
				t.Errorf("%s: #%s moved and changed, and a list says that it moved", c.name, id)
			}
		}
		for _, n := range s.Notes {
			if !slices.Contains(data.Changes[n].Cited, id) {
				t.Errorf("%s: the data do not say that #%s cites what changed", c.name, id)
			}
		}
	}
	c.beside(t)
	c.overTime(t)
	return checked
}

// beside checks the page on which another language stands beside the redline.
func (c *comparison) beside(t *testing.T) {
	for _, l := range c.Site.Others(c.lang) {
		ref := c.page.Ref
		ref.Other = l
		v, ok := c.at(ref)
		if !ok {
			continue
		}
		for _, row := range v.(*page.Bilingual).Rows {
			for _, part := range row.Parts {
				s := c.section(part.Clause)
				if s != nil && row.Folded && part.Left != "" && s.Verdict() >= redline.Punctuation {
					t.Errorf("%s: #%s is folded beside the other language", c.name, part.Clause)
				}
			}
		}
	}
}

func (c *comparison) section(id string) *redline.Section {
	for i := range c.r.Sections {
		if c.r.Sections[i].Clause.ID == id {
			return &c.r.Sections[i]
		}
	}
	return nil
}

// overTime checks the since-marks of the new version and the page of every clause
// through the versions, where the old version is the one before it.
func (c *comparison) overTime(t *testing.T) {
	if c.policy.Previous(c.pair.New) != c.pair.Old || c.lang != c.page.Ref.Lang {
		return
	}
	v, ok := c.at(policy.Ref{Lang: c.lang, Policy: c.policy.Slug, Version: c.pair.New.Name})
	if !ok {
		return
	}
	body := string(v.(*page.Text).Body)
	var lives []page.ClauseLife
	if c.policy.Head(c.Site.Today) == c.pair.New {
		if v, ok := c.at(policy.Ref{Lang: c.lang, Policy: c.policy.Slug, Leaf: policy.LeafClauses}); ok {
			lives = v.(*page.Clauses).Clauses
		}
	}
	for i := range c.r.Sections {
		s := &c.r.Sections[i]
		if s.Verdict() < redline.Punctuation || !s.Clause.Op.InNew() {
			continue
		}
		if f := s.New.Form; f == policy.Heading || f == policy.Paragraph {
			if mark := markOf(body, s.New.ID); mark != "" && !strings.Contains(mark, c.pair.New.Name) {
				t.Errorf("%s: #%s changed, and its mark is %q", c.name, s.New.ID, mark)
			}
		}
		for _, l := range lives {
			if l.ID == s.New.ID && l.Forms[0].Version != c.pair.New.Name {
				t.Errorf("%s: #%s changed, and its newest form is of %s", c.name, s.New.ID, l.Forms[0].Version)
			}
		}
	}
}

var sinceMark = regexp.MustCompile(`<span class="aside since[^>]*>(?:<a[^>]*>)?([^<]*)`)

// markOf returns the since-mark of a clause, "" where it has none.
func markOf(body, id string) string {
	_, rest, ok := strings.Cut(body, ` id="`+id+`"`)
	if !ok {
		return ""
	}
	rest, _, _ = strings.Cut(rest, ` class="clause`)
	if m := sinceMark.FindStringSubmatch(rest); m != nil {
		return m[1]
	}
	return ""
}

func has(html, id string) bool { return strings.Contains(html, ` id="`+id+`"`) }

// TestEveryViewHasEveryChange: the title, links, images, formats and notes that
// changed are said in the list, in the two columns and beside the other language.
func TestEveryViewHasEveryChange(t *testing.T) {
	said := map[string]int{}
	for _, c := range redlines(t) {
		c.everyViewHasEveryChange(t, said)
	}
	for _, what := range []string{"title", "marks cannot show", "note"} {
		if said[what] == 0 {
			t.Errorf("no %s changed: the test shows nothing", what)
		}
	}
}

func (c *comparison) everyViewHasEveryChange(t *testing.T, said map[string]int) {
	one, two := c.shown()
	var pairs []*page.Bilingual
	for _, l := range c.Site.Others(c.lang) {
		ref := c.page.Ref
		ref.Other = l
		if v, ok := c.at(ref); ok {
			pairs = append(pairs, v.(*page.Bilingual))
		}
	}
	if titled := c.r.Old.Title != c.r.New.Title; titled {
		said["title"]++
		if one.NewTitle == "" || two.NewTitle == "" || two.OldTitle == "" || slices.ContainsFunc(pairs, func(b *page.Bilingual) bool { return b.LeftTitle == "" }) {
			t.Errorf("%s: a view lacks the title that changed", c.name)
		}
	}
	inTable := map[string]int{}
	for _, row := range two.Rows {
		count(inTable, row.Said)
	}
	for i := range c.r.Sections {
		s := &c.r.Sections[i]
		if c.r.Folds(s) {
			continue
		}
		for _, n := range s.Changes {
			change, item := &c.r.Changes[n], &one.Changes[n]
			unsaid := func(l redline.LinkChange) bool {
				return !slices.Contains(item.Links, page.LinkChange{l.Words, l.Old, l.New})
			}
			if slices.ContainsFunc(change.Links, unsaid) || len(item.Images) != len(change.Images) || len(item.Looks) < min(len(change.Marks), 1) {
				t.Errorf("%s: change %d is not whole in the list", c.name, n)
			}
			if len(item.Links)+len(item.Images)+len(item.Looks)+len(item.Formats) > 0 {
				said["marks cannot show"]++
				if inTable[item.Href] == 0 {
					t.Errorf("%s: the two columns do not say what changed at %s", c.name, item.Href)
				}
				for _, b := range pairs {
					beside := map[string]int{}
					for _, row := range b.Rows {
						for _, part := range row.Parts {
							count(beside, part.LeftSaid)
						}
					}
					if beside[item.Href] == 0 {
						t.Errorf("%s: beside the other language nothing says what changed at %s", c.name, item.Href)
					}
				}
			}
		}
		for _, n := range s.Notes {
			said["note"]++
			if href := one.Changes[n].Href; inTable["note "+href] == 0 {
				t.Errorf("%s: the two columns do not say that note %s changed", c.name, href)
			}
		}
	}
}

func count(in map[string]int, s page.Said) {
	for _, c := range s.Changes {
		in[c.Href]++
	}
	for _, c := range s.Notes {
		in["note "+c.Href]++
	}
}
