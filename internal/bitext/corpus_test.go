package bitext_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/markup"
	"diptych/internal/policy"
)

// twin is one version of the corpus in both languages.
type twin struct {
	name   string // policy/version
	zh, en *policy.Text
}

// corpus returns the versions of the corpus, by policy and oldest first.
// Without the corpus the test is skipped, but where DIPTYCH_CORPUS names it.
func corpus(t testing.TB) []twin {
	t.Helper()
	if testing.Short() {
		t.Skip("the corpus is for the full run")
	}
	dir, named := os.LookupEnv("DIPTYCH_CORPUS")
	if !named {
		dir = "../../../shared/corpus"
	}
	folders, _ := filepath.Glob(filepath.Join(dir, "mozilla/content/*/*"))
	slices.Sort(folders)
	var out []twin
	for _, f := range folders {
		zh, err1 := os.ReadFile(filepath.Join(f, "zh.md"))
		en, err2 := os.ReadFile(filepath.Join(f, "en.md"))
		if err1 != nil || err2 != nil {
			continue // not a version in both languages
		}
		name := filepath.Base(filepath.Dir(f)) + "/" + filepath.Base(f)
		out = append(out, twin{name, parse(string(zh), "zh"), parse(string(en), "en")})
	}
	if len(out) == 0 {
		if named {
			t.Fatalf("DIPTYCH_CORPUS is %q and holds no versions in both languages", dir)
		}
		t.Skip("no corpus beside the project")
	}
	return out
}

// align pairs two texts by their ids and words.
func align(left, right *policy.Text) *bitext.Bitext {
	return bitext.Align(left, right, bitext.ByID(left, right))
}

// parse makes a text of Markdown, with or without front matter.
func parse(src string, lang policy.Lang) *policy.Text {
	t := &policy.Text{Lang: lang}
	if body, ok := strings.CutPrefix(src, "+++\n"); ok {
		_, src, _ = strings.Cut(body, "\n+++\n")
	}
	t.Clauses, _ = markup.Parse([]byte(src), markup.Options{File: string(lang) + ".md", Lang: lang.Tag()})
	return t
}
