package numeral_test

import (
	"testing"

	"diptych/internal/numeral"
)

// TestHan reads what texts do with numerals besides counting straight on; the
// number ends where its size says, in bytes.
func TestHan(t *testing.T) {
	for _, tt := range []struct {
		in    string
		value uint64
		text  string // what is read of in
		form  numeral.Form
	}{
		{"一", 1, "一", numeral.Lone},
		{"零", 0, "零", numeral.Lone},
		{"十", 10, "十", numeral.Lone},
		{"卌", 40, "卌", numeral.Lone},
		{"两", 2, "两", numeral.Two},
		{"兩個", 2, "兩", numeral.Two},
		{"贰", 2, "贰", numeral.Formal},
		{"陆先生", 6, "陆", numeral.Formal},
		{"拾", 10, "拾", numeral.Formal},
		{"三五天", 35, "三五", numeral.Pair},
		{"一二", 12, "一二", numeral.Pair},
		{"二零", 20, "二零", numeral.Pair},
		{"一〇", 10, "一〇", numeral.Row},
		{"一〇二条", 102, "一〇二", numeral.Row},
		{"一○二条", 102, "一○二", numeral.Row},
		{"二〇二六年", 2026, "二〇二六", numeral.Row},
		{"二0二六年", 2026, "二0二六", numeral.Row},
		{"二O二O年", 2020, "二O二O", numeral.Row},
		{"二ＯＯ八年", 2008, "二ＯＯ八", numeral.Row},
		{"贰零零捌年", 2008, "贰零零捌", numeral.Row},
		{"〇〇七", 7, "〇〇七", numeral.Row},
		{"一百零五", 105, "一百零五", numeral.Sum},
		{"一百零十", 110, "一百零十", numeral.Sum},
		{"一百五", 150, "一百五", numeral.Sum},
		{"两万五", 25000, "两万五", numeral.Sum},
		{"一百十二", 112, "一百十二", numeral.Sum},
		{"廿一条", 21, "廿一", numeral.Sum},
		{"一百廿三", 123, "一百廿三", numeral.Sum},
		{"卅万", 300000, "卅万", numeral.Sum},
		{"三佰", 300, "三佰", numeral.Sum},
		{"贰仟零伍拾", 2050, "贰仟零伍拾", numeral.Sum},
		{"一万亿", 1e12, "一万亿", numeral.Sum},
		{"三十零售店", 30, "三十", numeral.Sum},
		{"十零零售", 10, "十", numeral.Lone},
		{"一万0三百", 10300, "一万0三百", numeral.Sum},
		{"一百0二条", 102, "一百0二", numeral.Sum},
		{"一百陆军", 100, "一百", numeral.Sum},
		{"二参", 2, "二", numeral.Lone},
		{"三參與", 3, "三", numeral.Lone},
		{"陆百", 6, "陆", numeral.Formal},
		{"二0", 2, "二", numeral.Lone},
		{"二OK", 2, "二", numeral.Lone},
		{"二0二05", 202, "二0二", numeral.Row},
		{"二0000八", 2, "二", numeral.Lone},
		{"百", 0, "百", numeral.None},
		{"万一", 0, "万一", numeral.None},
		{"十十", 0, "十十", numeral.None},
		{"一百百", 0, "一百百", numeral.None},
		{"二十三十", 0, "二十三十", numeral.None},
		{"一百千", 0, "一百千", numeral.None},
		{"一万一万", 0, "一万一万", numeral.None},
		{"一亿一亿", 0, "一亿一亿", numeral.None},
		{"一亿亿", 0, "一亿亿", numeral.None},
		{"零十", 0, "零十", numeral.None},
		{"十廿", 0, "十廿", numeral.None},
		{"一二十", 0, "一二十", numeral.None},
		{"一二三四五六七八九一二三四", 0, "一二三四五六七八九一二三四", numeral.None},
		{"○○三", 0, "", numeral.None},
		{"◯三", 0, "", numeral.None},
		{"○三", 0, "", numeral.None},
		{"0三", 0, "", numeral.None},
		{"O", 0, "", numeral.None},
		{"条", 0, "", numeral.None},
		{"", 0, "", numeral.None},
	} {
		n := numeral.Han(tt.in)
		if n.Form != tt.form || n.Form != numeral.None && n.Value != tt.value || tt.in[:n.Size] != tt.text {
			t.Errorf("Han(%q) = %+v of %q; want %d in form %d of %q", tt.in, n, tt.in[:n.Size], tt.value, tt.form, tt.text)
		}
	}
}

