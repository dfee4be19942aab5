package label

import (
	"strings"

	"diptych/internal/numeral"
	"diptych/internal/policy"
)

// romanShift is how far the roman families stand behind the alphabetic ones.
const romanShift = policy.StyleRoman - policy.StyleAlpha

// isAlpha reports whether the family counts with letters, not roman numerals.
func isAlpha(s policy.LabelStyle) bool { return s >= policy.StyleAlpha && s < policy.StyleRoman }

func isRoman(s policy.LabelStyle) bool {
	return s >= policy.StyleRoman && s <= policy.StyleUpperRomanHalf
}

// After returns the label l as it reads behind prev, the label before it in the
// same row. A lone letter may be a letter or a roman numeral: (i) behind (h)
// is the ninth letter, behind nothing it is one. So may (ii) behind (hh), and
// Appendix I behind Appendix H.
func After(l, prev policy.Label) policy.Label {
	if !isAlpha(l.Style) && !isRoman(l.Style) && l.Style != policy.StyleAppendix || len(l.Path) != 1 || len(prev.Path) != 1 {
		return l
	}
	other := l
	letters := ownLetters(l)
	switch {
	case letters == "":
		return l
	case isAlpha(l.Style):
		other.Style += romanShift
		other.Path = []int{int(numeral.Roman(letters).Value)}
	case isRoman(l.Style):
		other.Style -= romanShift
		fallthrough
	default:
		other.Path = []int{letterValue(letters)}
	}
	if prev.Style == other.Style && other.Path[0] > 0 && prev.Path[0]+1 == other.Path[0] {
		return other
	}
	return l
}

// ownLetters returns what may be letters of a row or a roman numeral in the text
// of a label: a letter, or the same letter twice. Else it is "".
func ownLetters(l policy.Label) string {
	text := l.Text
	if words := strings.Fields(text); l.Style == policy.StyleAppendix && len(words) > 1 {
		text = words[1]
	}
	letters, _ := letterWord(strings.TrimLeft(text, "(（"))
	if len(letters) == 1 || len(letters) == 2 && letters[0] == letters[1] && isBracket(text) > 0 {
		return letters
	}
	return ""
}
