package internal_test

import (
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// edges says which packages of this module each package may import, tests left
// out: every edge of the graph, none more. A package stands below all that it
// imports, so the table has no circles.
var edges = map[string][]string{
	"i18n":   {},
	"themes": {},

	"internal/align":         {},
	"internal/cjk":           {},
	"internal/diag":          {},
	"internal/disk":          {},
	"internal/memo":          {},
	"internal/numeral":       {},
	"internal/stage":         {},
	"internal/policy":        {"internal/diag"},
	"internal/scaffold":      {"internal/policy"},
	"internal/figure":        {"internal/numeral", "internal/policy"},
	"internal/html":          {"internal/cjk", "internal/policy"},
	"internal/label":         {"internal/numeral", "internal/policy"},
	"internal/redline/words": {"internal/align", "internal/cjk", "internal/numeral", "internal/policy"},
	"internal/reference":     {"internal/numeral", "internal/policy"},
	"internal/strict":        {"internal/diag", "internal/policy"},
	"internal/config":        {"internal/diag", "internal/policy", "internal/strict"},
	"internal/locale":        {"i18n", "internal/diag", "internal/policy", "internal/strict"},
	"internal/redline/plan": {
		"internal/align", "internal/label", "internal/numeral", "internal/policy", "internal/redline/words", "internal/reference",
	},
	"internal/markup": {"internal/cjk", "internal/diag", "internal/label", "internal/locale", "internal/policy"},
	"internal/redline": {
		"internal/align", "internal/html", "internal/memo", "internal/policy", "internal/redline/plan", "internal/redline/words",
		"internal/reference",
	},
	"internal/bitext":         {"internal/align", "internal/cjk", "internal/figure", "internal/memo", "internal/policy", "internal/redline"},
	"internal/redline/docx":   {"internal/locale", "internal/policy", "internal/redline"},
	"internal/redline/format": {"internal/locale", "internal/policy", "internal/redline"},
	"internal/source": {
		"internal/config", "internal/diag", "internal/markup", "internal/policy", "internal/scaffold", "internal/strict",
	},
	"internal/check": {
		"internal/bitext", "internal/cjk", "internal/config", "internal/diag", "internal/figure", "internal/locale", "internal/policy",
		"internal/redline", "internal/reference", "internal/scaffold",
	},
	"internal/identity": {"internal/bitext", "internal/policy", "internal/redline/plan"},
	"internal/page": {
		"internal/bitext", "internal/config", "internal/html", "internal/locale", "internal/memo", "internal/policy",
		"internal/redline", "internal/redline/format",
	},
	"internal/theme": {"internal/diag", "internal/html", "internal/locale", "internal/page", "internal/policy"},
	"internal/site": {
		"i18n", "themes", "internal/bitext", "internal/config", "internal/diag", "internal/identity", "internal/locale",
		"internal/page", "internal/policy", "internal/source", "internal/theme",
	},
	"internal/publish": {"internal/check", "internal/diag", "internal/policy", "internal/site"},
	"internal/serve":   {"internal/check", "internal/diag", "internal/policy", "internal/publish", "internal/site"},
	"cmd/diptych": {
		"internal/config", "internal/diag", "internal/disk", "internal/html", "internal/locale", "internal/policy", "internal/publish",
		"internal/redline", "internal/redline/docx", "internal/redline/format", "internal/scaffold", "internal/serve", "internal/site",
		"internal/source", "internal/stage",
	},
}

// homes says which packages alone may import a library, tests left out.
var homes = map[string][]string{
	"github.com/yuin/goldmark":      {"internal/markup"},
	"github.com/nicksnyder/go-i18n": {"internal/locale"},
	"github.com/BurntSushi/toml":    {"internal/strict"},
	"github.com/spf13/cobra":        {"cmd/diptych"},
	"github.com/fsnotify/fsnotify":  {"internal/serve"},
	"golang.org/x/sys":              {"internal/stage"},
	"net/http":                      {"internal/serve"},
	"github.com/clipperhouse/uax29": {"internal/redline/words"},
	"os":                            {"internal/disk", "internal/publish", "internal/serve", "internal/stage", "cmd/diptych"},
}

// TestImports holds the packages to the edges, and the edges to the packages:
// an import that the table lacks fails, and so does a line that no import
// needs.
func TestImports(t *testing.T) {
	imports := readImports(t)
	for _, pkg := range slices.Sorted(maps.Keys(imports)) {
		allowed, known := edges[pkg]
		if !known {
			t.Errorf("package %s is not in the table of edges", pkg)
			continue
		}
		for imported, file := range imports[pkg] {
			if problem := judge(pkg, imported); problem != "" {
				t.Errorf("%s: %s", file, problem)
			}
		}
		for _, to := range allowed {
			if imports[pkg]["diptych/"+to] == "" {
				t.Errorf("%s no longer imports %s: take the edge out of the table", pkg, to)
			}
		}
	}
	for pkg := range edges {
		if imports[pkg] == nil {
			t.Errorf("the table has edges of %s, which does not exist", pkg)
		}
	}
}

// TestForbiddenImports shows that the table forbids what the layering means to
// forbid.
func TestForbiddenImports(t *testing.T) {
	for _, edge := range [][2]string{
		{"internal/align", "diptych/internal/config"},
		{"internal/align", "diptych/internal/policy"},
		{"internal/policy", "diptych/internal/source"},
		{"internal/check", "diptych/internal/publish"},
		{"internal/check", "os"},
		{"internal/redline", "github.com/yuin/goldmark/ast"},
		{"internal/page", "net/http"},
	} {
		if judge(edge[0], edge[1]) == "" {
			t.Errorf("%s may import %s", edge[0], edge[1])
		}
	}
}

// judge says what is wrong with an import, or "".
func judge(pkg, imported string) string {
	if own, ok := strings.CutPrefix(imported, "diptych/"); ok {
		if !slices.Contains(edges[pkg], own) {
			return "imports " + own + ", and the table has no edge from " + pkg + " to it"
		}
		return ""
	}
	for lib, allowed := range homes {
		if (imported == lib || strings.HasPrefix(imported, lib+"/")) && !slices.Contains(allowed, pkg) {
			return "imports " + imported + ", whose home is " + strings.Join(allowed, ", ")
		}
	}
	return ""
}

// readImports returns what every package imports, tests left out, with a file
// that does so.
func readImports(t *testing.T) map[string]map[string]string {
	t.Helper()
	out := make(map[string]map[string]string)
	for _, src := range sources(t) {
		if src.isTest() {
			continue
		}
		pkg := path.Dir(src.name)
		if out[pkg] == nil {
			out[pkg] = make(map[string]string)
		}
		for _, spec := range src.file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			out[pkg][imported] = src.name
		}
	}
	return out
}
