package figure

import "strings"

// An age is a bare number, since English says as well "under 14".

// age records 14岁 and 14周岁.
func (s *scanner) age(from int, n number, end int) int {
	at := s.space(end)
	for _, w := range [...]string{"周岁", "週歲", "岁", "歲"} {
		if s.has(at, w) {
			return s.count(Number, n, n.String(), from, at+len(w), false)
		}
	}
	return from
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
