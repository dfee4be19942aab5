package figure

import (
	"strings"
	"unicode/utf8"

	"diptych/internal/numeral"
)

// time records an hour of the day. 24:00 is weak: it may be "the end of the day".
func (s *scanner) time(hour, minute, from, to int) int {
	return s.add(Time, twoDigits(hour)+":"+twoDigits(minute), from, to, hour == 24)
}

// hourMinute reads 9:00 and 09：00.
func (s *scanner) hourMinute(i int) (hour, minute, end int) {
	h, count, end := s.run(i)
	if count == 0 || count > 2 || h > 24 || !s.hasRune(end, ":：") {
		return -1, 0, i
	}
	m, count, end := s.run(end + len(string(s.at(end))))
	if count != 2 || m > 59 {
		return -1, 0, i
	}
	if s.has(end, ":") { // seconds
		if v, count, e := s.run(end + 1); count == 2 && v < 60 {
			end = e
		}
	}
	return int(h), int(m), end
}

func (s *scanner) clock(i int) int {
	h, m, end := s.hourMinute(i)
	if h < 0 {
		if h, m, end = s.dotted(i); h < 0 {
			return i
		}
	}
	half, e := s.noon(end)
	return s.time(daytime(h, half), m, i, max(end, e))
}

// dotted reads 5.30, where p.m. follows.
func (s *scanner) dotted(i int) (hour, minute, end int) {
	h, count, end := s.run(i)
	if count == 0 || count > 2 || h > 12 || !s.has(end, ".") {
		return -1, 0, i
	}
	m, count, end := s.run(end + 1)
	if _, e := s.noon(end); count != 2 || m > 59 || e == end {
		return -1, 0, i
	}
	return int(h), int(m), end
}

// daytime returns the hour of the day: half is 'a', 'p', 'n' for the night, or 0.
func daytime(h int, half byte) int {
	switch {
	case half == 'n' && h < 6:
		return h
	case half == 'n':
		return (h + 12) % 24
	case half == 'p' && h < 12:
		return h + 12
	case half == 'a' && h == 12:
		return 0
	}
	return h
}

// partsOfDay are the words behind an hour that tell its half of the day.
var partsOfDay = []struct {
	words string
	half  byte
}{{"in the morning", 'a'}, {"in the afternoon", 'p'}, {"in the evening", 'p'}, {"at night", 'n'}}

// noon reads a.m. and pm, and in the morning.
func (s *scanner) noon(i int) (half byte, end int) {
	at := s.space(i)
	if s.has(at, "o'clock") || s.has(at, "o’clock") {
		at = s.space(at + strings.Index(s.w[at:], "clock") + len("clock"))
	}
	for _, p := range partsOfDay {
		if at > i && s.has(at, p.words) {
			return p.half, at + len(p.words)
		}
	}
	for _, w := range [...]string{"a.m.", "p.m.", "a.m", "p.m", "am", "pm", "AM", "PM", "A.M.", "P.M.", "A.M", "P.M"} {
		if s.has(at, w) && (at+len(w) >= len(s.w) || !isAlnum(s.w[at+len(w)])) {
			return w[0] | 0x20, at + len(w)
		}
	}
	return 0, i
}

// halfSaid returns the half of the day that the words of an hour end with, or 0.
func halfSaid(words string) byte {
	for _, p := range partsOfDay {
		if strings.HasSuffix(words, p.words) {
			return p.half
		}
	}
	switch rest := strings.ToLower(strings.TrimLeft(words, "0123456789:. \u00a0")); {
	case strings.HasPrefix(rest, "a"), strings.HasPrefix(rest, "p"):
		return rest[0]
	}
	return 0
}

// hourOf reads an hour in English behind its number: 9 a.m., 6pm.
func (s *scanner) hourOf(from int, n number, end int) int {
	h := n.int()
	half, e := s.noon(end)
	if h < 1 || h > 12 || half == 0 {
		return s.hanHour(from, end, false, n)
	}
	return s.time(daytime(h, half), 0, from, e)
}

