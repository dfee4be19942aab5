package bitext_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/markup"
	"diptych/internal/policy"
)

// twin is one version of the corpus in both languages.
type twin struct {
	name   string // policy/version
	zh, en *policy.Text
	cues   *bitext.Cues // of all versions
}

// aligned pairs the texts by their ids and words, as they are or disturbed.
func (x *twin) aligned(zh, en *policy.Text) *bitext.Bitext {
	return x.cues.Align(context.Background(), zh, en, bitext.ByID(zh, en))
}

// corpus returns the versions of the corpus, by policy and oldest first; they
// are parsed once for all tests, which must not change them. Without the corpus
// the test is skipped, but where DIPTYCH_CORPUS names it.
func corpus(t testing.TB) []twin {
	t.Helper()
	if testing.Short() {
		t.Skip("the corpus is for the full run")
	}
	out := readCorpus()
	if len(out) == 0 {
		if dir, named := os.LookupEnv("DIPTYCH_CORPUS"); named {
			t.Fatalf("DIPTYCH_CORPUS is %q and holds no versions in both languages", dir)
		}
		t.Skip("no corpus beside the project")
	}
	return out
}

var readCorpus = sync.OnceValue(func() []twin {
	dir, named := os.LookupEnv("DIPTYCH_CORPUS")
	if !named {
		dir = "../../../shared/corpus"
	}
	folders, _ := filepath.Glob(filepath.Join(dir, "mozilla/content/*/*"))
	slices.Sort(folders)
	cues := new(bitext.Cues)
	var out []twin
	for _, f := range folders {
		zh, err1 := os.ReadFile(filepath.Join(f, "zh.md"))
		en, err2 := os.ReadFile(filepath.Join(f, "en.md"))
		if err1 != nil || err2 != nil {
			continue // not a version in both languages
		}
		name := filepath.Base(filepath.Dir(f)) + "/" + filepath.Base(f)
		out = append(out, twin{name, parse(string(zh), "zh"), parse(string(en), "en"), cues})
	}
	return out
})

// align pairs two texts by their ids and words.
func align(left, right *policy.Text) *bitext.Bitext {
	return bitext.Align(context.Background(), left, right, bitext.ByID(left, right))
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
