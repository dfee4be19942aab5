package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/internal/numeral"
)

// units are what stands behind a number and is one word with it, longest first
// where one begins another.
var units = [...]string{
	"个百分点", "个工作日", "个自然日", "个日历日", "个交易日", "个小时", "个星期", "个季度", "个年度", "平方米",
	"工作日", "自然日", "日历日", "交易日", "个月", "小时", "分钟", "毫秒", "星期", "季度", "年度", "周岁", "公里", "公斤",
	"元人民币", "人民币", "美元", "港元", "港币", "欧元", "英镑", "日元", "万元", "亿元",
	"万", "亿", "年", "月", "日", "天", "周", "岁", "元", "秒", "倍", "次", "条", "款", "项", "章", "节", "号",
}

// number returns the length of the number at the start of s with what belongs
// to it (sign of currency, separators, decimals, unit, the rest of a date),
// or 0. A Chinese numeral counts only before a unit, after 第 or 百分之, or
// where there are two or more characters of it. first is the first rune of s.
func number(first rune, s string) int {
	switch {
	case first >= '0' && first <= '9' || first >= '０' && first <= '９':
	case first < 0x80 && strings.IndexByte("$UHRCEG", byte(first)) < 0, first >= 0x3000 && first != '第' && first != '￥' && !numeral.IsHan(first):
		return 0
	}
	n := 0
	for _, lead := range leads {
		if strings.HasPrefix(s, lead) {
			n = len(lead)
			break
		}
	}
	if n > 1 && s[0] < 0x80 { // USD 30, US$30
		n += space(s[n:])
		if digits(s[n:]) == 0 {
			return 0
		}
	}
	if d := digits(s[n:]); d > 0 {
		n += d
		if l := letters(s[n:]); l > 0 {
			return n + l // 30GB, 3rd
		}
		return n + unitsAfter(s[n:])
	}
	han := numeral.Han(s[n:])
	if han.Size == 0 && strings.HasPrefix(s, "第") { // 第Ⅳ章
		if y := numeral.Symbol(s[n:]); y.Form == numeral.UpperRoman || y.Form == numeral.LowerRoman {
			han = y
		}
	}
	d := han.Size
	if d == 0 || han.Form == numeral.Formal && n == 0 { // 登陆次数
		return 0
	}
	d += fraction(s[n+d:])
	d += inBrackets(s[n+d:])
	u := unitsAfter(s[n+d:])
	if u == 0 && strings.HasPrefix(s, "第") && strings.HasPrefix(s[n+d:], "部分") {
		u = len("部分")
	}
	if n == 0 && u == 0 && d < 2*len("一") {
		return 0
	}
	return n + d + u
}

// leads may stand before a number.
var leads = [...]string{"第", "百分之", "US$", "HK$", "USD", "HKD", "RMB", "CNY", "EUR", "GBP", "$", "¥", "￥", "€", "£"}

// fraction returns the length of 分之一 at the start of s.
func fraction(s string) int {
	if rest, ok := strings.CutPrefix(s, "分之"); ok {
		if d := numeral.Han(rest).Size; d > 0 {
			return len("分之") + d
		}
	}
	return 0
}

// inBrackets returns the length of the figure that repeats a numeral, before a
// unit: 三十（30）日.
func inBrackets(s string) int {
	for _, b := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if rest, ok := strings.CutPrefix(s, b[0]); ok {
			d := digits(rest)
			n := len(b[0]) + d + len(b[1])
			if d > 0 && strings.HasPrefix(rest[d:], b[1]) && unitsAfter(s[n:]) > 0 {
				return n
			}
		}
	}
	return 0
}

// digits returns the length of the digits at the start of s, with separators
// that have a digit on both sides, and a per cent sign.
func digits(s string) int {
	n := 0
	for n < len(s) {
		switch c := s[n]; {
		case c >= '0' && c <= '9':
			n++
			continue
		case n > 0 && strings.IndexByte(".,:-/", c) >= 0 && n+1 < len(s) && s[n+1] >= '0' && s[n+1] <= '9':
			n += 2
			continue
		case n > 0 && c == '%':
			return n + 1
		}
		if _, size := numeral.Digit(s[n:]); size > 0 {
			n += size
			continue
		}
		r, size := utf8.DecodeRuneInString(s[n:])
		if _, next := numeral.Digit(s[n+size:]); n > 0 && r == '．' && next > 0 {
			n += size + next
			continue
		}
		if n > 0 && (r == '％' || r == '‰') {
			n += size
		}
		break
	}
	return n
}

func letters(s string) int {
	n := 0
	for n < len(s) && (s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' || s[n] >= '0' && s[n] <= '9') {
		n++
	}
	return n
}

// space returns the length of the white space at the start of s, of which there
// is one character at most, and none where a paragraph ends.
func space(s string) int {
	if s == "" || s[0] > ' ' && s[0] < utf8.RuneSelf {
		return 0
	}
	if r, size := utf8.DecodeRuneInString(s); unicode.IsSpace(r) && r != '\u2029' {
		return size
	}
	return 0
}

// unitsAfter returns the length of the unit at the start of s, with one space
// before it, and of what follows in a date (年 … 月 … 日).
func unitsAfter(s string) int {
	n := 0
	for {
		sp := space(s[n:])
		unit := ""
		for _, u := range units {
			if strings.HasPrefix(s[n+sp:], u) {
				unit = u
				break
			}
		}
		if unit == "" {
			return n
		}
		n += sp + len(unit)
		switch unit {
		case "万", "亿":
			continue
		case "年", "月":
		default:
			return n
		}
		sp = space(s[n:])
		d := max(digits(s[n+sp:]), numeral.Han(s[n+sp:]).Size)
		if d == 0 || !isDateUnit(s[n+sp+d:]) {
			return n
		}
		n += sp + d
	}
}

func isDateUnit(s string) bool {
	s = s[space(s):]
	return strings.HasPrefix(s, "月") || strings.HasPrefix(s, "日")
}

// address returns the place in seg, which has no spaces, of a URL or e-mail
// address; n == m where there is none.
func address(seg string) (n, m int) {
	if i := schemeEnd(seg); i > 0 {
		for n = i; n > 0 && isAddressByte(seg[n-1]); n-- {
		}
	} else if i := strings.IndexByte(seg, '@'); i > 0 && i < len(seg)-1 && isAddressByte(seg[i-1]) && isAddressByte(seg[i+1]) {
		for n = i; n > 0 && isAddressByte(seg[n-1]); n-- {
		}
	} else if strings.HasPrefix(seg, "www.") {
		n = 0
	} else {
		return 0, 0
	}
	for m = n; m < len(seg) && (isAddressByte(seg[m]) || strings.IndexByte(":/?#@&=+,;~!$'*", seg[m]) >= 0); m++ {
	}
	return n, n + len(strings.TrimRight(seg[n:m], ".,;:!?'"))
}

// schemeEnd returns the place of :// in seg, or -1. Few words have a colon.
func schemeEnd(seg string) int {
	if strings.IndexByte(seg, ':') < 0 {
		return -1
	}
	return strings.Index(seg, "://")
}

func isAddressByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || strings.IndexByte("._-%+", c) >= 0
}
