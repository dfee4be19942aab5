package site

import (
	"strings"
	"testing"
	"testing/fstest"
)

// clashing is a site with files of every kind that an alias may run into.
const clashing = `-- site.toml --
title.zh = "政策"
title.en = "Policies"
base_url = "https://example.com/"
assets = "external"
check.rules.missing-text = "off"
-- content/a/1.0/zh.md --
+++
title = "甲"
effective = 2024-01-01
+++

我们收集。
-- content/a/1.0/form.csv --
a,b
-- content/b/1.0/zh.md --
+++
title = "乙"
effective = 2024-01-01
+++

我们收集。
`

// TestClashes: an alias that cannot stand beside what else the site consists of
// is a problem with a place, and one that can is none.
func TestClashes(t *testing.T) {
	const own, alias = "the site's own pages", "an alias of policy a"
	for aliases, want := range map[string]string{
		`"old", "OLDER.htm", "zh/old/", "assets/x.html", "sitemap-1.xml", "zh/a/9.0/form.csv", "zh.html", "ol"`: "",
		`"zh/search/a.js"`:             "zh/search/a.js is a file of " + own + ", and a folder for " + alias,
		`"zh/Search/A.js/x/y.html"`:    "zh/search/a.js is a file of " + own + ", and a folder for " + alias,
		`"old/p.htm", "old/p.htm/x"`:   "old/p.htm is a file of " + alias + ", and a folder for " + alias,
		`"zh/index.html/x"`:            "zh/index.html is a file of " + own + ", and a folder for " + alias,
		`"zh/a/history/index.html/x/"`: "zh/a/history/index.html is a file of policy a, and a folder for " + alias,
		`"robots.txt/x"`:               "robots.txt is a file of diptych, and a folder for " + alias,
		`"zh/a/1.0/form.csv"`:          "zh/a/1.0/form.csv is a file of content/a/1.0/form.csv, and a folder for " + alias,
		`"zh/404.html"`:                "zh/404.html is claimed by " + alias + " and by " + own,
		`"en/404.HTML/x"`:              "en/404.html is a file of " + own + ", and a folder for " + alias,
	} {
		t.Run(strings.ReplaceAll(aliases, "/", "|"), func(t *testing.T) {
			t.Parallel()
			fsys := archive(clashing)
			fsys["content/a/policy.toml"] = &fstest.MapFile{Data: []byte("aliases = [" + aliases + "]\n")}
			got := printed(load(t, Options{Source: fsys, Today: day}).Clashes(t.Context()))
			if want != "" {
				want = "content/a/policy.toml: error: " + want + " [address]\n  hint: rename one of them\n"
			}
			if got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}
