package numeral

import (
	"strings"
	"unicode/utf8"
)

// hanRun returns the size and count of the Han numerals at the start of s that
// belong together, and whether all of them are digits. Plain and formal ones
// do not mix but for a plain digit before a formal unit and behind one, so
// that 大陆百姓 and 大陆一百 hold no sum; 零 behind a unit belongs to what follows, if
// no numeral does: 三十零售店.
func hanRun(s string) (n Number, row bool) {
	row = true
	before := other
	for n.Size < len(s) {
		r, size := utf8.DecodeRuneInString(s[n.Size:])
		k, _ := glyph(r)
		if k == other {
			size, count := zeros(s, n.Size, before, row)
			if size == 0 {
				break
			}
			n.Size, n.Count, before = n.Size+size, n.Count+count, zero
			continue
		}
		if !follows(before, k) {
			break
		}
		row = row && k <= circle
		n.Size, n.Count = n.Size+size, n.Count+1
		before = k
	}
	for !row && strings.HasSuffix(s[:n.Size], "零") {
		n.Size, n.Count = n.Size-len("零"), n.Count-1
	}
	return n, row
}

// follows reports whether a numeral may stand behind another in one number.
func follows(before, k kind) bool {
	switch k {
	case formal:
		return before != digit && before != unit && before != tens
	case digit, unit, tens:
		return before != formal
	}
	return true
}

// zeros returns the size and count of the signs at i that are typed for 〇
// behind a numeral of a kind: 二0二六, 二OO八, 一百０五. A digit follows them, but in a
// row like 二0二0, where the same sign stands two before.
func zeros(s string, i int, before kind, row bool) (size, count int) {
	if before == other {
		return 0, 0
	}
	at := i
	for at < len(s) {
		n := zeroSign(s[at:])
		if n == 0 {
			break
		}
		at, count = at+n, count+1
	}
	if count == 0 || count > 3 {
		return 0, 0
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	if k, _ := glyph(r); k == digit || k == formal || row && count == 1 && before == digit && endsRow(s[:i], s[i:at]) && !isWord(r) {
		return at - i, count
	}
	return 0, 0
}

// zeroSign returns the size of a sign at the start of s that is typed for 〇, or
// 0.
func zeroSign(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '0', 'O', 'o', '０', 'Ｏ':
		return size
	}
	return 0
}

// endsRow reports whether a digit and the same sign before it stand before a
// sign: 二0二 before 0.
func endsRow(before, sign string) bool {
	_, n := utf8.DecodeLastRuneInString(before)
	before = before[:len(before)-n]
	return len(before) > len(sign) && before[len(before)-len(sign):] == sign
}

// isWord reports whether r goes on with an ASCII or full-width word or number.
func isWord(r rune) bool {
	return r < 0x80 && (isLetter(byte(r)) || r >= '0' && r <= '9') || r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'ｚ'
}
