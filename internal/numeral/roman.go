package numeral

// romans spells the ones, tens, hundreds and thousands.
var romans = [4][]string{
	{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"},
	{"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"},
	{"", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm"},
	{"", "m", "mm", "mmm"},
}

// maxRoman is the length of the longest roman numeral, 3888.
const maxRoman = len("mmmdccclxxxviii")

// Roman reads the word of ASCII letters at the start of s as a roman numeral
// in its canonical spelling and in one case, from 1 to 3999. From 50 on many
// are words too (mix, civil, c); how far a number goes is the caller's.
func Roman(s string) Number {
	size := 0
	for size < len(s) && isLetter(s[size]) {
		size++
	}
	if size == 0 || size > maxRoman {
		return Number{}
	}
	mark := s[0] & 0x20
	v, at := 0, 0
	for k := len(romanLetters) - 1; k >= 0; k-- {
		d, n := romanDigit(s[at:size], romanLetters[k], mark)
		v, at = v*10+d, at+n
	}
	switch {
	case at < size:
		return Number{}
	case mark == 0:
		return Number{uint64(v), size, size, UpperRoman}
	}
	return Number{uint64(v), size, size, LowerRoman}
}

// romanLetters are the letters for one, five and ten of the ones, tens,
// hundreds and thousands, in capitals.
var romanLetters = [4][3]byte{{'I', 'V', 'X'}, {'X', 'L', 'C'}, {'C', 'D', 'M'}, {'M', 0, 0}}

// romanDigit reads 0 to 9 at the start of s and returns how many letters it
// takes; mark is the bit that makes small letters of capitals.
func romanDigit(s string, letters [3]byte, mark byte) (digit, size int) {
	is := func(i, which int) bool { return i < len(s) && s[i] == letters[which]|mark }
	switch {
	case is(0, 0) && is(1, 2):
		return 9, 2
	case is(0, 0) && is(1, 1):
		return 4, 2
	case is(0, 1):
		digit, size = 5, 1
	}
	for n := 0; n < 3 && is(size, 0); n++ {
		digit, size = digit+1, size+1
	}
	return digit, size
}

// FormatRoman spells n, from 1 to 3999, as a lower-case roman numeral; beyond,
// "".
func FormatRoman(n int) string {
	if n < 1 || n > 3999 {
		return ""
	}
	return romans[3][n/1000] + romans[2][n/100%10] + romans[1][n/10%10] + romans[0][n%10]
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
