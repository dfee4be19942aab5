package redline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline"

	"pgregory.net/rapid"
)

// numbered is an article of a random text: paragraphs, and items under the last.
type numbered struct{ paragraphs, items []string }

// writeArticles writes articles with their numbers, from a number on.
func writeArticles(as []numbered, lang policy.Lang, labels bool) string {
	var b strings.Builder
	for i, a := range as {
		switch {
		case !labels:
			fmt.Fprintf(&b, "## %s\n\n", a.paragraphs[0])
		case lang == "zh":
			fmt.Fprintf(&b, "## 第%s条 %s\n\n", han(i+1), a.paragraphs[0])
		default:
			fmt.Fprintf(&b, "## Article %d %s\n\n", i+1, a.paragraphs[0])
		}
		for _, p := range a.paragraphs[1:] {
			b.WriteString(p + "\n\n")
		}
		for k, x := range a.items {
			if i%2 == 0 {
				fmt.Fprintf(&b, "(%c) %s\n\n", 'a'+k, x)
			} else {
				fmt.Fprintf(&b, "%d. %s\n", k+1, x)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestReferencesAreFoundWhereWordsChanged: which references follow or went stale is
// the same whether only words that changed are read or all.
func TestReferencesAreFoundWhereWordsChanged(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		lang := rapid.SampledFrom(langs).Draw(rt, "lang")
		labels := rapid.IntRange(0, 3).Draw(rt, "labels") > 0
		words := rapid.Permutation(sentences[lang]).Draw(rt, "sentences")
		stop := map[policy.Lang]string{"zh": "。", "en": "."}[lang]
		say := func(refers bool) string {
			out := words[0]
			words = append(words[1:], words[0]+map[policy.Lang]string{"zh": "者", "en": " too"}[lang])
			n, k := rapid.IntRange(1, 4).Draw(rt, "article"), rapid.IntRange(1, 3).Draw(rt, "place")
			switch {
			case !refers:
			case lang == "zh":
				out += fmt.Sprintf(rapid.SampledFrom([]string{"，见第%[1]s条", "，见第%[1]s条第%[2]s款", "，见本条第%[2]s款", "，见第（%[2]s）项", "，见第%[1]s条第%[2]s项"}).Draw(rt, "form"), han(n), han(k))
			default:
				out += fmt.Sprintf(rapid.SampledFrom([]string{", see Article %[1]d", ", see Article %[1]d(%[2]c)", ", see paragraph (%[2]c)", ", see item %[1]d"}).Draw(rt, "form"), n, 'a'+k-1)
			}
			return out + stop
		}
		var olds []numbered
		for range rapid.IntRange(2, 5).Draw(rt, "articles") {
			a := numbered{paragraphs: []string{say(false)}}
			for range rapid.IntRange(1, 3).Draw(rt, "paragraphs") {
				a.paragraphs = append(a.paragraphs, say(rapid.Bool().Draw(rt, "refers")))
			}
			for range rapid.IntRange(0, 3).Draw(rt, "items") {
				a.items = append(a.items, say(rapid.Bool().Draw(rt, "refers")))
			}
			olds = append(olds, a)
		}
		news := make([]numbered, len(olds))
		for i, a := range olds {
			news[i] = numbered{slices.Clone(a.paragraphs), slices.Clone(a.items)}
		}
		for range rapid.IntRange(1, 3).Draw(rt, "edits") {
			a := &news[rapid.IntRange(0, len(news)-1).Draw(rt, "in")]
			row, first := &a.paragraphs, 1
			if len(a.items) > 0 && rapid.Bool().Draw(rt, "in items") {
				row, first = &a.items, 0
			}
			if len(*row) <= first {
				continue
			}
			at := rapid.IntRange(first, len(*row)-1).Draw(rt, "at")
			switch rapid.IntRange(0, 8).Draw(rt, "edit") {
			case 0:
				(*row)[at] = strings.TrimSuffix((*row)[at], stop) + map[policy.Lang]string{"zh": "，并公告", "en": ", by law"}[lang] + stop
			case 1:
				*row = slices.Insert(*row, at, say(false))
			case 2:
				*row = slices.Delete(*row, at, at+1)
			case 3:
				(*row)[first], (*row)[at] = (*row)[at], (*row)[first]
			case 4:
				(*row)[at] = say(true)
			case 5: // one goes and another comes
				*row = slices.Insert(slices.Delete(*row, at, at+1), rapid.IntRange(first, len(*row)-1).Draw(rt, "to"), say(false))
			case 6, 7:
				(*row)[at] = respelled.Replace((*row)[at])
			case 8: // two are one
				if at > first {
					(*row)[at-1] += (*row)[at]
					*row = slices.Delete(*row, at, at+1)
				}
			}
		}
		old, now := writeArticles(olds, lang, labels), writeArticles(news, lang, labels)
		quick, whole := redline.References(parse(old, lang), parse(now, lang))
		if quick != whole {
			rt.Fatalf("\nold\n%s\nnew\n%s\nfound:\n%s\nby reading all:\n%s", old, now, quick, whole)
		}
	})
}

// respelled writes references in another way.
var respelled = strings.NewReplacer("第一条", "第1条", "第二条", "第2条", "第三条", "第3条", "第二款", "第2款", "Article 1", "Article I", "Article 2", "Article II", "Article 3", "Article III")

// TestReferencesOfCorpus holds the same on the corpus.
func TestReferencesOfCorpus(t *testing.T) {
	t.Parallel()
	for _, lang := range langs {
		for _, p := range corpusPairs(t, lang, false) {
			if quick, whole := redline.References(p.old.text, p.new.text); quick != whole {
				t.Errorf("%s %s\nfound:\n%s\nby reading all:\n%s", lang, p, quick, whole)
			}
		}
	}
}
