package redline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/redline/format"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestCases compares old.md and new.md of every archive in testdata; the name
// of an archive begins with its language. want holds the list of changes and
// the redline of a terminal. UPDATE=1 writes want.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	chinese, _ := filepath.Glob("testdata/zh_*.txtar")
	if err != nil || len(files) < 60 || len(chinese) < 30 {
		t.Fatalf("%d cases, %d of them Chinese, %v", len(files), len(chinese), err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".txtar")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			lang := policy.Lang(name[:2])
			old, new, want := member(t, a, "old.md"), member(t, a, "new.md"), member(t, a, "want")
			r := checkLaw(t, name, parse(string(old.Data), lang), parse(string(new.Data), lang))
			got := describe(t, r)
			if os.Getenv("UPDATE") != "" {
				want.Data = []byte(got)
				if err := os.WriteFile(f, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", a.Comment, diff)
			}
		})
	}
}

func member(t *testing.T, a *txtar.Archive, name string) *txtar.File {
	for i := range a.Files {
		if a.Files[i].Name == name {
			return &a.Files[i]
		}
	}
	a.Files = append(a.Files, txtar.File{Name: name})
	return &a.Files[len(a.Files)-1]
}

// describe prints the list of changes, then the redline.
func describe(t *testing.T, r *redline.Redline) string {
	t.Helper()
	var b strings.Builder
	for _, c := range r.Changes {
		fmt.Fprintf(&b, "%s #%s", c.Kind, c.ClauseID)
		if c.Other != "" {
			fmt.Fprintf(&b, " from #%s", c.Other)
		}
		if c.OldLabel.Text != c.NewLabel.Text && c.Kind != redline.Inserted && c.Kind != redline.Deleted {
			fmt.Fprintf(&b, " %s → %s", c.OldLabel.Text, c.NewLabel.Text)
		}
		fmt.Fprintf(&b, " %q", c.Heading)
		if c.Insertions+c.Deletions > 0 {
			fmt.Fprintf(&b, " +%d −%d", c.Insertions, c.Deletions)
		}
		if c.Punctuation {
			b.WriteString(" punctuation")
		}
		if c.Along > 0 {
			fmt.Fprintf(&b, " along %d", c.Along)
		}
		for _, l := range c.Links {
			fmt.Fprintf(&b, " link %q: %s → %s", l.Words, l.Old, l.New)
		}
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
	if err := format.Text(&b, r, locale.ToolIn("en"), false); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
