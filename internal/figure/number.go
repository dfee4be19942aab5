package figure

import (
	"math"
	"math/bits"
	"strconv"
	"strings"

	"diptych/internal/numeral"
)

// number is m·10^e, exactly, or m·10^e parts of den where den is above 1.
// Zero is 0·10^0, and m does not end in 0.
type number struct {
	m   uint64
	e   int
	den uint64
}

func whole(m uint64) number { return number{m: m}.trim() }

func (n number) trim() number {
	if n.m == 0 {
		return number{den: n.den}
	}
	for n.m%10 == 0 {
		n.m /= 10
		n.e++
	}
	return n
}

// times returns n·k; where that is beyond reach it is n.
func (n number) times(k uint64) number {
	hi, lo := bits.Mul64(n.m, k)
	if hi > 0 {
		return n
	}
	return number{lo, n.e, n.den}.trim()
}

// shift returns n·10^e.
func (n number) shift(e int) number {
	if n.m > 0 {
		n.e += e
	}
	return n
}

// plus returns n+k; where that is beyond reach it is n.
func (n number) plus(k number) number {
	if n.m == 0 {
		return k
	}
	if k.m == 0 {
		return n
	}
	e := min(n.e, k.e)
	if max(n.e, k.e)-e > 15 || n.den > 1 || k.den > 1 {
		return n
	}
	a, b := n.m, k.m
	for range n.e - e {
		a *= 10
	}
	for range k.e - e {
		b *= 10
	}
	if bits.Len64(a) > 62 || bits.Len64(b) > 62 {
		return n
	}
	return number{m: a + b, e: e}.trim()
}

// int returns n where it is a whole number up to a million, else -1.
func (n number) int() int {
	v := n.m
	if n.e < 0 || n.e > 6 || n.den > 1 {
		return -1
	}
	for range n.e {
		v *= 10
	}
	if v > 1e6 || n.m > 1e6 {
		return -1
	}
	return int(v)
}

// less reports whether n is less than k; false for parts.
func (n number) less(k number) bool {
	if n.den > 1 || k.den > 1 {
		return false
	}
	return float64(n.m)*math.Pow10(n.e) < float64(k.m)*math.Pow10(k.e)
}

func (n number) String() string {
	s := strconv.FormatUint(n.m, 10)
	switch {
	case n.e > 0:
		s += strings.Repeat("0", min(n.e, 40))
	case n.e < 0 && -n.e < len(s):
		s = s[:len(s)+n.e] + "." + s[len(s)+n.e:]
	case n.e < 0:
		s = "0." + strings.Repeat("0", min(-n.e-len(s), 40)) + s
	}
	if n.den > 1 {
		s += "/" + strconv.FormatUint(n.den, 10)
	}
	return s
}

// plain returns the digits among words as a number is spelt, of whatever length:
// in ASCII, without what parts them or zeros in front. It is not empty: no digits but
// zeros are 0.
func plain(words string) string {
	digits := make([]byte, 0, len(words))
	for i := 0; i < len(words); i++ {
		if v, size := numeral.Digit(words[i:]); size > 0 && (v > 0 || len(digits) > 0) {
			digits = append(digits, byte('0'+v))
		}
	}
	if len(digits) == 0 {
		return "0"
	}
	return string(digits)
}

func pow10(e int) uint64 {
	v := uint64(1)
	for range e {
		v *= 10
	}
	return v
}

// form says how a number is written.
type form uint8

const (
	none     form = iota
	digital       // 30
	yearlike      // 2026, 二〇二六: four digits and nothing else
	lettered      // thirty, 三十
	lone          // 三, 十: one character, a number only before what it counts
)

// digit returns the value and size of the digit at i, ASCII or full-width, or
// a size of 0.
func (s *scanner) digit(i int) (v, size int) {
	return numeral.Digit(s.w[min(i, len(s.w)):])
}

// run reads digits: their value, how many there are and where they end. More
// than 18 are counted but no longer valued.
func (s *scanner) run(i int) (v uint64, count, end int) {
	n := numeral.Decimal(s.w[min(i, len(s.w)):])
	return n.Value, n.Count, i + n.Size
}

// decimal reads 30, 30,000.50 and ３０．５. The form is none for more digits
// than a number has.
func (s *scanner) decimal(i int) (n number, f form, end int) {
	v, count, end := s.run(i)
	if count == 0 {
		return number{}, none, i
	}
	f = digital
	if count == 4 && v >= 1900 && v < 2100 {
		f = yearlike
	}
	for group := count; group <= 3 && s.hasRune(end, ",，"); group = 3 {
		comma := end + len(string(s.at(end)))
		w, c, e := s.run(comma)
		if c != 3 || count > 15 || comma != end+1 && count > 3 {
			break
		}
		v, count, end = v*1000+w, count+3, e
	}
	if count > 18 {
		return number{}, none, end
	}
	n = whole(v)
	if s.hasRune(end, ".．") {
		dot := end + len(string(s.at(end)))
		w, c, e := s.run(dot)
		if c > 0 && c+count <= 18 {
			for range c {
				v *= 10
			}
			n, f, end = number{m: v + w, e: -c}.trim(), digital, e
		}
	}
	return n, f, end
}
