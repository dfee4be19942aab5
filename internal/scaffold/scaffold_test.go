package scaffold

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// TestFiles: a new site has its files, no name is left unsaid in them, and the
// words that wait stand in them, through their names alone.
func TestFiles(t *testing.T) {
	files, err := Files(Facts{Date: "2026-11-21", Tag: "v1.2.3"})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	all := ""
	for _, f := range files {
		names = append(names, f.Name)
		all += f.Data
		if strings.Contains(strings.ReplaceAll(f.Data, "${{", ""), "{{") {
			t.Errorf("%s leaves a name open", f.Name)
		}
	}
	slices.Sort(names)
	want := []string{
		".github/workflows/check.yml", ".github/workflows/pages.yml", ".gitignore", "content/privacy/1.0/en.md",
		"content/privacy/1.0/zh.md", "content/privacy/policy.toml", "site.toml",
	}
	if !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
	for _, w := range []string{ownerZH, ownerEN, mail, "/public/\n", ".*.diptych-*\n", "2026-11-21", "DIPTYCH_TAG: v1.2.3", Zone} {
		if !strings.Contains(all, w) {
			t.Errorf("no file says %s", w)
		}
	}
	err = fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := fs.ReadFile(site, name)
		for _, w := range Words() {
			if strings.Contains(string(src), w) {
				t.Errorf("%s spells %q out: write its name, such as {{mail}}", name, w)
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	for _, w := range Words() {
		if !strings.Contains(all+Body("zh")+Body("zh-Hant")+Body("en")+Body("ja"), w) {
			t.Errorf("nothing begins with %q", w)
		}
	}
}
