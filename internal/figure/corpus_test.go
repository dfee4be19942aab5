package figure_test

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"diptych/internal/figure"
)

// TestCorpus compares real texts paragraph by paragraph, where both languages
// have as many, and as wholes where they have not. All that was missed there
// when this was written was read: these are differences of the texts, so that
// more of them are misunderstandings.
func TestCorpus(t *testing.T) {
	dir, named := os.LookupEnv("DIPTYCH_CORPUS")
	if dir == "" {
		dir = "../../../shared/corpus"
	}
	root := os.DirFS(dir)
	names, _ := fs.Glob(root, "mozilla/content/*/*/zh.md")
	if len(names) == 0 {
		if named {
			t.Fatalf("DIPTYCH_CORPUS is %q and holds no texts", dir)
		}
		t.Skip("no corpus beside the project, and DIPTYCH_CORPUS is not set")
	}
	strong, missed := 0, 0
	for _, name := range names {
		zh, en := paragraphs(t, root, name), paragraphs(t, root, path.Join(path.Dir(name), "en.md"))
		if len(zh) != len(en) {
			zh, en = []string{strings.Join(zh, "\n")}, []string{strings.Join(en, "\n")}
		}
		for i := range zh {
			l, r := figure.Find(zh[i], "zh"), figure.Find(en[i], "en")
			for _, f := range append(l[:len(l):len(l)], r...) {
				if !f.Weak {
					strong++
				}
			}
			onlyL, onlyR := differ(l, r)
			if len(onlyL)+len(onlyR) > 0 {
				missed += len(onlyL) + len(onlyR)
				t.Logf("%s: %s | %s", path.Dir(name), spell(onlyL), spell(onlyR))
			}
		}
	}
	t.Logf("%d pairs of texts, %d figures, %d without an answer", len(names), strong, missed)
	if strong < 1500 || missed > 35 {
		t.Errorf("%d of %d figures have no answer in the other language; 35 were known", missed, strong)
	}
}

// paragraphs returns the lines of a source without its front matter, targets
// of links and ids.
func paragraphs(t *testing.T, root fs.FS, name string) (out []string) {
	t.Helper()
	src, err := fs.ReadFile(root, name)
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(strings.TrimPrefix(string(src), "+++"), "+++")
	for line := range strings.SplitSeq(body, "\n") {
		for _, mark := range [...][2]string{{"](", ")"}, {"{#", "}"}, {"href=\"", "\""}, {"colspan=\"", "\""}} {
			for {
				from := strings.Index(line, mark[0])
				if from < 0 {
					break
				}
				end := strings.Index(line[from+len(mark[0]):], mark[1])
				if end < 0 {
					break
				}
				line = line[:from] + line[from+len(mark[0])+end+len(mark[1]):]
			}
		}
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
