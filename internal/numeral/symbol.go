package numeral

import "unicode/utf8"

// symbols are the characters that are a number in themselves, by first and
// last character and the number of the first, in the order of Unicode.
var symbols = [...]struct {
	first, last rune
	from        uint64
	form        Form
}{
	{'Ⅰ', 'Ⅻ', 1, UpperRoman}, {'ⅰ', 'ⅻ', 1, LowerRoman}, {'①', '⑳', 1, Circle}, {'⑴', '⒇', 1, Bracket}, {'⒈', '⒛', 1, Stop},
	{'⓫', '⓴', 11, Circle}, {'⓵', '⓾', 1, Circle}, {'❶', '❿', 1, Circle}, {'➀', '➉', 1, Circle}, {'➊', '➓', 1, Circle},
	{'㈠', '㈩', 1, HanBracket}, {'㉑', '㉟', 21, Circle}, {'㊀', '㊉', 1, HanCircle}, {'㊱', '㊿', 36, Circle},
}

// Symbol reads a number that is one character: ① to ㊿, ❶ to ⓴, ⑴ to ⒇, ⒈ to
// ⒛, ㈠ to ㈩, ㊀ to ㊉, Ⅰ to Ⅻ and ⅰ to ⅻ.
func Symbol(s string) Number {
	// All are E2 85 to E2 9E and E3 88 to E3 8A in UTF-8.
	if len(s) < 3 || s[0] != 0xe2 && s[0] != 0xe3 {
		return Number{}
	}
	r, size := utf8.DecodeRuneInString(s)
	for i := range symbols {
		if y := &symbols[i]; r >= y.first && r <= y.last {
			return Number{y.from + uint64(r-y.first), size, 1, y.form}
		}
	}
	return Number{}
}
