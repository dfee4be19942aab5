package internal_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
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
	for _, src := range sources(t) {
		if src.isTest() || src.name == "internal/policy/tag.go" {
			continue
		}
		for _, line := range comparedKeys(places, src.file) {
			t.Errorf("%s: compares a language key: ask the tag, tag.Base() or tag.Key()", line)
		}
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
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, "p.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(comparedKeys(files, file), " ")
	if want := "p.go:3 p.go:5 p.go:7 p.go:7"; got != want {
		t.Errorf("found at %s, want %s", got, want)
	}
}

// comparedKeys returns the places at which a file compares the name of a
// language with something else than Base() or Key().
func comparedKeys(files *token.FileSet, file *ast.File) []string {
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
