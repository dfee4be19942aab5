package check

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"diptych/internal/diag"
)

// TestRules holds the table to that of diag: a rule that can be set is judged,
// once, and one that is judged can be set.
func TestRules(t *testing.T) {
	lines := map[diag.Rule]int{}
	var order []string
	for _, r := range rules {
		lines[r.id]++
		order = append(order, r.id.String())
		n := 0
		for _, there := range []bool{r.version != nil, r.twin != nil, r.link != nil} {
			if there {
				n++
			}
		}
		if n != 1 {
			t.Errorf("rule %s has %d functions in internal/check/rules.go, not one", r.id, n)
		}
		if !r.id.Settable() && r.id != diag.ID && r.id != diag.Ignore && r.id != diag.Markup { // what check says of them is not worth a setting
			t.Errorf("rule %s is judged by package check: say in internal/diag/rules.go that it is settable", r.id)
		}
	}
	for _, r := range diag.Rules() {
		if r.Settable() && lines[r] != 1 {
			t.Errorf("rule %s is settable and has %d lines in the table of internal/check/rules.go, not one", r, lines[r])
		}
	}
	if !slices.IsSorted(order) {
		t.Errorf("the table is not in order of the names: %v", order)
	}
}

// TestMessages holds what the rules say to the strings: each number that a rule
// says is in i18n/tool/en.toml, and no other. Nobody but a rule of the table
// says anything.
func TestMessages(t *testing.T) {
	funcs, table := readPackage(t)
	reached := map[string]bool{}
	for _, r := range rules {
		judge := table[strings.ReplaceAll(r.id.String(), "-", "")]
		if judge == "" {
			t.Errorf("rule %s: no line {id: diag.…, …} of the table names its function", r.id)
			continue
		}
		seen := map[string]bool{}
		said, written := funcs.said(judge, seen), messages(t, r.id)
		maps.Copy(reached, seen)
		slices.Sort(said)
		said = slices.Compact(said)
		for _, n := range said {
			if !slices.Contains(written, n) {
				t.Errorf("rule %s says its message %d: write [rule.%s.%d] into i18n/tool/en.toml and zh.toml", r.id, n, r.id, n)
			}
		}
		for _, n := range written {
			if !slices.Contains(said, n) && r.id.Settable() { // package markup says some of another's
				t.Errorf("[rule.%s.%d] of i18n/tool/ is never said: remove it", r.id, n)
			}
		}
	}
	for name, f := range funcs {
		if len(f.numbers) > 0 && !reached[name] {
			t.Errorf("%s reports problems, and no rule in the table of internal/check/rules.go comes to it: give it a line", name)
		}
	}
}

// TestFiles: a rule has a file of its name.
func TestFiles(t *testing.T) {
	for _, r := range rules {
		file := strings.ReplaceAll(r.id.String(), "-", "_") + ".go"
		if _, err := os.Stat(file); err != nil {
			t.Errorf("rule %s stands in a file of its own, internal/check/%s", r.id, file)
		}
	}
}

// function is what TestMessages knows of a function: the package's functions
// and methods that it names, and the numbers that it says.
type function struct {
	names   []string
	numbers []int
}

type functions map[string]*function

// said lists the numbers that a function says, and those that it calls.
func (fs functions) said(name string, seen map[string]bool) []int {
	f := fs[name]
	if f == nil || seen[name] {
		return nil
	}
	seen[name] = true
	out := slices.Clone(f.numbers)
	for _, called := range f.names {
		out = append(out, fs.said(called, seen)...)
	}
	return out
}

// readPackage reads the functions of the package, and which function each line
// of the table names; its key is the rule's constant in lower case.
func readPackage(t *testing.T) (functions, map[string]string) {
	t.Helper()
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	funcs, table := functions{}, map[string]string{}
	for _, e := range files {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if e.Name() != "voice.go" {
					funcs[d.Name.Name] = readFunction(t, d)
				}
			case *ast.GenDecl:
				ast.Inspect(d, func(n ast.Node) bool { readLine(n, table); return true })
			}
		}
	}
	return funcs, table
}

func readFunction(t *testing.T, d *ast.FuncDecl) *function {
	f := new(function)
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			f.names = append(f.names, n.Name)
		case *ast.CallExpr:
			sel, ok := n.Fun.(*ast.SelectorExpr)
			if !ok || sel.Sel.Name != "at" && sel.Sel.Name != "warn" || len(n.Args) < 2 {
				break
			}
			lit, ok := n.Args[1].(*ast.BasicLit)
			if !ok {
				t.Errorf("%s says a message whose number is not written out", d.Name.Name)
				break
			}
			number, err := strconv.Atoi(lit.Value)
			if err != nil {
				t.Errorf("%s says message %s", d.Name.Name, lit.Value)
			}
			f.numbers = append(f.numbers, number)
		}
		return true
	})
	return f
}

// readLine reads {id: diag.Link, link: deadLink}.
func readLine(n ast.Node, table map[string]string) {
	lit, ok := n.(*ast.CompositeLit)
	if !ok || len(lit.Elts) != 2 {
		return
	}
	var id, judge string
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return
		}
		switch v := kv.Value.(type) {
		case *ast.SelectorExpr:
			id = v.Sel.Name
		case *ast.Ident:
			judge = v.Name
		}
	}
	table[strings.ToLower(id)] = judge
}
