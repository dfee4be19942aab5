package figure

import "diptych/internal/numeral"

// discount records 8折, 八折 and 85折, which leave 80 or 85 per cent of a price, as
// what they take off; and 三成, which is 30%.
func (s *scanner) discount(from int, n number, end int) int {
	switch {
	case s.has(end, "折") && !s.hasRune(end+len("折"), "叠疊合算线返页腾中半"):
		return s.off(from, n, end+len("折"))
	case s.has(end, "成") && !s.hasRune(end+len("成"), "功员員为為年本立交果效语品分型就长人套熟份绩文都") && n.e >= 0 && n.int() < 10:
		return s.add(Percent, n.shift(1).String()+"%", from, end+len("成"), false)
	}
	return from
}

// pairOff reads 八五折.
func (s *scanner) pairOff(i int) int {
	h := numeral.Han(s.w[i:])
	if end := i + h.Size; h.Form == numeral.Pair && s.has(end, "折") {
		return s.off(i, whole(h.Value), end+len("折"))
	}
	return i
}

// off records a price of n tenths, or of n per cent where n is above ten. The
// other language may say what is left of it.
func (s *scanner) off(from int, n number, end int) int {
	left := n.shift(1)
	if v := n.int(); v >= 10 {
		left = n
	}
	v := left.int()
	if v < 1 || v > 99 {
		return from
	}
	s.add(Percent, whole(uint64(100-v)).String()+"%", from, end, false)
	s.out[len(s.out)-1].other = left.String() + "%"
	return end
}

// decade records 90年代 and 20世纪九十年代 as the year with which they begin.
func (s *scanner) decade(from int, n number, end int) int {
	at := s.space(end)
	v := n.int()
	if !s.has(at, "年代") || v < 0 || v > 90 || v%10 > 0 {
		return from
	}
	year := 1900 + v
	if v < 30 {
		year += 100
	}
	if last := len(s.out) - 1; last >= 0 && s.w[s.out[last].To:from] == "世纪" {
		if c := s.out[last].n.int(); c > 10 && c < 30 {
			year = (c-1)*100 + v
			from = s.out[last].From
			s.out = s.out[:last]
		}
	}
	return s.maybe(s.add(Number, whole(uint64(year)).String(), from, at+len("年代"), false), n)
}
