package redline_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"diptych/internal/html"
	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/redline/format"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestWritten holds all that is written of small edits: every other test looks
// for some words of it. The name of a case begins with its language. UPDATE=1
// writes what there is.
func TestWritten(t *testing.T) {
	const file = "testdata/written/small.txtar"
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got := &txtar.Archive{Comment: a.Comment}
	for i, f := range a.Files {
		name, ok := strings.CutSuffix(f.Name, "/old")
		if !ok {
			continue
		}
		now := a.Files[i+1]
		lang := policy.Lang(name[:2])
		r := checkLaw(t, name, parse(string(f.Data), lang), parse(string(now.Data), lang))
		got.Files = append(got.Files, f, now, txtar.File{Name: name + "/written", Data: []byte(written(t, r))})
	}
	if len(got.Files) < 30*3 {
		t.Errorf("%d cases", len(got.Files)/3)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(txtar.Format(a)), string(txtar.Format(got))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// written is a redline for a terminal, as a mail, a page and two columns, and how much of each
// section differs.
func written(t *testing.T, r *redline.Redline) string {
	var b strings.Builder
	b.WriteString(describe(t, r) + "--\n")
	if err := format.Markdown(&b, r, locale.ToolIn("en")); err != nil {
		t.Fatal(err)
	}
	writer := func() *html.Writer {
		return html.NewWriter(html.Options{
			Href: func(l *policy.Link) string { return l.Dest }, Src: func(p *policy.Picture) string { return p.Dest },
		})
	}
	for i, s := range r.HTML(writer()) {
		fmt.Fprintf(&b, "-- section %d: verdict %d\n%s\n", i, r.Sections[s.First].Verdict(), strings.TrimSpace(string(s.HTML)))
	}
	for _, row := range r.Table(writer()) {
		if !row.Folded {
			fmt.Fprintf(&b, "-- columns\n%s\n|\n%s\n", strings.TrimSpace(string(row.OldHTML)), strings.TrimSpace(string(row.NewHTML)))
		}
	}
	return strings.ReplaceAll(b.String(), "\n\n", "\n")
}
