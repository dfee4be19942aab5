package figure

import (
	"strings"

	"diptych/internal/policy"
)

// Odd is a figure that is said twice and not alike: 三十（20）日, fifty yuan (RMB 60).
type Odd struct {
	From, To      int    // bytes in the words
	First, Second string // as written
}

// Odds returns where words say a figure once in words and once in digits, and
// the two differ, in order.
func Odds(words string, lang policy.Tag) []Odd {
	return read(words, lang).odds
}

// said skips the same number said again in brackets: thirty (30) days; n stands
// between from and end. Where it is another number in the other writing, the two
// are at odds and the first counts.
func (s *scanner) said(from int, n number, end int) int {
	at := s.space(end)
	if !s.hasRune(at, "(（") {
		return end
	}
	open := s.space(at + len(string(s.at(at))))
	again, f, e := s.numberAt(open)
	if f == none {
		if again, f, e = s.englishValue(open); f == none {
			return end
		}
	}
	again, e = s.scaled(again, e)
	shut := closed(s.w, s.space(e))
	switch {
	case shut == 0:
		return end
	case again == n:
		return shut
	case inDigits(s.w[from:end]) == inDigits(s.w[open:e]) || s.enumerates(again, shut):
		return end
	}
	s.odds = append(s.odds, Odd{from, shut, s.w[from:end], s.w[open:e]})
	return shut
}

// enumerates reports whether the number n in brackets, which end at i, begins a
// list or goes on with one: three (1) …, (2) ….
func (s *scanner) enumerates(n number, i int) bool {
	next := n.plus(whole(1)).String()
	rest := s.w[i:min(len(s.w), i+listReach)]
	return strings.Contains(rest, "("+next+")") || strings.Contains(rest, "（"+next+"）")
}

// listReach is how far behind (1) its (2) is looked for, in bytes.
const listReach = 600

// atOdds returns the end of the bracket in which b says in the other writing
// what a says, and says it otherwise, or 0: 百分之五（6%）.
func (s *scanner) atOdds(a, b *found, between string) int {
	if !opens(between) || inDigits(a.Words) == inDigits(b.Words) || a.Weak || b.Weak {
		return 0
	}
	switch a.Kind {
	case Number, Money, Percent, Period, Date, Month:
	default:
		return 0
	}
	alike := a.Kind == b.Kind && unitOf(a.Value) == unitOf(b.Value)
	if !alike && !(a.Kind == Number && b.counted()) {
		return 0
	}
	end := closed(s.w, b.To)
	if end > 0 {
		s.odds = append(s.odds, Odd{a.From, end, a.Words, b.Words})
	}
	return end
}

// unitOf returns what follows the number of a value: " CNY" of 50000 CNY.
func unitOf(value string) string {
	if i := strings.IndexByte(value, ' '); i >= 0 {
		return value[i:]
	}
	return ""
}

// inDigits reports whether words have digits, of any width.
func inDigits(words string) bool {
	return strings.ContainsAny(words, "0123456789０１２３４５６７８９")
}
