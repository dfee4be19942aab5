package figure

import (
	"strconv"
	"strings"

	"diptych/internal/numeral"
)

// fractions are the names of parts of a whole, one and several.
var fractions = map[string]uint64{"third": 3, "thirds": 3, "fourth": 4, "fourths": 4, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixths": 6, "tenth": 10, "tenths": 10,
	"hundredths": 100, "thousandths": 1000}

// partName returns how many of the parts that w names make a whole, or 0: third,
// twelfth, twentieths.
func partName(w string) uint64 {
	if den := fractions[w]; den > 0 {
		return den
	}
	one := strings.TrimSuffix(w, "s")
	if o := numeral.English(one); o.Form == numeral.Ordinal && o.Size == len(one) && o.Value > 5 && o.Value <= 100 {
		return o.Value
	}
	return 0
}

// englishValue reads thirty, twenty-one, one hundred and five, a dozen, two
// and a half.
func (s *scanner) englishValue(i int) (n number, f form, end int) {
	if !s.english || i >= len(s.w) {
		return number{}, none, i
	}
	w := numeral.English(s.w[i:])
	if w.Form != numeral.Cardinal {
		return number{}, none, i
	}
	return s.andHalf(whole(w.Value), i+w.Size)
}

// andHalf adds what … and a half says.
func (s *scanner) andHalf(n number, end int) (number, form, int) {
	const half = " and a half"
	if s.has(end, half) {
		return n.plus(number{m: 5, e: -1}), lettered, end + len(half)
	}
	return n, lettered, end
}

// wordAfter returns where the word behind a space or hyphen begins, or -1.
func (s *scanner) wordAfter(i int) int {
	at := s.space(i)
	if at == i && s.has(i, "-") {
		at++
	}
	if at == i || at >= len(s.w) || !isLetter(s.w[at]) {
		return -1
	}
	return at
}

// englishNumber reads a figure that begins with a number word.
func (s *scanner) englishNumber(i int) int {
	if w := numeral.English(s.w[i:]); w.Form == numeral.Ordinal {
		end := i + w.Size
		if w.Count == 1 && s.party(end) {
			return end
		}
		if e := s.dayFirst(i, whole(w.Value), end); e > i {
			return e // the first day of May
		}
		s.add(Ordinal, whole(w.Value).String(), i, end, true)
		if s.has(end, " quarter") {
			s.quarterOf(end)
		}
		if n := whole(w.Value); n.m == 1 && n.e > 1 && s.w[i]|0x20 == 'o' { // one thousandth is a part
			s.out[len(s.out)-1].other = number{m: 1, e: 2 - n.e}.String() + "%"
		} else if strings.HasSuffix(s.w[:i], " a ") && fractions[strings.ToLower(s.w[i:end])] > 0 { // more than a third
			s.out[len(s.out)-1].other = "1/" + n.String()
		}
		return end
	}
	n, f, end := s.englishValue(i)
	if f == none {
		return i
	}
	if at, v := s.wordAfter(end), uint64(max(0, n.int())); at > 0 && v > 0 {
		w, e := s.word(at)
		quarter := strings.HasPrefix(w, "quarter") && !s.has(e, " of") && !s.has(end, "-")
		if den := partName(w); den > v && (v == 1) == (s.w[e-1] != 's') && !quarter && !s.party(e) {
			if den >= 100 {
				n = n.shift(2 - len(strconv.FormatUint(den, 10)) + 1)
				return s.count(Percent, n, n.String()+"%", i, e, false)
			}
			n.den = den
			return s.count(Number, n, n.String(), i, e, false)
		}
		if w == "half" && v == 1 {
			return s.add(Number, "1/2", i, e, true)
		}
	}
	if half, _ := s.noon(end); half != 0 {
		if e := s.hourOf(i, n, end); e > i {
			return e // nine in the morning
		}
	}
	made := len(s.out)
	if e := s.quantity(i, n, f, end); e > end || len(s.out) == made {
		return max(e, end)
	}
	if last := &s.out[made]; last.Kind == Number {
		last.times = s.timesPer(end)
		if last.times || s.behind(i, "the ") && n.int() <= 10 {
			last.Weak = true // four times a year; the three parties
		}
	}
	return end
}

// timesPer reports whether times a year, or the like, follows.
func (s *scanner) timesPer(i int) bool {
	for _, w := range [...]string{" times a ", " times per ", " times each ", " times every "} {
		if s.has(i, w) {
			return true
		}
	}
	return false
}

// party reports whether a party or person follows, as in third party.
func (s *scanner) party(i int) bool {
	at := s.wordAfter(i)
	if at < 0 {
		return false
	}
	w, _ := s.word(at)
	return w == "party" || w == "parties" || w == "person" || w == "persons" || w == "country" || w == "countries"
}

// article reads a month, an hour, a year and a half: weak, since a period of one
// is said in many ways. A quarter may be one of a year.
func (s *scanner) article(i, end int) int {
	if n := s.englishNumber(i); n > i {
		return n
	}
	u, e := s.englishPeriod(end)
	if e == end || !s.has(end, " ") {
		return end
	}
	if last, _ := s.word(e - 1); last == "s" || u == second {
		return end
	}
	n, _, at := s.andHalf(whole(1), e)
	if u == quarter && s.has(e, " of an hour") {
		return s.add(Period, "15 min", i, e+len(" of an hour"), true)
	}
	s.add(Period, periodValue(n, u), i, at, true)
	if u == quarter {
		s.out[len(s.out)-1].other = "1/4"
	}
	return at
}

// halfWord reads half a year, half an hour, half of.
func (s *scanner) halfWord(i, end int) int {
	at := end
	for _, w := range [...]string{" an", " a"} {
		if s.has(at, w+" ") {
			at += len(w)
			break
		}
	}
	if e := s.percent(at); e > 0 {
		return s.add(Percent, "0.5%", i, e, false)
	}
	if u, e := s.englishPeriod(at); e > at && u != second {
		return s.add(Period, periodValue(number{m: 5, e: -1}, u), i, e, false)
	}
	return s.add(Number, "1/2", i, end, true)
}
