package numeral_test

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"diptych/internal/figure"
	"diptych/internal/label"
	"diptych/internal/markup"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// spellings are numbers as texts write them behind 第 and before 条, or behind
// Article. All that reads numbers is asked for each.
var spellings = []struct {
	lang   policy.Tag
	number int
	as     string
}{
	// Han
	{"zh", 1, "一"}, {"zh", 2, "二"}, {"zh", 3, "三"}, {"zh", 4, "四"}, {"zh", 5, "五"}, {"zh", 6, "六"}, {"zh", 7, "七"}, {"zh", 8, "八"}, {"zh", 9, "九"},
	{"zh", 10, "十"}, {"zh", 11, "十一"}, {"zh", 19, "十九"}, {"zh", 20, "二十"}, {"zh", 21, "二十一"}, {"zh", 35, "三十五"}, {"zh", 99, "九十九"},
	{"zh", 100, "一百"}, {"zh", 101, "一百零一"}, {"zh", 102, "一百〇二"}, {"zh", 102, "一百○二"}, {"zh", 102, "一百0二"}, {"zh", 102, "一百Ｏ二"}, {"zh", 102, "一百O二"},
	{"zh", 110, "一百一十"}, {"zh", 111, "一百一十一"}, {"zh", 112, "一百十二"}, {"zh", 150, "一百五"}, {"zh", 200, "两百"}, {"zh", 205, "兩百零五"}, {"zh", 999, "九百九十九"},
	{"zh", 1000, "一千"}, {"zh", 1001, "一千零一"}, {"zh", 1010, "一千零一十"}, {"zh", 1260, "一千二百六十"}, {"zh", 9999, "九千九百九十九"},
	// twenty, thirty and forty in one character
	{"zh", 20, "廿"}, {"zh", 21, "廿一"}, {"zh", 29, "廿九"}, {"zh", 30, "卅"}, {"zh", 35, "卅五"}, {"zh", 40, "卌"}, {"zh", 48, "卌八"}, {"zh", 123, "一百廿三"},
	// digit by digit
	{"zh", 10, "一〇"}, {"zh", 10, "一○"}, {"zh", 12, "一二"}, {"zh", 35, "三五"}, {"zh", 102, "一〇二"}, {"zh", 102, "一○二"}, {"zh", 102, "一零二"}, {"zh", 123, "一二三"}, {"zh", 200, "二〇〇"},
	// formal
	{"zh", 1, "壹"}, {"zh", 2, "贰"}, {"zh", 2, "貳"}, {"zh", 3, "叁"}, {"zh", 3, "叄"}, {"zh", 3, "參"}, {"zh", 4, "肆"}, {"zh", 5, "伍"}, {"zh", 6, "陆"}, {"zh", 6, "陸"}, {"zh", 7, "柒"}, {"zh", 8, "捌"}, {"zh", 9, "玖"},
	{"zh", 10, "拾"}, {"zh", 11, "拾壹"}, {"zh", 12, "壹拾贰"}, {"zh", 20, "贰拾"}, {"zh", 105, "壹佰零伍"}, {"zh", 200, "贰佰"}, {"zh", 1200, "壹仟贰佰"}, {"zh", 300, "三佰"},
	// digits
	{"zh", 3, "3"}, {"zh", 21, "21"}, {"zh", 102, "102"}, {"zh", 2, "２"}, {"zh", 21, "２１"}, {"zh", 102, "１０２"}, {"zh", 21, " 21 "}, {"zh", 21, " ２１ "},
	{"zh", 4, "Ⅳ"}, {"zh", 12, "Ⅻ"},
	// English
	{"en", 3, "3"}, {"en", 21, "21"}, {"en", 102, "102"},
	{"en", 1, "One"}, {"en", 2, "Two"}, {"en", 12, "Twelve"}, {"en", 19, "Nineteen"}, {"en", 20, "Twenty"}, {"en", 21, "Twenty-One"}, {"en", 21, "Twenty-one"},
	{"en", 34, "THIRTY-FOUR"}, {"en", 40, "Forty"}, {"en", 99, "Ninety-Nine"},
	{"en", 2, "II"}, {"en", 4, "IV"}, {"en", 9, "IX"}, {"en", 14, "XIV"}, {"en", 21, "XXI"}, {"en", 39, "XXXIX"}, {"en", 1, "I"}, {"en", 5, "V"}, {"en", 10, "X"},
}

