package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/internal/policy"
)

// matchDigits reads 1. 1、 1) 01. 1.1 1.1.1 1.1. 1.1) and the like.
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
	if n := terminator(s[pos:], stops+")）"); n > 0 {
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
	case "KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "Kbps", "Mbps", "Gbps", "Hz", "KHz", "MHz", "GHz", "USD", "CNY", "RMB", "EUR", "HKD", "V", "W", "C":
		return true
	case "A": // 2.1 A book is lent: an article, where a word follows
		after := s[len(word):]
		next := strings.TrimLeftFunc(after, unicode.IsSpace)
		if next == after || next == "" || !isLetter(next[0]) {
			return true
		}
		switch next[:letterRun(next)] {
		case "of", "at", "or", "and", "to", "per", "for", "in", "max", "maximum", "fuse":
			return true
		}
		return false
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
