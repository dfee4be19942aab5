package reference_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diptych/internal/markup"
	"diptych/internal/policy"
	"diptych/internal/reference"
)

// TestRealTexts reads the texts of the repository's own site, and of the corpus
// where there is one: no reference in them dangles.
func TestRealTexts(t *testing.T) {
	files, _ := filepath.Glob("../../content/*/*/*.md")
	if dir := os.Getenv("DIPTYCH_CORPUS"); dir != "" && !testing.Short() {
		more, _ := filepath.Glob(filepath.Join(dir, "mozilla/content/*/*/*.md"))
		if len(more) == 0 {
			t.Fatalf("DIPTYCH_CORPUS is %q and holds no texts", dir)
		}
		files = append(files, more...)
	}
	found := 0
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		text := &policy.Text{Lang: policy.Lang(strings.TrimSuffix(filepath.Base(f), ".md"))}
		front, body, _ := strings.Cut(strings.TrimPrefix(string(src), "+++\n"), "\n+++\n")
		if _, s, ok := strings.Cut(front, `title = "`); ok {
			text.Title, _, _ = strings.Cut(s, `"`)
		}
		text.Clauses, _ = markup.Parse([]byte(body), markup.Options{File: f, Lang: text.Lang.Tag()})
		for _, l := range reference.Read(text).Leaves {
			for i, m := range l.Mentions {
				found++

				if l.Targets[i].Missing && !m.Foreign && !m.Quiet {
					t.Errorf("%s: no clause is %s", f, l.Spelled(i))
				}
			}
		}
	}
	if found == 0 {
		t.Error("the texts refer to nothing")
	}
}
