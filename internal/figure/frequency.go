package figure

import "strings"

// A frequency is weak: what one language says of it the other often leaves
// out. Two that contradict each other are missed all the same; see Contradicted.

// frequencies are the English words for how often something is done.
var frequencies = map[string]unit{
	"hourly": hour, "daily": day, "weekly": week, "biweekly": {"d", 14}, "fortnightly": {"d", 14}, "monthly": month, "bimonthly": {"mo", 2},
	"quarterly": quarter, "semiannual": {"mo", 6}, "semiannually": {"mo", 6}, "biannual": {"mo", 6}, "biannually": {"mo", 6},
	"yearly": year, "annual": year, "annually": year, "annum": year,
}

// weekdays come once a week.
var weekdays = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}

// frequencyValue spells every n times u.
func frequencyValue(n number, u unit) string {
	return "per " + strings.TrimPrefix(periodValue(n, u), "1 ")
}

// often reads what begins with the English word w between i and end: quarterly,
// semi-annually, per month, every two weeks, each year.
func (s *scanner) often(i int, w string, end int) int {
	n := whole(1)
	switch w {
	case "semi", "half":
		if u, e := s.hyphened(end); e > end && u == year {
			return s.add(Frequency, frequencyValue(whole(6), month), i, e, true)
		}
		return i
	case "bi":
		if u, e := s.hyphened(end); e > end && (u == week || u == month) {
			return s.add(Frequency, frequencyValue(whole(2), u), i, e, true)
		}
		return i
	case "per", "every", "each":
	default:
		if u, ok := frequencies[w]; ok && !s.has(end, "-") {
			return s.add(Frequency, frequencyValue(n, u), i, end, true)
		}
		return i
	}
	at := s.space(end)
	if w == "every" {
		if v, f, e := s.numberAt(at); f != none {
			n, at = v, s.space(e)
		} else if v, f, e := s.englishValue(at); f != none {
			n, at = v, s.space(e)
		} else if s.has(at, "other ") {
			n, at = whole(2), at+len("other ")
		}
	}
	if at == end || at >= len(s.w) || !isLetter(s.w[at]) {
		return i
	}
	if w, e := s.word(at); w != "per" && isUpper(s.w[at]) && weekdays[strings.TrimSuffix(w, "s")] {
		return s.add(Frequency, frequencyValue(n, week), i, e, true) // every Saturday
	}
	if e := s.percent(at); e > 0 && n == whole(1) {
		return s.add(Percent, "1%", i, e, true) // each per cent
	}
	if w, e := s.word(at); w == "annum" {
		return s.add(Frequency, frequencyValue(n, year), i, e, true)
	} else if w == "quarter" {
		return s.add(Frequency, frequencyValue(n, quarter), i, e, true)
	}
	u, e := s.englishPeriod(at - 1)
	if e <= at || u == second {
		return i
	}
	return s.add(Frequency, frequencyValue(n, u), i, e, true)
}

// hyphened reads -annually and -weekly at i.
func (s *scanner) hyphened(i int) (unit, int) {
	if !s.has(i, "-") {
		return unit{}, i
	}
	w, e := s.word(i + 1)
	u, ok := frequencies[w]
	if !ok {
		return unit{}, i
	}
	return u, e
}

// hanUnits are the units of 每月 and 按季; of 每周 the 年 of 每周年 is none.
var hanUnits = []struct {
	sign string
	unit unit
	not  string
}{
	{"小时", hour, ""}, {"小時", hour, ""}, {"工作日", working, ""}, {"交易日", trading, ""}, {"日历年", year, ""}, {"自然年", year, ""}, {"自然月", month, ""},
	{"年度", year, ""}, {"季度", quarter, ""}, {"月度", month, ""}, {"半年", unit{"mo", 6}, ""}, {"季", quarter, "节"}, {"星期", week, ""}, {"周", week, "年期转边"},
	{"週", week, "年"}, {"个月", month, ""}, {"個月", month, ""}, {"月", month, ""}, {"年", year, "龄级代"}, {"日", day, "志常"}, {"天", day, "然"},
}

// hanOften reads 每月, 每三个月, 按季度, 按年, 逐月 and 月度.
func (s *scanner) hanOften(i int) int {
	r := s.at(i)
	at := i + len("每")
	n := whole(1)
	switch r {
	case '每':
		skips := s.has(at, "隔")
		if skips {
			at += len("隔")
		}
		if v, f, e := s.numberAt(at); f != none {
			u, v, e2 := s.hanPeriod(v, e)
			if e2 == e {
				return i
			}
			s.add(Frequency, frequencyValue(v, u), i, e2, true)
			if skips { // 每隔一月 is every other month
				s.out[len(s.out)-1].other = frequencyValue(v.plus(whole(1)), u)
			}
			return e2
		}
		if s.hasRune(at, "个個") && s.hasRune(at+len("个"), "日自交工小星季") {
			at += len("个")
		}
	case '按', '逐':
	case '月', '季', '年':
		if !s.has(at, "度") || strings.ContainsRune("一二两三四上下本该个半", s.before(i)) {
			return i
		}
		at = i
	default:
		return i
	}
	for _, u := range hanUnits {
		if s.has(at, u.sign) && !s.hasRune(at+len(u.sign), u.not) {
			return s.add(Frequency, frequencyValue(n, u.unit), i, at+len(u.sign), true)
		}
	}
	return i
}
