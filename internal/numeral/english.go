package numeral

import "strings"

// word is what an English word says in a number.
type word struct {
	value   uint64
	ordinal bool
}

// words are the numbers that English spells, and dozen. From a hundred on a
// word multiplies.
var words = map[string]word{
	"one": {1, false}, "two": {2, false}, "three": {3, false}, "four": {4, false}, "five": {5, false}, "six": {6, false},
	"seven": {7, false}, "eight": {8, false}, "nine": {9, false}, "ten": {10, false}, "eleven": {11, false}, "twelve": {12, false},
	"thirteen": {13, false}, "fourteen": {14, false}, "fifteen": {15, false}, "sixteen": {16, false}, "seventeen": {17, false},
	"eighteen": {18, false}, "nineteen": {19, false}, "twenty": {20, false}, "thirty": {30, false}, "forty": {40, false},
	"fourty": {40, false}, "fifty": {50, false}, "sixty": {60, false}, "seventy": {70, false}, "eighty": {80, false}, "ninety": {90, false},
	"hundred": {100, false}, "thousand": {1e3, false}, "million": {1e6, false}, "billion": {1e9, false}, "trillion": {1e12, false},

	"first": {1, true}, "second": {2, true}, "third": {3, true}, "fourth": {4, true}, "fifth": {5, true}, "sixth": {6, true},
	"seventh": {7, true}, "eighth": {8, true}, "ninth": {9, true}, "tenth": {10, true}, "eleventh": {11, true}, "twelfth": {12, true},
	"thirteenth": {13, true}, "fourteenth": {14, true}, "fifteenth": {15, true}, "sixteenth": {16, true}, "seventeenth": {17, true},
	"eighteenth": {18, true}, "nineteenth": {19, true}, "twentieth": {20, true}, "thirtieth": {30, true}, "fortieth": {40, true},
	"fiftieth": {50, true}, "sixtieth": {60, true}, "seventieth": {70, true}, "eightieth": {80, true}, "ninetieth": {90, true},
	"hundredth": {100, true}, "thousandth": {1e3, true}, "millionth": {1e6, true}, "billionth": {1e9, true}, "trillionth": {1e12, true},
}

// initials are the letters that they, a, and and dozen begin with.
const initials = "abdefhmnost"

// longestWord is the length of the longest of the words.
const longestWord = len("seventeenth")

// English reads the English number at the start of s, in any case, from 1 to
// below 10^15: thirty, twenty-one, one hundred and five, a thousand, two dozen;
// first, twenty-first, hundredth. Words are parted by a hyphen or up to three
// spaces. What follows the last word is the caller's: one of them, seconds.
func English(s string) Number {
	first, size := lookup(s)
	article := first.value == 0 && isArticle(s[:size])
	if first.value == 0 && !article || first.value >= 100 && !first.ordinal {
		return Number{}
	}
	c := counter{cur: max(first.value, 1), last: max(first.value, 1), scale: 1e15, size: size, count: 1}
	switch {
	case first.ordinal:
		return c.number(Ordinal)
	case article && !c.next(s):
		return Number{}
	}
	for !c.done && c.next(s) {
	}
	if c.ordinal {
		return c.number(Ordinal)
	}
	return c.number(Cardinal)
}

// IsEnglish reports whether w is a word of an English number, or several that
// hyphens join, and no ordinal: nine, forty-five, hundred.
func IsEnglish(w string) bool {
	word, size := lookup(w)
	if size == len(w) {
		return word.value > 0 && !word.ordinal
	}
	n := English(w)
	return n.Form == Cardinal && n.Size == len(w)
}

// EnglishScale returns the power of ten that hundred, thousand, million, billion
// or trillion stands for, and 0 for any other word.
func EnglishScale(w string) int {
	scale, size := lookup(w)
	if size < len(w) || scale.value < 100 || scale.ordinal {
		return 0
	}
	power := 0
	for v := scale.value; v > 1; v /= 10 {
		power++
	}
	return power
}

// counter adds up the words of a number.
type counter struct {
	total, cur    uint64 // above and below the scale before
	last, scale   uint64 // the word before; thousand, million … before, which fall
	size, count   int    // bytes and words read
	ordinal, done bool   // the number ends with an ordinal; nothing can follow
}

func (c *counter) number(f Form) Number { return Number{c.total + c.cur, c.size, c.count, f} }

// next reads one more word, and and before it, and reports whether it belongs
// to the number.
func (c *counter) next(s string) bool {
	at := wordAfter(s, c.size)
	w, size := lookup(s[at:])
	if size == len("and") && c.last >= 100 && strings.EqualFold(s[at:at+size], "and") {
		at = wordAfter(s, at+size)
		if w, size = lookup(s[at:]); w.value >= 100 {
			return false
		}
	}
	switch v := w.value; {
	case size == 0:
		return false
	case v == 0 && c.cur > 0 && c.cur < 100 && strings.EqualFold(s[at:at+size], "dozen"):
		c.cur, c.done = c.cur*12, true
	case v == 100 && c.cur > 0 && c.cur < 100:
		c.cur *= 100
	case v >= 1000 && v < c.scale && c.cur > 0 && c.cur < 1000:
		c.total, c.cur, c.scale = c.total+c.cur*v, 0, v
	case v > 0 && v < 10 && c.last >= 20 && c.last < 100, v > 0 && v < 100 && c.last >= 100:
		c.cur += v
	default:
		return false
	}
	c.last, c.size, c.count = w.value, at+size, c.count+1
	c.ordinal = w.ordinal
	c.done = c.done || w.ordinal
	return true
}

// lookup returns the letters at the start of s as a word of a number, and
// their size in bytes; the word is zero where they are none. The size is 0 where
// they begin with a letter that no word of a number does.
func lookup(s string) (word, int) {
	if s == "" || strings.IndexByte(initials, s[0]|0x20) < 0 {
		return word{}, 0
	}
	size := 0
	for size < len(s) && isLetter(s[size]) {
		size++
	}
	if size < len("one") || size > longestWord {
		return word{}, size
	}
	var lower [longestWord]byte
	for i := range size {
		lower[i] = s[i] | 0x20
	}
	return words[string(lower[:size])], size
}

func isArticle(w string) bool {
	return len(w) > 0 && len(w) < 3 && w[0]|0x20 == 'a' && (len(w) == 1 || w[1]|0x20 == 'n')
}

// wordAfter returns where the word behind a hyphen or spaces at i begins, or
// the end of s.
func wordAfter(s string, i int) int {
	at := i
	for range 3 {
		n := space(s[at:])
		if n == 0 {
			break
		}
		at += n
	}
	if at == i {
		for _, hyphen := range [...]string{"-", "‑"} {
			if strings.HasPrefix(s[i:], hyphen) {
				return i + len(hyphen)
			}
		}
		return len(s)
	}
	return at
}

// space returns the size of a space at the start of s; a line feed is none.
func space(s string) int {
	for _, sp := range [...]string{" ", "\t", "\u00a0", "\u3000", "\u2009", "\u202f"} {
		if strings.HasPrefix(s, sp) {
			return len(sp)
		}
	}
	return 0
}
