package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/internal/numeral"
)

// places are the words that make a reference of the number behind them; true
// for those that announce several.
var places = map[string]bool{"article": false, "articles": true, "art": false, "section": false, "sections": true, "sec": false, "clause": false,
	"clauses": true, "chapter": false, "chapters": true, "part": false, "parts": true, "paragraph": false, "paragraphs": true, "subparagraph": false,
	"subsection": false, "item": false, "items": true, "appendix": false, "annex": false, "schedule": false, "exhibit": false, "recital": false,
	"recitals": true, "rule": false, "title": false, "step": false, "steps": true, "page": false, "pages": true, "attachment": false, "point": false, "points": true}

// references records the numbers behind a word such as Section, which stands
// between from and i: 3, 4.2(b), 13 and 14, (1) to (3).
func (s *scanner) references(from, i int) int {
	w, _ := s.word(from)
	several := places[w] || s.has(from, "§")
	if s.has(i, ".") {
		i++
	}
	at := s.space(i)
	if at == i && s.w[from] < utf8.RuneSelf {
		return from
	}
	end := s.place(from, at)
	if end == from {
		return from
	}
	for {
		at, list := s.space(end), false
		for _, sep := range [...]string{",", "、", "and ", "or ", "to ", "through ", "-", "–", "&", "和", "至", "及", "或"} {
			if s.has(at, sep) {
				at, list = s.space(at+len(sep)), true
				if sep == "," && !several {
					return end
				}
			}
		}
		if _, size := s.digit(at); !list || size == 0 && !s.has(at, "(") {
			return end
		}
		e := s.place(at, at)
		if e == at {
			return end
		}
		end = e
	}
}

// place records one place that begins at i; its words begin at from. What
// counts something is no place.
func (s *scanner) place(from, i int) int {
	at, open := i, ""
	if s.has(at, "(") {
		at, open = at+1, "("
	}
	start := at
	for {
		_, count, e := s.run(at)
		if count == 0 || count > 5 {
			break
		}
		at = e
		if _, size := s.digit(at + 1); size == 0 || !s.has(at, ".") {
			break
		}
		at++
	}
	value := s.w[start:at]
	if at == start {
		return s.namedPlace(from, i)
	}
	if at < len(s.w) && isLetter(s.w[at]) && (at+1 >= len(s.w) || !isAlnum(s.w[at+1])) {
		at++ // 12a
	}
	if open != "" {
		if !s.has(at, ")") {
			return from
		}
		at++
	}
	at = s.points(at)
	if _, e := s.englishPeriod(at); e > at || s.percent(at) > 0 || from == i && at < len(s.w) && isLetter(s.w[at]) {
		return from // on the home page 30 days before
	}
	return s.add(Reference, value, from, at, true)
}

// points skips (1)(f) behind the number of a place.
func (s *scanner) points(i int) int {
	for s.has(i, "(") {
		e := i + 1
		for e < len(s.w) && isAlnum(s.w[e]) && e-i < 5 {
			e++
		}
		if e == i+1 || !s.has(e, ")") {
			break
		}
		i = e + 1
	}
	return i
}

// maxRoman is how far places count in roman numerals: more look like words.
const maxRoman = 39

// namedPlace reads XII, Two and Twenty-One behind a word such as Part. A is a
// letter, and no figure; so is I behind Appendix and its like.
func (s *scanner) namedPlace(from, i int) int {
	if from == i || !isUpper(s.w[from]) || i >= len(s.w) || !isUpper(s.w[i]) {
		return from
	}
	n := numeral.English(s.w[i:])
	if n.Form != numeral.Cardinal || n.Size < len("One") {
		if n = numeral.Roman(s.w[i:]); n.Form != numeral.UpperRoman || n.Value > maxRoman || !s.romanPlace(from, i+n.Size, n.Count) {
			return from
		}
	}
	return s.add(Reference, whole(n.Value).String(), from, i+n.Size, true)
}

// romanPlace reports whether a roman numeral of so many letters, which ends at
// end, counts behind the word at from: not in Item I sold, Part X-1, Part I'd.
func (s *scanner) romanPlace(from, end, letters int) bool {
	switch w, _ := s.word(from); w {
	case "appendix", "annex", "schedule", "exhibit", "attachment":
		return letters > 1
	}
	if s.hasRune(end, "-'’0123456789") {
		return false
	}
	at := s.space(end)
	return letters > 1 || at == end || at >= len(s.w) || s.w[at] < 'a' || s.w[at] > 'z'
}

// counters are the characters behind 第… that make it a place in a text.
const counters = "条條款项項章节節编編篇卷段目页頁部号號句步"

