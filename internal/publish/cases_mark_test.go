package publish

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// marks reports what the last version is said to have done to the clause with
// the words, where its page and the one of all clauses agree on it: "new",
// "words", "punctuation", "form" or "none". The page of a text has no mark for
// a form that changed.
func (d *docket) marks(t *testing.T, b built, with string) string {
	t.Helper()
	vs := d.versions()
	now := vs[len(vs)-1]
	c := d.clause(t, b, string(d.lang), now, with)
	beside := markOf(c.since, now, "于版本"+now+"修改", "punctuation changed in "+now, "版本"+now+"修改", "changed in "+now, "版本"+now+"新增", "new in "+now)
	doc := b.doc(string(d.lang) + "/" + d.slug + "/clauses/index.html")
	life := find(doc, func(n *html.Node) bool { id, _ := attr(n, "id"); return hasClass(n, "clause-life") && id == c.id })
	if life == nil {
		return beside + ", and not among all clauses"
	}
	said := squeeze(words(find(life, func(n *html.Node) bool { return n.Data == "summary" }), nil))
	among := "none"
	if _, last, ok := strings.Cut(said, now); ok {
		among = last
		for _, w := range [][2]string{{"标点修改", "punctuation"}, {"punctuationchanged", "punctuation"}, {"结构修改", "form"}, {"structurechanged", "form"}, {"formofcharacterschanged", "form"}, {"字符形式修改", "form"}, {"链接或空白修改", "form"}, {"linksorspacingchanged", "form"}, {"格式或链接修改", "form"}, {"formatorlinkschanged", "form"}, {"首次出现", "new"}, {"firstform", "new"}, {"修改", "words"}, {"changed", "words"}} {
			if strings.HasSuffix(last, w[0]) {
				among = w[1]
				break
			}
		}
	}
	if beside == among || beside == "none" && among == "form" {
		return among
	}
	return beside + ", and among all clauses " + among
}

// markOf reads a since-mark; the texts are those of punctuation, words and a
// new clause, each in two languages.
func markOf(mark, now string, texts ...string) string {
	mark = squeeze(mark)
	for i, s := range texts {
		if strings.Contains(mark, squeeze(s)) {
			return []string{"punctuation", "words", "new"}[i/2]
		}
	}
	return "none"
}
