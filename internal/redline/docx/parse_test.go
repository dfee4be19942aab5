package docx_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"diptych/internal/locale"
	"diptych/internal/markup"
	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/redline/docx"
)

var langs = []policy.Lang{"zh", "en"}

// parse makes a text of Markdown.
func parse(title, src string, lang policy.Lang) *policy.Text {
	t := &policy.Text{Lang: lang, Title: title, Bytes: len(src)}
	t.Clauses, _ = markup.Parse([]byte(src), markup.Options{File: "x.md", Lang: lang.Tag()})
	return t
}

// reporter is a *testing.T or a *rapid.T.
type reporter interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

var options = docx.Options{Old: "1.0", New: "2.0", Date: policy.Date{Year: 2027, Month: 3, Day: 1}, Tool: locale.ToolIn("en")}

// file makes the file of a redline.
func file(t reporter, name string, r *redline.Redline) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := docx.Write(&b, r, options); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return b.Bytes()
}

// checkLaw checks everything a file promises about two texts.
func checkLaw(t reporter, name string, old, new *policy.Text) *archive {
	t.Helper()
	r := redline.Compare(context.Background(), old, new)
	p := partsOf(t, name, r)
	if !p.equal(partsOf(t, name, r)) {
		t.Errorf("%s: another file the second time", name)
	}
	a := p.open(t)
	a.order(t, name)
	a.unique(t, name)
	a.whole(t, name)
	same(t, name+", all accepted", contents(new, docx.Wide(r) > 0), a.decide(true).contents())
	same(t, name+", all rejected", contents(old, docx.Wide(r) > 0), a.decide(false).contents())
	a.stale(t, name, r)
	if r.Equal() && a.tracked() > 0 {
		t.Errorf("%s: no change, and %d tracked ones", name, a.tracked())
	}
	return a
}

// same compares contents line by line.
func same(t reporter, name string, want, got []string) {
	t.Helper()
	for i := range max(len(want), len(got)) {
		w, g := "(nothing)", "(nothing)"
		if i < len(want) {
			w = want[i]
		}
		if i < len(got) {
			g = got[i]
		}
		if w != g {
			t.Errorf("%s: line %d\nwant %q\ngot  %q", name, i, w, g)
			return
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func TestEqualTextsHaveNoTrackedChange(t *testing.T) {
	for _, src := range []string{"", "# A\n\nb\n", "1. a\n2. b\n", "- a\n- b\n\n|a|b|\n|-|-|\n|1|2|\n", "a[^1]\n\n[^1]: b\n\n---\n\nc"} {
		a := checkLaw(t, src, parse("T", src, "en"), parse("T", src, "en"))
		if n := a.tracked(); n > 0 {
			t.Errorf("%q against itself: %d tracked changes", src, n)
		}
	}
}