// TestAgreement asks labels, figures and redlines for every spelling: they
// read the same number.
func TestAgreement(t *testing.T) {
	if len(spellings) < 80 {
		t.Errorf("%d spellings", len(spellings))
	}
	for _, s := range spellings {
		place := "第" + s.as + "条"
		if s.lang == "en" {
			place = "Article " + s.as
		}
		if l, _, ok := label.Parse(place + " 保密"); !ok || l.Text != place || !slices.Equal(l.Path, []int{s.number}) {
			t.Errorf("label: %q is %+v, want %d", place, l, s.number)
		}
		if got := reference(place, s.lang); got != strconv.Itoa(s.number) {
			t.Errorf("figure: %q is %q, want %d", place, got, s.number)
		}
		if !follows(s.lang, place, s.number) {
			t.Errorf("redline: %q does not follow %d", place, s.number)
		}
	}
}

// reference returns the value of the one reference in a sentence that names
// the place.
func reference(place string, lang policy.Tag) string {
	sentence := "您依照" + place + "规定办理。"
	if lang == "en" {
		sentence = "You act as " + place + ", which you know, provides."
	}
	fs := figure.Find(sentence, lang)
	if len(fs) != 1 || fs[0].Kind != figure.Reference {
		return ""
	}
	return fs[0].Value
}

// follows reports whether a redline knows which clause a sentence means that
// names the place: the clause becomes the next one, the sentence says so, and
// nothing has changed but numbers.
func follows(lang policy.Tag, place string, number int) bool {
	write := func(place string, number int) *policy.Text {
		n := strconv.Itoa(number)
		src := "## 第" + n + "条 保密\n\n双方对合同的内容保密。\n\n## 附则\n\n您依照" + place + "的规定办理。\n"
		if lang == "en" {
			src = "## Article " + n + " Secrecy\n\nThe parties keep the terms secret.\n\n## Last\n\nYou act as " + place + " says.\n"
		}
		text := &policy.Text{Lang: policy.Lang(lang), Bytes: len(src)}
		text.Clauses, _ = markup.Parse([]byte(src), markup.Options{File: "x.md", Lang: lang})
		return text
	}
	next := number + 1
	if number == 9999 { // labels go no further
		next = number - 1
	}
	pattern := "第1条"
	switch {
	case lang == "en":
		pattern = "Article 1"
	case strings.Contains(place, " "):
		pattern = "第 1 条"
	}
	r := redline.Compare(context.Background(), write(place, number), write(strings.Replace(pattern, "1", strconv.Itoa(next), 1), next))
	renumbered := 0
	for _, c := range r.Changes {
		if c.Kind == redline.Renumbered {
			renumbered++
		}
	}
	return len(r.Changes) == 2 && renumbered == 2
}

// TestEnumerations asks for the labels that stand before an item, which a
// sentence does not call by 第 and 条.
func TestEnumerations(t *testing.T) {
	for _, s := range []struct {
		number int
		as     string
	}{
		{1, "（１）"}, {12, "（１２）"}, {1, "(１)"}, {1, "１．"}, {12, "１２．"}, {1, "１、"}, {1, "１）"}, {1, "1）"},
		{1, "①"}, {20, "⑳"}, {21, "㉑"}, {35, "㉟"}, {36, "㊱"}, {50, "㊿"}, {3, "❸"}, {11, "⓫"}, {2, "➋"}, {2, "➁"}, {2, "⓶"},
		{1, "⑴"}, {20, "⒇"}, {1, "⒈"}, {20, "⒛"}, {1, "㈠"}, {10, "㈩"}, {1, "㊀"}, {10, "㊉"},
		{21, "（廿一）"}, {35, "（三十五）"}, {2, "（贰）"}, {12, "（拾贰）"},
	} {
		if l, _, ok := label.Parse(s.as + "您的姓名"); !ok || l.Text != s.as || !slices.Equal(l.Path, []int{s.number}) {
			t.Errorf("label: %q is %+v, want %d", s.as, l, s.number)
		}
		for _, lang := range []policy.Tag{"zh", "en"} {
			if lang == "en" && strings.ContainsAny(s.as, "廿十贰") {
				continue
			}
			fs := figure.Find(s.as+"您的姓名", lang)
			if len(fs) != 1 || fs[0].Kind != figure.Reference || fs[0].Value != strconv.Itoa(s.number) {
				t.Errorf("figure: %q is %+v, want %d", s.as, fs, s.number)
			}
		}
	}
}
