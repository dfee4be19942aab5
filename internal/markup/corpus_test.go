package markup

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
)

// TestMain lets the heap grow as a build does: most of what a test makes is
// dropped soon.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	m.Run()
}

// corpusDir returns the folder of real texts beside the project.
func corpusDir(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("the corpus is for the full run")
	}
	dir := os.Getenv("DIPTYCH_CORPUS")
	if dir == "" {
		dir = filepath.FromSlash("../../../shared/corpus")
		if _, err := os.Stat(dir); err != nil {
			t.Skip("no corpus beside the project, and DIPTYCH_CORPUS is not set")
		}
	}
	if _, err := os.Stat(dir); err != nil {
		t.Fatalf("DIPTYCH_CORPUS: %v", err)
	}
	return dir
}

// source is a text of the corpus: its body, and the line on which that begins.
type source struct {
	name string
	body []byte
	opt  Options
}

// eachText tests every text of the corpus, several at a time.
func eachText(t *testing.T, test func(t *testing.T, s source)) {
	t.Helper()
	texts, err := readCorpus(corpusDir(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(texts) < 100 {
		t.Fatalf("only %d texts in the corpus", len(texts))
	}
	for _, s := range texts {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			test(t, s)
		})
	}
}

// readCorpus reads every text of a folder.
func readCorpus(dir string) ([]source, error) {
	var out []source
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".md" || d.Name() == "README.md" {
			return err
		}
		src, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		out = append(out, newSource(filepath.ToSlash(name), src))
		return err
	})
	return out, err
}

// newSource leaves out the front matter of a text.
func newSource(name string, src []byte) source {
	s := source{name: name, body: src, opt: Options{File: name, Line: 1, Version: "v", Settled: true}}
	if strings.HasSuffix(name, "zh.md") {
		s.opt.Lang = "zh"
	} else {
		s.opt.Lang = "en"
	}
	if rest, ok := bytes.CutPrefix(src, []byte("+++\n")); ok {
		if i := bytes.Index(rest, []byte("\n+++\n")); i >= 0 {
			s.body = rest[i+len("\n+++\n"):]
			s.opt.Line = 1 + bytes.Count(src[:len(src)-len(s.body)], []byte{'\n'})
		}
	}
	return s
}
