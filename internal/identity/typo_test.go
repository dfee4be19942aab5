package identity_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"diptych/internal/identity"
	"diptych/internal/markup"
	"diptych/internal/policy"
)

// goldPair is two texts of one version that have the same clauses, one by one.
type goldPair struct{ name, zh, en string }

// goldPairs returns the versions of the corpus whose texts agree clause by
// clause, each once.
func goldPairs(t *testing.T) []goldPair {
	t.Helper()
	if testing.Short() {
		t.Skip("the corpus is for the full run")
	}
	corpusDir(t)
	out := readGold()
	if len(out) < 10 {
		t.Fatalf("%d texts that agree", len(out))
	}
	return out
}

var readGold = sync.OnceValue(func() []goldPair {
	files, _ := filepath.Glob(filepath.Join(corpusPath(), "mozilla/content/*/*/zh.md"))
	seen := map[string]bool{}
	var out []goldPair
	for _, f := range files {
		x := goldPair{name: filepath.Base(filepath.Dir(filepath.Dir(f))) + "/" + filepath.Base(filepath.Dir(f))}
		for lang, body := range map[string]*string{"zh": &x.zh, "en": &x.en} {
			src, err := os.ReadFile(filepath.Join(filepath.Dir(f), lang+".md"))
			if err != nil {
				break
			}
			_, *body, _ = strings.Cut(strings.TrimPrefix(string(src), "+++\n"), "\n+++\n")
		}
		if x.en != "" && !seen[x.zh] && clauseForms(x.zh, "zh") == clauseForms(x.en, "en") {
			seen[x.zh] = true
			out = append(out, x)
		}
	}
	return out
})

func clausesOf(body string, lang policy.Lang) []*policy.Clause {
	cs, _ := markup.Parse([]byte(body), markup.Options{File: "x.md", Lang: lang.Tag()})
	return cs
}

func clauseForms(body string, lang policy.Lang) string {
	var b strings.Builder
	for _, c := range clausesOf(body, lang) {
		fmt.Fprintf(&b, "%d.%d.%d ", c.Form, c.Depth, len(c.Blocks))
	}
	return b.String()
}

var headingLine = regexp.MustCompile(`(?m)^(#{1,6}) +`)

// mistype takes the space out of n headings of a text.
func mistype(body string, n int, rnd *rand.Rand) string {
	return mistypeAt(body, headingLine.FindAllStringSubmatchIndex(body, -1), n, rnd)
}

// mistypeAt does so where it is known where the headings are.
func mistypeAt(body string, headings [][]int, n int, rnd *rand.Rand) string {
	at := slices.Clone(headings)
	rnd.Shuffle(len(at), func(i, j int) { at[i], at[j] = at[j], at[i] })
	at = at[:min(n, len(at))]
	slices.SortFunc(at, func(a, b []int) int { return b[0] - a[0] })
	for _, m := range at {
		body = body[:m[3]] + body[m[1]:]
	}
	return body
}

// versionOf makes a version of two bodies.
func versionOf(name, zh, en string) *policy.Version {
	return &policy.Version{Name: name, Texts: []*policy.Text{
		{Lang: "zh", Clauses: clausesOf(zh, "zh")}, {Lang: "en", Clauses: clausesOf(en, "en")},
	}}
}

