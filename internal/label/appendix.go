package label

import (
	"strings"

	"diptych/internal/policy"
)

// matchFu reads 附件一, 附件 1：, 附件1.1, 附件一之二, 附录 A, 附表二.
func matchFu(s string) match {
	pos := fuWord(s)
	if pos == 0 {
		return match{}
	}
	pos += spaces(s[pos:])
	path, size := placePath(s[pos:])
	if size > 0 && path[0] > 999 {
		return match{} // 附件 2026
	}
	if size == 0 && pos < len(s) && s[pos] >= 'A' && s[pos] <= 'Z' && letterRun(s[pos:]) == 1 {
		path, size = []int{int(s[pos]-'A') + 1}, 1
	}
	if size == 0 {
		return match{}
	}
	pos += size
	path, size = between(s[pos:], path)
	pos += size
	rest := s[pos:]
	if n := terminator(rest, colons); n > 0 {
		if rest[:n] == "、" && listsAppendix(rest[n:], path) {
			return match{}
		}
		return match{pos + n, policy.StyleAppendix, path}
	}
	if !stands(rest) || isReference(rest) || isRange(rest) || counts(rest) {
		return match{}
	}
	return match{pos, policy.StyleAppendix, path}
}

// fuWord returns the size of the word for an appendix at the start of s.
func fuWord(s string) int {
	for _, w := range [...]string{"附件", "附录", "附錄", "附表"} {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}

// listsAppendix reports whether a list goes on behind the comma: 附件一、二, 附件1、附件2,
// 附件1、2; 附件二、2026年预算 is a label.
func listsAppendix(rest string, path []int) bool {
	if _, n := hanNumber(rest); n > 0 || strings.HasPrefix(rest, "附") {
		return true
	}
	v, count, _ := digitRun(rest)
	return count > 0 && v == path[len(path)-1]+1
}

// counts reports whether rest makes an amount of the number before it: 附件三份,
// 附件 3 页; 附件1 个人信息 and 附件三份额 are none.
func counts(rest string) bool {
	rest = rest[spaces(rest):]
	for _, unit := range [...]string{"份", "页", "頁", "套", "览", "覽"} {
		if after, ok := strings.CutPrefix(rest, unit); ok {
			return terminator(after, "额額面眉餐") == 0
		}
	}
	return false
}

// isRange reports whether a number goes on behind a hyphen: 附件1-3, Section 5–7,
// Appendix A-1.
func isRange(rest string) bool {
	_, count, _ := digitRun(rest[terminator(rest, "-–—~～"):])
	return count > 0
}
