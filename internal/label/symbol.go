package label

import (
	"strings"
	"unicode"

	"diptych/internal/numeral"
	"diptych/internal/policy"
)

// matchSymbol reads labels that are one character: ① ⑴ ⒈ ㈠ ㊀, and with their
// comma or bracket ①、 Ⅳ、 ⅳ）.
func matchSymbol(s string) match {
	n := numeral.Symbol(s)
	rest := s[n.Size:]
	var style policy.LabelStyle
	switch n.Form {
	case numeral.Circle:
		style = policy.StyleCircled
	case numeral.HanCircle:
		style = policy.StyleCircledHan
	case numeral.Bracket:
		style = policy.StyleDigitParen
	case numeral.HanBracket:
		style = policy.StyleHanParen
	case numeral.Stop:
		style = policy.StyleDecimal
	case numeral.UpperRoman, numeral.LowerRoman:
		style = policy.StyleRoman
		if n.Form == numeral.UpperRoman {
			style = policy.StyleUpperRoman
		}
		size := terminator(rest, stops)
		if size == 0 {
			size = terminator(rest, ")）")
			style += policy.StyleRomanHalf - policy.StyleRoman
		}
		if size == 0 {
			return match{}
		}
		return found(n.Size+size, style, int(n.Value))
	default:
		return match{}
	}
	same := func(s string) bool { return numeral.Symbol(s).Form == n.Form }
	if same(rest) || goesOn(rest, same) || isPlace(rest) {
		return match{} // ①②, ①和②, ①项规定
	}
	size := n.Size
	if stop := terminator(rest, stops); stop > 0 && stands(rest[stop:]) {
		size += stop
	}
	return found(size, style, int(n.Value))
}

// joiners stand between two numbers of a sentence, as characters and as words.
const joiners = "、，,和及与或至到~～-–—"

var joiningWords = [...]string{"以及", "and ", "or ", "to ", "through "}

// goesOn reports whether what stands behind a number joins it to another one,
// so that both belong to a sentence: （一）和（二）项, (a) to (c).
func goesOn(rest string, number func(string) bool) bool {
	rest = strings.TrimLeft(rest, " \u00a0\u3000")
	n := terminator(rest, joiners)
	for i := 0; n == 0 && i < len(joiningWords); i++ {
		if strings.HasPrefix(rest, joiningWords[i]) {
			n = len(joiningWords[i])
		}
	}
	return n > 0 && number(strings.TrimLeftFunc(rest[n:], unicode.IsSpace))
}

// isPlace reports whether rest makes a place in another clause of the number
// before it: ①项所述.
func isPlace(rest string) bool {
	rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
	if terminator(rest, "项款目点条所规约中的以") == 0 {
		return false
	}
	for _, unit := range [...]string{"项", "款", "目", "点", "条"} {
		rest = strings.TrimPrefix(rest, unit)
	}
	for _, w := range [...]string{"所述", "所列", "所指", "规定的", "约定的", "中所", "中的", "中规定", "中约定", "的规定", "的约定", "的情形", "的内容", "以外"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}
