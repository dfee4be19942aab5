package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// table lists the packages in the order in which they may import each other:
// a package imports only packages that stand above it. It is the import table
// of README.md.
var table = []string{
	"i18n", "themes",
	"internal/diag", "internal/policy", "internal/figure", "internal/config", "internal/markup", "internal/source",
	"internal/align", "internal/redline", "internal/bitext", "internal/identity",
	"internal/locale", "internal/page", "internal/theme", "internal/check", "internal/publish", "internal/serve",
	"cmd/diptych",
}

// homes says which packages alone may import a library, tests left out.
var homes = map[string][]string{
	"github.com/yuin/goldmark":       {"internal/markup"},
	"github.com/nicksnyder/go-i18n":  {"internal/locale"},
	"github.com/spf13/cobra":         {"cmd/diptych"},
	"github.com/fsnotify/fsnotify":   {"internal/serve"},
	"github.com/schollz/progressbar": {"cmd/diptych"},
	"golang.org/x/sys":               {"internal/publish"},
	"net/http":                       {"internal/serve"},
	"github.com/clipperhouse/uax29":  {"internal/redline"},
	"os":                             {"internal/publish", "internal/serve", "cmd/diptych"},
}

func TestImportTable(t *testing.T) {
	root := os.DirFS("..")
	seen := 0
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "testdata" || d.Name() == "public" || d.Name() == "node_modules") {
			return fs.SkipDir
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		seen++
		at := slices.Index(table, path.Dir(name))
		if at < 0 {
			t.Errorf("%s: package %s is not in the import table", name, path.Dir(name))
			return nil
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			checkImport(t, name, at, imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 20 {
		t.Fatalf("read only %d files: the test looks in the wrong place", seen)
	}
}

func checkImport(t *testing.T, file string, at int, imported string) {
	t.Helper()
	if own, ok := strings.CutPrefix(imported, "diptych/"); ok {
		if to := slices.Index(table, own); to < 0 || to >= at {
			t.Errorf("%s: imports %s, which does not stand above it in the import table", file, own)
		}
		return
	}
	for lib, allowed := range homes {
		if (imported == lib || strings.HasPrefix(imported, lib+"/")) && !slices.Contains(allowed, table[at]) {
			t.Errorf("%s: imports %s, whose home is %s", file, imported, strings.Join(allowed, ", "))
		}
	}
}
