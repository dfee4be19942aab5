package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
	"testing"
)

// source is a Go file of this module.
type source struct {
	name string // slash-separated path below the module's root
	file *ast.File
}

// isTest reports whether the file is compiled for tests only.
func (s source) isTest() bool { return strings.HasSuffix(s.name, "_test.go") }

// places finds the lines of all sources.
var places = token.NewFileSet()

// sources returns all Go files of this module, tests included. They are parsed
// once for all tests of this package, which only read them.
func sources(t *testing.T) []source {
	t.Helper()
	out, err := parseAll()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var parseAll = sync.OnceValues(func() ([]source, error) {
	var out []source
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && isForeign(name):
			return fs.SkipDir
		case path.Ext(name) != ".go":
			return nil
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(places, name, src, parser.ParseComments|parser.SkipObjectResolution)
		out = append(out, source{name, file})
		return err
	})
	return out, err
})

// isForeign reports whether a folder holds no packages of this module: it is
// hidden, or holds data of tests, or what was built or fetched.
func isForeign(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, ".") && name != "." || base == "testdata" || base == "public" || base == "node_modules"
}