// TestMendedTyposLeaveNoWrongIDs mistypes headings of one language of a version,
// mends them in the next, and asks which clauses of the two languages have one
// id then: those that answer to each other, and no others.
func TestMendedTyposLeaveNoWrongIDs(t *testing.T) {
	gold := goldPairs(t)
	for _, damaged := range []policy.Lang{"zh", "en"} {
		t.Run("mistyped in "+string(damaged), func(t *testing.T) {
			t.Parallel()
			texts := make([]mended, len(gold))
			for i, x := range gold {
				texts[i] = newMended(x, damaged)
			}
			for _, prevails := range []policy.Lang{"zh", "en"} {
				for _, n := range []int{1, 3, all} {
					rounds := 3
					if n == all { // each is the same
						rounds = 1
					}
					right, found, want := 0, 0, 0
					for i, x := range texts {
						for round := range rounds {
							r, f, w := x.mistyped(prevails, n, rand.New(rand.NewPCG(uint64(i), uint64(round))))
							right, found, want = right+r, found+f, want+w
							if r != w {
								t.Logf("%s prevails, %s round %d: %d of %d", prevails, x.name, round, r, w)
							}
						}
					}
					f1 := 2 * float64(right) / float64(found+want)
					t.Logf("%s prevails, %d headings: %d pairs, F1 %.4f", prevails, n, want, f1)
					if f1 < 0.97 {
						t.Errorf("%s prevails, %d headings: F1 %.4f, want at least 0.97", prevails, n, f1)
					}
				}
			}
		})
	}
}

// all headings of a text are fewer.
const all = 1000

// mended is a pair whose texts are read once as they were and once as they are:
// ids are found in them and never written.
type mended struct {
	goldPair
	finder      *identity.Finder
	first, then *policy.Version
	damaged     policy.Lang
	headings    [][]int // where they are in the text of that language
	typos       map[string]*typo
}

// typo is a mistyped text, as it is read, and what came of it where either language
// prevails. Where few headings are, it is often the same.
type typo struct {
	text    *policy.Text
	counted map[policy.Lang][3]int
}

func newMended(x goldPair, damaged policy.Lang) mended {
	m := mended{
		goldPair: x, finder: new(identity.Finder), first: versionOf("1.0", x.zh, x.en), then: versionOf("2.0", x.zh, x.en),
		damaged: damaged, typos: map[string]*typo{},
	}
	m.headings = headingLine.FindAllStringSubmatchIndex(m.body(), -1)
	return m
}

// body is the source that is mistyped.
func (x *mended) body() string {
	if x.damaged == "en" {
		return x.en
	}
	return x.zh
}

// mistyped counts as sharedIDs does where headings of the first version were
// mistyped in one language.
func (x *mended) mistyped(prevails policy.Lang, n int, rnd *rand.Rand) (right, found, want int) {
	body := mistypeAt(x.body(), x.headings, n, rnd)
	read := x.typos[body]
	if read == nil {
		read = &typo{&policy.Text{Lang: x.damaged, Clauses: clausesOf(body, x.damaged)}, map[policy.Lang][3]int{}}
		x.typos[body] = read
	}
	if c, ok := read.counted[prevails]; ok {
		return c[0], c[1], c[2]
	}
	first := &policy.Version{Name: x.first.Name, Texts: slices.Clone(x.first.Texts)}
	for i, t := range first.Texts {
		if t.Lang == x.damaged {
			first.Texts[i] = read.text
		}
	}
	p := &policy.Policy{Slug: "x", Prevails: prevails, Versions: []*policy.Version{first, x.then}}
	right, found, want = sharedIDs(x.then, idsOf(x.finder.Find(p)))
	read.counted[prevails] = [3]int{right, found, want}
	return right, found, want
}

// sharedIDs counts the clauses of both texts of a version that answer to each
// other and have one id, all that have one id, and all that answer.
func sharedIDs(v *policy.Version, idOf func(*policy.Clause) string) (right, found, want int) {
	at := map[string]int{}
	for i, c := range v.Text("zh").Clauses {
		at[idOf(c)] = i
	}
	for i, d := range v.Text("en").Clauses {
		want++
		if j, ok := at[idOf(d)]; ok {
			found++
			if i == j {
				right++
			}
		}
	}
	return right, found, want
}

// idsOf gives of names the ids.
func idsOf(nameOf func(*policy.Clause) markup.Name) func(*policy.Clause) string {
	return func(c *policy.Clause) string { return nameOf(c).ID }
}