func TestEnglish(t *testing.T) {
	for _, tt := range []struct {
		in    string
		value uint64
		text  string
		form  numeral.Form
	}{
		{"Twenty-first, we", 21, "Twenty-first", numeral.Ordinal},
		{"twenty first", 21, "twenty first", numeral.Ordinal},
		{"TWENTY-ONE", 21, "TWENTY-ONE", numeral.Cardinal},
		{"fourty", 40, "fourty", numeral.Cardinal},
		{"a hundred days", 100, "a hundred", numeral.Cardinal},
		{"a dozen", 12, "a dozen", numeral.Cardinal},
		{"two dozen users", 24, "two dozen", numeral.Cardinal},
		{"one hundred and five", 105, "one hundred and five", numeral.Cardinal},
		{"two thousand and five", 2005, "two thousand and five", numeral.Cardinal},
		{"one hundred and first", 101, "one hundred and first", numeral.Ordinal},
		{"five hundred thousand", 500000, "five hundred thousand", numeral.Cardinal},
		{"one hundred and you", 100, "one hundred", numeral.Cardinal},
		{"one hundred and thousand", 100, "one hundred", numeral.Cardinal},
		{"one thousand two dozen", 1024, "one thousand two dozen", numeral.Cardinal},
		{"one and two", 1, "one", numeral.Cardinal},
		{"one or two", 1, "one", numeral.Cardinal},
		{"one thousand two million", 1002, "one thousand two", numeral.Cardinal},
		{"one two", 1, "one", numeral.Cardinal},
		{"first second", 1, "first", numeral.Ordinal},
		{"one second", 1, "one", numeral.Cardinal},
		{"thirty seconds", 30, "thirty", numeral.Cardinal},
		{"twenty\none", 20, "twenty", numeral.Cardinal},
		{"hundredth", 100, "hundredth", numeral.Ordinal},
		{"hundred", 0, "", numeral.None},
		{"a", 0, "", numeral.None},
		{"a one", 0, "", numeral.None},
		{"ones", 0, "", numeral.None},
		{"onerous", 0, "", numeral.None},
		{"zero", 0, "", numeral.None},
	} {
		n := numeral.English(tt.in)
		if n.Form != tt.form || n.Value != tt.value || tt.in[:n.Size] != tt.text {
			t.Errorf("English(%q) = %+v of %q; want %d in form %d of %q", tt.in, n, tt.in[:n.Size], tt.value, tt.form, tt.text)
		}
	}
	for w, want := range map[string]bool{"nine": true, "forty-five": true, "Hundred": true, "million": true, "": false, "ninth": false, "a": false, "one-off": false, "dozens": false} {
		if numeral.IsEnglish(w) != want {
			t.Errorf("IsEnglish(%q) is %v", w, !want)
		}
	}
	for w, want := range map[string]int{"hundred": 2, "Thousand": 3, "million": 6, "billion": 9, "trillion": 12, "ten": 0, "hundredth": 0, "hundreds": 0, "": 0} {
		if got := numeral.EnglishScale(w); got != want {
			t.Errorf("EnglishScale(%q) = %d, want %d", w, got, want)
		}
	}
}

func TestDecimal(t *testing.T) {
	for in, want := range map[string]numeral.Number{
		"12３x":                     {123, 5, 3, numeral.Digits},
		"007":                      {7, 3, 3, numeral.Digits},
		"999999999999999999":       {999999999999999999, 18, 18, numeral.Digits},
		"9999999999999999999":      {999999999999999999, 19, 19, numeral.None},
		"x1":                       {},
		"":                         {},
		"\xef\xbc":                 {},
		"\xef\xbc\x9a":             {}, // ：
		"9\xef\xbc\x8f9":           {9, 1, 1, numeral.Digits},
		"９" + "\xef\xbc\x90" + ".": {90, 6, 2, numeral.Digits},
	} {
		if got := numeral.Decimal(in); got != want {
			t.Errorf("Decimal(%q) = %+v, want %+v", in, got, want)
		}
	}
}

// TestRead reads a string as a whole. One letter is a letter.
func TestRead(t *testing.T) {
	for in, want := range map[string]uint64{"21": 21, "廿一": 21, "Twenty-one": 21, "XXI": 21, "㉑": 21, "２１": 21, "Ⅳ": 4} {
		if n, ok := numeral.Read(in); !ok || n.Value != want {
			t.Errorf("Read(%q) = %+v, %v; want %d", in, n, ok, want)
		}
	}
	for _, in := range []string{"", "I", "x", "21条", "廿一 ", "百", "一百百", "one or two", "①②", "mixed"} {
		if n, ok := numeral.Read(in); ok {
			t.Errorf("Read(%q) = %+v", in, n)
		}
	}
}

func TestHanUnit(t *testing.T) {
	for r, want := range map[rune]int{'十': 1, '拾': 1, '百': 2, '佰': 2, '千': 3, '仟': 3, '万': 4, '萬': 4, '亿': 8, '億': 8, '一': 0, '廿': 0, '条': 0, -1: 0} {
		if got := numeral.HanUnit(r); got != want {
			t.Errorf("HanUnit(%c) = %d, want %d", r, got, want)
		}
	}
	for r, want := range map[rune]bool{'一': true, '零': true, '陆': true, '卌': true, '亿': true, '○': false, '0': false, 'O': false, '条': false} {
		if numeral.IsHan(r) != want {
			t.Errorf("IsHan(%c) is %v", r, !want)
		}
	}
}
