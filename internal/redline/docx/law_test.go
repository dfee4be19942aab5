package docx_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"
)

// TestLawOnCases holds the law on the cases of the redline.
func TestLawOnCases(t *testing.T) {
	files, _ := filepath.Glob("../testdata/*.txtar")
	if len(files) < 60 {
		t.Fatalf("%d cases", len(files))
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".txtar")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			x := pair{name, parse2(a.Files[0].Data, policy.Lang(name[:2])), parse2(a.Files[1].Data, policy.Lang(name[:2]))}
			checkLaw(t, name, x.old, x.new)
			checkLaw(t, name+" swapped", x.new, x.old)
		})
	}
}

// pair is two texts to compare.
type pair struct {
	name     string
	old, new *policy.Text
}

// parse2 makes a text of a source with or without front matter.
func parse2(src []byte, lang policy.Lang) *policy.Text {
	title, body := "T", string(src)
	if rest, ok := strings.CutPrefix(body, "+++\n"); ok {
		front, words, _ := strings.Cut(rest, "\n+++\n")
		body = words
		if _, s, ok := strings.Cut(front, `title = "`); ok {
			title, _, _ = strings.Cut(s, `"`)
		}
	}
	return parse(title, body, lang)
}

// corpus returns pairs of consecutive versions of real policies, one of every so
// many. Without a corpus the test is skipped, but where DIPTYCH_CORPUS names it.
func corpus(t *testing.T, every int) []pair {
	t.Helper()
	out := corpusIfThere(t, every)
	if len(out) == 0 {
		t.Skip("no corpus beside the project")
	}
	return out
}

// corpusIfThere returns those pairs, none where there is no corpus.
func corpusIfThere(t *testing.T, every int) []pair {
	t.Helper()
	dir, named := os.LookupEnv("DIPTYCH_CORPUS")
	if dir == "" {
		dir = "../../../../shared/corpus"
	}
	out := pairsIn(t, filepath.Join(dir, "mozilla/content"), every)
	if len(out) == 0 && named {
		t.Fatalf("DIPTYCH_CORPUS is %q and holds no texts", dir)
	}
	return out
}

// pairsIn returns pairs of consecutive versions below a folder of policies, one
// of every so many.
func pairsIn(t *testing.T, dir string, every int) []pair {
	t.Helper()
	read := map[string]*policy.Text{} // most texts are in two pairs
	text := func(file string, lang policy.Lang) *policy.Text {
		if read[file] == nil {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			read[file] = parse2(src, lang)
		}
		return read[file]
	}
	var out []pair
	n := 0
	for _, lang := range langs {
		files, _ := filepath.Glob(filepath.Join(dir, "*/*", string(lang)+".md"))
		slices.Sort(files)
		texts := map[string][]string{}
		for _, f := range files {
			p := filepath.Base(filepath.Dir(filepath.Dir(f)))
			texts[p] = append(texts[p], f)
		}
		for _, p := range slices.Sorted(maps.Keys(texts)) {
			for i := 1; i < len(texts[p]); i++ {
				if n++; (n-1)%every != 0 {
					continue
				}
				old, new := texts[p][i-1], texts[p][i]
				name := fmt.Sprintf("%s-%s-%s", lang, p, filepath.Base(filepath.Dir(new)))
				out = append(out, pair{name, text(old, lang), text(new, lang)})
			}
		}
	}
	return out
}

// TestLawOnCorpus holds the law on real texts; a short run takes a tenth of them.
func TestLawOnCorpus(t *testing.T) {
	every := 1
	if testing.Short() {
		every = 10
	}
	for _, p := range corpus(t, every) {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			checkLaw(t, p.name, p.old, p.new)
		})
	}
}

// TestLawOnOwnSite holds the law on the policies of this repository.
func TestLawOnOwnSite(t *testing.T) {
	ps := pairsIn(t, "../../../content", 1)
	if len(ps) < 4 {
		t.Fatalf("%d pairs", len(ps))
	}
	for _, p := range ps {
		checkLaw(t, p.name, p.old, p.new)
	}
}

// TestFile: a file is its parts, and the same parts are the same file. The law
// looks at the parts alone.
func TestFile(t *testing.T) {
	for _, p := range append(pairsIn(t, "../../../content", 1), edges()...) {
		r := redline.Compare(t.Context(), p.old, p.new)
		b := file(t, p.name, r)
		if !bytes.Equal(b, file(t, p.name, r)) {
			t.Errorf("%s: another file the second time", p.name)
		}
		if !unzip(t, b).equal(partsOf(t, p.name, r)) {
			t.Errorf("%s: the file does not hold its parts", p.name)
		}
	}
}

func TestLawOnRandomEdits(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		lang := rapid.SampledFrom(langs).Draw(rt, "lang")
		a := drawBlocks(rt, lang)
		b := edit(rt, a, lang)
		checkLaw(rt, "random", parse("T", strings.Join(a, "\n\n"), lang), parse("T", strings.Join(b, "\n\n"), lang))
	})
}
