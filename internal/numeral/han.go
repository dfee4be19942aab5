package numeral

import "unicode/utf8"

// kind says what a Han numeral does in a number.
type kind uint8

const (
	other      kind = iota
	digit           // 一, 两
	formal          // 壹
	zero            // 〇, 零
	circle          // ○, a sign that is zero inside a number alone
	unit            // 十, 百, 千
	formalUnit      // 拾, 佰, 仟
	tens            // 廿, 卅, 卌
	scale           // 万, 亿
)

// glyph returns what a character does in a number, and its value.
func glyph(r rune) (kind, uint64) {
	switch r {
	case '〇', '零':
		return zero, 0
	case '○', '◯':
		return circle, 0
	case '一':
		return digit, 1
	case '二', '两', '兩':
		return digit, 2
	case '三':
		return digit, 3
	case '四':
		return digit, 4
	case '五':
		return digit, 5
	case '六':
		return digit, 6
	case '七':
		return digit, 7
	case '八':
		return digit, 8
	case '九':
		return digit, 9
	case '壹':
		return formal, 1
	case '贰', '貳':
		return formal, 2
	case '叁', '叄', '參':
		return formal, 3
	case '肆':
		return formal, 4
	case '伍':
		return formal, 5
	case '陆', '陸':
		return formal, 6
	case '柒':
		return formal, 7
	case '捌':
		return formal, 8
	case '玖':
		return formal, 9
	case '十':
		return unit, 10
	case '百':
		return unit, 100
	case '千':
		return unit, 1000
	case '拾':
		return formalUnit, 10
	case '佰':
		return formalUnit, 100
	case '仟':
		return formalUnit, 1000
	case '廿':
		return tens, 20
	case '卅':
		return tens, 30
	case '卌':
		return tens, 40
	case '万', '萬':
		return scale, 1e4
	case '亿', '億':
		return scale, 1e8
	}
	return other, 0
}

// IsHan reports whether a number may begin with r: a Han numeral, formal or
// not.
func IsHan(r rune) bool {
	k, _ := glyph(r)
	return k != other && k != circle
}

// HanUnit returns the power of ten that 十 to 亿 stand for, formal or not, and
// 0 for any other character.
func HanUnit(r rune) int {
	switch k, v := glyph(r); {
	case k < unit || k == tens:
		return 0
	case v == 10:
		return 1
	case v == 100:
		return 2
	case v == 1000:
		return 3
	case v == 1e4:
		return 4
	}
	return 8
}

// maxHan is how many numerals a number has at most; those that are digits one
// after the other are maxRow.
const (
	maxHan = 31
	maxRow = 12
)

// Han reads the Han numerals at the start of s, below 10^16: 十五, 两万五, 廿一,
// 一百○二, 二〇二六, 壹仟贰佰. Where they make no number the form is None, and the
// size that of the numerals.
func Han(s string) Number {
	// The first byte of a numeral is that of 〇 or of a Han character; ○, which
	// begins no number, has another.
	if s == "" || s[0] < 0xe3 || s[0] > 0xe9 {
		return Number{}
	}
	n, row := hanRun(s)
	if n.Count == 0 {
		return n
	}
	switch text := s[:n.Size]; {
	case n.Count > maxHan:
	case n.Count == 1:
		n.lone(text)
	case row:
		n.row(text)
	default:
		n.sum(text)
	}
	return n
}

// lone judges one numeral. 百, 千, 万 and 亿 are none by themselves.
func (n *Number) lone(text string) {
	r, _ := utf8.DecodeRuneInString(text)
	switch k, v := glyph(r); {
	case r == '两' || r == '兩':
		n.Value, n.Form = v, Two
	case k == digit, k == zero, k == tens, r == '十':
		n.Value, n.Form = v, Lone
	case k == formal, r == '拾':
		n.Value, n.Form = v, Formal
	}
}

// row judges digits one after the other.
func (n *Number) row(text string) {
	if n.Count > maxRow {
		return
	}
	last, lastRune := other, rune(0)
	for _, r := range text {
		var v uint64
		last, v = glyph(r)
		n.Value, lastRune = n.Value*10+v, r
	}
	n.Form = Row
	if n.Count == 2 && (last == digit || last == formal || lastRune == '零') {
		n.Form = Pair
	}
}

// sum judges numerals with units.
func (n *Number) sum(text string) {
	a := adder{last: 1e4}
	for _, r := range text {
		k, v := glyph(r)
		if !a.add(k, v) {
			return
		}
	}
	n.Value, n.Form = a.end(), Sum
}

// adder adds up numerals with units. Units fall within a section of up to
// 9999, and sections fall: 亿, 万, the rest.
type adder struct {
	total, section, digit uint64
	last                  uint64 // the unit before in the section, or 1e4
	tail                  uint64 // the unit or scale before
	waits                 bool   // the digit waits for its unit
	zero                  bool   // a zero came since the last unit
}

// add reports whether a numeral may follow those before.
func (a *adder) add(k kind, v uint64) bool {
	switch k {
	case unit, formalUnit:
		if v >= a.last {
			return false
		}
		if a.digit == 0 { // 十五, 一百零十
			if v > 10 || a.waits && a.section == 0 {
				return false
			}
			a.digit = 1
		}
		a.section += a.digit * v
		a.last = v
	case tens:
		if a.digit > 0 || a.last <= 10 {
			return false
		}
		a.section += v
		a.last, v = 10, 10
	case scale:
		a.section += a.digit
		if !a.scale(v) {
			return false
		}
		a.section, a.last = 0, 1e4
	default:
		if a.digit > 0 {
			return false
		}
		a.digit, a.waits, a.zero = v, true, a.zero || v == 0
		return true
	}
	a.digit, a.waits, a.zero, a.tail = 0, false, false, v
	return true
}

// scale multiplies what came before 万 or 亿.
func (a *adder) scale(v uint64) bool {
	if v == 1e4 {
		if a.section == 0 || a.total%1e8 != 0 {
			return false
		}
		a.total += a.section * v
		return true
	}
	if a.total >= 1e8 || a.total+a.section == 0 {
		return false
	}
	a.total = (a.total + a.section) * v
	return true
}

// end returns the sum. A digit behind a unit counts the next lower one: 一百五
// is 150, 两万五 is 25000.
func (a *adder) end() uint64 {
	if a.tail > 10 && !a.zero {
		a.digit *= a.tail / 10
	}
	return a.total + a.section + a.digit
}
