package check

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"diptych/internal/diag"
	"diptych/internal/identity"
)

// freeFront is the front matter of each of them.
const freeFront = "+++\ntitle = \"T\"\neffective = 2026-01-01\n+++\n\n"

// freeBeds are the policies of testdata/free, which say the same in two languages
// in no other way than lawyers of either would.
func freeBeds(t *testing.T) []bed {
	t.Helper()
	out, err := readFree()
	if err != nil || len(out) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	return out
}

var readFree = sync.OnceValues(func() (out []bed, err error) {
	files, err := filepath.Glob("testdata/free/*.txtar")
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			return nil, err
		}
		for i := 0; i < len(ar.Files); i += 2 {
			zh, en := ar.Files[i], ar.Files[i+1]
			name := strings.TrimSuffix(zh.Name, "/zh.md")
			if name+"/en.md" != en.Name {
				return nil, fmt.Errorf("%s: %s is not beside %s", file, en.Name, zh.Name)
			}
			out = append(out, newBed(name, append([]byte(freeFront), zh.Data...), append([]byte(freeFront), en.Data...)))
		}
	}
	return out, nil
})

// judgeAll applies every rule, as check does.
func (g garden) judgeAll() diag.List {
	said, _ := Policy(context.Background(), g.cfg, g.site, g.policy, identity.Assign(context.Background(), g.policy))
	return said
}

// TestFreeTranslations: texts that say the same have no alarm, however they say
// it.
func TestFreeTranslations(t *testing.T) {
	for _, b := range freeBeds(t) {
		for _, pr := range b.garden().judgeAll() {
			t.Errorf("%s: %s [%s] %s", b.name, pr.Pos, pr.Rule, pr.Text)
		}
	}
}

// plantedFree is how many mistakes of each kind are planted into free texts, of
// which the rules must find all but one; see sentenceGoal for sentences.
const plantedFree = 15

// TestPlantedFree plants mistakes into free texts.
func TestPlantedFree(t *testing.T) {
	all := freeBeds(t)
	for k, m := range mistakes() {
		if m.kind == "item" {
			continue // few of these texts have lists that are no clauses
		}
		t.Run(m.kind, func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(11, uint64(k)))
			found, planted := 0, 0
			for tries := 0; planted < plantedFree && tries < 300*plantedFree; tries++ {
				b := all[rnd.IntN(len(all))]
				g := b.dig()
				if !g.alike() && inShape(m.kind) {
					b.leave(g)
					continue
				}
				want := m.plant(g, rnd)
				if want == nil {
					b.leave(g)
					continue
				}
				planted++
				if hits(g.judge(), nil, want) {
					found++
				} else {
					t.Logf("missed in %s: %q", b.name, want)
				}
				g.weed()
				b.leave(g)
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
	weeded(t, all)
}

// inShape reports whether a mistake is planted by the places of two texts that
// agree block for block.
func inShape(kind string) bool {
	return kind == "clause" || kind == "paragraph" || kind == "row"
}
