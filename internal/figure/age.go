package figure

import (
	"strconv"
	"strings"
)

// An age is a bare number, since English says as well "under 14".

// age records 14岁 and 14周岁.
func (s *scanner) age(from int, n number, end int) int {
	at := s.space(end)
	for _, w := range [...]string{"周岁", "週歲", "岁", "歲"} {
		if s.has(at, w) {
			s.count(Number, n, n.String(), from, at+len(w), false)
			s.youngerThan(n)
			return at + len(w)
		}
	}
	return from
}

// under is what a figure is also called that is the end of a range of ages and
// not in it. 八周岁以上未满十六周岁 are those aged 8 to 15.
func under(age int) string { return "under " + strconv.Itoa(age) }

// youngerThan notes that the age n, the last figure, is the end of a range of ages
// that it is not in. Without the range 未满十六周岁 is under 16 and nothing else.
func (s *scanner) youngerThan(n number) {
	k := len(s.out) - 1
	if k < 1 || s.out[k-1].Kind != Number {
		return
	}
	between := strings.ToLower(s.w[s.out[k-1].To:s.out[k].From])
	if len(between) > 40 || strings.ContainsAny(between, ".;") || strings.Contains(between, "。") || strings.Contains(between, "；") {
		return
	}
	for _, w := range [...]string{"未满", "不满", "未滿", "不滿", "under ", "below ", "younger than "} {
		if strings.HasSuffix(between, w) {
			s.out[k].other = under(n.int())
		}
	}
}

// aged reports whether the years that end at i are an age, and where its words
// end: 14 years old, 14-year-old, 14 years of age, under 14 years.
func (s *scanner) aged(from, i int, u unit) int {
	if u != year {
		return 0
	}
	at := i
	if s.has(at, "-") {
		at++
	} else {
		at = s.space(at)
	}
	for _, w := range [...]string{"old", "of age", "or older", "or above", "and above", "or over", "and older", "or younger"} {
		if s.has(at, w) {
			return at + len(w)
		}
	}
	before := strings.ToLower(s.w[max(0, from-8):from])
	if strings.HasSuffix(before, "under ") || strings.HasSuffix(before, "below ") || strings.HasSuffix(before, "aged ") {
		return i
	}
	return 0
}
