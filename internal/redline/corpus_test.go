package redline_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"diptych/internal/markup"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// version is one text of the corpus.
type version struct {
	policy, name string
	text         *policy.Text
}

// corpus returns the texts in lang by policy, oldest first, in a short run every
// third; they are parsed once for all tests. Without the corpus the test is skipped, but where
// DIPTYCH_CORPUS names it.
func corpus(t testing.TB, lang policy.Lang) map[string][]version {
	t.Helper()
	out := corpora[lang]()
	if len(out) > 0 {
		return out
	}
	if dir, named := os.LookupEnv("DIPTYCH_CORPUS"); named {
		t.Fatalf("DIPTYCH_CORPUS is %q and holds no texts in %s", dir, lang)
	}
	t.Skip("no corpus beside the project")
	return nil
}

var corpora = map[policy.Lang]func() map[string][]version{
	"zh": sync.OnceValue(func() map[string][]version { return readCorpus("zh") }),
	"en": sync.OnceValue(func() map[string][]version { return readCorpus("en") }),
}

func readCorpus(lang policy.Lang) map[string][]version {
	dir := os.Getenv("DIPTYCH_CORPUS")
	if dir == "" {
		dir = "../../../shared/corpus"
	}
	files, _ := filepath.Glob(filepath.Join(dir, "mozilla/content/*/*", string(lang)+".md"))
	slices.Sort(files)
	out := map[string][]version{}
	for i, f := range files {
		if testing.Short() && i%3 > 0 {
			continue
		}
		src, err := os.ReadFile(f)
		if err != nil {
			panic(err)
		}
		v := filepath.Base(filepath.Dir(f))
		p := filepath.Base(filepath.Dir(filepath.Dir(f)))
		out[p] = append(out[p], version{p, v, parse(string(src), lang)})
	}
	return out
}

// parse makes a text of Markdown, with or without front matter.
func parse(src string, lang policy.Lang) *policy.Text {
	t := &policy.Text{Lang: lang, Bytes: len(src)}
	if body, ok := strings.CutPrefix(src, "+++\n"); ok {
		front, rest, _ := strings.Cut(body, "\n+++\n")
		src = rest
		if _, s, ok := strings.Cut(front, `title = "`); ok {
			t.Title, _, _ = strings.Cut(s, `"`)
		}
	}
	t.Clauses, _ = markup.Parse([]byte(src), markup.Options{File: "x.md", Lang: lang.Tag()})
	return t
}

// corpusPair is two versions of one policy.
type corpusPair struct {
	old, new version
	memo     *redline.Memo // nil where only one test asks
}

// compare returns the redline of the pair, which the caller must not change.
func (p corpusPair) compare() *redline.Redline {
	if p.memo == nil {
		return redline.Compare(context.Background(), p.old.text, p.new.text)
	}
	return p.memo.Compare(context.Background(), p.old.text, p.new.text)
}

func (p corpusPair) String() string { return p.old.policy + "/" + p.old.name + ".." + p.new.name }

// corpusPairs lists every pair of consecutive versions, and each older
// version with the last where last is asked for.
func corpusPairs(t testing.TB, lang policy.Lang, last bool) []corpusPair {
	var out []corpusPair
	all := corpus(t, lang)
	for _, p := range slices.Sorted(maps.Keys(all)) {
		vs := all[p]
		for i := 1; i < len(vs); i++ {
			out = append(out, corpusPair{vs[i-1], vs[i], compared()})
		}
		if last {
			for i := 0; i < len(vs)-2; i++ {
				out = append(out, corpusPair{vs[i], vs[len(vs)-1], nil})
			}
		}
	}
	return out
}

var compared = sync.OnceValue(func() *redline.Memo { return new(redline.Memo) })

var langs = []policy.Lang{"zh", "en"}

// TestLawOnCorpus holds the law on every pair of consecutive versions and on
// each older version against the last. The latter are more pairs of the same
// texts, and are left out of a short run.
func TestLawOnCorpus(t *testing.T) {
	for _, lang := range langs {
		for _, p := range corpusPairs(t, lang, !testing.Short()) {
			t.Run(string(lang)+" "+p.String(), func(t *testing.T) {
				t.Parallel()
				r := checkShown(t, p.String(), p.old.text, p.new.text)
				if r.page != page(p.compare()) {
					t.Errorf("%s: another run gives another page", p)
				}
			})
		}
	}
}

// reporter is a *testing.T or a *rapid.T.
type reporter interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
}

