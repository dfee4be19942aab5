package page_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// archiveNames lists the archives in testdata that match.
func archiveNames(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/" + pattern + ".txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no archives %s: %v", pattern, err)
	}
	return names
}

// base is the name of an archive.
func base(file string) string { return strings.TrimSuffix(filepath.Base(file), ".txtar") }

// checkArchive reads the site in an archive and compares the files below want/
// with what get makes of their names. UPDATE=1 writes them.
func checkArchive(t *testing.T, name string, get func(m *made, want string) string) {
	ar, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	m, wants := fromArchive(t, ar).read(t), 0
	for i, f := range ar.Files {
		want, ok := strings.CutPrefix(f.Name, "want/")
		if !ok {
			continue
		}
		wants++
		got := get(m, want)
		if diff := cmp.Diff(string(f.Data), got); diff != "" && os.Getenv("UPDATE") == "" {
			t.Errorf("%s (-want +got):\n%s", want, diff)
		}
		ar.Files[i].Data = []byte(got)
	}
	if wants == 0 {
		t.Error("the archive wants nothing")
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
