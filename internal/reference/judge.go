package reference

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// judge notes whether the mentions from the first on, which stand between from
// and end, are the text's own or those of another: 《民法典》第十条, Article 6 of the
// GDPR, 主协议第三条.
func (s *scanner) judge(first, from, end int) {
	if hasSuffix(trimLinks(s.w[max(0, from-16):from]), sameArticle...) > 0 { // 前条第二款、第三条
		for k := first; k < len(s.out); k++ {
			m := &s.out[k]
			m.Quiet = m.In < first && (m.Unit == Paragraph || m.Unit == Item) || m.In >= first && s.out[m.In].Quiet
		}
		return
	}
	own, foreign := s.behind(end)
	if !own && !foreign {
		own, foreign = s.before(first, from)
	}
	for k := first; k < len(s.out); k++ {
		s.out[k].Foreign, s.own[k] = foreign, own
	}
}

// sameArticle are words for a clause that was named elsewhere: what is in it is
// not to be found around the words.
var sameArticle = []string{"该条", "该條", "該條", "同条", "同條", "前条", "前條", "上条", "上條", "次条", "次條", "该章", "該章", "该节", "該節"}

// documents are the words that end the name of a law or a contract in Chinese.
var documents = []string{"法", "法典", "典", "条例", "條例", "办法", "辦法", "规定", "規定", "解释", "细则", "公约", "协议", "協議", "合同", "政策", "规则", "規則",
	"章程", "准则", "指引", "标准", "条款", "條款", "须知", "声明", "指南", "规范", "通知", "宪法"}

// leads stand before the bare name of a document: 按照合同, 违反协议.
var leads = []string{"遵守", "履行", "符合", "根据", "按照", "依照", "依据", "参照", "违反", "适用", "除", "见", "及", "和", "与", "或", "依", "按", "照", "据", "对", "在", "为", "由", "于"}

// before judges by what stands before a reference.
func (s *scanner) before(first, from int) (own, foreign bool) {
	head := s.w[max(0, from-240):from]
	if first > 0 { // a list that goes on: 《民法典》第八条（二）和第九条
		last := &s.out[first-1]
		if between := s.w[last.To:from]; len(between) < 120 && joinsOnly(between) {
			return s.own[first-1], last.Foreign
		}
	}
	head = trimLinks(head)
	switch {
	case strings.HasSuffix(head, "》"):
		at := strings.LastIndex(head, "《")
		if at < 0 {
			return false, true
		}
		title := strings.TrimSuffix(head[at+len("《"):], "》")
		if strings.HasPrefix(title, "本") || strings.HasSuffix(head[:at], "本") || s.isTitle(title) {
			return true, false
		}
		return false, true
	case head == "" || head[len(head)-1] < utf8.RuneSelf:
		return s.beforeEnglish(head)
	case hasSuffix(head, "该", "前", "上一", "下一") > 0, strings.HasSuffix(head, "同") && !strings.HasSuffix(head, "合同"):
		return false, true
	}
	return s.beforeHan(head)
}

// beforeHan judges by the name that ends head.
func (s *scanner) beforeHan(head string) (own, foreign bool) {
	size := hasSuffix(head, documents...)
	if size == 0 {
		return hasSuffix(head, "本附件", "本章", "本节", "本部分") > 0, false
	}
	name := head[:len(head)-size]
	if hasSuffix(name, leads...) > 0 && !strings.HasSuffix(head, "典") {
		return false, false
	}
	at := len(name)
	for at > 0 && len(name)-at < 60 {
		r, n := utf8.DecodeLastRuneInString(name[:at])
		if !unicode.Is(unicode.Han, r) || strings.ContainsRune("及和与或", r) {
			break
		}
		if at -= n; r == '本' {
			return true, false
		}
	}
	if at == len(name) {
		return false, false
	}
	return s.isTitle(head[at:]), !s.isTitle(head[at:])
}

// isTitle reports whether name is the title of the text, or its last words.
func (s *scanner) isTitle(name string) bool {
	return len(name) >= len("Terms") && strings.HasSuffix(strings.ToLower(s.title), strings.ToLower(strings.TrimSpace(name)))
}

// hasSuffix returns the size of the longest of the words that ends s, or 0.
func hasSuffix(s string, words ...string) int {
	size := 0
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			size = max(size, len(w))
		}
	}
	return size
}

// trimLinks drops what joins a reference to the name before it: 的, and what
// stands in brackets.
func trimLinks(head string) string {
	for range 4 {
		head = strings.TrimRight(head, " \u00a0\u3000")
		if n := hasSuffix(head, "的", "之", "中", "项下"); n > 0 {
			head = head[:len(head)-n]
			continue
		}
		open := ""
		switch {
		case strings.HasSuffix(head, "）"):
			open = "（"
		case strings.HasSuffix(head, ")"):
			open = "("
		}
		at := strings.LastIndex(head, open)
		if open == "" || at < 0 {
			break
		}
		head = head[:at]
	}
	return head
}

// joinsOnly reports whether nothing but joiners and what stands in brackets is
// between two references.
func joinsOnly(between string) bool {
	between = trimLinks(strings.TrimRight(between, " "))
	for _, w := range joiners {
		between = strings.TrimSuffix(between, w)
	}
	for _, w := range []string{" and ", " or ", " and", " or", ","} {
		between = strings.TrimSuffix(between, w)
	}
	return strings.TrimSpace(trimLinks(between)) == ""
}
