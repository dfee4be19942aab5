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

// paragraph is one of a random text, and how it is put into it.
type paragraph struct {
	words string
	form  form
}

// form is what holds a paragraph.
type form int

const (
	plain0 form = iota
	item
	number
	subitem // under the item before it
	under   // in the item before it
	quote
	forms
)

// put writes paragraphs as Markdown, each in its form. What belongs under an item
// stands by itself where there is none before it.
func put(ps []paragraph) string {
	var b strings.Builder
	inItem := false
	for _, p := range ps {
		f := p.form
		if !inItem && (f == subitem || f == under) {
			f = plain0
		}
		b.WriteString([...]string{"", "- ", "1. ", "   - ", "   ", "> "}[f] + p.words + "\n\n")
		inItem = f == item || f == number || inItem && (f == subitem || f == under)
	}
	return b.String()
}

// sentences are what random paragraphs say: each of them another thing.
var sentences = map[policy.Lang][]string{
	"zh": {"经办人员应当妥善保管印章", "仓库钥匙由两人分别掌握", "货物自交付之日起转移风险", "逾期未领取的物品按无主物处理", "会议纪要须由全体与会者签名", "车辆应当停放在指定区域",
		"访客凭有效证件登记后进入", "食堂每日公布菜单和价格", "试验数据保留十年以备查验", "报销单据应当附原始凭证", "夜间值班不得少于二人", "图书借阅以三十天为限"},
	"en": {"Keys are kept by two different clerks", "Goods travel at the risk of the buyer", "Minutes carry every member's signature", "Visitors sign the book at the gate", "Cars park in the marked bays only", "Receipts go with each claim for costs",
		"Night shifts need at least two guards", "Books return within thirty days", "Samples stay frozen for ten years", "The canteen posts its prices daily", "Tools are cleaned before they are stored", "Parcels left behind are given away"},
}

// TestStructureHidesNoWords: putting paragraphs into other lists, items and
// quotes marks nothing; and where words change too, no more than those words
// and what they would mark in the old form.
func TestStructureHidesNoWords(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		lang := rapid.SampledFrom(langs).Draw(rt, "lang")
		all := rapid.Permutation(sentences[lang]).Draw(rt, "sentences")
		n := rapid.IntRange(2, 8).Draw(rt, "paragraphs")
		drawForm := rapid.Map(rapid.IntRange(0, int(forms)-1), func(i int) form { return form(i) })
		stop := map[policy.Lang]string{"zh": "。", "en": "."}[lang]
		var olds, news, edited, kept []paragraph
		edits := false
		for i := range n {
			words := all[i] + stop
			old := paragraph{words, drawForm.Draw(rt, "old form")}
			now := drawForm.Draw(rt, "new form")
			other := words
			if rapid.IntRange(0, 3).Draw(rt, "edit") == 0 {
				edits = true
				other = all[i] + map[policy.Lang]string{"zh": "并公告", "en": " by law"}[lang] + stop
			}
			olds = append(olds, old)
			news = append(news, paragraph{words, now})
			edited = append(edited, paragraph{other, now})
			kept = append(kept, paragraph{other, old.form})
		}
		old := parse(put(olds), lang)
		r := checkLaw(rt, "form", old, parse(put(news), lang))
		for _, k := range []redline.Kind{redline.Inserted, redline.Deleted, redline.Modified, redline.Moved} {
			if r.Counts.Of(k) > 0 {
				rt.Errorf("%d %s, and no word changed:\n%s\n%s", r.Counts.Of(k), k, put(olds), put(news))
			}
		}
		if r.Counts.Tally != (redline.Tally{}) {
			rt.Errorf("%+v, and no word changed", r.Counts.Tally)
		}
		if !edits {
			return
		}
		marked := func(new []paragraph) int {
			n := checkLaw(rt, "edit", old, parse(put(new), lang)).Counts
			return n.InsertedChars + n.DeletedChars
		}
		if both, words := marked(edited), marked(kept); both > words+4 {
			rt.Errorf("%d characters marked, %d without the change of form\n%s\n%s", both, words, put(olds), put(edited))
		}
	})
}

// listForm is how a random list is written.
type listForm int

const (
	apart    listForm = iota // labelled paragraphs
	together                 // the same without an empty line between
	led                      // the same, together with the words that lead in
	items                    // a list
	listForms
)

// putList writes a list behind the words that lead in.
func putList(lead string, lines []string, f listForm, lang policy.Lang) string {
	sep := "\n\n"
	if f == together || f == led {
		sep = "\n"
	}
	var b strings.Builder
	b.WriteString("## A\n\n" + lead)
	for i, s := range lines {
		switch {
		case f == items:
			fmt.Fprintf(&b, "\n\n%d. %s", i+1, s)
		case i == 0 && f == together:
			b.WriteString("\n\n" + lineLabels[lang][i] + s)
		default:
			b.WriteString(sep + lineLabels[lang][i] + s)
		}
	}
	return b.String() + "\n\n## B\n\n" + lead + "\n"
}

var lineLabels = map[policy.Lang][]string{"zh": {"1、", "2、", "3、", "4、", "5、", "6、"}, "en": {"(a) ", "(b) ", "(c) ", "(d) ", "(e) ", "(f) "}}

// TestRunningOnHidesNoWords: a list whose lines nothing parts says what it says
// with empty lines between them, and an edit of a line marks no other.
func TestRunningOnHidesNoWords(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		lang := rapid.SampledFrom(langs).Draw(rt, "lang")
		lines := rapid.Permutation(sentences[lang]).Draw(rt, "sentences")[:rapid.IntRange(2, 6).Draw(rt, "lines")]
		from := listForm(rapid.IntRange(0, int(listForms)-1).Draw(rt, "from"))
		to := listForm(rapid.IntRange(0, int(listForms)-1).Draw(rt, "to"))
		if from == led && to == items || from == items && to == led {
			rt.Skip("compared as a sentence that became a list")
		}
		edited := slices.Clone(lines)
		want := 0
		if rapid.Bool().Draw(rt, "edit") {
			k := rapid.IntRange(0, len(lines)-1).Draw(rt, "edited")
			more := map[policy.Lang]string{"zh": "并公告", "en": " by law"}[lang]
			edited[k] += more
			want = len([]rune(strings.ReplaceAll(more, " ", "")))
		}
		lead := map[policy.Lang]string{"zh": "规则如下：", "en": "The rules are:"}[lang]
		old, new := putList(lead, lines, from, lang), putList(lead, edited, to, lang)
		r := checkLaw(rt, "run on", parse(old, lang), parse(new, lang))
		if n := r.Counts; n.Of(redline.Inserted)+n.Of(redline.Deleted)+n.Of(redline.Moved) > 0 || n.InsertedChars+n.DeletedChars > want+1 {
			rt.Errorf("%s\n%s\n%s", summary(r), old, new)
		}
	})
}
