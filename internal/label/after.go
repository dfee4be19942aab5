package label

import (
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
// is the ninth letter, behind nothing it is one.
func After(l, prev policy.Label) policy.Label {
	if !isAlpha(l.Style) && !isRoman(l.Style) || len(l.Path) != 1 || len(prev.Path) != 1 {
		return l
	}
	other := l
	switch letter, ok := loneLetter(l.Text); {
	case !ok:
		return l
	case isAlpha(l.Style):
		other.Style += romanShift
		other.Path = []int{romanLetter(letter)}
	case isRoman(l.Style):
		other.Style -= romanShift
		other.Path = []int{int(letter|0x20-'a') + 1}
	}
	if prev.Style == other.Style && other.Path[0] > 0 && prev.Path[0]+1 == other.Path[0] {
		return other
	}
	return l
}

// loneLetter returns the letter of a label that counts with a single one.
func loneLetter(text string) (byte, bool) {
	var found byte
	for i := 0; i < len(text); i++ {
		if c := text[i] | 0x20; c >= 'a' && c <= 'z' && text[i] < 0x80 {
			if found != 0 {
				return 0, false
			}
			found = text[i]
		}
	}
	return found, found != 0
}

// romanLetter returns what a letter counts as a roman numeral, or 0.
func romanLetter(c byte) int { return int(numeral.Roman(string([]byte{c})).Value) }