// hanHour reads 9点半, 18时30分 behind the number of the hour. Without the part of
// the day before it 3点 are three points, unless more follows; in 9点至21点 they
// are hours, weakly: English may say "from twelve to one".
func (s *scanner) hanHour(from, end int, part bool, n number) int {
	h, at := n.int(), s.space(end)
	if h < 0 || h > 24 || !s.hasRune(at, "点時时點") {
		return from
	}
	sign := s.at(at)
	at += utf8.RuneLen(sign)
	bare := s.hourFollows(at) || s.untilHour(from) && s.out[len(s.out)-1].Weak
	bare, part = bare && !part, part || bare || s.untilHour(from)
	minute, more := 0, true
	switch v, f, e := s.numberAt(s.space(at)); {
	case s.has(at, "半"):
		minute, at = 30, at+len("半")
	case s.has(at, "整"), s.has(at, "钟"):
		at += len("整")
	case s.hasRune(at, "前后後") && !s.hasRune(at+len("前"), "置排"): // 18点前退房
	case f != none && v.int() >= 0 && v.int() < 60 && s.has(s.space(e), "分") && (!s.has(s.space(e), "分之") || s.has(s.space(e), "分之间")):
		minute, at = v.int(), s.space(e)+len("分")
	default:
		more = false
	}
	if !part && !more && ((sign == '点' || sign == '點') && h > 0 || s.hasRune(at, "间間候效常刻期段代装限差")) {
		return from
	}
	bare = bare && !more
	s.add(Time, twoDigits(h)+":"+twoDigits(minute), from, at, h == 24 || bare)
	if bare {
		s.out[len(s.out)-1].other = n.String()
	}
	return at
}

// untilHour reports whether an hour and 至 stand before i: 零点至六点.
func (s *scanner) untilHour(i int) bool {
	if len(s.out) == 0 || !strings.ContainsRune("至到", s.before(i)) {
		return false
	}
	last := &s.out[len(s.out)-1]
	return last.Kind == Time && last.To == i-len("至")
}

// hourFollows reports whether 至 and another hour stand at i: 9点至21点, 7时到9时30分.
func (s *scanner) hourFollows(i int) bool {
	if !s.hasRune(i, "至到-—–~～") {
		return false
	}
	for i < len(s.w) && s.hasRune(i, "至到-—–~～") {
		i += utf8.RuneLen(s.at(i))
	}
	n, f, e := s.numberAt(s.space(i))
	return f != none && n.int() >= 0 && n.int() <= 24 && s.hasRune(s.space(e), "点時时點")
}

// hanHourOf reads an hour without the part of the day before it: 二十四时, 九时三十分,
// 二十二时至六时; 一时 by itself is none.
func (s *scanner) hanHourOf(i int, n number, f form, end int) int {
	if s.untilHour(i) {
		return s.hanHour(i, end, !s.out[len(s.out)-1].Weak, n)
	}
	if at := s.space(end) + len("时"); f == lone && n.m > 0 && !s.hasRune(at, "半整") {
		_, g, e := s.numberAt(s.space(at))
		minutes := g != none && s.has(s.space(e), "分")
		other := n.m > 1 && s.hasRune(s.space(end), "时時") && (s.hasRune(at, "至到前后起止") || strings.ContainsRune("至到日", s.before(i)))
		if !minutes && !other && !(s.hasRune(s.space(end), "点時时點") && s.hourFollows(s.space(end)+len("点"))) {
			return i
		}
	}
	return s.hanHour(i, end, false, n)
}

// zeroHour reads 零时, 零点 and 零时三十分, the hour at which a day begins.
func (s *scanner) zeroHour(i int) int {
	for _, zero := range [...]string{"零", "〇", "○"} {
		if s.has(i, zero) && !numeral.IsHan(s.before(i)) && s.hasRune(i+len(zero), "时時点點") {
			if _, f, _ := s.hanValue(i); f == none { // 零点五 is a half
				return s.hanHour(i, i+len(zero), false, number{})
			}
		}
	}
	return i
}

// hanClock reads 上午9点 and 下午 6:00 and skips the part of the day where no
// hour follows.
func (s *scanner) hanClock(i int) int {
	for _, w := range [...]string{"上午", "中午", "下午", "凌晨", "早上", "晚上", "早晨", "晚间", "早", "晚"} {
		if !s.has(i, w) {
			continue
		}
		end := i + len(w)
		at := s.space(end)
		late := strings.HasPrefix(w, "下午") || strings.HasPrefix(w, "晚")
		half := byte(0)
		if late {
			half = 'p'
		}
		if h, m, e := s.hourMinute(at); h >= 0 {
			return s.time(daytime(h, half), m, i, e)
		}
		n, f, e := s.numberAt(at)
		if f == none {
			return end
		}
		if h := n.int(); late && h > 0 && h < 12 {
			n = whole(uint64(h + 12))
		}
		if e := s.hanHour(i, e, true, n); e > i {
			return e
		}
		return end
	}
	return i
}
