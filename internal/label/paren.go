package label

import (
	"strings"
	"unicode"

	"diptych/internal/policy"
)

// matchParen reads (1) （一） (a) (ix); open is the size of the bracket.
func matchParen(s string, open int) match {
	in := s[open:]
	if v, count, size := digitRun(in); count > 0 {
		n := terminator(in[size:], ")）")
		if n == 0 || count > 3 || goesOn(in[size+n:], isParen) {
			return match{}
		}
		words := strings.TrimLeftFunc(in[size+n:], unicode.IsSpace)
		if _, next, _ := digitRun(words); count == 3 && next > 0 {
			return match{} // (010) 5550 0100
		}
		return found(open+size+n, policy.StyleDigitParen, v)
	}
	if v, size := hanNumber(in); size > 0 {
		if n := terminator(in[size:], ")）"); n > 0 && !goesOn(in[size+n:], isParen) {
			return found(open+size+n, policy.StyleHanParen, v)
		}
		return match{}
	}
	size := letterRun(in)
	n := terminator(in[size:], ")）")
	if size == 0 || n == 0 {
		return match{}
	}
	style, v := letterLabel(in[:size], policy.StyleAlphaParen)
	rest := in[size+n:]
	if v == 0 || !stands(rest) || goesOn(rest, isParen) || isYear(rest) && in[0]|0x20 == 'c' {
		return match{} // (s)he, (c) 2026
	}
	return found(open+size+n, style, v)
}

// isYear reports whether s begins with white space and a number of four digits.
func isYear(s string) bool {
	_, count, _ := digitRun(strings.TrimLeftFunc(s, unicode.IsSpace))
	return count == 4
}
