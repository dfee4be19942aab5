package figure

import (
	"strconv"
	"strings"
)

// dateValue spells a date as far as it is known; year and day may be 0.
func dateValue(year, month, day int) string {
	b := make([]byte, 0, len("2026-01-01"))
	if year > 0 {
		b = strconv.AppendInt(b, int64(year), 10)
	} else {
		b = append(b, '-')
	}
	for _, v := range [...]int{month, day} {
		if v > 0 {
			b = append(b, '-', byte('0'+v/10), byte('0'+v%10))
		}
	}
	return string(b)
}

// date records a date; without a day it is a month.
func (s *scanner) date(year, month, day, from, to int) int {
	kind := Date
	if day == 0 {
		kind = Month
	}
	return s.add(kind, dateValue(year, month, day), from, to, false)
}

// hanDate reads what makes a date of the number before at: 2026年1月1日,
// 2026年1月, 2026年, 1月1日, 1月.
func (s *scanner) hanDate(from int, n number, f form, at int) int {
	at = s.blank(at)
	if f == yearlike && s.has(at, "年") {
		at += len("年")
		if m, f, e := s.numberAt(s.blank(at)); f != none {
			if month, day, e := s.monthDay(m, s.blank(e)); month > 0 {
				return s.date(n.int(), month, day, from, e)
			}
		}
		s.count(Number, n, n.String(), from, at, false)
		last := &s.out[len(s.out)-1]
		last.own = true
		if s.hasRune(at, "底末") || s.has(at, "年底") || s.has(at, "年末") {
			last.other = lastDay(n) // 2026年底
		}
		return at
	}
	if r := s.at(from); r == '两' || r == '兩' {
		return from
	}
	if month, day, e := s.monthDay(n, at); month > 0 {
		return s.date(0, month, day, from, e)
	}
	return from
}

// blank skips spaces and the brackets that are left of a form that was filled
// in: 2026年【1】月【1】日.
func (s *scanner) blank(i int) int {
	i = s.space(i)
	if s.hasRune(i, "【】[]") {
		i = s.space(i + len(string(s.at(i))))
	}
	return i
}

// monthDay reads 月 or 月1日 at i, behind the number of the month; day is 0
// where none is said, and month where this is no month.
func (s *scanner) monthDay(n number, i int) (month, day, end int) {
	m := n.int()
	if m < 1 || m > 12 || !s.has(i, "月") || s.hasRune(i+len("月"), "租费薪供活") {
		return 0, 0, i
	}
	end = i + len("月")
	d, f, e := s.numberAt(s.blank(end))
	e = s.blank(e)
	if v := d.int(); f != none && v >= 1 && v <= 31 && s.hasRune(e, "日号號") {
		return m, v, e + len("日")
	}
	return m, 0, end
}

// numericDate reads 2026-01-01, 2026/1/1, 2026.1.1, 2026-01 and, with the year
// at the end, 01/02/2026: the month first as in the United States, but where
// the first number is above 12.
func (s *scanner) numericDate(i int) int {
	var v, count [3]int
	end, parts, sep := i, 0, rune(0)
	for ; parts < 3; parts++ {
		at := end
		if parts > 0 {
			r := s.at(end)
			if r != '-' && r != '/' && r != '.' && r != '‑' || parts == 2 && r != sep {
				break
			}
			sep = r
			at += len(string(r))
		}
		n, c, e := s.run(at)
		if c == 0 || c > 4 {
			break
		}
		v[parts], count[parts], end = int(n), c, e
	}
	if _, size := s.digit(end); size > 0 || end < len(s.w) && isLetter(s.w[end]) && s.w[end] != 'T' {
		return i
	}
	isYear := func(k int) bool { return count[k] == 4 && v[k] >= 1900 && v[k] < 2100 }
	isDay := func(m, d int) bool {
		return v[m] >= 1 && v[m] <= 12 && v[d] >= 1 && v[d] <= 31 && count[m] <= 2 && count[d] <= 2
	}
	switch {
	case parts == 3 && isYear(0) && isDay(1, 2):
		return s.date(v[0], v[1], v[2], i, end)
	case parts == 3 && isYear(2) && isDay(0, 1):
		return s.date(v[2], v[0], v[1], i, end)
	case parts == 3 && isYear(2) && isDay(1, 0):
		return s.date(v[2], v[1], v[0], i, end)
	case parts == 2 && isYear(0) && v[1] >= 1 && v[1] <= 12 && count[1] == 2:
		return s.date(v[0], v[1], 0, i, end)
	}
	return i
}

