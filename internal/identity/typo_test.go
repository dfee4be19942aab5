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

// version makes a version of two bodies.
func versionOf(name, zh, en string) *policy.Version {
	v := &policy.Version{Name: name}
	for lang, body := range map[policy.Lang]string{"zh": zh, "en": en} {
		v.Texts = append(v.Texts, &policy.Text{Lang: lang, Clauses: clausesOf(body, lang)})
	}
	slices.SortFunc(v.Texts, func(a, b *policy.Text) int { return strings.Compare(string(b.Lang), string(a.Lang)) })
	return v
}

// TestMendedTyposLeaveNoWrongIDs mistypes headings of one language of a version,
// mends them in the next, and asks which clauses of the two languages have one
// id then: those that answer to each other, and no others.
func TestMendedTyposLeaveNoWrongIDs(t *testing.T) {
	gold := goldPairs(t)
	for _, prevails := range []policy.Lang{"zh", "en"} {
		for _, damaged := range []policy.Lang{"zh", "en"} {
			for _, n := range []int{1, 3, 100} {
				right, found, want := 0, 0, 0
				for i, x := range gold {
					for round := range 1 {
						rnd := rand.New(rand.NewPCG(uint64(i), uint64(round)))
						zh, en := x.zh, x.en
						if damaged == "zh" {
							zh = mistype(zh, n, rnd)
						} else {
							en = mistype(en, n, rnd)
						}
						p := &policy.Policy{Slug: "x", Prevails: prevails, Versions: []*policy.Version{
							versionOf("1.0", zh, en), versionOf("2.0", x.zh, x.en),
						}}
						identity.Assign(p)
						r, f, w := sharedIDs(p.Versions[1])
						right, found, want = right+r, found+f, want+w
						if r != w && os.Getenv("SHOW") != "" {
							t.Logf("%s round %d: %d of %d\n%s", x.name, round, r, w, list(p))
						}
					}
				}
				f1 := 2 * float64(right) / float64(found+want)
				t.Logf("%s prevails, %d headings mistyped in %s: %d pairs, F1 %.4f", prevails, n, damaged, want, f1)
				if f1 < 0.97 {
					t.Errorf("F1 %.4f, want at least 0.97", f1)
				}
			}
		}
	}
}

// sharedIDs counts the clauses of both texts of a version that answer to each
// other and have one id, all that have one id, and all that answer.
func sharedIDs(v *policy.Version) (right, found, want int) {
	at := map[string]int{}
	for i, c := range v.Text("zh").Clauses {
		at[c.ID] = i
	}
	for i, d := range v.Text("en").Clauses {
		want++
		if j, ok := at[d.ID]; ok {
			found++
			if i == j {
				right++
			}
		}
	}
	return right, found, want
}
