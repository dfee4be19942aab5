package figure

import (
	"strings"

	"diptych/internal/numeral"
)

// letters reads a figure that begins with an ASCII letter, or skips the word.
func (s *scanner) letters(i int) int {
	if end := s.address(i); end > i {
		return end
	}
	w, end := s.word(i)
	if isUpper(s.w[i]) {
		if e := s.amount(i, w, end); e > i {
			return e
		}
		if e := s.englishDate(i); e > i {
			return e
		}
	}
	if e := s.code(i, end); e > i {
		return e
	}
	if _, ok := places[w]; ok {
		return max(s.references(i, end), end)
	}
	if !s.english {
		return end
	}
	if e := s.grade(i, w, end); e > i {
		return e
	}
	if e := s.often(i, w, end); e > i {
		return e
	}
	switch w {
	case "a", "an":
		return s.article(i, end)
	case "half":
		return s.halfWord(i, end)
	case "end":
		return s.endOf(i, end)
	case "once":
		return s.add(Number, "1", i, end, true)
	case "twice", "both", "double", "doubled", "doubles", "dual", "duplicate":
		return s.add(Number, "2", i, end, true)
	case "triple", "tripled", "treble", "threefold", "thrice", "triplicate":
		return s.add(Number, "3", i, end, true)
	case "quadruplicate":
		return s.add(Number, "4", i, end, true)
	case "midnight":
		return s.add(Time, "00:00", i, end, true)
	case "noon", "midday":
		return s.add(Time, "12:00", i, end, true)
	case "around", "round":
		return s.roundTheClock(i, end)
	}
	if times, ok := strings.CutSuffix(w, "fold"); ok {
		if n := numeral.English(times); n.Form == numeral.Cardinal && n.Size == len(times) {
			return s.add(Number, whole(n.Value).String(), i, end, true)
		}
	}
	return max(s.englishNumber(i), end)
}

// grade reads Level III and Category II, behind the word that ends at end.
func (s *scanner) grade(i int, w string, end int) int {
	switch w {
	case "level", "grade", "class", "category", "tier", "type", "phase", "stage":
	default:
		return i
	}
	at := s.space(end)
	if at == end || at >= len(s.w) {
		return i
	}
	n := numeral.Roman(s.w[at:])
	if n.Form != numeral.UpperRoman || n.Value > 10 || at+n.Size < len(s.w) && isAlnum(s.w[at+n.Size]) {
		return i
	}
	return s.add(Number, whole(n.Value).String(), at, at+n.Size, true)
}

// quarterOf notes that the figure before end says which quarter of a year, and returns
// end.
func (s *scanner) quarterOf(end int) int {
	s.out[len(s.out)-1].part = true
	return end
}

// amount reads USD 5, RMB100, US$5 and HK$ 5, behind the word that ends at end.
func (s *scanner) amount(i int, w string, end int) int {
	if s.has(end, "$") {
		if code := dollars[w]; code != "" {
			return s.prefixed(i, end+1, code)
		}
		return i
	}
	code := englishCurrencies[w]
	if code == "" || len(w) != 3 || w == "yen" || !isUpper(s.w[end-1]) {
		return i
	}
	return s.prefixed(i, end, code)
}

// code reads letters with digits behind them: IPv4, SHA-256, COVID-19. One that
// ends in its only number is that number.
func (s *scanner) code(i, end int) int {
	at := end
	if s.has(at, "-") && isUpper(s.w[i]) {
		at++
	}
	if at >= len(s.w) || !isDigit(s.w[at]) {
		return i
	}
	from := at
	for at < len(s.w) && (isDigit(s.w[at]) || s.w[at] == '.' && at+1 < len(s.w) && isDigit(s.w[at+1])) {
		at++
	}
	number := s.w[from:at]
	if w := s.w[i:end]; w == "Q" && len(number) == 1 && number >= "1" && number <= "4" {
		return s.quarterOf(s.add(Ordinal, number, i, at, true))
	}
	whole := at
	for at < len(s.w) && (isAlnum(s.w[at]) || s.w[at] == '-' && at+1 < len(s.w) && isAlnum(s.w[at+1])) {
		at++
	}
	if at > whole {
		return s.add(Code, strings.ToLower(s.w[i:at]), i, at, true)
	}
	if n, f, e := s.decimal(from); f != none && e == whole {
		number = n.String()
	}
	return s.add(Code, number, i, whole, false)
}
