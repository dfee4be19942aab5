package publish

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"diptych/internal/policy"
)

// TestRedlineReplay is law 3, on the pages as they are written: a redline
// without its insertions is the old text, without its deletions the new one.
func TestRedlineReplay(t *testing.T) {
	t.Run("own", func(t *testing.T) {
		t.Parallel()
		checkRedlines(t, ownBuilt(t, date(t, "2027-03-01")), 20)
	})
	t.Run("corpus", func(t *testing.T) {
		t.Parallel()
		checkRedlines(t, corpusSite(t), 2*(81+75))
	})
}

// checkRedlines checks every redline of a site; want is how many there are.
func checkRedlines(t *testing.T, b built, want int) {
	t.Helper()
	n := 0
	for name, doc := range b.docs() {
		ref, err := policy.ParsePath(strings.TrimSuffix(name, "index.html"))
		if err != nil || ref.Base == "" {
			continue
		}
		if ref.Leaf == policy.LeafTable {
			checkTable(t, b, name, ref)
			continue
		}
		if ref.Other != "" {
			checkTwoRedlines(t, b, name, ref)
			continue
		}
		n++
		article := find(doc, byClass("redline"))
		if article == nil || !hasClass(article, "policy-text") {
			t.Errorf("%s has no redline", name)
			continue
		}
		tag, _ := attr(article, "lang")
		lang := policy.Lang(strings.TrimSuffix(tag, "-Hans"))
		without := func(element string) func(*html.Node) bool {
			return func(n *html.Node) bool { return n.Data == element || hasClass(n, "aside") }
		}
		compareWords(t, name+" without ins", words(article, without("ins")), textOf(t, b, lang, ref.Policy, ref.Base))
		compareWords(t, name+" without del", words(article, without("del")), textOf(t, b, lang, ref.Policy, ref.Version))
		walk(article, func(n *html.Node) {
			if (n.Data == "ins" || n.Data == "del") && find(n, isBlock) != nil {
				t.Errorf("%s: <%s> around a block", name, n.Data)
			}
		})
	}
	if n != want {
		t.Errorf("found %d redlines, want %d", n, want)
	}
}

// checkTable checks that the columns of a redline in two columns are the old
// and the new text.
func checkTable(t *testing.T, b built, name string, ref policy.Ref) {
	t.Helper()
	one := ref
	one.Leaf = policy.LeafNone
	tag, _ := attr(find(b.doc(one.File()), byClass("redline")), "lang")
	lang := policy.Lang(strings.TrimSuffix(tag, "-Hans"))
	for class, version := range map[string]string{"old": ref.Base, "new": ref.Version} {
		var column strings.Builder
		walk(b.doc(name), func(n *html.Node) {
			if hasClass(n, class) && hasClass(n, "policy-text") {
				column.WriteString(words(n, func(n *html.Node) bool {
					other := map[string]string{"old": "ins", "new": "del"}[class]
					return hasClass(n, "aside") || n.Data == other
				}))
			}
		})
		compareWords(t, name+" "+class, column.String(), textOf(t, b, lang, ref.Policy, version))
	}
}

// checkTwoRedlines checks that both columns of a redline in two languages are
// redlines of their texts.
func checkTwoRedlines(t *testing.T, b built, name string, ref policy.Ref) {
	t.Helper()
	for _, lang := range []policy.Lang{ref.Lang, ref.Other} {
		for element, version := range map[string]string{"ins": ref.Base, "del": ref.Version} {
			got := column(b.doc(name), lang, func(n *html.Node) bool { return n.Data == element || hasClass(n, "aside") })
			compareWords(t, name+" "+string(lang)+" without "+element, got, textOf(t, b, lang, ref.Policy, version))
		}
	}
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

// TestParallelPages: both columns of a page in two languages are their texts,
// whole and in order, and every row names a clause.
func TestParallelPages(t *testing.T) {
	for name, site := range map[string]func(testing.TB) built{
		"own":    func(t testing.TB) built { return ownBuilt(t, date(t, "2027-03-01")) },
		"corpus": corpusSite,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkParallel(t, site(t))
		})
	}
}

func checkParallel(t *testing.T, b built) {
	t.Helper()
	n := 0
	for file, doc := range b.docs() {
		ref, err := policy.ParsePath(strings.TrimSuffix(file, "index.html"))
		if err != nil || ref.Base != "" || ref.Other == "" {
			continue
		}
		n++
		version := ref
		version.Other = ""
		for _, lang := range []policy.Lang{ref.Lang, ref.Other} {
			alone := version.In(lang)
			compareWords(t, file+" "+string(lang), column(doc, lang, byClass("aside")), textOf(t, b, lang, alone.Policy, alone.Version))
		}
		walk(doc, func(n *html.Node) {
			if clause, _ := attr(n, "data-clause"); hasClass(n, "pair") && !hasClass(n, "heads") && clause == "" {
				t.Errorf("%s: a row without clause", file)
			}
		})
	}
	if n == 0 {
		t.Error("no pages in two languages")
	}
}

func isBlock(n *html.Node) bool {
	return strings.Contains(" p li ul ol h1 h2 h3 h4 h5 h6 td th tr table div blockquote pre section ", " "+n.Data+" ")
}

// textOf is the text of a version, as its page shows it.
func textOf(t *testing.T, b built, lang policy.Lang, slug, version string) string {
	t.Helper()
	file := policy.Ref{Lang: lang, Policy: slug, Version: version}.File()
	if said, ok := b.texts.Load(file); ok {
		return said.(string)
	}
	article := find(b.doc(file), byClass("policy-text"))
	if article == nil {
		t.Fatalf("%s has no policy-text", file)
	}
	said := words(article, byClass("aside"))
	b.texts.Store(file, said)
	return said
}

func compareWords(t *testing.T, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	t.Errorf("%s differs at byte %d: %.90q, want %.90q", what, i, got[max(0, i-30):], want[max(0, i-30):])
}
