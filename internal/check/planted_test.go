package check

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"diptych/internal/bitext"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// Mistakes are planted into texts of the corpus whose two languages agree block for
// block: there unit i of the one answers to unit i of the other, so that a rule
// can be held to name what was planted. A report that the untouched texts have
// counts for nothing.

// plantings is how many mistakes of each kind are planted, and how many of them
// the rules must find.
const (
	plantings     = 60
	plantedGoal   = 56 // 14 of 15
	sentenceGoal  = 32 // 8 of 15
	falsePerTexts = 20 // texts for each false alarm
	trueReports   = 3  // on the untouched texts that agree: all that there were, each read
)

// bed is a pair of texts into which a mistake is planted.
type bed struct {
	name   string
	files  fstest.MapFS
	agrees bool // the two texts are alike block for block
	cues   *bitext.Cues
	fallow *gardens
	// untouched is the bed as it is and what is reported of it, read and judged
	// when first asked for.
	untouched func() (garden, diag.List)
}

func newBed(name string, zh, en []byte) bed {
	b := bed{name: name, cues: new(bitext.Cues), fallow: new(gardens), files: fstest.MapFS{
		"site.toml":             {Data: []byte("title = \"T\"\n")},
		"content/p/policy.toml": {Data: []byte("prevails = \"zh\"\n")},
		"content/p/1.0/zh.md":   {Data: zh},
		"content/p/1.0/en.md":   {Data: en},
	}}
	b.untouched = sync.OnceValues(func() (garden, diag.List) {
		g := b.garden()
		return g, g.judge()
	})
	return b
}

// beds returns the versions of the corpus, those with equal words once; they are
// read once for all tests.
func beds(t *testing.T) []bed {
	t.Helper()
	out := corpusBeds()
	if len(out) == 0 {
		if dir, named := os.LookupEnv("DIPTYCH_CORPUS"); named {
			t.Fatalf("DIPTYCH_CORPUS is %q and holds no texts", dir)
		}
		t.Skip("no corpus beside the project")
	}
	return out
}

var corpusBeds = sync.OnceValue(func() []bed {
	dir, named := os.LookupEnv("DIPTYCH_CORPUS")
	if !named {
		dir = "../../../shared/corpus"
	}
	folders, _ := filepath.Glob(filepath.Join(dir, "mozilla/content/*/*"))
	slices.Sort(folders)
	var out []bed
	seen := map[string]bool{}
	for _, f := range folders {
		zh, err1 := os.ReadFile(filepath.Join(f, "zh.md"))
		en, err2 := os.ReadFile(filepath.Join(f, "en.md"))
		if err1 != nil || err2 != nil || seen[string(zh)+string(en)] {
			continue
		}
		seen[string(zh)+string(en)] = true
		b := newBed(filepath.Base(filepath.Dir(f))+"/"+filepath.Base(f), zh, en)
		g, _ := b.untouched()
		b.agrees = g.alike()
		out = append(out, b)
	}
	return out
})

// shape spells the forms, depths and blocks of a text.
func shape(t *policy.Text) string {
	var b strings.Builder
	var blocks func(bs []policy.Block)
	blocks = func(bs []policy.Block) {
		b.WriteByte('(')
		for i := range bs {
			fmt.Fprint(&b, bs[i].Kind)
			blocks(bs[i].Blocks)
		}
		b.WriteByte(')')
	}
	for _, c := range t.Clauses {
		if c.Form != policy.Item {
			fmt.Fprint(&b, "/", c.Form, c.Depth)
			blocks(c.Blocks)
		}
	}
	return b.String()
}

// TestPlanted plants mistakes and holds the rules to find them.
func TestPlanted(t *testing.T) {
	if testing.Short() {
		t.Skip("the corpus is for the full run")
	}
	all := beds(t)
	untouched := map[string]map[string]bool{}
	agreeing, reports := 0, 0
	for _, b := range all {
		untouched[b.name] = map[string]bool{}
		if b.agrees {
			agreeing++
		}
		_, known := b.untouched()
		for _, pr := range known {
			untouched[b.name][pr.Rule.String()+pr.Text] = true
			if b.agrees {
				reports++
				t.Logf("untouched %s: [%s] %s", b.name, pr.Rule, pr.Text)
			}
		}
	}
	t.Logf("%d reports on %d untouched pairs of texts that agree", reports, agreeing)
	if reports > trueReports+agreeing/falsePerTexts {
		t.Errorf("%d of these reports are known to be true", trueReports)
	}
	for k, m := range mistakes() {
		t.Run(m.kind, func(t *testing.T) {
			t.Parallel()
			rnd := rand.New(rand.NewPCG(10, uint64(k)))
			found, planted := 0, 0
			for tries := 0; planted < plantings && tries < 200*plantings; tries++ {
				b := all[rnd.IntN(len(all))]
				if !b.agrees && m.kind != "row" {
					continue
				}
				g := b.dig()
				want := m.plant(g, rnd)
				if want == nil {
					b.leave(g)
					continue
				}
				planted++
				if hits(g.judge(), untouched[b.name], want) {
					found++
				} else {
					t.Logf("missed in %s: %q", b.name, want)
				}
				g.weed()
				b.leave(g)
			}
			t.Logf("%-12s %2d of %2d", m.kind, found, planted)
			if planted < plantings || found < m.goal {
				t.Errorf("%s: %d of %d found, want %d of %d", m.kind, found, planted, m.goal, plantings)
			}
		})
	}
}

// hits reports whether a problem that the untouched texts do not have names any
// of the words.
func hits(problems diag.List, untouched map[string]bool, want []string) bool {
	for _, pr := range problems {
		if untouched[pr.Rule.String()+pr.Text] {
			continue
		}
		for _, w := range want {
			if w != "" && strings.Contains(pr.Text, w) {
				return true
			}
		}
	}
	return false
}
