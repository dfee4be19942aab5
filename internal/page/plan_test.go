package page_test

import (
	"fmt"
	"strings"
	"testing"

	"diptych/internal/page"
)

// TestPlan compares the pages of the sites in testdata/plan_*.txtar with the
// files want/pages (the site's own) and want/SLUG (those of a policy): a page a
// line, its address, its kind and, where it is so, that it is listed for search
// engines, with the day of its last change; that it has a twin for programs; or
// where it leads to.
func TestPlan(t *testing.T) {
	for _, name := range archiveNames(t, "plan_*") {
		t.Run(base(name), func(t *testing.T) {
			checkArchive(t, name, func(m *made, want string) string {
				pages := page.Plan(m.Site)
				if want != "pages" {
					p := m.Site.Policy(want)
					if p == nil {
						t.Fatalf("no policy %s", want)
					}
					pages = page.PlanPolicy(m.Site, p)
				}
				var b strings.Builder
				for pg := range pages {
					b.WriteString(planLine(pg) + "\n")
				}
				return b.String()
			})
		})
	}
}

func planLine(pg page.Page) string {
	at := "/" + pg.Ref.Path()
	if pg.Alias != "" {
		at = "/" + pg.Alias
	}
	var facts []string
	if pg.Listed {
		facts = append(facts, "listed")
	}
	if !pg.Modified.IsZero() && (pg.Listed || pg.Kind != page.KindText) {
		facts = append(facts, pg.Modified.String())
	}
	if page.SpecOf(pg.Kind).HasTwin() {
		facts = append(facts, "+ index.json")
	}
	if pg.Alias != "" {
		facts = append(facts, "-> /"+pg.Ref.Path())
	}
	return strings.TrimRight(fmt.Sprintf("%-42s %-9s %s", at, pg.Kind, strings.Join(facts, " ")), " ")
}

// TestOrigin: messages about addresses name what a page is made from.
func TestOrigin(t *testing.T) {
	m := archive(t, "plan_aliases").read(t)
	for file, want := range map[string]string{
		"zh/index.html":                            "the site's own pages",
		"404.html":                                 "the site's own pages",
		"en/privacy/index.html":                    "policy privacy",
		"zh/privacy/history/index.html":            "policy privacy",
		"en/privacy/2.0/index.html":                "version 2.0 of policy privacy",
		"en/privacy/2.0/from/1.0/index.html":       "version 2.0 of policy privacy",
		"old/privacy.html":                         "an alias of policy privacy",
		"zh/privacy/with/en/index.html":            "policy privacy",
		"zh/privacy/2.0/with/en/index.html":        "version 2.0 of policy privacy",
		"zh/privacy/2.0/from/1.0/table/index.html": "version 2.0 of policy privacy",
	} {
		pg, ok := m.page(file)
		if !ok {
			t.Errorf("no page %s", file)
		} else if got := pg.Origin(); got != want {
			t.Errorf("%s is made from %q, want %q", file, got, want)
		}
	}
}
