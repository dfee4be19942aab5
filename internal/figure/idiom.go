package figure

import (
	"strings"

	"diptych/internal/numeral"
)

// idiom reads a Han numeral that is a number by the word beside it: 退一赔三,
// 双十一, 范围一. What is not said as a figure elsewhere is not missed.
func (s *scanner) idiom(i int) int {
	h := numeral.Han(s.w[i:])
	end := i + h.Size
	if h.Form == numeral.Pair {
		return s.split(i, h, end)
	}
	before := strings.TrimSuffix(s.w[:i], " ")
	eleven := h.Form == numeral.Sum && (h.Value == 11 || h.Value == 12) && strings.HasSuffix(before, "双")
	if !eleven && (h.Form != numeral.Lone || h.Value == 0 || !numbered(before) || s.counts(end) || s.unitAt(end)) {
		return i
	}
	return s.add(Number, whole(h.Value).String(), i, end, true)
}

// unitAt reports whether a unit of time or money, or more of a number, stands at i.
func (s *scanner) unitAt(i int) bool {
	_, _, e := s.hanPeriod(number{}, i)
	_, to := s.currency(i)
	return e > i || to > i || numeral.IsHan(s.at(i)) || s.hasRune(i, "成折般切起致样定旦些直并律同")
}

// numbered reports whether words end in one that a number behind it tells from
// others of its sort, or in what is given for what: 范围一, 假一赔十.
func numbered(words string) bool {
	for _, w := range [...]string{"范围", "方案", "情形", "类型", "阶段", "议案", "选项", "场景", "示例", "一赔", "退一赔", "一送", "二送", "三送", "一免"} {
		if strings.HasSuffix(words, w) {
			return true
		}
	}
	return false
}

// split reads 七三分成 and 五五开, shares of tenths that make a whole.
func (s *scanner) split(i int, h numeral.Number, end int) int {
	a, b := h.Value/10, h.Value%10
	if a+b != 10 || !s.has(end, "分") && !s.has(end, "开") && !s.has(end, "比例") || s.has(end, "分钟") || s.has(end, "分之") {
		return i
	}
	mid := i + len(string(s.at(i)))
	s.add(Percent, whole(a).shift(1).String()+"%", i, mid, true)
	return s.add(Percent, whole(b).shift(1).String()+"%", mid, end, true)
}

// yearEnd reads 年底 and 年末 behind no number, the last day of some year.
func (s *scanner) yearEnd(i int) int {
	if !s.hasRune(i+len("年"), "底末终") || s.has(i, "年终奖") {
		return i
	}
	return s.add(Date, "--12-31", i, i+len("年底"), true)
}

// endOf reads the English end of the year, whose first word ends at end.
func (s *scanner) endOf(i, end int) int {
	for _, w := range [...]string{" of the year", " of each year", " of every year", " of that year", " of the calendar year", " of this year"} {
		if s.has(end, w) {
			return s.add(Date, "--12-31", i, end+len(w), true)
		}
	}
	return end
}

// lastDay is the end of the year, as a figure of a year may be called.
func lastDay(year number) string { return year.String() + "-12-31" }

// oneIn reads one in five and nine out of ten behind the number n, which ends at
// end.
func (s *scanner) oneIn(from int, n number, end int) int {
	for _, w := range [...]string{" out of every ", " out of ", " in every ", " in "} {
		if !s.has(end, w) {
			continue
		}
		at := end + len(w)
		of, f, e := s.numberAt(at)
		if f == none {
			of, f, e = s.englishValue(at)
		}
		a, b := n.int(), of.int()
		_, unit := s.englishPeriod(e)
		if f == none || a < 1 || b < 2 || a >= b || b > 100 && (a != 1 || of.m != 1) || unit > e || s.percent(e) > 0 || w[1] == 'i' && a > 1 {
			return from
		}
		if b > 100 { // one in 10,000: 万分之一
			return s.add(Percent, number{m: 1, e: 2 - of.e}.String()+"%", from, e, false)
		}
		d := gcd(a, b)
		part := number{m: uint64(a / d), den: uint64(b / d)}
		s.add(Number, part.String(), from, e, false)
		last := &s.out[len(s.out)-1]
		last.n, last.other = part, of.String() // 五家中的一家
		return e
	}
	return from
}

func gcd(a, b int) int {
	for b > 0 {
		a, b = b, a%b
	}
	return a
}
