package label

import (
	"strings"
	"unicode"

	"diptych/internal/numeral"
	"diptych/internal/policy"
)

// matchParen reads (1) （一） (a) (ix) （ⅱ） and （一）、; open is the size of the
// bracket.
func matchParen(s string, open int) match {
	m, count := parenNumber(s[open:])
	if m.size == 0 {
		return match{}
	}
	m.size += open
	rest := s[m.size:]
	if goesOn(rest, isParen) || isItem(rest) {
		return match{}
	}
	if n := isBracket(rest); n > 0 {
		if next, _ := parenNumber(rest[n:]); next.style == m.style {
			return match{} // （一）（二）项; (a)(i) is a label and words
		}
	}
	if n := terminator(rest, stops); n > 0 && stands(rest[n:]) {
		m.size += n
		return m
	}
	if _, next, _ := digitRun(rest[spaces(rest):]); count == 3 && next > 0 {
		return match{} // (010) 5550 0100
	}
	if letter(s[open:]) && (!stands(rest) || isYear(rest) && s[open]|0x20 == 'c') {
		return match{} // (s)he, (c) 2026
	}
	return m
}

// parenNumber reads the number behind an opening bracket, with the closing one;
// count is how many digits it has.
func parenNumber(in string) (m match, count int) {
	v, count, size := digitRun(in)
	style := policy.StyleDigitParen
	if count == 0 {
		style = policy.StyleHanParen
		v, size = hanNumber(in)
	}
	if size == 0 {
		word, n := letterWord(in)
		if style, v, size = policy.StyleNone, 0, n; n > 0 {
			style, v = letterLabel(word, policy.StyleAlphaParen)
		}
	}
	if size == 0 {
		switch n := numeral.Symbol(in); n.Form {
		case numeral.LowerRoman:
			style, v, size = policy.StyleRomanParen, int(n.Value), n.Size
		case numeral.UpperRoman:
			style, v, size = policy.StyleUpperRomanParen, int(n.Value), n.Size
		}
	}
	n := terminator(in[size:], ")）")
	if size == 0 || n == 0 || count > 3 || v == 0 && count == 0 && style != policy.StyleHanParen {
		return match{}, 0
	}
	return found(size+n, style, v), count
}

// letter reports whether s begins with an ASCII letter.
func letter(s string) bool { return s != "" && isLetter(s[0]) }

func isParen(s string) bool { return isBracket(s) > 0 }

// isBracket returns the size of an opening bracket at the start of s.
func isBracket(s string) int { return terminator(s, "(（") }

// isItem reports whether rest makes an item of another clause of the number
// before it: （一）项规定的情形. （一）项目 and （一）款项 are none.
func isItem(rest string) bool {
	unit := terminator(rest, "项項款")
	if unit == 0 {
		return false
	}
	for _, w := range [...]string{"规定", "約定", "约定", "規定", "所", "中", "下", "的", "情形", "至", "和", "或", "及", "、", "，", "。"} {
		if strings.HasPrefix(rest[unit:], w) {
			return true
		}
	}
	return false
}

// isYear reports whether s begins with white space and a number of four digits.
func isYear(s string) bool {
	_, count, _ := digitRun(strings.TrimLeftFunc(s, unicode.IsSpace))
	return count == 4
}
