package page_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing/fstest"
)

// generate makes a site of a few policies: in two languages or three, with texts
// that are missing, drafts, versions to come, clauses that come, go, move and
// change, and links to whatever may be there. The same seed gives the same site.
func generate(seed uint64) sources { return newGenerator(seed).site(seed) }

func newGenerator(seed uint64) *generator {
	return &generator{Rand: rand.New(rand.NewPCG(seed, 5)), langs: []string{"zh", "en"}}
}

func (g *generator) site(seed uint64) sources {
	files := fstest.MapFS{}
	write := func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	config := "title = \"T\"\n"
	if g.one(3) {
		g.langs = []string{"en", "zh", "fr"}
		config += "languages = [\"en\", \"zh\", \"fr\"]\nlang_tags = { zh = \"zh-CN\", en = \"en\", fr = \"fr\" }\n"
	}
	config += "[redline]\ncompare = \"" + g.pick("chain", "chain+current", "all") + "\"\n[check.rules]\nlink = \"warn\"\n"
	write("site.toml", config)
	g.slugs = []string{"privacy", "terms", "sdk"}[:2+g.IntN(2)]
	for i, slug := range g.slugs {
		facts := g.facts(i)
		texts, years := make(map[string]*genText), g.Perm(8)[:1+g.IntN(4)]
		slices.Sort(years)
		write("content/"+slug+"/policy.toml", facts+g.end(i, 2022+years[len(years)-1]))
		for n, year := range years {
			head := fmt.Sprintf("effective = %d-01-01\n", 2022+year)
			if n > 0 && g.one(5) {
				head += "draft = true\n"
			} else {
				head += g.state(2022+year, n == 0)
			}
			for k, lang := range g.langs {
				if texts[lang] == nil {
					texts[lang] = g.text(seed, lang)
				} else {
					g.edit(texts[lang])
				}
				if g.one(4) && !(k == len(g.langs)-1 && files[fmt.Sprintf("content/%s/%d.0/%s.md", slug, n+1, g.langs[0])] == nil) {
					continue
				}
				write(fmt.Sprintf("content/%s/%d.0/%s.md", slug, n+1, lang), g.source(texts[lang], head+g.draft(n == 0 || strings.Contains(head, "draft"))))
			}
		}
	}
	src := sources{files: files, today: day, drafts: g.one(2)}
	if g.one(2) {
		src.baseURL = "https://example.com/legal/"
	}
	return src
}

type generator struct {
	*rand.Rand
	langs, slugs []string
	states       *generator // draws states, apart from all else; nil for sites without
}

// one reports true once in n times.
func (g *generator) one(n int) bool { return g.IntN(n) == 0 }

func (g *generator) pick(words ...string) string { return words[g.IntN(len(words))] }

// facts is the policy.toml of the i-th policy.
func (g *generator) facts(i int) string {
	out := fmt.Sprintf("prevails = %q\naliases = [\"old/%d.html\"]\n", g.pick("zh", "en", "both"), i)
	if g.one(3) {
		out = ""
	}
	if i > 0 && g.one(2) {
		out += fmt.Sprintf("part_of = %q\n", g.slugs[g.IntN(i)])
	}
	return out + fmt.Sprintf("related = [%q]\n", g.slugs[(i+1)%len(g.slugs)])
}

// genText is a text on its way through the versions.
type genText struct {
	lang    string
	clauses []genClause
	next    int
}

type genClause struct {
	heading, id string // id "" for a derived one
	blocks      []string
}

func (g *generator) text(seed uint64, lang string) *genText {
	t := &genText{lang: lang}
	for range 3 + g.IntN(3) {
		t.clauses = append(t.clauses, g.clause(t))
	}
	return t
}

var genWords = map[string][]string{
	"zh": strings.Fields("我们 收集 邮箱 保存 三十日 删除 同意 第三方 安全 通知 更新 权利 查询 注销 日志 订单"),
	"en": strings.Fields("we collect email keep for 30 days delete consent third party secure notify update right access close log order"),
	"fr": strings.Fields("nous recueillons adresse conservons trente jours effacer accord tiers sûr avis droit accès"),
}

