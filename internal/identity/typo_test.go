package identity_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
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
	files, _ := filepath.Glob(filepath.Join(corpusDir(t), "mozilla/content/*/*/zh.md"))
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
	if len(out) < 10 {
		t.Fatalf("%d texts that agree", len(out))
	}
	return out
}

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
	at := headingLine.FindAllStringSubmatchIndex(body, -1)
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
	for _, prevails := range []policy.Lang{"zh", "en"} {
		for _, damaged := range []policy.Lang{"zh", "en"} {
			t.Run(string(prevails)+" prevails, mistyped in "+string(damaged), func(t *testing.T) {
				t.Parallel()
				texts := make([]mended, len(gold))
				for i, x := range gold {
					texts[i] = newMended(x)
				}
				for _, n := range []int{1, 3, all} {
					rounds := 3
					if n == all { // each is the same
						rounds = 1
					}
					right, found, want := 0, 0, 0
					for i, x := range texts {
						for round := range rounds {
							r, f, w := x.mistyped(prevails, damaged, n, rand.New(rand.NewPCG(uint64(i), uint64(round))))
							right, found, want = right+r, found+f, want+w
							if r != w {
								t.Logf("%s round %d: %d of %d", x.name, round, r, w)
							}
						}
					}
					f1 := 2 * float64(right) / float64(found+want)
					t.Logf("%d headings: %d pairs, F1 %.4f", n, want, f1)
					if f1 < 0.97 {
						t.Errorf("F1 %.4f, want at least 0.97", f1)
					}
				}
			})
		}
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
	counted     map[string][3]int // by the mistyped text: where few headings are, it is often the same
}

func newMended(x goldPair) mended {
	return mended{x, new(identity.Finder), versionOf("1.0", x.zh, x.en), versionOf("2.0", x.zh, x.en), map[string][3]int{}}
}

// mistyped counts as sharedIDs does where headings of the first version were
// mistyped in one language.
func (x *mended) mistyped(prevails, damaged policy.Lang, n int, rnd *rand.Rand) (right, found, want int) {
	body := x.zh
	if damaged == "en" {
		body = x.en
	}
	body = mistype(body, n, rnd)
	if c, ok := x.counted[body]; ok {
		return c[0], c[1], c[2]
	}
	first := &policy.Version{Name: x.first.Name, Texts: slices.Clone(x.first.Texts)}
	for i, t := range first.Texts {
		if t.Lang == damaged {
			first.Texts[i] = &policy.Text{Lang: damaged, Clauses: clausesOf(body, damaged)}
		}
	}
	p := &policy.Policy{Slug: "x", Prevails: prevails, Versions: []*policy.Version{first, x.then}}
	right, found, want = sharedIDs(x.then, x.finder.Find(p))
	x.counted[body] = [3]int{right, found, want}
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
