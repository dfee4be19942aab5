package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/internal/policy"
)

// matchHan reads 一、 一. 一） .
func matchHan(s string) match {
	v, size := hanNumber(s)
	if size == 0 {
		return match{}
	}
	rest := s[size:]
	if n := terminator(rest, ")）"); n > 0 {
		return found(size+n, policy.StyleHanHalf, v)
	}
	n := terminator(rest, stops)
	if n == 0 {
		return match{}
	}
	if _, next := hanNumber(rest[n:]); next > 0 {
		tail := rest[n+next:]
		if tail == "" || terminator(tail, "、和及两类级等是") > 0 {
			return match{} // 一、二、三等
		}
	}
	return found(size+n, policy.StyleHan, v)
}

// matchParen reads (1) （一） (a) (ix); open is the size of the bracket.
func matchParen(s string, open int) match {
	in := s[open:]
	if v, count, size := digitRun(in); count > 0 {
		n := terminator(in[size:], ")）")
		if n == 0 || count > 3 {
			return match{}
		}
		words := strings.TrimLeftFunc(in[size+n:], unicode.IsSpace)
		if _, next, _ := digitRun(words); count == 3 && next > 0 {
			return match{} // (010) 5550 0100
		}
		return found(open+size+n, policy.StyleDigitParen, v)
	}
	if v, size := hanNumber(in); size > 0 {
		if n := terminator(in[size:], ")）"); n > 0 {
			return found(open+size+n, policy.StyleHanParen, v)
		}
		return match{}
	}
	size := letterRun(in)
	n := terminator(in[size:], ")）")
	if size == 0 || n == 0 {
		return match{}
	}
	style, v := letterLabel(in[:size], policy.StyleAlphaParen)
	rest := in[size+n:]
	if v == 0 || !stands(rest) || isYear(rest) && in[0]|0x20 == 'c' {
		return match{} // (s)he, (c) 2026
	}
	return found(open+size+n, style, v)
}

// isYear reports whether s begins with white space and a number of four digits.
func isYear(s string) bool {
	_, count, _ := digitRun(strings.TrimLeftFunc(s, unicode.IsSpace))
	return count == 4
}

// references are the words that make 第三条 or 附件一 before them a reference
// in a sentence where no space parts them.
var references = [...]string{"规定", "约定", "所", "的", "中", "第", "至", "到", "和", "或", "与", "及", "以", "款", "项", "节",
	"内", "外", "等", "列", "载", "提", "另有", "适用", "、", "，", ",", "。", "；", "》", "”", "）"}

func isReference(rest string) bool {
	for _, w := range references {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// matchDi reads 第一章, 第 3 条, 第三条之一 and the enumerations 第一，.
func matchDi(s string) match {
	pos := len("第")
	pos += spaces(s[pos:])
	v, size := hanNumber(s[pos:])
	if size == 0 {
		var count int
		if v, count, size = digitRun(s[pos:]); count == 0 || count > 4 {
			return match{}
		}
	}
	pos += size
	if n := terminator(s[pos:], "，,、：:"); n > 0 {
		rest := s[pos+n:]
		if _, next := hanNumber(rest); next > 0 || strings.HasPrefix(rest, "第") {
			return match{} // 第一、二款
		}
		return found(pos+n, policy.StyleOrdinal, v)
	}
	pos += spaces(s[pos:])
	style, n := diUnit(s[pos:])
	if n == 0 {
		return match{}
	}
	pos += n
	path := []int{v}
	if rest, ok := strings.CutPrefix(s[pos:], "之"); ok {
		w, n := hanNumber(rest)
		if n == 0 {
			return match{}
		}
		path = append(path, w)
		pos += len("之") + n
	}
	rest := s[pos:]
	if style == policy.StyleParagraph && rest != "" && spaces(rest) == 0 && terminator(rest, colons) == 0 {
		return match{}
	}
	if n := terminator(rest, ".．:："); n > 0 {
		return match{pos + n, style, path}
	}
	if isReference(rest) {
		return match{}
	}
	return match{pos, style, path}
}

// diUnit reads the counter behind 第…: 章, 节, 条, 款, 部分, 编.
func diUnit(s string) (policy.LabelStyle, int) {
	if strings.HasPrefix(s, "部分") {
		return policy.StylePart, len("部分")
	}
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '编', '篇', '卷':
		return policy.StylePart, n
	case '章':
		return policy.StyleChapter, n
	case '节':
		return policy.StyleSection, n
	case '条':
		return policy.StyleArticle, n
	case '款', '项', '目':
		return policy.StyleParagraph, n
	}
	return policy.StyleNone, 0
}

// matchFu reads 附件一, 附件 1：, 附录 A, 附表二.
func matchFu(s string) match {
	pos := len("附件")
	if len(s) < pos || !(strings.HasPrefix(s, "附件") || strings.HasPrefix(s, "附录") || strings.HasPrefix(s, "附表")) {
		return match{}
	}
	pos += spaces(s[pos:])
	v, size := hanNumber(s[pos:])
	if size == 0 {
		var count int
		v, count, size = digitRun(s[pos:])
		if count > 3 {
			return match{}
		}
	}
	if size == 0 && pos < len(s) && s[pos] >= 'A' && s[pos] <= 'Z' && letterRun(s[pos:]) == 1 {
		v, size = int(s[pos]-'A')+1, 1
	}
	if size == 0 {
		return match{}
	}
	pos += size
	rest := s[pos:]
	if n := terminator(rest, colons); n > 0 {
		if next, _ := utf8.DecodeRuneInString(rest[n:]); rest[:n] == "、" && strings.ContainsRune("附一二三四五六七八九十", next) {
			return match{} // 附件一、二
		}
		return found(pos+n, policy.StyleAppendix, v)
	}
	if !stands(rest) || isReference(rest) {
		return match{}
	}
	return found(pos, policy.StyleAppendix, v)
}

// spaces returns the size of the white space at the start of s.
func spaces(s string) int { return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)) }

// matchSymbol reads labels that are one character: ① ⑴ ⒈ ㈠, and Ⅳ、 with its
// comma.
func matchSymbol(s string, r rune, size int) match {
	for _, f := range [...]struct {
		first, last rune
		from        int
		style       policy.LabelStyle
	}{
		{'①', '⑳', 1, policy.StyleCircled}, {'㉑', '㉟', 21, policy.StyleCircled}, {'㊱', '㊿', 36, policy.StyleCircled},
		{'❶', '❿', 1, policy.StyleCircled}, {'⑴', '⒇', 1, policy.StyleDigitParen}, {'⒈', '⒛', 1, policy.StyleDecimal}, {'㈠', '㈩', 1, policy.StyleHanParen},
	} {
		if r < f.first || r > f.last {
			continue
		}
		rest := s[size:]
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "、和-—"))
		if rest != "" && next >= f.first && next <= f.last {
			return match{} // ①②
		}
		return found(size, f.style, f.from+int(r-f.first))
	}
	if r >= 'Ⅰ' && r <= 'Ⅻ' {
		if n := terminator(s[size:], stops); n > 0 {
			return found(size+n, policy.StyleUpperRoman, int(r-'Ⅰ')+1)
		}
	}
	return match{}
}
