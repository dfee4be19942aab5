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
var references = [...]string{"规定", "規定", "約定", "约定", "所", "的", "中", "第", "至", "到", "和", "或", "与", "與", "及", "以", "款", "项", "項", "节", "節",
	"内", "內", "外", "等", "列", "载", "載", "提", "另有", "适用", "適用", "不适用", "不適用", "不影响", "不影響",
	"仅适用", "僅適用", "同样适用", "同樣適用", "继续有效", "繼續有效", "优先适用", "優先適用", "、", "，", ",", "。", "；", "》", "”", "）"}

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
	path, size := placePath(s[pos:])
	if size == 0 {
		return match{}
	}
	pos += size
	if n := terminator(s[pos:], "，,、：:"); n > 0 {
		if len(path) > 1 || listsPlace(s[pos+n:]) {
			return match{} // 第一、二款
		}
		return found(pos+n, policy.StyleOrdinal, path...)
	}
	pos += spaces(s[pos:])
	style, n := diUnit(s[pos:])
	if n == 0 {
		return match{}
	}
	pos += n
	path, n = between(s[pos:], path)
	pos += n
	rest := s[pos:]
	if strings.HasPrefix(rest, "之") {
		return match{}
	}
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

// between reads 之一, which numbers what came in between behind a path.
func between(s string, path []int) ([]int, int) {
	rest, ok := strings.CutPrefix(s, "之")
	v, n := placeNumber(rest)
	if !ok || n == 0 {
		return path, 0
	}
	return append(path, v), len("之") + n
}

// listsPlace reports whether a list of places goes on behind its comma: 第一、二款,
// 第1、2条.
func listsPlace(rest string) bool {
	if _, n := hanNumber(rest); n > 0 || strings.HasPrefix(rest, "第") {
		return true
	}
	rest = rest[spaces(rest):]
	_, count, n := digitRun(rest)
	rest = rest[n+spaces(rest[n:]):]
	_, unit := diUnit(rest)
	return count > 0 && (unit > 0 || terminator(rest, "、和及至") > 0)
}

// diUnit reads the counter behind 第…: 章, 节, 条, 款, 部分, 编.
func diUnit(s string) (policy.LabelStyle, int) {
	if strings.HasPrefix(s, "部分") {
		return policy.StylePart, len("部分")
	}
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '编', '編', '篇', '卷':
		return policy.StylePart, n
	case '章':
		return policy.StyleChapter, n
	case '节', '節':
		return policy.StyleSection, n
	case '条', '條':
		return policy.StyleArticle, n
	case '款', '项', '項', '目':
		return policy.StyleParagraph, n
	}
	return policy.StyleNone, 0
}
