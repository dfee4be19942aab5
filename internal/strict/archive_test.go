package strict_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// sample has a field of each kind.
type sample struct {
	Title string                     `toml:"title"`
	Day   strict.Value[policy.Date]  `toml:"day"`
	Late  policy.Date                `toml:"late"`
	Days  strict.Value[int]          `toml:"days"`
	Draft bool                       `toml:"draft"`
	Tags  []strict.Value[string]     `toml:"tags"`
	Names map[string]string          `toml:"names"`
	Words either                     `toml:"words"`
	Owner sampleOwner                `toml:"owner"`
	Notes []strict.Value[sampleNote] `toml:"changes"`
	None  string                     // no key
}

type sampleOwner struct {
	Name  string      `toml:"name"`
	Mail  string      `toml:"mail"`
	Since policy.Date `toml:"since"`
}

type sampleNote struct {
	Clause strict.Value[string] `toml:"clause"`
	Note   string               `toml:"note"`
}

// either is one string, or some with their places.
type either struct {
	One  string
	Each []string
}

func (e *either) FromTOML(in strict.Input) bool {
	switch x := in.Value.(type) {
	case string:
		e.One = x
		return true
	case map[string]any:
		for key, sub := range in.Each() {
			if s, ok := sub.Value.(string); ok {
				e.Each = append(e.Each, fmt.Sprint(key, "=", s, " ", sub.Key, " ", sub.Pos))
				continue
			}
			sub.WrongType("a string")
		}
		return true
	}
	in.WrongType("a string or a table")
	return false
}

// TestArchives decodes each NAME.toml in testdata/*.txtar and compares the
// problems with NAME.problems, and what it says with NAME.values where that is
// there. UPDATE=1 rewrites what is expected.
func TestArchives(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(a.Files); i++ {
			f := a.Files[i]
			name, ok := strings.CutSuffix(f.Name, ".toml")
			if !ok {
				continue
			}
			var got sample
			problems := strict.Decode("x.toml", 1, f.Data, &got)
			problems.Sort()
			var out bytes.Buffer
			if err := problems.Text(&out, diag.Style{}); err != nil {
				t.Fatal(err)
			}
			expect(t, a, name+".problems", out.String())
			if !strings.Contains(file, "fields") && len(problems) != 1 {
				t.Errorf("%s: %d problems", name, len(problems))
			}
			if i+2 < len(a.Files) && a.Files[i+2].Name == name+".values" {
				expect(t, a, name+".values", strings.ReplaceAll(fmt.Sprintf("%+v\n", got), "} ", "}\n"))
			}
		}
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func expect(t *testing.T, a *txtar.Archive, name, got string) {
	t.Helper()
	for i := range a.Files {
		f := &a.Files[i]
		if f.Name != name {
			continue
		}
		if os.Getenv("UPDATE") != "" {
			f.Data = []byte(got)
		} else if diff := cmp.Diff(string(f.Data), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		return
	}
	t.Fatalf("no file %s in the archive", name)
}
