package figure

import "strings"

// unit is a length of time: k of the base s (seconds), d, wd (working days),
// td (trading days) or mo.
type unit struct {
	base string
	k    uint64
}

var (
	second  = unit{"s", 1}
	minute  = unit{"s", 60}
	hour    = unit{"s", 3600}
	day     = unit{"d", 1}
	working = unit{"wd", 1}
	trading = unit{"td", 1}
	week    = unit{"d", 7}
	month   = unit{"mo", 1}
	quarter = unit{"mo", 3}
	year    = unit{"mo", 12}
)

// hanPeriods are the units in Chinese, longer ones before those that they
// begin with; not are characters that make another word of them.
var hanPeriods = []struct {
	sign string
	unit unit
	not  string
}{
	{"工作日", working, ""}, {"工作天", working, ""}, {"营业日", working, ""}, {"营业天", working, ""}, {"银行工作日", working, ""}, {"交易日", trading, ""},
	{"自然日", day, ""}, {"日历日", day, ""}, {"日历天", day, ""}, {"自然天", day, ""}, {"自然月", month, ""}, {"日历月", month, ""}, {"自然年", year, ""},
	{"日历年", year, ""}, {"自然周", week, ""}, {"公历月", month, ""}, {"小时", hour, ""}, {"小時", hour, ""}, {"钟头", hour, ""}, {"刻钟", unit{"s", 900}, ""}, {"分钟", minute, ""}, {"分鐘", minute, ""}, {"秒", second, ""},
	{"星期", week, ""}, {"礼拜", week, ""}, {"季度", quarter, ""}, {"周", week, "年期边围密知"}, {"週", week, "年"}, {"年", year, "级龄轻代"},
	{"月", month, ""}, {"天", day, "气线猫然"}, {"日", day, "志元圆本常活"},
}

// hanAdjectives are the words that may stand between a number and its unit.
var hanAdjectives = []string{"连续", "完整", "整"}

var englishAdjectives = map[string]bool{"calendar": true, "consecutive": true, "full": true, "natural": true, "additional": true, "more": true,
	"further": true, "extra": true, "successive": true, "continuous": true, "prior": true, "whole": true, "complete": true, "solar": true}

var englishPeriods = map[string]unit{
	"second": second, "seconds": second, "minute": minute, "minutes": minute, "mins": minute, "hour": hour, "hours": hour, "hrs": hour, "hr": hour,
	"day": day, "days": day, "week": week, "weeks": week, "fortnight": {"d", 14}, "fortnights": {"d", 14}, "month": month, "months": month, "quarter": quarter, "quarters": quarter, "year": year,
	"years": year, "yr": year, "yrs": year, "decade": {"mo", 120}, "decades": {"mo", 120}, "workday": working, "workdays": working, "weekdays": working,
}

// period records the length of time that n begins; end is behind the number.
func (s *scanner) period(from int, n number, f form, end int) int {
	if e := s.age(from, n, end); e > from {
		return e
	}
	u, n, at := s.hanPeriod(n, end)
	if k := len(s.out); at == end && k > 0 && s.out[k-1].To == from && s.out[k-1].unit == hour && s.has(end, "分") {
		u, at = minute, end+len("分") // 1小时30分
	}
	if at == end {
		if u, at = s.englishPeriod(end); at == end {
			return from
		}
		if e := s.aged(from, at, u); e > 0 {
			s.count(Number, n, n.String(), from, e, false)
			s.youngerThan(n)
			return e
		}
	}
	if u == day && s.before(from) == '月' && strings.HasSuffix(s.w[:at], "日") {
		return s.add(Ordinal, n.String(), from, at, false) // 每月15日
	}
	if u == quarter && s.has(end, "季度") && n.int() <= 4 {
		return s.quarterOf(s.add(Ordinal, n.String(), from, at, true)) // 一季度, Q1
	}
	one := n.e == 0 && n.m == 1
	weak := (f == lone || f == lettered) && one && u == day || f == lone && one && strings.ContainsRune("次后後最近前首末任本", s.before(from))
	s.count(Period, n, periodValue(n, u), from, at, weak)
	s.out[len(s.out)-1].unit = u
	return at
}

// hanPeriod reads 日, 个工作日, 个半小时 at i; it adds a half to n where one is
// said.
func (s *scanner) hanPeriod(n number, i int) (unit, number, int) {
	at := s.space(i)
	if s.hasRune(at, "多余餘来來几幾") {
		at = s.space(at + len("多"))
	}
	counted := s.hasRune(at, "个個")
	if counted {
		at = s.space(at + len("个"))
		if s.has(at, "半") {
			n, at = n.plus(number{m: 5, e: -1}), at+len("半")
		}
	}
	for _, w := range hanAdjectives {
		if s.has(at, w) {
			at = s.space(at + len(w))
		}
	}
	for _, p := range hanPeriods {
		if !s.has(at, p.sign) || s.hasRune(at+len(p.sign), p.not) {
			continue
		}
		e := at + len(p.sign)
		if s.has(e, "半") && !s.has(e, "半年") && !s.has(e, "半数") {
			n, e = n.plus(number{m: 5, e: -1}), e+len("半")
		}
		return p.unit, n, e
	}
	return unit{}, n, i
}

// englishPeriod reads days, -day, business days and calendar months.
func (s *scanner) englishPeriod(i int) (unit, int) {
	at := i
	if s.hasRune(at, "-‑") {
		at += len(string(s.at(at)))
	} else {
		at = s.space(at)
	}
	works := unit{}
	for range 4 {
		if at >= len(s.w) || !isLetter(s.w[at]) {
			return unit{}, i
		}
		w, e := s.word(at)
		if u, ok := englishPeriods[w]; ok {
			if works.k > 0 && u == day {
				u = works
			}
			if w == "second" && s.secondOf(e) {
				return unit{}, i
			}
			return u, e
		}
		switch {
		case w == "business" || w == "working" || w == "banking":
			works = working
		case w == "trading":
			works = trading
		case !englishAdjectives[w]:
			return unit{}, i
		}
		if at = s.space(e); at == e {
			if !s.has(e, "-") {
				return unit{}, i
			}
			at++
		}
	}
	return unit{}, i
}

// secondOf reports whether second, which ends at i, is the ordinal.
func (s *scanner) secondOf(i int) bool {
	at := s.space(i)
	w, _ := s.word(at)
	return w == "party" || w == "parties"
}

// periodValue spells n times u.
func periodValue(n number, u unit) string {
	v := n.times(u.k)
	if u.base != "s" {
		return v.String() + " " + u.base
	}
	if v.e < 0 || v.e > 9 || v.m > 1e9 {
		return v.String() + " s"
	}
	whole := v.m * pow10(v.e)
	switch {
	case whole%3600 == 0:
		return number{m: whole / 3600}.trim().String() + " h"
	case whole%60 == 0:
		return number{m: whole / 60}.trim().String() + " min"
	}
	return v.String() + " s"
}
