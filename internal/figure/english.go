package figure

import "strings"

var englishNumbers = map[string]uint64{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

// englishScales are the powers of ten behind a number.
var englishScales = map[string]int{"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}

var ordinals = map[string]uint64{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
	"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30}

// parts of a whole, one and several.
var fractions = map[string]uint64{"third": 3, "thirds": 3, "fourth": 4, "fourths": 4, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixths": 6, "tenth": 10, "tenths": 10}

// englishValue reads thirty, twenty-one, one hundred and five, a dozen, two
// and a half.
func (s *scanner) englishValue(i int) (n number, f form, end int) {
	if !s.english || i >= len(s.w) || !isLetter(s.w[i]) {
		return number{}, none, i
	}
	w, e := s.word(i)
	var total, cur uint64
	if w == "a" || w == "an" {
		if w, _ := s.word(s.space(e)); englishScales[w] == 0 && w != "dozen" {
			return number{}, none, i
		}
		cur, end = 1, e
	} else if cur = englishNumbers[w]; cur == 0 {
		return number{}, none, i
	} else {
		end = e
	}
	for last := cur; ; {
		at := s.wordAfter(end)
		if at < 0 {
			break
		}
		w, e := s.word(at)
		v, scale := englishNumbers[w], englishScales[w]
		switch {
		case w == "and" && last >= 100 && e < len(s.w):
			at = s.space(e)
			next, e2 := s.word(at)
			if v = englishNumbers[next]; v == 0 {
				return whole(total + cur), lettered, end
			}
			cur, last, e = cur+v, v, e2
		case w == "dozen" && cur < 100:
			return whole(cur * 12), lettered, e
		case scale == 2 && cur > 0 && cur < 100:
			cur, last = cur*100, 100
		case scale > 2 && cur > 0 && cur < 1000:
			total, cur, last = total+cur*pow10(scale), 0, pow10(scale)
		case v > 0 && v < 10 && last >= 20 && last < 100, v > 0 && last >= 100:
			cur, last = cur+v, v
		default:
			return s.andHalf(whole(total+cur), end)
		}
		end = e
	}
	return whole(total + cur), lettered, end
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
	n, f, end := s.englishValue(i)
	if f == none {
		return i
	}
	if at, v := s.wordAfter(end), uint64(max(0, n.int())); at > 0 && v > 0 {
		w, e := s.word(at)
		quarter := strings.HasPrefix(w, "quarter") && !s.has(e, " of")
		if den := fractions[w]; den > v && (v == 1) == (s.w[e-1] != 's') && !quarter && !s.party(e) {
			n.den = den
			return s.count(Number, n, n.String(), i, e, false)
		}
		if w == "half" && v == 1 {
			return s.add(Number, "1/2", i, e, true)
		}
		if o := ordinals[w]; o > 0 && o < 10 && v >= 20 && v%10 == 0 {
			return s.add(Ordinal, whole(v+o).String(), i, e, true)
		}
	}
	return max(s.quantity(i, n, f, end), end)
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

// article reads a month, an hour and half an hour: weak, since a period of one
// is said in many ways.
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
	return s.add(Period, periodValue(whole(1), u), i, e, true)
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
	if u, e := s.englishPeriod(at); e > at && u != second {
		return s.add(Period, periodValue(number{m: 5, e: -1}, u), i, e, false)
	}
	return s.add(Number, "1/2", i, end, true)
}
