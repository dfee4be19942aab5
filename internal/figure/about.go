package figure

import "diptych/internal/numeral"

// about reads 近千, 上百, 逾百万 and 超过万: a unit without a number in front of it is
// one of it. It is weak, since as often it says many.
func (s *scanner) about(i, size int) int {
	at := i + size
	if s.has(at, "过") || s.has(at, "過") {
		at += len("过")
	}
	n, end := s.units(at)
	if n.m == 0 || s.has(at, "万一") || s.has(at, "百度") || s.has(at, "千万") && s.before(i) == '万' {
		return i
	}
	return s.add(Number, n.String(), i, end, true)
}

// bareUnits reads 百万 and 千万 where a noun of people or things follows: 百万用户. It
// reads 百余家 too.
func (s *scanner) bareUnits(i int) int {
	n, end := s.units(i)
	if at := end + len("余"); end > i && s.hasRune(end, "余多餘") && s.hasRune(at, classifiers) && !numeral.IsHan(s.before(i)) && !s.hasRune(i, "十") {
		return s.add(Number, n.String(), i, at, true) // 百余家
	}
	if n.e < 6 || numeral.IsHan(s.before(i)) || !s.hasRune(end, "用元人名次台级个") {
		return i
	}
	if code, e := s.currency(end); e > end {
		return s.add(Money, n.String()+" "+code, i, e, true)
	}
	return s.add(Number, n.String(), i, end, true)
}

// guess reads 一两天 and 七八个 as both of the numbers, weakly.
func (s *scanner) guess(i int) int {
	h := numeral.Han(s.w[i:])
	end, mid := i+h.Size, i+len(string(s.at(i)))
	if h.Form != numeral.Pair || h.Value/10+1 != h.Value%10 {
		return i
	}
	a, b := whole(h.Value/10), whole(h.Value%10)
	if u, _, at := s.hanPeriod(b, end); at > end {
		s.add(Period, periodValue(a, u), i, mid, true)
		return s.add(Period, periodValue(b, u), mid, at, true)
	}
	if !s.counts(end) {
		return i
	}
	s.add(Number, a.String(), i, mid, true)
	return s.add(Number, b.String(), mid, end, true)
}

// units reads units that multiply each other: 百, 千, 万, 百万, 亿.
func (s *scanner) units(i int) (n number, end int) {
	n, end = whole(1), i
	for {
		u := numeral.HanUnit(s.at(end))
		if u == 0 || s.at(end) == '十' {
			break
		}
		n, end = n.shift(u), end+len(string(s.at(end)))
	}
	if end == i {
		return number{}, i
	}
	return n, end
}
