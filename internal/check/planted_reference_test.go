package check

import (
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/identity"
	"diptych/internal/policy"
	"diptych/internal/source"
)

// articleLine is the beginning of an article, in either language.
var articleLine = regexp.MustCompile(`(?m)^(#+ )?(第([一二三四五六七八九十]+)条|Article (\d+)) `)

var hanTen = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"}

// inArticle puts words behind the line with which the k-th article begins, or
// before that line.
func inArticle(src, words string, k int, before bool) string {
	at := articleLine.FindAllStringIndex(src, -1)[k]
	if before {
		return src[:at[0]] + words + "\n\n" + src[at[0]:]
	}
	end := at[1] + strings.IndexByte(src[at[1]:], '\n')
	return src[:end] + "\n\n" + words + "\n" + src[end:]
}

// renumbered numbers the articles of a source anew.
func renumbered(src string) string {
	n := 0
	return articleLine.ReplaceAllStringFunc(src, func(line string) string {
		n++
		head := line[:strings.IndexAny(line, "第A")]
		if strings.Contains(line, "第") {
			return head + "第" + hanTen[n] + "条 "
		}
		return head + "Article " + strconv.Itoa(n) + " "
	})
}

// judgeVersions applies the rule on references to versions of a text in two
// languages, the eldest first.
func judgeVersions(versions ...[2]string) diag.List {
	files := fstest.MapFS{
		"site.toml":             {Data: []byte("title = \"T\"\n")},
		"content/p/policy.toml": {Data: []byte("prevails = \"zh\"\n")},
	}
	for i, v := range versions {
		front := fmt.Sprintf("+++\ntitle = \"T\"\neffective = 2026-01-%02d\n+++\n\n", i+1)
		for k, lang := range [...]string{"zh", "en"} {
			files[fmt.Sprintf("content/p/%d.0/%s.md", i+1, lang)] = &fstest.MapFile{Data: []byte(front + v[k])}
		}
	}
	cfg, _ := config.Load(files)
	site, _ := source.Load(context.Background(), files, cfg, source.Options{Today: policy.Date{Year: 2026, Month: 11, Day: 23}})
	p, _ := source.Parse(context.Background(), files, cfg, site, site.Policies[0])
	s := subject{context.Background(), cfg, site, p, identity.Assign(context.Background(), p)}
	var out diag.List
	judge(cfg, &out, func(r rule, say voice) {
		if r.id == diag.Reference {
			for _, v := range s.versions(r.id) {
				r.version(s, v, say)
			}
		}
	})
	return out
}

// TestPlantedFreeReferences plants references into free texts: right ones first,
// of which nothing may be said, then ones that are stale, lead nowhere or differ
// between the languages.
func TestPlantedFreeReferences(t *testing.T) {
	var beds [][2]string
	for _, b := range freeBeds(t) {
		src := [2]string{}
		for k, lang := range [...]string{"zh", "en"} {
			_, src[k], _ = strings.Cut(strings.TrimPrefix(string(b.files["content/p/1.0/"+lang+".md"].Data), "+++\n"), "\n+++\n")
		}
		n, m := len(articleLine.FindAllString(src[0], -1)), len(articleLine.FindAllString(src[1], -1))
		if n == m && n > 4 && n < 11 && renumbered(src[0]) == src[0] && renumbered(src[1]) == src[1] {
			beds = append(beds, src)
		}
	}
	forms := [...][2]string{{"违反第%s条的，应当承担责任。", "Whoever breaches Article %d is liable."}, {"除第%s条另有规定外，适用本条。", "This applies unless Article %d provides otherwise."},
		{"本协议第%s条的规定同样适用。", "The provisions of Article %d of this Agreement apply as well."}, {"根据第%s条收取的费用不予退还。", "Fees charged under Article %d are not returned."}}
	for kind, name := range []string{"stale", "dangling", "languages"} {
		rnd := rand.New(rand.NewPCG(12, uint64(kind)))
		found := 0
		for range plantedFree {
			src := beds[rnd.IntN(len(beds))]
			n := len(articleLine.FindAllString(src[0], -1))
			to, at, form, side := 1+rnd.IntN(n), rnd.IntN(n), forms[rnd.IntN(len(forms))], rnd.IntN(2)
			write := func(to [2]int) (out [2]string) {
				out[0] = inArticle(src[0], fmt.Sprintf(form[0], hanTen[to[0]]), at, false)
				out[1] = inArticle(src[1], fmt.Sprintf(form[1], to[1]), at, false)
				return out
			}
			right := write([2]int{to, to})
			if wrong := judgeVersions(right); len(wrong) > 0 {
				t.Errorf("right references: %v", wrong)
			}
			wrong := [2]int{to, to}
			versions := [][2]string{right}
			switch name {
			case "stale":
				for k, words := range [...]string{"第一条 名称\n\n本文件由公司发布，并在网站上公示。", "Article 1 Name\n\nThis document is published by the company and stands on its site."} {
					if strings.Contains(src[k], "## 第") || strings.Contains(src[k], "## Article") {
						words = "## " + words
					} else {
						words = strings.ReplaceAll(words, "\n\n", "：")
					}
					right[k] = renumbered(inArticle(right[k], words, 0, true))
				}
				versions = append(versions, right)
			case "dangling":
				wrong[side] = n + 1 + rnd.IntN(12-n)
				versions[0] = write(wrong)
			case "languages":
				wrong[side] = 1 + to%n
				versions[0] = write(wrong)
			}
			if hits(judgeVersions(versions...), nil, []string{"第" + hanTen[wrong[0]] + "条", "Article " + strconv.Itoa(wrong[1])}) {
				found++
			} else {
				t.Logf("%s: missed %q", name, versions)
			}
		}
		t.Logf("%-10s %2d of %2d", name, found, plantedFree)
		if found < plantedFree-1 {
			t.Errorf("%s: %d of %d found", name, found, plantedFree)
		}
	}
}
