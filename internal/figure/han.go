package figure

import (
	"strings"
	"unicode/utf8"
)

// hanDigit returns the value of a numeral, plain or formal, or -1.
func hanDigit(r rune) int {
	switch r {
	case '〇', '零', '○':
		return 0
	case '一', '壹':
		return 1
	case '二', '两', '兩', '贰':
		return 2
	case '三', '叁':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	}
	return -1
}

// hanUnit returns the power of ten of a numeral, or 0.
func hanUnit(r rune) int {
	switch r {
	case '十', '拾':
		return 1
	case '百', '佰':
		return 2
	case '千', '仟':
		return 3
	case '万', '萬':
		return 4
	case '亿', '億':
		return 8
	}
	return 0
}

func isHanNumeral(r rune) bool {
	return hanDigit(r) >= 0 || hanUnit(r) > 0 || r == '廿' || r == '卅'
}

// formal are the numerals of cheques. Some are words too: 大陆, 伍.
const formal = "壹贰叁肆伍陆柒捌玖拾佰仟"

// hanRun returns the end of the numerals that begin at i.
func (s *scanner) hanRun(i int) int {
	for {
		r := s.at(i)
		if r < utf8.RuneSelf || !isHanNumeral(r) {
			return i
		}
		i += utf8.RuneLen(r)
	}
}

// hanValue reads 十五, 一百零五, 两万五, 二〇二六, 壹佰. The form is none for what
// is no number: 百, 万一, and the guesses 三五 and 七八.
func (s *scanner) hanValue(i int) (n number, f form, end int) {
	end = s.hanRun(i)
	if end-i > 60 {
		return number{}, none, end
	}
	text := s.w[i:end]
	if r := s.at(i); utf8.RuneLen(r) == len(text) {
		switch d := hanDigit(r); {
		case d > 0 && strings.ContainsRune(formal, r):
			return number{}, none, end
		case d > 0:
			return whole(uint64(d)), lone, end
		case r == '十':
			return whole(10), lone, end
		case r == '廿':
			return whole(20), lone, end
		case r == '卅':
			return whole(30), lone, end
		}
		return number{}, none, end
	}
	if n, f, ok := hanDigits(text); ok {
		return n, f, end
	}
	n, ok := hanSum(text)
	if !ok {
		return number{}, none, end
	}
	return n, lettered, end
}

// hanDigits reads numerals that are digits one after the other.
func hanDigits(text string) (n number, f form, ok bool) {
	v, count := uint64(0), 0
	for _, r := range text {
		d := hanDigit(r)
		if d < 0 || count == 12 {
			return number{}, none, false
		}
		v = v*10 + uint64(d)
		count++
	}
	switch {
	case count == 4 && v >= 1900 && v < 2100:
		return whole(v), yearlike, true
	case count < 3 && !strings.HasSuffix(text, "〇") || v < 100 && count > 2:
		return number{}, none, true
	}
	return whole(v), lettered, true
}

// hanSum reads numerals with units.
func hanSum(text string) (number, bool) {
	var total, section, cur uint64
	digit, last := false, 0 // whether cur holds a digit, and the unit before it
	official := false       // whether that digit is of the formal ones
	for at, r := range text {
		wasOfficial := official
		official = strings.ContainsRune(formal, r)
		switch u := hanUnit(r); {
		case wasOfficial && !official && u > 0 && u < 4:
			return number{}, false // 大陆百姓
		case r == '廿' || r == '卅':
			if at > 0 {
				return number{}, false
			}
			section, last = 20, 1
			if r == '卅' {
				section = 30
			}
		case u == 0:
			d := hanDigit(r)
			if digit && cur > 0 {
				return number{}, false
			}
			cur, digit = uint64(d), true
			if d == 0 {
				last = 0
			}
		case u < 4:
			if !digit || cur == 0 {
				if u > 1 {
					return number{}, false
				}
				cur = 1 // 十五, 一百零十
			}
			section += cur * pow10(u)
			cur, digit, last = 0, false, u
		default:
			section += cur
			if section == 0 && total == 0 || u == 4 && total >= 1e4 && total%1e8 != 0 {
				return number{}, false
			}
			if u == 8 {
				total, section = (total+section)*1e8, 0
			} else {
				total, section = total+section*1e4, 0
			}
			cur, digit, last = 0, false, u
		}
	}
	if digit && last > 1 {
		cur *= pow10(last - 1) // 一百五, 两万五
	}
	return whole(total + section + cur), true
}

func pow10(e int) uint64 {
	v := uint64(1)
	for range e {
		v *= 10
	}
	return v
}

// hanNumber reads a figure that begins with a Han numeral.
func (s *scanner) hanNumber(i int) int {
	if end := s.parts(i); end > i {
		return end
	}
	n, f, end := s.hanValue(i)
	if f == none || s.wordBefore(i, n, f, end) {
		return end
	}
	if end := s.hanLabel(i, end); end > i {
		return end
	}
	return max(s.quantity(i, n, f, end), end)
}

// wordBefore reports whether the numeral at i belongs to a word with what stands
// before it: 数十, 每一, 上一, 周六日. 以上一年以下 is none.
func (s *scanner) wordBefore(i int, n number, f form, end int) bool {
	switch prev := s.before(i); prev {
	case '数', '几':
		return hanUnit(s.at(i)) > 0
	case '周', '期', '拜':
		return f == lone && n.m == 6 && s.has(end, "日")
	case '进', '每', '上', '下', '同', '某', '这', '那', '另', '任', '唯', '统', '单', '逐', '之', '其':
		two := s.w[max(0, i-len("以上")):i]
		return f == lone && n.m == 1 && two != "以上" && two != "以下" && two != "合同"
	}
	return false
}

// parts reads 百分之十五, 千分之五, 三分之二.
func (s *scanner) parts(i int) int {
	at := s.hanRun(i)
	if at == i || !s.has(at, "分之") {
		return i
	}
	n, f, end := s.numberAt(at + len("分之"))
	r := s.at(i)
	one := at == i+utf8.RuneLen(r)
	if one && r == '百' && s.has(at+len("分之"), "百") {
		return s.add(Percent, "100%", i, at+len("分之百"), false)
	}
	if f == none {
		return i
	}
	if u := hanUnit(r); one && u > 1 {
		return s.add(Percent, n.shift(2-u).String()+"%", i, end, false)
	}
	den, f, _ := s.hanValue(i)
	if d := den.int(); f != none && d > 1 && n.e >= 0 {
		n.den = uint64(d)
		return s.count(Number, n, n.String(), i, end, d == 2)
	}
	return i
}

// numberAt reads a number in digits or Han characters.
func (s *scanner) numberAt(i int) (number, form, int) {
	if _, size := s.digit(i); size > 0 {
		return s.decimal(i)
	}
	if r := s.at(i); s.han && r >= utf8.RuneSelf && isHanNumeral(r) {
		return s.hanValue(i)
	}
	return number{}, none, i
}
