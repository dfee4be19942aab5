package figure

import (
	"strings"
	"unicode/utf8"
)

// digits reads a figure that begins with a digit.
func (s *scanner) digits(i int) int {
	for _, read := range [...]func(int) int{s.address, s.account, s.phone, s.clock, s.numericDate, s.label, s.slashed, s.version} {
		if end := read(i); end > i {
			return end
		}
	}
	n, f, end := s.decimal(i)
	if f == none {
		return s.add(Code, plain(s.w[i:end]), i, end, false)
	}
	if e := s.ordinalEnd(end); e > end {
		if at := s.dayFirst(i, n, e); at > i {
			return at
		}
		if at := s.space(e); s.has(at, "day") && !s.has(at, "days") {
			e = at + len("day")
		}
		return s.count(Ordinal, n, n.String(), i, e, false)
	}
	if e := s.dayFirst(i, n, end); e > i {
		return e
	}
	if e := s.hourOf(i, n, end); e > i {
		return e
	}
	if e := s.glued(i, n, end); e > i {
		return e
	}
	if at := s.space(end); s.has(at, "U.S.C") || s.has(at, "C.F.R") || s.has(at, "CFR") || s.has(at, "USC") {
		return s.add(Law, n.String(), i, end, true)
	}
	if s.has(end, "条款") || n.e < 0 && s.hasRune(s.space(end), "条條款节節项項") {
		return s.add(Reference, n.String(), i, end, true)
	}
	return max(s.quantity(i, n, f, end), end)
}

// measures are units that stand behind a number without a space and tell
// nothing by themselves.
const measures = " kb mb gb tb pb kib mib gib kbps mbps gbps bps hz khz mhz ghz b m g t s h d w y km cm mm nm kg mg ml l px pt ms dpi fps mah wh kwh v x f fl pcs times people users "

// glued reads a number with letters behind it: 5MB and 30days are quantities,
// 5G and 2FA codes.
func (s *scanner) glued(i int, n number, end int) int {
	if end >= len(s.w) || !isLetter(s.w[end]) {
		return i
	}
	w, e := s.word(end)
	alone := e >= len(s.w) || !isDigit(s.w[e])
	if _, ok := englishPeriods[w]; ok || englishCurrencies[w] != "" || w == "percent" || w == "bp" || w == "bps" {
		return i
	}
	switch {
	case w == "w" && alone && s.han: // 10w is ten 万
		return s.maybe(s.quantity(i, n.shift(4), digital, e), n)
	case w == "k" && alone && s.w[end] == 'k':
		s.add(Number, n.shift(3).String(), i, e, true)
		return s.maybe(e, n)
	case !alone, w == "g" || w == "d" || w == "k" && !s.has(e, "b"):
	case w != "" && strings.Contains(measures, " "+w+" "):
		s.count(Number, n, n.String(), i, e, false)
		s.out[len(s.out)-1].own = true
		return e
	}
	for e < len(s.w) && isAlnum(s.w[e]) {
		e++
	}
	return s.add(Code, strings.ToLower(s.w[i:e]), i, e, true)
}

// maybe notes that the figure before end may be the bare number n, and returns
// end.
func (s *scanner) maybe(end int, n number) int {
	s.out[len(s.out)-1].other = n.String()
	return end
}

// slashed reads 24/7, 7×24 小时, 2/3 and the laws 2016/679 and 95/46/EC.
func (s *scanner) slashed(i int) int {
	a, count, end := s.run(i)
	sep := s.at(end)
	if count == 0 || count > 4 || sep < 0 || !strings.ContainsRune("/×*xX", sep) {
		return i
	}
	mid := end + utf8.RuneLen(sep)
	b, count2, e := s.run(mid)
	if count2 == 0 || count2 > 4 {
		return i
	}
	if a == 24 && b == 7 || a == 7 && b == 24 {
		return s.always(i, end, mid, e, a == 24)
	}
	if sep != '/' {
		return i
	}
	if s.has(e, "/") && e+1 < len(s.w) && isUpper(s.w[e+1]) {
		_, last := s.word(e + 1)
		return s.add(Law, s.w[i:e], i, last, true)
	}
	switch {
	case count == 4 || count2 == 4:
		return s.add(Law, s.w[i:e], i, e, true)
	case s.has(e, "/"), a == 0, b < 2:
		return i
	}
	return s.add(Number, number{m: a, den: b}.String(), i, e, false)
}

// always records round the clock as what it is said to be in words: 24 hours,
// 7 days.
func (s *scanner) always(i, end, mid, e int, hoursFirst bool) int {
	_, _, unit := s.hanPeriod(number{}, e)
	if _, at := s.englishPeriod(e); unit == e && at > e {
		unit = at
	}
	if hoursFirst {
		s.add(Period, "24 h", i, end, false)
		s.add(Period, "7 d", mid, unit, true)
	} else {
		s.add(Period, "7 d", i, end, true)
		s.add(Period, "24 h", mid, unit, false)
	}
	return unit
}

// version reads 1.2.3 and 10.0.0.1.
func (s *scanner) version(i int) int {
	dots, end := 0, i
	for {
		_, count, e := s.run(end)
		if count == 0 {
			return i
		}
		end = e
		if _, size := s.digit(end + 1); size == 0 || !s.has(end, ".") {
			break
		}
		end++
		dots++
	}
	if dots < 2 {
		return i
	}
	return s.add(Code, s.w[i:end], i, end, false)
}
