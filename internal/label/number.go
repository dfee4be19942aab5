package label

import (
	"strings"
	"unicode/utf8"
)

// digitRun reads ASCII or full-width digits at the start of s and returns
// their value and how many there are; size is in bytes. More than four digits
// are counted but no longer valued.
func digitRun(s string) (value, count, size int) {
	for size < len(s) {
		r, n := utf8.DecodeRuneInString(s[size:])
		switch {
		case r >= '0' && r <= '9':
			r -= '0'
		case r >= '０' && r <= '９':
			r -= '０'
		default:
			return value, count, size
		}
		if count < 4 {
			value = value*10 + int(r)
		}
		count++
		size += n
	}
	return value, count, size
}

func hanDigit(r rune) int {
	switch r {
	case '〇', '零':
		return 0
	case '一':
		return 1
	case '二', '两':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

func hanUnit(r rune) int {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	}
	return 0
}

// hanNumber reads a Chinese numeral up to 9999 at the start of s: 十二,
// 一百零三, or digit by digit 一〇二 (three digits at most, so that it is no
// year). The size is 0 where there is none.
func hanNumber(s string) (value, size int) {
	total, digit, count, last := 0, -1, 0, 10000
	for size < len(s) {
		r, n := utf8.DecodeRuneInString(s[size:])
		if u := hanUnit(r); u > 0 {
			if digit < 0 {
				if u != 10 {
					return 0, 0
				}
				digit = 1
			}
			if u >= last || count > 1 {
				return 0, 0
			}
			total, digit, count, last = total+digit*u, -1, 0, u
		} else if d := hanDigit(r); d >= 0 {
			switch {
			case digit <= 0:
				digit = d
			case last < 10000:
				return 0, 0
			default:
				digit = digit*10 + d
			}
			if count++; count > 3 {
				return 0, 0
			}
		} else {
			break
		}
		size += n
	}
	if size == 0 {
		return 0, 0
	}
	return total + max(digit, 0), size
}

// romanNumber reads a roman numeral made of i, v and x of one case, up to 39,
// in its canonical spelling. Larger ones look like words (mix, civil).
func romanNumber(s string) (value int, ok bool) {
	if s == "" || len(s) > 7 {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		d := romanDigit(s[i])
		if d == 0 || d > 10 || s[i]&0x20 != s[0]&0x20 {
			return 0, false
		}
		if i+1 < len(s) && romanDigit(s[i+1]) > d {
			value -= d
		} else {
			value += d
		}
	}
	return value, value > 0 && value < 40 && strings.EqualFold(s, Roman(value))
}

func romanDigit(c byte) int {
	switch c | 0x20 {
	case 'i':
		return 1
	case 'v':
		return 5
	case 'x':
		return 10
	case 'l':
		return 50
	case 'c':
		return 100
	case 'd':
		return 500
	case 'm':
		return 1000
	}
	return 0
}

// Roman spells n, from 1 to 39, as a lower-case roman numeral; beyond, "".
func Roman(n int) string {
	if n < 1 || n > 39 {
		return ""
	}
	ones := [...]string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}
	return strings.Repeat("x", n/10) + ones[n%10]
}

// numberWords are the numbers that English labels spell out.
var numberWords = [...]string{"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
	"Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty"}

var ordinalWords = [...]string{"First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
	"Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth", "Twentieth"}

// wordNumber returns the place, from 1, of w in the list, as written there or
// in capitals; 0 where it is not in it.
func wordNumber(w string, list []string) int {
	for i, s := range list {
		if len(s) == len(w) && strings.EqualFold(s, w) && (s == w || w == strings.ToUpper(w)) {
			return i + 1
		}
	}
	return 0
}
