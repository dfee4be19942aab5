package publish

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"diptych/internal/diag"
	"diptych/internal/locale"
	"diptych/internal/page"
	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/redline/format"
	"diptych/internal/site"
)

// A case is one small edit that a lawyer may make, or one way in which two
// languages may differ, and what has to be said of it. The archives in
// testdata/cases hold one class of them each. A file CASE/VERSION.LANG.md is
// the body of a text, or the whole of it where it begins with front matter;
// CASE/policy.toml is that of the policy; CASE/expect has what must hold, a
// line each, alternatives parted by " || ":
//
//	from 1 2            compare these versions, not the last two
//	lang zh             of what is said below; else the first language of the new version
//	has WORDS           the redline of a terminal holds the words; lacks: does not
//	counts modified=1   the changes by kind, all of them
//	kind KIND [WORDS]   a change of the kind whose heading, old or new words hold WORDS; nokind: none
//	marked N            at most N characters are inserted or deleted
//	since WORDS = 2.0   the clause with the words came, or changed, in that version
//	stays WORDS = 1.0   … stands since that version and has not changed
//	mark WORDS = MARK   the last version made it "new", or changed its "words", "punctuation" or "form", or "none"
//	same L:V:WORDS = L:V:WORDS    the clauses with these words have one id; other: two
//	row LEFT = RIGHT    a row of the Chinese parallel page holds these words; norow: none does
//	views WORDS         the redline, the two columns and, in two languages, both redlines together hold them
//	check RULE [WORDS]  the rule reports something that holds the words; nocheck: it does not
//
// The replay of every redline is tried as well.
type docket struct {
	slug     string
	expect   []string
	texts    map[string]bool // "2.0/zh"
	policy   *policy.Policy
	memo     redline.Memo
	problems diag.List
	lang     policy.Lang
	old, new string
}

// casesSite reads the archives into one site, a policy for every case.
func casesSite(t *testing.T) (fstest.MapFS, []*docket) {
	t.Helper()
	names, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	fsys := fstest.MapFS{"site.toml": {Data: []byte(casesConfig)}}
	var all []*docket
	by := map[string]*docket{}
	for _, name := range names {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		class := strings.TrimSuffix(filepath.Base(name), ".txtar")
		for _, f := range ar.Files {
			dir, base, ok := strings.Cut(f.Name, "/")
			if !ok {
				t.Fatalf("%s: %s is in no case", name, f.Name)
			}
			slug := class + "-" + dir
			d := by[slug]
			if d == nil {
				d = &docket{slug: slug, texts: map[string]bool{}}
				by[slug], all = d, append(all, d)
			}
			d.add(t, fsys, base, string(f.Data))
		}
	}
	return fsys, all
}

const casesConfig = `title.zh = "政策"
title.en = "Policies"
languages = ["zh", "en"]
assets = "external"
[check.rules]
link = "warn"
missing-text = "off"
`

// add takes a file of the case.
func (d *docket) add(t *testing.T, fsys fstest.MapFS, base, data string) {
	t.Helper()
	folder := "content/" + d.slug + "/"
	switch parts := strings.Split(base, "."); {
	case base == "expect":
		d.expect = strings.Split(strings.TrimSpace(data), "\n")
	case base == "policy.toml":
		fsys[folder+base] = &fstest.MapFile{Data: []byte(data)}
	case len(parts) == 3 && parts[2] == "md":
		version, lang := parts[0], parts[1]
		if !strings.HasPrefix(data, "+++") {
			title := map[string]string{"zh": "政策", "en": "Policy"}[lang]
			data = fmt.Sprintf("+++\ntitle = %q\neffective = 2026-0%s-01\n+++\n\n%s", title, version, data)
		}
		fsys[folder+version+".0/"+lang+".md"] = &fstest.MapFile{Data: []byte(data)}
		d.texts[version+".0/"+lang] = true
	default:
		t.Fatalf("%s: what is %s?", d.slug, base)
	}
}