var months = map[string]int{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}

// monthName reads the name of a month, in full or short, with its stop.
func (s *scanner) monthName(i int) (month, end int) {
	if i >= len(s.w) || !isUpper(s.w[i]) {
		return 0, i
	}
	w, e := s.word(i)
	m := months[w]
	if m > 0 && e-i <= 4 && m != 5 && s.has(e, ".") {
		e++
	}
	return m, e
}

// englishDate reads January 1, 2026; Jan. 1st; January 2026; January. May and
// March alone are words, but in May and since March.
func (s *scanner) englishDate(i int) int {
	month, end := s.monthName(i)
	if month == 0 {
		return i
	}
	at := s.space(end)
	if year, e := s.yearAt(at); year > 0 {
		return s.date(year, month, 0, i, e)
	}
	if day, e := s.dayAt(at); day > 0 {
		year, e := s.yearBehind(e)
		return s.date(year, month, day, i, e)
	}
	if year, e := s.yearBehind(end); year > 0 {
		return s.date(year, month, 0, i, e)
	}
	if end-i > 3 && month != 3 && s.w[end-1] != '.' || (month == 3 || month == 5) && (s.datedBefore(i) || s.monthsFollow(end)) {
		s.date(0, month, 0, i, end)
		s.out[len(s.out)-1].Weak = s.behind(i, "end of ") // of June: 上半年结束
		return end
	}
	return i
}

// monthsFollow reports whether the month that ends at i begins a list of months.
func (s *scanner) monthsFollow(i int) bool {
	for _, sep := range [...]string{", ", " and ", " or ", " to ", "–", "-"} {
		if s.has(i, sep) {
			m, _ := s.monthName(i + len(sep))
			return m > 0
		}
	}
	return false
}

// datedBefore reports whether the word before i says that a date follows: by the
// end of May, since March.
func (s *scanner) datedBefore(i int) bool {
	before := strings.TrimRight(s.w[max(0, i-12):i], " ")
	last := strings.ToLower(before[strings.LastIndexAny(before, " (,")+1:])
	return len(before) < i-max(0, i-12) && strings.Contains(" of in by since until from before after during early late mid ", " "+last+" ")
}

// dayFirst reads 1 January 2026, 1st of January, 1st day of January 2026; end
// is behind the number of the day.
func (s *scanner) dayFirst(from int, n number, end int) int {
	d := n.int()
	if d < 1 || d > 31 {
		return from
	}
	at := s.space(end)
	for _, w := range [...]string{"day ", "of "} {
		if s.has(at, w) {
			at = s.space(at + len(w))
		}
	}
	if at == end {
		return from
	}
	month, e := s.monthName(at)
	if month == 0 {
		return from
	}
	year, e := s.yearBehind(e)
	return s.date(year, month, d, from, e)
}

// yearBehind reads the year behind a month or day, with the comma before it.
func (s *scanner) yearBehind(i int) (year, end int) {
	at := s.space(i)
	for _, w := range [...]string{",", "，", "of "} {
		if s.has(at, w) {
			at = s.space(at + len(w))
		}
	}
	if year, e := s.yearAt(at); year > 0 && at > i {
		return year, e
	}
	return 0, i
}

func (s *scanner) yearAt(i int) (year, end int) {
	v, count, e := s.run(i)
	if count != 4 || v < 1900 || v >= 2100 {
		return 0, i
	}
	return int(v), e
}

// dayAt reads the number of a day: 1, 01, 1st.
func (s *scanner) dayAt(i int) (day, end int) {
	v, count, e := s.run(i)
	if count == 0 || count > 2 || v < 1 || v > 31 {
		return 0, i
	}
	if e = s.ordinalEnd(e); e < len(s.w) && (isAlnum(s.w[e]) || s.w[e] == '%') {
		return 0, i
	}
	return int(v), e
}

// ordinalEnd skips st, nd, rd and th behind a number.
func (s *scanner) ordinalEnd(i int) int {
	for _, w := range [...]string{"st", "nd", "rd", "th", "ST", "ND", "RD", "TH"} {
		if s.has(i, w) && (i+2 >= len(s.w) || !isAlnum(s.w[i+2])) {
			return i + 2
		}
	}
	return i
}
