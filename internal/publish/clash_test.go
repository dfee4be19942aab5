package publish

import (
	"errors"
	"path/filepath"
	"testing"
	"testing/fstest"

	"diptych/internal/diag"
	"diptych/internal/site"
	"diptych/internal/stage"
)

// TestFolderIsSparedClashes: an alias that is a file where another output is a
// folder is a problem of the sources, and no failure of the disk.
func TestFolderIsSparedClashes(t *testing.T) {
	fsys := fstest.MapFS{
		"site.toml":             {Data: []byte("title = \"T\"\nlanguages = [\"en\"]\n")},
		"content/a/policy.toml": {Data: []byte("aliases = [\"old.html\", \"old.html/a\", \"robots.txt/x\"]\n")},
		"content/a/1.0/en.md":   {Data: []byte("+++\ntitle = \"A\"\neffective = 2024-01-01\n+++\n\n[dead](dead)\n")},
	}
	f, err := stage.Open(t.Context(), filepath.Join(t.TempDir(), "out"), nil)
	if err != nil {
		t.Fatal(err)
	}
	_, problems, err := Run(t.Context(), Options{Options: site.Options{Source: fsys, Today: day}}, f)
	if err := errors.Join(err, f.Abort()); err != nil {
		t.Fatal(err)
	}
	count := map[diag.Rule]int{}
	for _, p := range problems {
		count[p.Rule]++
	}
	if count[diag.Address] != 2 || count[diag.Link] != 1 || len(count) != 2 {
		t.Errorf("got\n%s", printed(problems))
	}
}
