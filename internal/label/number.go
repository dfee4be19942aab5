package label

import (
	"math"
	"strings"

	"diptych/internal/numeral"
	"diptych/internal/policy"
)

// How far labels count. More roman numerals look like words (mix, civil), a
// row of four Han digits is a year, and more than four digits are none.
const (
	maxRoman      = 39
	maxRomanPlace = 399 // behind Article and its like
	maxNumber     = 9999
	maxRow        = 3
)

// digitRun reads the digits at the start of s and returns their value and how
// many there are; size is in bytes. Callers look at the count first.
func digitRun(s string) (value, count, size int) {
	n := numeral.Decimal(s)
	return int(min(n.Value, math.MaxInt32)), n.Count, n.Size
}

// hanNumber reads the Han numeral at the start of s. The size is 0 where there
// is none, or none that a label counts with: 两, a year, 10000.
func hanNumber(s string) (value, size int) {
	n := numeral.Han(s)
	if n.Form == numeral.None || n.Form == numeral.Two || n.Value > maxNumber || n.Form == numeral.Row && n.Count > maxRow {
		return 0, 0
	}
	return int(n.Value), n.Size
}

// placeNumber reads what may stand behind 第 or 附件: a Han numeral, up to four
// digits, or Ⅳ.
func placeNumber(s string) (value, size int) {
	if v, size := hanNumber(s); size > 0 {
		return v, size
	}
	if v, count, size := digitRun(s); count > 0 {
		if count > 4 {
			return 0, 0
		}
		return v, size
	}
	if n := numeral.Symbol(s); n.Form == numeral.UpperRoman || n.Form == numeral.LowerRoman {
		return int(n.Value), n.Size
	}
	return 0, 0
}

// placePath reads what placeNumber reads, and 1.1: 第1.1条, 附件1.1.
func placePath(s string) (path []int, size int) {
	v, size := placeNumber(s)
	if size == 0 {
		return nil, 0
	}
	path = append(path, v)
	if _, count, _ := digitRun(s); count == 0 {
		return path, size
	}
	for len(path) < 6 {
		dot := terminator(s[size:], ".．")
		v, count, n := digitRun(s[size+dot:])
		if dot == 0 || count == 0 || count > 3 {
			break
		}
		path, size = append(path, v), size+dot+n
	}
	return path, size
}

// romanNumber reads the roman numeral that w is.
func romanNumber(w string) (value int, ok bool) {
	n := numeral.Roman(w)
	return int(n.Value), n.Size == len(w) && n.Form != numeral.None && n.Value <= maxRoman
}

// romanPlace reads the roman numeral that a word in capitals is, behind another
// one: Article XL. That of an appendix may be two letters.
func romanPlace(w string, style policy.LabelStyle) (value int, ok bool) {
	n := numeral.Roman(w)
	if len(w) > 1 && style != policy.StyleAppendix && n.Form == numeral.UpperRoman && n.Size == len(w) && n.Value <= maxRomanPlace {
		return int(n.Value), true
	}
	return romanNumber(w)
}

// Roman spells n as a lower-case roman numeral, as far as labels count with
// them, from 1 to 39; beyond, "".
func Roman(n int) string {
	if n > maxRoman {
		return ""
	}
	return numeral.FormatRoman(n)
}

// wordNumber reads the English number at the start of s. It is capitalised, or
// in capitals as a whole.
func wordNumber(s string) numeral.Number {
	n := numeral.English(s)
	if n.Form == numeral.None || n.Value > maxNumber || s[0] > 'Z' {
		return numeral.Number{}
	}
	first := s[:letterRun(s)]
	if len(first) < len("One") { // A hundred
		return numeral.Number{}
	}
	if first[1:] != strings.ToLower(first[1:]) && s[:n.Size] != strings.ToUpper(s[:n.Size]) {
		return numeral.Number{}
	}
	return n
}