// shown is a redline as it is shown, and the words of its two texts.
type shown struct {
	*redline.Redline
	segments []redline.Segment
	page     string // of all segments
	table    []redline.TableRow
	old, new string
}

func show(r *redline.Redline) *shown {
	s := &shown{Redline: r, segments: r.HTML(newWriter()), table: r.Table(newWriter()), old: words(r.Old.Plain()), new: words(r.New.Plain())}
	s.page = join(s.segments)
	return s
}

// checkLaw checks everything a redline promises about two texts.
func checkLaw(t reporter, name string, old, new *policy.Text) *redline.Redline {
	t.Helper()
	return checkShown(t, name, old, new).Redline
}

func checkShown(t reporter, name string, old, new *policy.Text) *shown {
	t.Helper()
	r := show(redline.Compare(context.Background(), old, new))
	sameWords(t, name+": new side", r.new, words(side(r.Redline, policy.Op.InNew).Plain()))
	sameWords(t, name+": old side", r.old, words(side(r.Redline, policy.Op.InOld).Plain()))
	uniqueIDs(t, name, r.Redline)
	checkHTML(t, name, r)
	checkTable(t, name, r)
	checkStale(t, name, r)
	if r.Equal() && r.old != r.new {
		t.Errorf("%s: Equal, and the words differ", name)
	}
	swapped := redline.Compare(context.Background(), new, old).Counts.Tally
	if back := (redline.Tally{
		Insertions: swapped.Deletions, Deletions: swapped.Insertions,
		InsertedWords: swapped.DeletedWords, DeletedWords: swapped.InsertedWords,
		InsertedChars: swapped.DeletedChars, DeletedChars: swapped.InsertedChars,
	}); back != r.Counts.Tally {
		t.Errorf("%s: %+v, and %+v swapped", name, r.Counts.Tally, swapped)
	}
	return r
}

// side is the merged text without what is not in one of the texts.
func side(r *redline.Redline, keep func(policy.Op) bool) *policy.Text {
	t := &policy.Text{}
	for _, s := range r.Sections {
		if c := redline.Side(s.Clause, keep); c != nil {
			t.Clauses = append(t.Clauses, c)
		}
	}
	return t
}

func samePlain(t reporter, name string, want, got *policy.Text) {
	t.Helper()
	sameWords(t, name, words(want.Plain()), words(got.Plain()))
}

func sameWords(t reporter, name string, w, g string) {
	t.Helper()
	if w == g {
		return
	}
	i := 0
	for i < len(w) && i < len(g) && w[i] == g[i] {
		i++
	}
	near := func(s string) string { return s[max(0, i-60):min(len(s), i+60)] }
	t.Errorf("%s: differs at byte %d\nwant %q\ngot  %q", name, i, near(w), near(g))
}

// words joins paragraphs without white space: the law holds up to that.
func words(paragraphs []string) string {
	var b strings.Builder
	for _, p := range paragraphs {
		for f := range strings.FieldsSeq(p) {
			b.WriteString(f)
		}
	}
	return b.String()
}

func uniqueIDs(t reporter, name string, r *redline.Redline) {
	t.Helper()
	merged := &policy.Text{}
	for _, s := range r.Sections {
		merged.Clauses = append(merged.Clauses, s.Clause)
	}
	seen := map[string]bool{}
	note := func(id string) {
		if id != "" && seen[id] {
			t.Errorf("%s: id %q is there twice", name, id)
		}
		seen[id] = true
	}
	for _, id := range merged.Anchors() {
		note(id)
	}
	var items func(bs []policy.Block)
	items = func(bs []policy.Block) {
		for i := range bs {
			if c := bs[i].Clause; c != nil {
				note(c.ID)
			}
			items(bs[i].Blocks)
		}
	}
	for _, s := range r.Sections {
		items(s.Clause.Blocks)
	}
	for i, c := range r.Changes {
		if c.IsTitle() && i == 0 {
			continue
		}
		if !seen[c.ClauseID] || c.Other != "" && !seen[c.Other] {
			t.Errorf("%s: change %d (%s) leads to #%s and #%s, which are not on the page", name, i, c.Kind, c.ClauseID, c.Other)
		}
		if (c.Kind == redline.Inserted || c.Kind == redline.Deleted) && c.Formats != nil {
			t.Errorf("%s: change %d (%s) is of formats %v, and has nothing to compare with", name, i, c.Kind, c.Formats)
		}
		if (c.Kind == redline.Moved) != (c.Other != "") {
			t.Errorf("%s: change %d (%s) has other end %q", name, i, c.Kind, c.Other)
		}
	}
}