// versions lists the versions of the case.
func (d *docket) versions() []string {
	var out []string
	for at := range d.texts {
		v, _, _ := strings.Cut(at, "/")
		out = append(out, v)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// looksAt reports whether what is expected is read off the output: the texts and
// redlines of every case, other pages where its words ask for them.
func (d *docket) looksAt(o *site.Output) bool {
	if o.Kind != site.Page {
		return false
	}
	switch o.Page.Kind {
	case page.KindText:
		return o.Page.Ref.Version != ""
	case page.KindRedline:
		return true
	case page.KindParallel:
		return d.asks("row", "norow")
	case page.KindTable, page.KindBilingual:
		return d.asks("views")
	case page.KindClauses:
		return d.asks("mark")
	}
	return false
}

// asks reports whether a line of what is expected begins with one of the words.
func (d *docket) asks(words ...string) bool {
	return slices.ContainsFunc(d.expect, func(line string) bool {
		word, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		return slices.Contains(words, word)
	})
}

// TestCases tries every case of testdata/cases. A short run makes only the pages
// that it looks at, a full one makes all and keeps those.
func TestCases(t *testing.T) {
	t.Parallel()
	fsys, all := casesSite(t)
	by := map[string]*docket{}
	for _, d := range all {
		by[d.slug] = d
	}
	var looked sync.Map // names of the files that are looked at
	out := memory{keep: func(name string) bool { _, ok := looked.Load(name); return ok }}
	b, err := keepIn(&out, Options{Options: site.Options{Source: fsys, Today: day}, Only: func(o *site.Output) bool {
		if o.Policy == nil || !by[o.Policy.Slug].looksAt(o) {
			return !testing.Short()
		}
		looked.Store(o.Name, true)
		return true
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range all {
		t.Run(d.slug, func(t *testing.T) {
			b := b
			b.doc = (&documents{files: b.files}).one // which goes with the case
			d.policy = b.parsed(d.slug)
			if d.policy == nil || len(d.expect) == 0 {
				t.Fatalf("the case is not there or expects nothing; problems:\n%s", printed(b.problems))
			}
			for _, p := range b.problems {
				if strings.HasPrefix(p.Pos.File, "content/"+d.slug+"/") {
					d.problems = append(d.problems, p)
				}
			}
			if d.problems.HasErrors() {
				t.Fatal(printed(d.problems))
			}
			vs := d.versions()
			d.new, d.lang = vs[len(vs)-1], "zh"
			if len(vs) > 1 {
				d.old = vs[len(vs)-2]
			}
			if !d.texts[d.new+"/zh"] {
				d.lang = "en"
			}
			for _, line := range d.expect {
				if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
					d.try(t, b, line)
				}
			}
			d.replay(t, b)
		})
	}
	if chinese := len(slices.DeleteFunc(slices.Clone(all), func(d *docket) bool { return !d.texts[d.versions()[0]+"/zh"] })); len(all) < 150 || 2*chinese < len(all) {
		t.Errorf("%d cases, %d of them Chinese", len(all), chinese)
	}
}

// try tries one line of what is expected.
func (d *docket) try(t *testing.T, b built, line string) {
	t.Helper()
	word, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	switch word {
	case "from":
		old, now, _ := strings.Cut(rest, " ")
		d.old, d.new = old+".0", now+".0"
		return
	case "lang":
		d.lang = policy.Lang(rest)
		return
	}
	for _, either := range strings.Split(rest, " || ") {
		if d.holds(t, b, word, either) {
			return
		}
	}
	t.Errorf("not so: %s\n%s%s", line, d.diff(t), printed(d.problems))
}

func (d *docket) holds(t *testing.T, b built, word, rest string) bool {
	t.Helper()
	left, right, _ := strings.Cut(rest, " = ")
	kind, words, _ := strings.Cut(rest, " ")
	switch word {
	case "has":
		return strings.Contains(d.diff(t), rest)
	case "lacks":
		return !strings.Contains(d.diff(t), rest)
	case "counts":
		return d.counts(t) == rest
	case "kind":
		return d.changed(t, kind, words)
	case "nokind":
		return !d.changed(t, kind, words)
	case "marked":
		n := 0
		_, err := fmt.Sscan(rest, &n)
		c := d.redline(t).Counts
		return err == nil && c.InsertedChars+c.DeletedChars <= n
	case "since":
		return d.sinceWas(t, b, left, right, true)
	case "stays":
		return d.sinceWas(t, b, left, right, false)
	case "mark":
		got := d.marks(t, b, left)
		if got != right {
			t.Logf("the mark of %q is %s", left, got)
		}
		return got == right
	case "same":
		return d.idOf(t, b, left) == d.idOf(t, b, right)
	case "other":
		return d.idOf(t, b, left) != d.idOf(t, b, right)
	case "row":
		return d.hasRow(t, b, left, right)
	case "norow":
		return !d.hasRow(t, b, left, right)
	case "views":
		return d.inViews(t, b, rest)
	case "check":
		return d.reports(kind, words)
	case "nocheck":
		return !d.reports(kind, words)
	}
	t.Fatalf("%s: unknown word %q", d.slug, word)
	return false
}

// redline is the redline that the case is about.
func (d *docket) redline(t *testing.T) *redline.Redline {
	t.Helper()
	old, now := d.policy.Version(d.old), d.policy.Version(d.new)
	if old == nil || now == nil {
		t.Fatalf("no versions %q and %q", d.old, d.new)
	}
	return d.memo.Compare(t.Context(), old.Text(d.lang), now.Text(d.lang))
}

// diff is the redline of a terminal.
func (d *docket) diff(t *testing.T) string {
	if d.old == "" {
		return ""
	}
	var out strings.Builder
	if err := format.Text(&out, d.redline(t), locale.ToolIn("en"), false); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func (d *docket) counts(t *testing.T) string {
	var out []string
	for _, k := range redline.Kinds {
		if n := d.redline(t).Counts.Of(k); n > 0 {
			out = append(out, fmt.Sprintf("%s=%d", k, n))
		}
	}
	return strings.Join(out, " ")
}

func (d *docket) changed(t *testing.T, kind, words string) bool {
	return slices.ContainsFunc(d.redline(t).Changes, func(c redline.Change) bool {
		old, now := c.Plain()
		all := append(append([]string{c.Heading}, old...), now...)
		return slices.Contains(strings.Split(kind, "/"), c.Kind.String()) && strings.Contains(strings.Join(all, "\n"), words)
	})
}

// shown is a clause on a page of a text.
type shown struct{ id, words, since string }

// clausesOf reads the clauses of a text off its page.
func (d *docket) clausesOf(t *testing.T, b built, lang, version string) []shown {
	t.Helper()
	name := lang + "/" + d.slug + "/" + version + "/index.html"
	doc := b.doc(name)
	if doc == nil {
		t.Fatalf("no page %s", name)
	}
	var out []shown
	var read func(*html.Node)
	read = func(n *html.Node) {
		for k := n.FirstChild; k != nil; k = k.NextSibling {
			switch {
			case k.Type == html.TextNode:
				if len(out) > 0 {
					out[len(out)-1].words += squeeze(k.Data)
				}
				continue
			case hasClass(k, "aside"):
				if hasClass(k, "since") && len(out) > 0 {
					out[len(out)-1].since += words(k, func(*html.Node) bool { return false })
				}
				continue
			case hasClass(k, "clause"):
				if id, ok := attr(k, "id"); ok {
					out = append(out, shown{id: id})
				}
			}
			read(k)
		}
	}
	if n := find(doc, byClass("policy-text")); n != nil {
		read(n)
	}
	return out
}

// clause is the clause that holds the words.
func (d *docket) clause(t *testing.T, b built, lang, version, words string) shown {
	t.Helper()
	var found []shown
	for _, c := range d.clausesOf(t, b, lang, version) {
		if strings.Contains(c.words, squeeze(words)) {
			found = append(found, c)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d clauses of %s %s hold %q", len(found), lang, version, words)
	}
	return found[0]
}

func (d *docket) idOf(t *testing.T, b built, at string) string {
	t.Helper()
	lang, rest, _ := strings.Cut(strings.TrimSpace(at), ":")
	version, words, _ := strings.Cut(rest, ":")
	return d.clause(t, b, lang, version+".0", words).id
}

var changedIn = regexp.MustCompile(`(?:(?:new|changed) *in|于版本|版本)\s*([0-9.]+)\s*(修改|新增)?`)

// sinceWas reports whether the page says that the clause came or changed in the
// version, or that it stands since then and nothing more.
func (d *docket) sinceWas(t *testing.T, b built, words, version string, changed bool) bool {
	t.Helper()
	vs := d.versions()
	mark := d.clause(t, b, string(d.lang), vs[len(vs)-1], words).since
	last := ""
	for _, m := range changedIn.FindAllStringSubmatch(mark, -1) {
		if strings.Contains(m[0], "in") || m[2] != "" {
			last = m[1]
		}
	}
	if changed {
		return last == version
	}
	return last == "" && strings.Contains(mark, version)
}

// hasRow reports whether a row of the Chinese parallel page holds the words.
func (d *docket) hasRow(t *testing.T, b built, left, right string) bool {
	t.Helper()
	vs := d.versions()
	doc := b.doc("zh/" + d.slug + "/" + vs[len(vs)-1] + "/with/en/index.html")
	if doc == nil {
		t.Fatal("no parallel page")
	}
	found := false
	walk(doc, func(n *html.Node) {
		if !hasClass(n, "pair") {
			return
		}
		var cells []string
		for k := n.FirstChild; k != nil; k = k.NextSibling {
			if k.Type == html.ElementNode {
				cells = append(cells, words(k, byClass("aside")))
			}
		}
		if len(cells) >= 2 && strings.Contains(cells[0], squeeze(left)) && strings.Contains(cells[1], squeeze(right)) {
			found = true
		}
	})
	return found
}

// inViews reports whether all pages that show the redline hold the words.
func (d *docket) inViews(t *testing.T, b built, want string) bool {
	t.Helper()
	base := string(d.lang) + "/" + d.slug + "/" + d.new + "/from/" + d.old + "/"
	pages := []string{base + "index.html", base + "table/index.html"}
	other := map[policy.Lang]string{"zh": "en", "en": "zh"}[d.lang]
	if d.texts[d.new+"/"+other] && d.texts[d.old+"/"+other] {
		pages = append(pages, base+"with/"+other+"/index.html")
	}
	for _, name := range pages {
		doc := b.doc(name)
		if doc == nil {
			t.Fatalf("no page %s", name)
		}
		body := find(doc, func(n *html.Node) bool { return n.Data == "main" })
		if !strings.Contains(words(body, nil), squeeze(want)) {
			t.Logf("not on %s", name)
			return false
		}
	}
	return true
}

func (d *docket) reports(rule, words string) bool {
	return slices.ContainsFunc(d.problems, func(p diag.Problem) bool {
		return slices.Contains(strings.Split(rule, "/"), p.Rule.String()) && strings.Contains(p.Text+"\n"+p.Hint, words)
	})
}

// replay tries the law of redlines on the page of the case.
func (d *docket) replay(t *testing.T, b built) {
	t.Helper()
	vs := d.versions()
	for i := 1; i < len(vs); i++ {
		for _, lang := range []policy.Lang{"zh", "en"} {
			at := string(lang) + "/" + d.slug + "/"
			doc := b.doc(at + vs[i] + "/from/" + vs[i-1] + "/index.html")
			if !d.texts[vs[i]+"/"+string(lang)] || !d.texts[vs[i-1]+"/"+string(lang)] || doc == nil {
				continue
			}
			article := find(doc, byClass("redline"))
			text := func(version string) string {
				return words(find(b.doc(at+version+"/index.html"), byClass("policy-text")), byClass("aside"))
			}
			compareWords(t, string(lang)+" without ins", words(article, dropping("ins")), text(vs[i-1]))
			compareWords(t, string(lang)+" without del", words(article, dropping("del")), text(vs[i]))
		}
	}
}
