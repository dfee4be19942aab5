package check

import (
	"path/filepath"
	"strings"
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
	files, err := filepath.Glob("testdata/free/*.txtar")
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
	for _, b := range freeBeds(t) {
		for _, pr := range b.garden().judgeAll() {
			t.Errorf("%s: %s [%s] %s", b.name, pr.Pos, pr.Rule, pr.Text)
		}
	}
}
