package internal_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// languageKey is a string literal that names a language.
var languageKey = regexp.MustCompile(`^"(zh|en|ja|ko|de|fr)(-[a-zA-Z]+)?"$`)

// TestLanguagesAreAskedByTag: a key is a name that a site gives to a language.
// Code that asks which language it is asks the tag, Base or Key, and compares
// that alone with the name of a language.
func TestLanguagesAreAskedByTag(t *testing.T) {
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "testdata" || d.Name() == "public" || d.Name() == "node_modules") {
			return fs.SkipDir
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || name == "internal/policy/tag.go" {
			return nil
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		for _, line := range comparedKeys(t, name, src) {
			t.Errorf("%s: compares a language key: ask the tag, tag.Base() or tag.Key()", line)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestComparedKeys shows what the law forbids and what it allows.
func TestComparedKeys(t *testing.T) {
	src := `package p
func f(l policy.Lang, tag policy.Tag) bool {
	switch l { case "zh": }
	switch tag.Base() { case "zh", "yue": }
	switch { case l != "en": }
	m := map[string]int{"zh": 1}
	return l == "zh" || "zh-Hans" == tag || tag.Key() == "zh-hant" || m["en"] == 0 || l == "both"
}`
	got := strings.Join(comparedKeys(t, "p.go", []byte(src)), " ")
	if want := "p.go:3 p.go:5 p.go:7 p.go:7"; got != want {
		t.Errorf("found at %s, want %s", got, want)
	}
}

// comparedKeys returns the places at which a file compares the name of a
// language with something else than Base() or Key().
func comparedKeys(t *testing.T, name string, src []byte) []string {
	t.Helper()
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, src, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	found := func(n ast.Node) {
		pos := files.Position(n.Pos())
		out = append(out, fmt.Sprintf("%s:%d", pos.Filename, pos.Line))
	}
	isKey := func(e ast.Expr) bool {
		lit, ok := e.(*ast.BasicLit)
		return ok && languageKey.MatchString(lit.Value)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			compares := n.Op == token.EQL || n.Op == token.NEQ
			if compares && (isKey(n.X) && !asksTag(n.Y) || isKey(n.Y) && !asksTag(n.X)) {
				found(n)
			}
		case *ast.SwitchStmt:
			if n.Tag == nil || asksTag(n.Tag) {
				return true
			}
			for _, c := range n.Body.List {
				for _, e := range c.(*ast.CaseClause).List {
					if isKey(e) {
						found(e)
					}
				}
			}
		}
		return true
	})
	return out
}

func asksTag(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	return ok && (sel.Sel.Name == "Base" || sel.Sel.Name == "Key")
}