func (g *generator) words(lang string, n int) string {
	gap := " "
	if lang == "zh" {
		gap = ""
	}
	var out []string
	for range n {
		out = append(out, g.pick(genWords[lang]...))
	}
	return strings.Join(out, gap)
}

func (g *generator) clause(t *genText) genClause {
	t.next++
	c := genClause{heading: g.words(t.lang, 2)}
	switch {
	case g.one(2):
		c.id = fmt.Sprintf("{#h%d}", t.next)
	case g.one(3):
		c.id = fmt.Sprintf("{#h%d .key}", t.next)
	case g.one(4) && t.lang != "fr":
		c.id = fmt.Sprintf("{#only%d-%s only=%q reason=\"Why\"}", t.next, t.lang, t.lang)
	}
	for range 1 + g.IntN(3) {
		c.blocks = append(c.blocks, g.block(t.lang))
	}
	return c
}

func (g *generator) block(lang string) string {
	switch g.IntN(6) {
	case 0:
		return "1. " + g.words(lang, 4) + "\n2. " + g.words(lang, 4) + "\n3. " + g.words(lang, 4)
	case 1:
		return g.words(lang, 5) + " [" + g.words(lang, 2) + "](" + g.target() + ") " + g.words(lang, 3)
	case 2:
		return g.words(lang, 6) + "[^n]"
	case 3:
		return "| " + g.words(lang, 1) + " | b |\n|---|---|\n| " + g.words(lang, 2) + " | " + g.words(lang, 3) + " |"
	}
	return g.words(lang, 12) + " **" + g.words(lang, 2) + "** " + g.words(lang, 8)
}

// target is what a link names: a page that may be there, or a clause.
func (g *generator) target() string {
	slug, version, clause := g.pick(g.slugs...), fmt.Sprintf("%d.0", 1+g.IntN(4)), fmt.Sprintf("#h%d", 1+g.IntN(5))
	lang, other := g.pick(g.langs...), g.pick(g.langs...)
	at := "/" + lang + "/" + slug + "/"
	switch g.IntN(9) {
	case 0:
		return clause
	case 1:
		return slug + clause
	case 2:
		return slug + "/" + version + clause
	case 3:
		return at + "with/" + other + "/"
	case 4:
		return at + version + "/with/" + other + "/"
	case 5:
		return at + version + "/from/1.0/" + g.pick("", "table/", "with/"+other+"/")
	case 6:
		return at + g.pick("history/", "clauses/", "embed/")
	case 7:
		return at + version + "/" + clause
	}
	return g.pick("/", "/"+lang+"/", "/"+lang+"/search/", "https://example.org/")
}

// edit changes a text for the next version.
func (g *generator) edit(t *genText) {
	for range g.IntN(4) {
		i := g.IntN(len(t.clauses))
		switch g.IntN(5) {
		case 0:
			t.clauses = slices.Insert(t.clauses, i, g.clause(t))
		case 1:
			if len(t.clauses) > 2 {
				t.clauses = slices.Delete(t.clauses, i, i+1)
			}
		case 2:
			j := g.IntN(len(t.clauses))
			t.clauses[i], t.clauses[j] = t.clauses[j], t.clauses[i]
		default:
			c := t.clauses[i]
			c.blocks = slices.Clone(c.blocks)
			c.blocks[g.IntN(len(c.blocks))] = g.block(t.lang)
			t.clauses[i] = c
		}
	}
}

// source spells a text.
func (g *generator) source(t *genText, head string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "+++\ntitle = %q\n%s", g.words(t.lang, 1+g.IntN(2)), head)
	if g.one(2) {
		fmt.Fprintf(&b, "summary = %q\n", g.words(t.lang, 6)+" ["+g.words(t.lang, 1)+"]("+g.target()+")")
	}
	if strings.Contains(head, "erased") {
		return b.String() + "+++\n"
	}
	b.WriteString("+++\n\n" + g.words(t.lang, 5) + "[^n]\n")
	for i, c := range t.clauses {
		fmt.Fprintf(&b, "\n## %d. %s %s\n\n%s\n", i+1, c.heading, c.id, strings.Join(c.blocks, "\n\n"))
	}
	b.WriteString("\n[^n]: " + g.words(t.lang, 4) + "\n")
	return b.String()
}
