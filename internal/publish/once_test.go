package publish

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// containers are the ways in which a text can have the target kept.
var containers = []string{
	"## Kept {#kept}\n\nWords of the clause.\n",
	"Kept {#kept}\n---\n\nWords of the clause.\n",
	"<details>\n<summary>More</summary>\n\n### Kept {#kept}\n\nWords of the clause.\n\n</details>\n",
	"<details id=\"kept\">\n<summary>More</summary>\n\n### Kept\n\nWords of the clause.\n\n</details>\n",
	"> ### Kept {#kept}\n>\n> Words of the clause.\n",
	"- ### Kept {#kept}\n\n  Words of the clause.\n- another\n",
	"1. Kept {#kept}\n2. Words of the clause.\n",
	"1. first\n   - > ### Kept {#kept}\n     >\n     > Words of the clause.\n",
	"3.1 Kept {#kept}\n\nWords of the clause.\n",
	"Words of the clause.[^1]\n\n[^1]: Kept <a id=\"kept\"></a> note.\n",
	"| Kept | Words |\n|---|---|\n| <a id=\"kept\"></a>Words | of the clause |\n",
	"<a id=\"kept\"></a>\n\nWords of the clause.\n",
	"Words <span id=\"kept\">of</span> the clause.\n",
	"<h3 id=\"kept\">Kept</h3>\n\nWords of the clause.\n",
	"## Kept\n\nWords of the clause.\n",
	"Other words.\n",
}

// containerSite is a site of policies in which each of four texts has the target
// in another way. Its style is a file: in each page it would be most of it.
func containerSite(policies int, languages ...string) fstest.MapFS {
	rnd := rand.New(rand.NewPCG(11, 7))
	site := fstest.MapFS{"site.toml": {Data: []byte("title = \"T\"\nlanguages = [\"zh\", \"en\"]\nassets = \"external\"\n[redline]\ncompare = \"all\"\n")}}
	for i := range policies {
		for v := range 3 {
			for _, lang := range languages {
				part := containers[rnd.IntN(len(containers))]
				if i < len(containers) && v == 1 { // each of them in one language alone, too
					part = containers[len(containers)-1]
					if lang == "en" {
						part = containers[i]
					}
				}
				text := fmt.Sprintf("+++\ntitle = \"P%d\"\neffective = 202%d-01-01\n+++\n## First\n\nSome words %d.\n\n%s\n## Last\n\nEnd %d.\n", i, v, v, part, v%2)
				if lang == "zh" {
					text = strings.NewReplacer("Words of the clause", "本条的内容", "Other words", "其他内容", "First", "第一节", "Last", "末节").Replace(text)
				}
				site[fmt.Sprintf("content/p%d/%d.0/%s.md", i, v+1, lang)] = &fstest.MapFile{Data: []byte(text)}
			}
		}
	}
	return site
}

// TestEveryIDOnce is law 5 on pages: no id stands twice on one, of whatever kind,
// wherever a text has its headings and targets.
func TestEveryIDOnce(t *testing.T) {
	t.Parallel()
	n := 160
	if testing.Short() {
		n = 2 * len(containers)
	}
	b := tryBuild(t, containerSite(n, "zh", "en"), nil)
	if b.problems.HasErrors() {
		t.Fatal(printed(b.problems))
	}
	checkOnce(t, b)
	checkOnce(t, ownBuilt(t, day))
}

// checkOnce checks that ids are unique in their pages.
func checkOnce(t *testing.T, b built) {
	t.Helper()
	for name, page := range b.readings() {
		ids := slices.Sorted(slices.Values(page.ids))
		for i, id := range ids {
			if id == "" || i > 0 && ids[i-1] == id {
				t.Errorf("%s: the id %q stands twice, or is empty", name, id)
			}
		}
	}
}

// TestFormerIDs: a clause that says what it was called has both targets on every
// page of both languages, and a link to the old one leads to it.
func TestFormerIDs(t *testing.T) {
	t.Parallel()
	b := buildSite(t, archive(t, `
-- site.toml --
title = "T"
languages = ["zh", "en"]
-- content/p/1.0/zh.md --
+++
title = "甲"
effective = 2024-01-01
+++
## 保存期限 {#retention}

账号注销后保存期限为 30 日。
-- content/p/1.0/en.md --
+++
title = "P"
effective = 2024-01-01
+++
## Retention

After the account is closed data is kept for 30 days.
-- content/p/2.0/zh.md --
+++
title = "甲"
effective = 2025-01-01
[[changes]]
clause = "retention"
note = "改写"
+++
## 保管的时间 {#keeping was="retention"}

一年以内，依照法律。见[上文](#retention)。
-- content/p/2.0/en.md --
+++
title = "P"
effective = 2025-01-01
+++
## How long we hold it

A year at most, by law. See [above](p#retention).

## Only here {#only was="once" only="en" reason="x"}

Other words that nobody has.
`), nil)
	for _, name := range []string{"p/1.0", "p/1.0/with/zh", "p/2.0", "p", "p/embed", "p/with/zh", "p/clauses", "p/2.0/from/1.0", "p/2.0/from/1.0/table", "p/2.0/from/1.0/with/zh"} {
		for _, lang := range []string{"zh", "en"} {
			file := lang + "/" + strings.ReplaceAll(name, "with/zh", "with/"+map[string]string{"zh": "en", "en": "zh"}[lang]) + "/index.html"
			page := b.readings()[file]
			if page == nil {
				t.Errorf("no %s", file)
				continue
			}
			want := []string{"keeping", "retention"}
			if strings.HasPrefix(name, "p/2.0") || name == "p/with/zh" {
				if lang == "en" || strings.Contains(name, "with") {
					want = append(want, "only", "once")
				}
			}
			for _, id := range want {
				if !slices.Contains(page.ids, id) {
					t.Errorf("%s: no #%s among %v", file, id, page.ids)
				}
			}
		}
	}
	checkOnce(t, b)
}
