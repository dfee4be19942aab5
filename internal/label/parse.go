package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/internal/policy"
)

// Parse recognises a printed label at the start of s: Text + Gap + rest
// is s again. Where a form can also begin a sentence (第三条规定…, Section 2
// of…, 1.5 GB) what follows decides, and in doubt there is no label. Where
// ok is false, rest is s.
func Parse(s string) (label policy.Label, rest string, ok bool) {
	m := matchLabel(s)
	if m.size == 0 {
		return policy.Label{}, s, false
	}
	after := s[m.size:]
	gap := len(after) - len(strings.TrimLeftFunc(after, unicode.IsSpace))
	return policy.Label{Text: s[:m.size], Gap: after[:gap], Style: m.style, Path: m.path}, after[gap:], true
}

// match is a label found at the start of a string; size is in bytes, 0 where
// there is none.
type match struct {
	size  int
	style policy.LabelStyle
	path  []int
}

func found(size int, style policy.LabelStyle, path ...int) match { return match{size, style, path} }

func matchLabel(s string) match {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r >= '0' && r <= '9' || r >= '０' && r <= '９':
		return matchDigits(s)
	case r == '(' || r == '（':
		return matchParen(s, size)
	case r == '第':
		return matchDi(s)
	case r == '附':
		return matchFu(s)
	case r == '§':
		return matchEnglish(s, size, policy.StyleSection)
	case r < utf8.RuneSelf && isLetter(byte(r)):
		return matchLetters(s)
	case hanDigit(r) >= 0 || r == '十':
		return matchHan(s)
	}
	return matchSymbol(s, r, size)
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isWide reports whether r is a Han character, kana or full-width punctuation,
// which stands behind a label without a space.
func isWide(r rune) bool {
	return r >= 0x2e80 && r < 0xa000 || r >= 0xf900 && r < 0xfb00 || r >= 0xfe30 && r < 0xfff0 || r >= 0x20000
}

// stands reports whether what follows a label's last character lets it be one:
// nothing, a space, a wide character or an opening mark, but no Latin letter
// or digit that would make the label a part of a word.
func stands(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || unicode.IsSpace(r) || isWide(r) || strings.ContainsRune(`“‘"'([*—–-`, r)
}

// terminator returns the size of a full stop or enumeration comma at the
// start of s.
func terminator(s string, marks string) int {
	r, n := utf8.DecodeRuneInString(s)
	if n > 0 && r != utf8.RuneError && strings.ContainsRune(marks, r) {
		return n
	}
	return 0
}

const (
	stops  = ".．、"
	colons = ".．、:："
)

// matchDigits reads 1. 1、 1) 01. 1.1 1.1.1 1.1. and the like.
func matchDigits(s string) match {
	var path []int
	pos := 0
	for {
		v, count, n := digitRun(s[pos:])
		if count == 0 || count > 3 || len(path) == 6 {
			return match{}
		}
		path = append(path, v)
		pos += n
		dot := terminator(s[pos:], ".．")
		if dot == 0 {
			break
		}
		if _, count, _ := digitRun(s[pos+dot:]); count == 0 {
			break
		}
		pos += dot
	}
	rest := s[pos:]
	if len(path) > 1 {
		return matchDecimal(s, pos, path)
	}
	if n := terminator(rest, ")）"); n > 0 {
		return found(pos+n, policy.StyleDigitHalf, path...)
	}
	n := terminator(rest, stops)
	if n == 0 {
		return match{}
	}
	rest = rest[n:]
	if strings.HasSuffix(s[:pos+n], "、") {
		if _, count, size := digitRun(rest); count > 0 && terminator(strings.TrimLeftFunc(rest[size:], unicode.IsSpace), "、和及") > 0 {
			return match{} // 1、2 和 3
		}
		return found(pos+n, policy.StyleDecimal, path...)
	}
	if !stands(rest) && (rest[0] < 'A' || rest[0] > 'Z') {
		return match{}
	}
	return found(pos+n, policy.StyleDecimal, path...)
}

// matchDecimal judges a number of several components that ends at pos: 1.1
// is a label, 1.5 GB, 3.14, 10.0.0.1 and 01.02.2024 are none.
func matchDecimal(s string, pos int, path []int) match {
	for _, v := range path {
		if v == 0 || v > 99 {
			return match{}
		}
	}
	if n := terminator(s[pos:], stops); n > 0 {
		if !stands(s[pos+n:]) {
			return match{}
		}
		return found(pos+n, policy.StyleDecimal, path...)
	}
	rest := s[pos:]
	words := strings.TrimLeftFunc(rest, unicode.IsSpace)
	switch {
	case !stands(rest), len(path) == 2 && words == "", isQuantity(words):
		return match{}
	case len(path) == 2 && words[0] >= 'a' && words[0] <= 'z':
		return match{} // 3.14 is …
	case terminator(words, "-–—/") > 0, terminator(words, "，,；;。！？") > 0:
		return match{}
	}
	return found(pos, policy.StyleDecimal, path...)
}

// isQuantity reports whether s begins with a unit, so that the number before it
// is an amount.
func isQuantity(s string) bool {
	word := s[:len(s)-len(strings.TrimLeftFunc(s, func(r rune) bool { return r < utf8.RuneSelf && isLetter(byte(r)) }))]
	switch word {
	case "KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "Kbps", "Mbps", "Gbps", "Hz", "KHz", "MHz", "GHz", "USD", "CNY", "RMB", "EUR", "HKD", "V", "W", "A", "C":
		return true
	}
	for _, u := range [...]string{"%", "％", "‰", "°", "℃", "倍", "万", "亿", "元", "折", "版", "米", "公里", "厘米", "毫米", "千克", "公斤", "吨",
		"小时", "分钟", "秒", "个月", "个小时", "个百分点", "个工作日", "美元", "欧元", "港元", "英寸", "寸"} {
		if strings.HasPrefix(s, u) {
			return true
		}
	}
	for _, u := range [...]string{"年", "月", "日", "天"} {
		if rest, ok := strings.CutPrefix(s, u); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			return rest == "" || !unicode.Is(unicode.Han, r) || strings.ContainsRune("内以之后前的至到", r)
		}
	}
	return false
}
