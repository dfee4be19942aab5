package docx_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"diptych/internal/policy"

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

// corpus returns the pairs of consecutive versions of real policies. Without a
// corpus the test is skipped, but where DIPTYCH_CORPUS names it.
func corpus(t *testing.T) []pair {
	t.Helper()
	out := corpusIfThere(t)
	if len(out) == 0 {
		t.Skip("no corpus beside the project")
	}
	return out
}

// corpusIfThere returns the pairs of the corpus, none where there is no corpus.
func corpusIfThere(t *testing.T) []pair {
	t.Helper()
	dir, named := os.LookupEnv("DIPTYCH_CORPUS")
	if dir == "" {
		dir = "../../../../shared/corpus"
	}
	out := pairsIn(t, filepath.Join(dir, "mozilla/content"))
	if len(out) == 0 && named {
		t.Fatalf("DIPTYCH_CORPUS is %q and holds no texts", dir)
	}
	return out
}

// pairsIn returns the pairs of consecutive versions below a folder of policies.
func pairsIn(t *testing.T, dir string) []pair {
	t.Helper()
	var out []pair
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
				var ts [2]*policy.Text
				for k := range ts {
					src, err := os.ReadFile(texts[p][i-1+k])
					if err != nil {
						t.Fatal(err)
					}
					ts[k] = parse2(src, lang)
				}
				name := fmt.Sprintf("%s-%s-%s", lang, p, filepath.Base(filepath.Dir(texts[p][i])))
				out = append(out, pair{name, ts[0], ts[1]})
			}
		}
	}
	return out
}

// TestLawOnCorpus holds the law on real texts; a short run takes a tenth of them.
func TestLawOnCorpus(t *testing.T) {
	for i, p := range corpus(t) {
		if testing.Short() && i%10 != 0 {
			continue
		}
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			checkLaw(t, p.name, p.old, p.new)
		})
	}
}

// TestLawOnOwnSite holds the law on the policies of this repository.
func TestLawOnOwnSite(t *testing.T) {
	ps := pairsIn(t, "../../../content")
	if len(ps) < 4 {
		t.Fatalf("%d pairs", len(ps))
	}
	for _, p := range ps {
		checkLaw(t, p.name, p.old, p.new)
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
