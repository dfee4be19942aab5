package figure

import (
	"strings"
	"unicode/utf8"

	"diptych/internal/numeral"
)

// hanValue reads the Han numeral at i: 十五, 一百零五, 两万五, 二〇二六, 壹佰, 两点五. The
// form is none for what is no number in a sentence: 百, 万一, a lone 陆 or 伍 that
// counts nothing, the guesses 三五 and 七八, and 〇〇七.
func (s *scanner) hanValue(i int) (n number, f form, end int) {
	h := numeral.Han(s.w[i:])
	end = i + h.Size
	if n, e := s.hanDecimal(i, h); e > end {
		return n, lettered, e
	}
	switch h.Form {
	case numeral.Formal:
		if h.Value > 0 && s.formalCounts(i, end) {
			return whole(h.Value), lone, end
		}
	case numeral.Lone, numeral.Two:
		if h.Value > 0 {
			return whole(h.Value), lone, end
		}
	case numeral.Row:
		if h.Count == 4 && h.Value >= 1900 && h.Value < 2100 {
			return whole(h.Value), yearlike, end
		}
		if h.Value >= 100 || h.Count == 2 {
			return whole(h.Value), lettered, end
		}
	case numeral.Sum:
		return whole(h.Value), lettered, end
	}
	return number{}, none, end
}

// hanDecimal reads 五点五 and 零点五, where h is the number at i. Without 分之 before
// it or what it counts behind it, 五点五 may be an hour: 九点五分.
func (s *scanner) hanDecimal(i int, h numeral.Number) (number, int) {
	point := i + h.Size
	if h.Form != numeral.Lone && h.Form != numeral.Two && h.Form != numeral.Sum || h.Value > 1e9 || !s.hasRune(point, "点點") {
		return number{}, i
	}
	n, end := number{m: h.Value}.trim(), point+len("点")
	count := 0
	for ; count < 6; count++ {
		r := s.at(end)
		d := numeral.Han(s.w[end : end+max(utf8.RuneLen(r), 0)])
		if d.Form != numeral.Lone || d.Value > 9 {
			break
		}
		n, end = n.plus(number{m: d.Value, e: -count - 1}), end+d.Size
	}
	switch counted := s.hasRune(s.space(end), "倍元万萬亿億%％个個美港欧"); {
	case count == 0, numeral.HanUnit(s.at(end)) > 0 && !counted:
		return number{}, i
	case counted, strings.HasSuffix(s.w[:i], "分之"), h.Value == 0 && !s.hasRune(end, "分刻"):
		return n, end
	}
	return number{}, i
}

// formalCounts reports whether the formal numeral from i to end counts what is
// behind it: 壹份, 叁年. 陆 and 伍 end words (登陆次数, 队伍名单) and count few things.
func (s *scanner) formalCounts(i, end int) bool {
	if s.hasRune(end, "(（") { // 柒（7）日
		if _, f, e := s.numberAt(s.space(end + len(string(s.at(end))))); f != none {
			if shut := closed(s.w, s.space(e)); shut > 0 {
				end = shut
			}
		}
	}
	if s.hasRune(end, "份元圆圓") {
		return !s.has(end, "份额")
	}
	return !s.hasRune(i, "陆陸伍") && s.hasRune(end, "页頁张張套年月日天次个個倍条條款项項台部件名位")
}

// hanNumber reads a figure that begins with a Han numeral.
func (s *scanner) hanNumber(i int) int {
	if end := s.parts(i); end > i {
		return end
	}
	if end := s.zeroHour(i); end > i {
		return end
	}
	if end := s.idiom(i); end > i {
		return end
	}
	n, f, end := s.hanValue(i)
	if e := s.pairOff(i); f == none && e > i {
		return e
	}
	if e := s.guess(i); f == none && e > i {
		return e
	}
	if f == none || s.wordBefore(i, n, f, end) {
		return end
	}
	if end := s.hanLabel(i, end); end > i {
		return end
	}
	if e := s.hanHourOf(i, n, f, end); e > i {
		return e
	}
	return max(s.quantity(i, n, f, end), end)
}

// wordBefore reports whether the numeral at i belongs to a word with what stands
// before it: 数十, 每一, 上一, 周六日. 以上一年以下 is none.
func (s *scanner) wordBefore(i int, n number, f form, end int) bool {
	switch prev := s.before(i); prev {
	case '数', '几':
		return numeral.HanUnit(s.at(i)) > 0
	case '双':
		return n.int() == 11 || n.int() == 12
	case '周', '期', '拜':
		return f == lone && n.m == 6 && s.has(end, "日")
	case '进', '每', '上', '下', '同', '某', '这', '那', '另', '任', '唯', '统', '单', '逐', '之', '其':
		two := s.w[max(0, i-len("以上")):i]
		return f == lone && n.int() == 1 && two != "以上" && two != "以下" && two != "合同"
	}
	return false
}

// parts reads 百分之十五, 千分之五, 三分之二.
func (s *scanner) parts(i int) int {
	if s.has(i, "百分百") {
		return s.add(Percent, "100%", i, i+len("百分百"), false)
	}
	at := i + numeral.Han(s.w[i:]).Size
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
	if u := numeral.HanUnit(r); one && u > 1 {
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
	if s.han && numeral.IsHan(s.at(i)) {
		return s.hanValue(i)
	}
	return number{}, none, i
}

// placeNumber reads the number of a place: what numberAt reads, and what is a
// number there alone: 第贰条, 第一二条, 第①项, 第Ⅳ章.
func (s *scanner) placeNumber(i int) (number, form, int) {
	n, f, end := s.numberAt(i)
	if f != none || i >= len(s.w) {
		return n, f, end
	}
	h := numeral.Symbol(s.w[i:])
	if h.Form == numeral.None && s.han {
		h = numeral.Han(s.w[i:])
	}
	if h.Form == numeral.None || h.Value == 0 {
		return n, none, end
	}
	return whole(h.Value), lettered, i + h.Size
}
