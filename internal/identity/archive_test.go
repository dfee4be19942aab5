package identity_test

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"diptych/internal/identity"
	"diptych/internal/markup"
	"diptych/internal/policy"
)

// TestArchives names the clauses of the texts VERSION/LANG.md in each
// testdata/*.txtar and compares the ids with those in the file "ids". A comment
// line ":prevails en" sets the language that leads; else it is zh. UPDATE=1
// rewrites what is expected.
func TestArchives(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			p := fromArchive(a)
			identity.Assign(t.Context(), p)
			checkLaws(t, p)
			got := list(p)
			i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "ids" })
			if os.Getenv("UPDATE") != "" {
				if i < 0 {
					a.Files = append(a.Files, txtar.File{Name: "ids"})
					i = len(a.Files) - 1
				}
				a.Files[i].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if i < 0 {
				t.Fatal("no file ids in the archive")
			}
			if diff := cmp.Diff(string(a.Files[i].Data), got); diff != "" {
				t.Errorf("ids (-want +got):\n%s", diff)
			}
		})
	}
}

func fromArchive(a *txtar.Archive) *policy.Policy {
	p := &policy.Policy{Slug: "privacy", Prevails: "zh"}
	if _, lang, ok := strings.Cut(string(a.Comment), ":prevails "); ok {
		p.Prevails = policy.Lang(strings.Fields(lang)[0])
	}
	for _, f := range a.Files {
		dir, name := path.Split(f.Name)
		if path.Ext(name) != ".md" {
			continue
		}
		v := p.Version(path.Clean(dir))
		if v == nil {
			v = &policy.Version{Name: path.Clean(dir)}
			p.Versions = append(p.Versions, v)
		}
		t := &policy.Text{Lang: policy.Lang(strings.TrimSuffix(name, ".md"))}
		t.Clauses, _ = markup.Parse(f.Data, markup.Options{File: f.Name, Lang: t.Language(), Version: v.Name})
		v.Texts = append(v.Texts, t)
	}
	return p
}

var origins = map[policy.Origin]string{policy.Derived: "derived", policy.Explicit: "explicit", policy.Carried: "carried"}

func list(p *policy.Policy) string {
	var b strings.Builder
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			fmt.Fprintf(&b, "%s %s\n", v.Name, t.Lang)
			for _, c := range t.Clauses {
				fmt.Fprintf(&b, "%s#%s %s %s\n", strings.Repeat("  ", c.Depth), c.ID, origins[c.Origin], name(c))
			}
		}
	}
	return b.String()
}

func name(c *policy.Clause) string {
	s := c.Label.Text + c.Label.Gap + policy.PlainRuns(c.Head)
	if len(c.Head) == 0 {
		if lines := policy.PlainBlocks(c.Blocks); len(lines) > 0 {
			s += lines[0]
		}
	}
	if r := []rune(s); len(r) > 24 {
		s = string(r[:24]) + "…"
	}
	return s
}

// checkLaws: every id is unique in its text and none is empty.
func checkLaws(t failer, p *policy.Policy) {
	for _, v := range p.Versions {
		for _, x := range v.Texts {
			seen := map[string]bool{}
			for _, id := range x.Anchors() {
				if seen[id] || id == "" {
					t.Errorf("%s %s: id %q is empty or there twice", v.Name, x.Lang, id)
				}
				seen[id] = true
			}
		}
	}
}
