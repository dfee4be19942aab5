package diag

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// The table has a line for every rule, in order of the names, and each constant
// is called as its rule.
func TestRules(t *testing.T) {
	consts := constants(t)
	if len(consts) != len(Rules()) {
		t.Errorf("rules.go has %d constants and %d lines in its table", len(consts), len(Rules()))
	}
	var names []string
	for i, name := range consts {
		r := Rule(i + 1)
		if r.String() == "" {
			t.Fatalf("%s has no line in the table of rules.go: give it a name, a default and whether it is settable", name)
		}
		if !strings.EqualFold(name, strings.ReplaceAll(r.String(), "-", "")) {
			t.Errorf("the constant %s is called otherwise than its rule %q", name, r)
		}
		if got, ok := RuleOf(r.String()); !ok || got != r {
			t.Errorf("%q is the name of two rules", r)
		}
		if !r.Settable() && r.Default() != LevelError {
			t.Errorf("%s cannot be set, so that nobody can set it to error", r)
		}
		names = append(names, r.String())
	}
	if !slices.IsSorted(names) {
		t.Errorf("the rules are not in order of their names: %v", names)
	}
}

func TestNoRule(t *testing.T) {
	if got := Rule(0).String() + Rule(255).String(); got != "" {
		t.Errorf("no rule is called %q", got)
	}
	if _, ok := RuleOf(""); ok {
		t.Error(`"" is the name of a rule`)
	}
}

// constants reads the names of the constants in rules.go that are rules.
func constants(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "rules.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		if first := g.Specs[0].(*ast.ValueSpec); first.Type == nil || first.Type.(*ast.Ident).Name != "Rule" {
			continue
		}
		for _, s := range g.Specs[1:] { // the first is none
			out = append(out, s.(*ast.ValueSpec).Names[0].Name)
		}
	}
	return out
}
