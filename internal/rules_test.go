package internal_test

import (
	"fmt"
	"go/ast"
	"os"
	"strings"
	"testing"

	"diptych/internal/diag"
	"diptych/internal/locale"
	"diptych/internal/policy"
)

// TestRulesAreDocumented holds the table of docs/rules.md, in each language of
// the program, to the table of package diag, row for row.
func TestRulesAreDocumented(t *testing.T) {
	for _, page := range []struct {
		file    string
		lang    policy.Lang
		yes, no string
	}{
		{"rules.md", "en", "yes", "no"},
		{"rules.zh-CN.md", "zh", "是", "否"},
	} {
		data, err := os.ReadFile("../docs/" + page.file)
		if err != nil {
			t.Fatal(err)
		}
		var rows []string
		for line := range strings.Lines(string(data)) {
			if strings.HasPrefix(line, "| `") {
				rows = append(rows, strings.TrimSpace(line))
			}
		}
		for i, r := range diag.Rules() {
			says := func(holds bool) string {
				if holds {
					return page.yes
				}
				return page.no
			}
			want := fmt.Sprintf("| `%s` | `%s` | %s | %s | %s | %s |", r, r.Default(), says(r.Settable()), says(r.Acceptable()), says(!r.Mending()),
				locale.ToolIn(page.lang).About(r))
			if i >= len(rows) || rows[i] != want {
				t.Fatalf("docs/%s: row %d of the table should be\n%s\nas internal/diag/rules.go and i18n/tool/%s.toml say, not\n%s",
					page.file, i+1, want, page.lang, strings.Join(rows[min(i, len(rows)):min(i+1, len(rows))], ""))
			}
		}
		if n := len(diag.Rules()); len(rows) > n {
			t.Errorf("docs/%s: there is no rule for the row\n%s", page.file, rows[n])
		}
	}
}

// TestRulesAreNotForced: what a rule that can be set reports goes through the
// setting. Nobody adds its problems by Errorf or Warnf, which know of none.
func TestRulesAreNotForced(t *testing.T) {
	settable := map[string]bool{}
	for _, r := range diag.Rules() {
		settable[strings.ToLower(strings.ReplaceAll(r.String(), "-", ""))] = r.Settable()
	}
	seen := 0
	eachCall(t, func(name string, call *ast.CallExpr) {
		fun, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || fun.Sel.Name != "Errorf" && fun.Sel.Name != "Warnf" || len(call.Args) < 4 {
			return
		}
		rule, ok := call.Args[1].(*ast.SelectorExpr)
		if !ok || fmt.Sprint(rule.X) != "diag" {
			return
		}
		seen++
		if settable[strings.ToLower(rule.Sel.Name)] {
			t.Errorf("%s: the rule %s can be set, and this problem ignores the setting: use config.Site.Report, or package check", name, rule.Sel.Name)
		}
	})
	if seen < 50 {
		t.Errorf("only %d problems were found in the sources", seen)
	}
}

// eachCall calls fn with every call that the sources make, tests left out.
func eachCall(t *testing.T, fn func(name string, call *ast.CallExpr)) {
	t.Helper()
	for _, src := range sources(t) {
		if src.isTest() {
			continue
		}
		ast.Inspect(src.file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				fn(src.name, call)
			}
			return true
		})
	}
}
