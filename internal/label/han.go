package label

import (
	"strings"
	"unicode/utf8"

	"diptych/internal/numeral"
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
	if next := numeral.Han(rest[n:]); next.Form != numeral.None {
		tail := rest[n+next.Size:]
		if tail == "" || terminator(tail, "、和及两类级等是") > 0 {
			return match{} // 一、二、三等
		}
		if next.Value == uint64(v)+1 && terminator(tail, "个個天日年月周次名位种") > 0 {
			return match{} // 一、两个月内
		}
	}
	return found(size+n, policy.StyleHan, v)
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
	v, size := placeNumber(s[pos:])
	if size == 0 {
		return match{}
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
	v, size := placeNumber(s[pos:])
	if v > 999 {
		return match{} // 附件 2026
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
		if next, _ := hanNumber(rest[n:]); rest[:n] == "、" && (next > 0 || strings.HasPrefix(rest[n:], "附")) {
			return match{} // 附件一、二
		}
		return found(pos+n, policy.StyleAppendix, v)
	}
	if !stands(rest) || isReference(rest) {
		return match{}
	}
	return found(pos, policy.StyleAppendix, v)
}