// di reads what begins with 第, which ends at i: 第三条, 第（一）项, 第十三至十五条,
// 第3次. 第三方 is none.
func (s *scanner) di(from, i int) int {
	first := len(s.out)
	for at, start := i, from; ; {
		at = s.space(at)
		open := s.hasRune(at, "(（")
		if open {
			at += len(string(s.at(at)))
		}
		n, f, e := s.placeNumber(at)
		if f == none {
			s.out = s.out[:first]
			return max(i, e)
		}
		if s.has(e, "/") && len(s.out) == first {
			return max(s.slashed(at), i) // 第2021/914号
		}
		value := n.String()
		if open {
			if !s.hasRune(e, ")）") {
				return i
			}
			e += len(string(s.at(e)))
		}
		e = s.points(e)
		after := s.space(e)
		if s.hasRune(after, counters) || s.has(after, "附件") {
			s.add(Reference, value, start, after+len("条"), true)
			return after + len("条")
		}
		next := s.space(after)
		listed := false
		for _, sep := range [...]string{"、", "，", ",", "和", "及", "至", "到", "-", "–", "~", "或"} {
			if s.has(next, sep) {
				next, listed = next+len(sep), true
				break
			}
		}
		if _, f, _ := s.placeNumber(s.space(next)); listed && (f != none || s.hasRune(next, "(（")) && len(s.out)-first < 20 {
			s.add(Reference, value, start, e, true)
			at, start = next, next
			continue
		}
		if len(s.out) > first { // 第1、2、4周
			return s.add(Ordinal, value, start, e, true)
		}
		if s.hasRune(after, "方者") || s.hasRune(after, "国人") && n.m == 3 {
			return after
		}
		for _, u := range [...]string{"年", "天", "日", "个", "月", "周", "季度", "次", "小时"} {
			if s.has(after, u) {
				after += len(u)
			}
		}
		s.add(Ordinal, value, from, e, f == lone || f == lettered || n.int() <= 10)
		if strings.HasSuffix(s.w[e:after], "季度") {
			s.quarterOf(e)
		}
		return max(e, after)
	}
}

// hanReference reads 附件1, 条款 3.2 and 步骤二.
func (s *scanner) hanReference(i, size int) int {
	for _, w := range [...]string{"附件", "附录", "附表", "条款", "章节", "步骤"} {
		if !s.has(i, w) {
			continue
		}
		end := i + len(w)
		at := s.space(end)
		n, f, e := s.placeNumber(at)
		if f == none || s.hasRune(s.space(e), "日天个年月周小分秒%％元万亿岁项种名位次") {
			return end
		}
		return s.add(Reference, n.String(), i, e, true)
	}
	return i + size
}

// bracket reads an enumeration in the sentence: (1), （一）.
func (s *scanner) bracket(i, size int) int {
	at := s.space(i + size)
	n, f, e := s.placeNumber(at)
	if v := n.int(); f != none && v > 0 && v < 100 && (e-at < 7 || e-at < 13 && numeral.IsHan(s.at(at))) {
		if e = s.space(e); s.hasRune(e, ")）") {
			return s.add(Reference, n.String(), i, e+len(string(s.at(e))), true)
		}
	}
	s.depth++
	return i + size
}

// begins reports whether i is where a sentence or an item of a list begins.
func (s *scanner) begins(i int) bool {
	for i > 0 && s.w[i-1] == ' ' {
		i--
	}
	return i == 0 || strings.ContainsRune("\n。；;：:，,", s.before(i))
}

// symbol reads an enumeration in the sentence that is one character: ①, ⑴, ⒈,
// ㈠, ㊀. Ⅱ is a part of a name.
func (s *scanner) symbol(i int) int {
	n := numeral.Symbol(s.w[i:])
	if n.Form < numeral.Circle {
		return i
	}
	return s.add(Reference, whole(n.Value).String(), i, i+n.Size, true)
}

// hanLabel reads 一、 in front of an item.
func (s *scanner) hanLabel(i, end int) int {
	if !s.has(end, "、") || !s.begins(i) {
		return i
	}
	if _, f, _ := s.numberAt(end + len("、")); f != none {
		return i
	}
	return end + len("、")
}

// label reads 1) 1、 and 1. in front of an item; in Chinese the items of a list
// that lost its line breaks too (…副本2.要求…).
func (s *scanner) label(i int) int {
	v, count, end := s.run(i)
	if count == 0 || count > 2 {
		return i
	}
	closed := s.hasRune(end, ")）") && s.depth == 0
	if !closed && !s.begins(i) && !s.runIn(i, end) {
		return i
	}
	size := len(string(s.at(end)))
	if _, digit := s.digit(end + size); digit > 0 {
		return i
	}
	if closed || s.has(end, "、") || s.hasRune(end, ".．") && !strings.ContainsRune("，,", s.before(i)) {
		return s.add(Reference, whole(v).String(), i, end+size, true)
	}
	return i
}

// runIn reports whether the number up to end stands right behind Chinese words,
// and a full stop and more of them right behind it.
func (s *scanner) runIn(i, end int) bool {
	if !s.has(end, ".") && !s.has(end, "．") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s.w[:i], " "))
	after, _ := utf8.DecodeRuneInString(s.w[min(end+len(string(s.at(end))), len(s.w)):])
	return before >= 0x2E80 && after >= 0x2E80 && unicode.Is(unicode.Han, after)
}
