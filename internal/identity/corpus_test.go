package identity_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"diptych/internal/bitext"
	"diptych/internal/identity"
	"diptych/internal/markup"
	"diptych/internal/policy"
)

// corpusDir is the folder of the corpus. Without it the test is skipped, but
// where DIPTYCH_CORPUS names it.
func corpusDir(t testing.TB) string {
	t.Helper()
	dir := corpusPath()
	if _, err := os.Stat(filepath.Join(dir, "mozilla/content")); err != nil {
		if _, named := os.LookupEnv("DIPTYCH_CORPUS"); named {
			t.Fatalf("DIPTYCH_CORPUS is %q and holds no texts", dir)
		}
		t.Skip("no corpus beside the project")
	}
	return dir
}

func corpusPath() string {
	if dir, named := os.LookupEnv("DIPTYCH_CORPUS"); named {
		return dir
	}
	return "../../../shared/corpus"
}

// assigned is a policy whose clauses have their ids.
type assigned struct {
	*policy.Policy
	*bitext.Alignments // that identity handed on

	again map[[2]*policy.Text]*bitext.Bitext // by those ids
}

func assign(p *policy.Policy) assigned {
	return assigned{p, identity.Assign(context.Background(), p), map[[2]*policy.Text]*bitext.Bitext{}}
}

// byID aligns two texts by the ids of their clauses, once for all tests.
func (p *assigned) byID(lead, t *policy.Text) *bitext.Bitext {
	key := [2]*policy.Text{lead, t}
	if p.again[key] == nil {
		p.again[key] = p.Cues.Align(context.Background(), lead, t, bitext.ByID(lead, t))
	}
	return p.again[key]
}

// corpus returns the policies of the corpus. They are read, and their ids
// assigned, once for all tests, which must not change them.
func corpus(t testing.TB) []assigned {
	t.Helper()
	if testing.Short() {
		t.Skip("the corpus is for the full run")
	}
	corpusDir(t)
	return assignedCorpus()
}

var assignedCorpus = sync.OnceValue(func() []assigned {
	var out []assigned
	for _, p := range readCorpus() {
		out = append(out, assign(p))
	}
	return out
})

// ownSite returns the policies of the repository's own site, as corpus does.
var ownSite = sync.OnceValue(func() []assigned {
	var out []assigned
	for _, b := range siteBodies("../..", "zh") {
		out = append(out, assign(b.policy()))
	}
	return out
})

// readCorpus returns the policies of the corpus with their clauses.
func readCorpus() []*policy.Policy {
	files, _ := filepath.Glob(filepath.Join(corpusPath(), "mozilla/content/*/*/*.md"))
	slices.Sort(files) // the names of versions are dates
	var out []*policy.Policy
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			panic(err)
		}
		slug, name := filepath.Base(filepath.Dir(filepath.Dir(f))), filepath.Base(filepath.Dir(f))
		if len(out) == 0 || out[len(out)-1].Slug != slug {
			out = append(out, &policy.Policy{Slug: slug, Prevails: "en"})
		}
		p := out[len(out)-1]
		v := p.Version(name)
		if v == nil {
			v = &policy.Version{Name: name}
			p.Versions = append(p.Versions, v)
		}
		lang := policy.Lang(strings.TrimSuffix(filepath.Base(f), ".md"))
		_, body, _ := strings.Cut(strings.TrimPrefix(string(src), "+++\n"), "\n+++\n")
		text := &policy.Text{Lang: lang}
		text.Clauses, _ = markup.Parse([]byte(body), markup.Options{File: f, Lang: lang.Tag(), Version: name})
		v.Texts = append(v.Texts, text)
	}
	return out
}

// TestAnchors follows the clauses of every policy of the corpus from version to
// version: one whose words stay keeps its id, and no id goes to a clause with
// other content. It reports how many clauses kept theirs.
func TestAnchors(t *testing.T) {
	for _, p := range corpus(t) {
		checkLaws(t, p.Policy)
		for _, lang := range []policy.Lang{"zh", "en"} {
			followAnchors(t, p.Policy, lang)
		}
	}
}

func followAnchors(t *testing.T, p *policy.Policy, lang policy.Lang) {
	clauses, kept, reworded, stayed, steps := 0, 0, 0, 0, 0
	var before *policy.Text
	for _, v := range p.Versions {
		now := v.Text(lang)
		if now == nil {
			continue
		}
		if before != nil {
			steps++
			for _, c := range before.Clauses {
				clauses++
				d := now.Clause(c.ID)
				words := ownWords(c)
				switch {
				case d == nil:
					if same := withWords(now, words); same != nil && withWords(before, words) != nil {
						t.Errorf("%s %s %s: the words of #%s stay and it becomes #%s: %.60q", p.Slug, v.Name, lang, c.ID, same.ID, words)
					}
					continue
				case ownWords(d) == words:
					stayed++
				default:
					reworded++
					if written := c.Origin == policy.Explicit && d.Origin == policy.Explicit; written || translated(words, ownWords(d)) {
						break
					}
					if like := likeness(words, ownWords(d)); like < 0.3 && policy.PlainRuns(c.Head) != policy.PlainRuns(d.Head) {
						t.Errorf("%s %s %s: #%s is given to other content (%.2f): %.80q -> %.80q", p.Slug, v.Name, lang, c.ID, like, words, ownWords(d))
					}
				}
				kept++
			}
		}
		before = now
	}
	t.Logf("%-24s %s: %2d steps, %5d of %5d clauses kept their id (%.2f %%), %d of them reworded", p.Slug, lang, steps, kept, clauses, 100*float64(kept)/float64(max(clauses, 1)), reworded)
}

func ownWords(c *policy.Clause) string {
	return strings.Join(append([]string{policy.PlainRuns(c.Head)}, policy.PlainBlocks(c.Blocks)...), "\n")
}

// translated reports whether the words are Latin on one side and Chinese on the
// other: a text that was in English at first.
func translated(a, b string) bool {
	han := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	}
	return han(a) != han(b)
}

// withWords returns the only clause of the text with the words, or nil.
func withWords(t *policy.Text, words string) *policy.Clause {
	var out *policy.Clause
	for _, c := range t.Clauses {
		if ownWords(c) == words {
			if out != nil {
				return nil
			}
			out = c
		}
	}
	return out
}

// likeness is the share of common pairs of characters (Dice's coefficient): a
// measure that the alignment does not use.
func likeness(a, b string) float64 {
	pairs := func(s string) map[[2]rune]int {
		out := map[[2]rune]int{}
		r := []rune(s)
		for i := range len(r) - 1 {
			out[[2]rune{r[i], r[i+1]}]++
		}
		return out
	}
	x, y := pairs(a), pairs(b)
	both, all := 0, 0
	for k, n := range x {
		both += 2 * min(n, y[k])
		all += n
	}
	for _, n := range y {
		all += n
	}
	if all == 0 {
		return 1
	}
	return float64(both) / float64(all)
}
