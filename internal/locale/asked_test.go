package locale

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// asked finds the strings that code asks the tool for by a name written out.
var asked = regexp.MustCompile(`[tT]ool\.T\("([a-z0-9_.-]+)"[,)]`)

// TestToolStringsAreThere: the program has every string that it asks for.
func TestToolStringsAreThere(t *testing.T) {
	found := 0
	for _, dir := range []string{"../../internal", "../../cmd"} {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() && d.Name() == "testdata" {
				return filepath.SkipDir
			}
			if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return nil
			}
			src, err := os.ReadFile(path)
			if !bytes.Contains(src, []byte("ool.T(")) {
				return err
			}
			for _, m := range asked.FindAllSubmatch(src, -1) {
				found++
				if s := ToolIn("en").T(string(m[1])); strings.HasPrefix(s, "(no string") {
					t.Errorf("%s: %s", path, s)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found < 30 {
		t.Errorf("%d strings are asked for: too few to show anything", found)
	}
}
