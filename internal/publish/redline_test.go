package publish

import (
	"testing"

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
	for name, page := range b.readings() {
		ref := page.ref
		if !page.placed || ref.Base == "" {
			continue
		}
		if ref.Leaf == policy.LeafTable {
			checkTable(t, b, name, page)
			continue
		}
		if ref.Other != "" {
			checkTwoRedlines(t, b, name, page)
			continue
		}
		n++
		if !page.redline {
			t.Errorf("%s has no redline", name)
			continue
		}
		compareWords(t, name+" without ins", page.said[part{without: "ins"}], textOf(t, b, page.lang, ref.Policy, ref.Base))
		compareWords(t, name+" without del", page.said[part{without: "del"}], textOf(t, b, page.lang, ref.Policy, ref.Version))
		for _, element := range page.blocks {
			t.Errorf("%s: <%s> around a block", name, element)
		}
	}
	if n != want {
		t.Errorf("found %d redlines, want %d", n, want)
	}
}

// checkTable checks that the columns of a redline in two columns are the old
// and the new text.
func checkTable(t *testing.T, b built, name string, page *reading) {
	t.Helper()
	ref := page.ref
	one := ref
	one.Leaf = policy.LeafNone
	lang := b.readings()[one.File()].lang
	for class, version := range map[string]string{"old": ref.Base, "new": ref.Version} {
		compareWords(t, name+" "+class, page.said[part{column: class}], textOf(t, b, lang, ref.Policy, version))
	}
}

// checkTwoRedlines checks that both columns of a redline in two languages are
// redlines of their texts.
func checkTwoRedlines(t *testing.T, b built, name string, page *reading) {
	t.Helper()
	ref := page.ref
	for _, lang := range []policy.Lang{ref.Lang, ref.Other} {
		for element, version := range map[string]string{"ins": ref.Base, "del": ref.Version} {
			compareWords(t, name+" "+string(lang)+" without "+element, page.said[part{lang: lang, without: element}], textOf(t, b, lang, ref.Policy, version))
		}
	}
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
	for file, page := range b.readings() {
		ref := page.ref
		if !page.placed || ref.Base != "" || ref.Other == "" {
			continue
		}
		n++
		for _, lang := range []policy.Lang{ref.Lang, ref.Other} {
			compareWords(t, file+" "+string(lang), page.said[part{lang: lang}], textOf(t, b, lang, ref.Policy, ref.Version))
		}
		if page.lost > 0 {
			t.Errorf("%s: %d rows without clause", file, page.lost)
		}
	}
	if n == 0 {
		t.Error("no pages in two languages")
	}
}

// textOf is the text of a version, as its page shows it.
func textOf(t *testing.T, b built, lang policy.Lang, slug, version string) string {
	t.Helper()
	file := policy.Ref{Lang: lang, Policy: slug, Version: version}.File()
	page := b.readings()[file]
	if page == nil {
		t.Fatalf("there is no %s", file)
	}
	said, ok := page.said[part{}]
	if !ok {
		t.Fatalf("%s has no policy-text", file)
	}
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
