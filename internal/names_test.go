package internal_test

import (
	"go/ast"
	"path"
	"regexp"
	"strings"
	"testing"
)

// TestReceivers holds every type to one name for its receivers, in all files of
// its package and in their tests.
func TestReceivers(t *testing.T) {
	first := make(map[string]*ast.Ident)
	eachFunc(t, func(src source, fn *ast.FuncDecl) {
		if fn.Recv == nil || len(fn.Recv.List[0].Names) == 0 {
			return
		}
		typ := path.Dir(src.name) + "." + typeName(fn.Recv.List[0].Type)
		here := fn.Recv.List[0].Names[0]
		switch there := first[typ]; {
		case there == nil:
			first[typ] = here
		case there.Name != here.Name:
			t.Errorf("%s: the receiver of %s is called %s here and %s at %s",
				places.Position(here.Pos()), typ, here.Name, there.Name, places.Position(there.Pos()))
		}
	})
	if len(first) < 100 {
		t.Errorf("only %d types with methods were seen", len(first))
	}
}

// typeName returns the name of a receiver's type without its star and its type
// parameters.
func typeName(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.StarExpr:
		return typeName(x.X)
	case *ast.IndexExpr:
		return typeName(x.X)
	case *ast.IndexListExpr:
		return typeName(x.X)
	case *ast.Ident:
		return x.Name
	}
	return ""
}

var (
	// asks is what the name of a question looks like.
	asks = regexp.MustCompile(`^([iI]s|[hH]as|can|may|must)[A-Z]`)
	// saidOtherwise finds other words for "reports whether".
	saidOtherwise = regexp.MustCompile(`(?i)\b(tells|says|returns|checks) (whether|if)\b|\breturns (true|false)\b`)
)

// TestPredicates holds the comments of functions that answer yes or no to the
// sentence "F reports whether".
func TestPredicates(t *testing.T) {
	seen := 0
	eachFunc(t, func(_ source, fn *ast.FuncDecl) {
		if fn.Doc == nil {
			return
		}
		doc := strings.Join(strings.Fields(fn.Doc.Text()), " ")
		asked := strings.HasPrefix(doc, fn.Name.Name+" reports whether ")
		if asked {
			seen++
		}
		if found := saidOtherwise.FindString(doc); found != "" {
			t.Errorf("%s: the comment says %q, not \"reports whether\"", places.Position(fn.Pos()), found)
		} else if asks.MatchString(fn.Name.Name) && isBool(fn.Type.Results) && !asked {
			t.Errorf("%s: the comment should begin with %q", places.Position(fn.Pos()), fn.Name.Name+" reports whether")
		}
	})
	if seen < 100 {
		t.Errorf("only %d predicates were seen", seen)
	}
}

// isBool reports whether the results of a function are one bool.
func isBool(results *ast.FieldList) bool {
	if results == nil || results.NumFields() != 1 {
		return false
	}
	id, ok := results.List[0].Type.(*ast.Ident)
	return ok && id.Name == "bool"
}

// eachFunc calls fn with every function and method of this module, tests
// included.
func eachFunc(t *testing.T, fn func(source, *ast.FuncDecl)) {
	t.Helper()
	for _, src := range sources(t) {
		for _, d := range src.file.Decls {
			if d, ok := d.(*ast.FuncDecl); ok {
				fn(src, d)
			}
		}
	}
}
