package check

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/identity"
	"diptych/internal/policy"
	"diptych/internal/source"
)

// TestDrift applies the rules of parity to every version of the corpus, not
// only to those that can still be mended, and counts what they report. DRIFT
// names a policy, or "all", whose reports are printed to be read.
func TestDrift(t *testing.T) {
	if testing.Short() && os.Getenv("DRIFT") == "" {
		t.Skip("the corpus is for the full run")
	}
	dir, named := os.LookupEnv("DIPTYCH_CORPUS")
	if !named {
		dir = "../../../shared/corpus"
	}
	fsys := os.DirFS(dir + "/mozilla")
	if _, err := os.Stat(dir + "/mozilla/content"); err != nil {
		if named {
			t.Fatalf("DIPTYCH_CORPUS is %q: %v", dir, err)
		}
		t.Skip("no corpus beside the project")
	}
	cfg := config.Default()
	site, problems := source.Load(t.Context(), fsys, cfg, source.Options{Today: policy.Date{Year: 2026, Month: 6, Day: 1}})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	total := map[diag.Rule]int{}
	for _, p := range site.Policies {
		full, _ := source.Parse(t.Context(), fsys, cfg, site, p)
		alignments := identity.Assign(t.Context(), full)
		counts := map[diag.Rule]int{}
		for _, pr := range drift(subject{context.Background(), cfg, site, full, alignments}) {
			counts[pr.Rule]++
			total[pr.Rule]++
			if show := os.Getenv("DRIFT"); show == "all" || show == p.Slug {
				fmt.Printf("%s: [%s] %s\n", strings.TrimPrefix(pr.Pos.String(), "content/"), pr.Rule, pr.Text)
			}
		}
		t.Logf("%-24s %d versions: %v", p.Slug, len(p.Versions), counts)
	}
	t.Logf("all: %v", total)
	for _, rule := range []diag.Rule{diag.ParityClause, diag.ParityFigure, diag.ParityDate, diag.ParityList, diag.ParityChange} {
		if total[rule] == 0 {
			t.Errorf("%s finds nothing in texts that are known to differ", rule)
		}
	}
}

// drift applies the rules of parity to every version. What a version says that
// the one before it said already, in the same words, is told once.
func drift(s subject) diag.List {
	var out diag.List
	seen := map[string]bool{}
	var all []twin
	for _, v := range s.policy.Versions {
		all = append(all, s.twinsOf(v)...)
	}
	for _, x := range all {
		var l diag.List
		judge(s.cfg, &l, func(r rule, say voice) {
			if r.twin != nil {
				r.twin(s, x, say)
			}
		})
		for _, pr := range l {
			key := pr.Rule.String() + strings.ReplaceAll(pr.Text, x.version.Name, "")
			if i := strings.LastIndex(key, " (content/"); i > 0 {
				key = key[:i]
			}
			if i := strings.LastIndex(key, "is after content/"); i > 0 {
				key = key[:i]
			}
			if !seen[key] {
				seen[key] = true
				out = append(out, pr)
			}
		}
	}
	return out
}
