package check

import (
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"diptych/internal/diag"
	"diptych/internal/identity"
)

// freeFront is the front matter of each of them.
const freeFront = "+++\ntitle = \"T\"\neffective = 2026-01-01\n+++\n\n"

// freeBeds are the policies of those files of testdata/free, which say the same in
// two languages in no other way than lawyers of either would.
func freeBeds(t *testing.T, pattern string) []bed {
	t.Helper()
	files, err := filepath.Glob("testdata/free/" + pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	var out []bed
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(ar.Files); i += 2 {
			zh, en := ar.Files[i], ar.Files[i+1]
			name := strings.TrimSuffix(zh.Name, "/zh.md")
			if name+"/en.md" != en.Name {
				t.Fatalf("%s: %s is not beside %s", file, en.Name, zh.Name)
			}
			out = append(out, newBed(name, append([]byte(freeFront), zh.Data...), append([]byte(freeFront), en.Data...)))
		}
	}
	return out
}

// judgeAll applies every rule, as check does.
func (g garden) judgeAll() diag.List {
	return Policy(g.cfg, g.site, g.policy, identity.Assign(g.policy))
}

// TestFreeTranslations: texts that say the same have no alarm, however they say
// it.
func TestFreeTranslations(t *testing.T) {
	for _, b := range freeBeds(t, "*.txtar") {
		for _, pr := range b.garden().judgeAll() {
			t.Errorf("%s: %s [%s] %s", b.name, pr.Pos, pr.Rule, pr.Text)
		}
	}
}

// plantedFree is how many mistakes of each kind are planted into free texts, of
// which the rules must find all but one; see sentenceGoal for sentences.
const plantedFree = 15

// TestPlantedFree plants mistakes into the free texts that the goals were set on.
func TestPlantedFree(t *testing.T) {
	all := freeBeds(t, "[1-7].txtar")
	for k, m := range mistakes() {
		if m.kind == "item" {
			continue // few of these texts have lists that are no clauses
		}
		t.Run(m.kind, func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(11, uint64(k)))
			fresh := map[string]garden{}
			found, planted := 0, 0
			for tries := 0; planted < plantedFree && tries < 300*plantedFree; tries++ {
				b := all[rnd.IntN(len(all))]
				g := b.dug(fresh)
				if alike := shape(g.texts[0]) == shape(g.texts[1]); !alike && inShape(m.kind) {
					continue
				}
				want := m.plant(g, rnd)
				if want == nil {
					continue
				}
				delete(fresh, b.name)
				planted++
				if hits(g.judge(), nil, want) {
					found++
				} else {
					t.Logf("missed in %s: %q", b.name, want)
				}
			}
			t.Logf("%-12s %2d of %2d", m.kind, found, planted)
			goal := plantedFree - 1
			if m.kind == "sentence" {
				goal = sentenceGoal * plantedFree / plantings
			}
			if planted < plantedFree || found < goal {
				t.Errorf("%s: %d of %d found, want %d of %d", m.kind, found, planted, goal, plantedFree)
			}
		})
	}
}

// inShape reports whether a mistake is planted by the places of two texts that
// agree block for block.
func inShape(kind string) bool {
	return kind == "clause" || kind == "paragraph" || kind == "row"
}
