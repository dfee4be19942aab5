package figure

import (
	"strings"

	"diptych/internal/numeral"
)

// quantity records the figure that begins with the number n, read between
// from and end, together with what it counts. It returns from where the number
// is no figure.
func (s *scanner) quantity(from int, n number, f form, end int) int {
	n, end = s.scaled(n, end)
	if e := s.discount(from, n, end); e > from {
		return e
	}
	if e := s.decade(from, n, end); e > from {
		return e
	}
	if s.has(end, "倍半") {
		return s.count(Number, n.plus(number{m: 5, e: -1}), n.plus(number{m: 5, e: -1}).String(), from, end+len("倍半"), false)
	}
	end = s.said(from, n, end)
	if e := s.percent(end); e > 0 {
		n = n.shift(percentShift(s.w[:e]))
		return s.count(Percent, n, n.String()+"%", from, e, false)
	}
	after := s.space(end)
	if code, e := s.currency(after); e > after {
		return s.money(n, code, from, e)
	}
	if e := s.dimes(from, n, after); e > from {
		return e
	}
	if e := s.hanDate(from, n, f, after); e > from {
		return e
	}
	if e := s.period(from, n, f, end); e > from {
		return e
	}
	if f == lone && s.hasRune(after, "街环環路巷弄") {
		return s.count(Number, n, n.String(), from, end, true) // 三街, 3rd Street
	}
	if f == lone && !s.counts(after) {
		return from
	}
	if e := s.oneIn(from, n, end); e > from {
		return e
	}
	if strings.HasSuffix(s.w[:from], "end of ") && n.int() >= 1900 && n.int() < 2100 {
		s.count(Number, n, n.String(), from, end, false)
		s.out[len(s.out)-1].other = lastDay(n)
		return end
	}
	small := (f == lone || f == lettered) && n.e == 0 && n.m <= 2
	if k := len(s.out) - 1; k >= 0 && n.int() != 1 && s.hasRune(after, "次") && s.out[k].Kind == Frequency && from-s.out[k].To <= len("不少于") {
		s.count(Number, n, n.String(), from, end, true) // 每年四次
		s.out[len(s.out)-1].times = true
		return end
	}
	s.count(Number, n, n.String(), from, end, small)
	s.youngerThan(n)
	return end
}

// hanScales are the units behind digits, with what may not follow them.
var hanScales = []struct {
	sign  string
	shift int
	not   string
}{{"万", 4, "能维一科"}, {"萬", 4, ""}, {"亿", 8, ""}, {"億", 8, ""}, {"千", 3, "克米瓦卡字赫帕伏焦兆"}, {"百", 2, "分度万"}}

// scaled reads what multiplies n: 3万, 300 多万, 1亿2000万, 2.5 million.
func (s *scanner) scaled(n number, end int) (number, int) {
	for least := 9; ; {
		e, shift := s.hanScale(end)
		if shift == 0 || shift >= least {
			break
		}
		n, end, least = n.shift(shift), e, shift
		if e, more := s.hanScale(end); shift == 4 && more == 8 { // 万亿
			n, end = n.shift(more), e
		}
		at := end
		if s.has(at, "零") {
			at += len("零")
		}
		if next, f, e := s.numberAt(at); f != none {
			if e, shift := s.hanScale(e); shift > 0 && shift < least {
				return n.plus(next.shift(shift)), e
			}
		}
	}
	at := end
	if s.has(at, "-") {
		at++
	} else {
		at = s.space(at)
	}
	if at == end || at >= len(s.w) || !isLetter(s.w[at]) {
		return n, end
	}
	w, e := s.word(at)
	if shift := numeral.EnglishScale(w); shift > 0 {
		return n.shift(shift), e
	}
	return n, end
}

func (s *scanner) hanScale(end int) (after, shift int) {
	at := s.space(end)
	if s.hasRune(at, "多余餘几幾") {
		at += len("多")
	}
	for _, u := range hanScales {
		if s.has(at, u.sign) && !s.hasRune(at+len(u.sign), u.not) {
			return at + len(u.sign), u.shift
		}
	}
	return end, 0
}

// percent returns the end of the sign or word for per cent at end, or 0.
func (s *scanner) percent(end int) int {
	at := s.space(end)
	for _, sign := range [...]string{"%", "％", "‰", "个百分点", "個百分點", "百分点", "个基点", "個基點", "basis points", "BPs", "bps", "BP", "bp"} {
		if s.has(at, sign) {
			return at + len(sign)
		}
	}
	if s.has(end, "-") {
		at = end + 1
	}
	if !s.has(at, "p") {
		return 0
	}
	switch w, e := s.word(at); w {
	case "percent":
		return e
	case "percentage":
		return e
	case "per":
		if w, e = s.word(s.space(e)); w == "cent" || w == "mille" {
			return e
		}
	}
	return 0
}

// percentShift returns the power of ten that makes per cent of what ends with
// the words or sign: ‰ and per mille -1, basis points -2.
func percentShift(words string) int {
	switch {
	case strings.HasSuffix(words, "‰"), strings.HasSuffix(strings.ToLower(words), "mille"):
		return -1
	case strings.HasSuffix(words, "基点"), strings.HasSuffix(words, "基點"), strings.HasSuffix(words, "basis points"), strings.HasSuffix(strings.TrimSuffix(strings.ToLower(words), "s"), "bp"):
		return -2
	}
	return 0
}

// classifiers are the characters that make one Han numeral before them a
// count.
const classifiers = "册冊粒个個名位人家项項种種类類次款条條份台臺部件级級层層篇张張组組段套笔筆批处處遍回场場座栋棟节節页頁列门門道轮輪支只隻枚颗戶户届屆期幅封间間者国國地大倍步点點句年月日天周週岁歲号號公千"

// counts reports whether what stands at i is counted by one Han numeral before
// it, or whether the numeral begins a range.
func (s *scanner) counts(i int) bool {
	if s.hasRune(i, "多余餘几幾") {
		i += len("多")
	}
	if s.hasRune(i, "道门門") && s.hasRune(i+len("道"), "口街路巷桥橋里") {
		return false // 五道口, a place
	}
	if s.hasRune(i, classifiers) || s.has(i, "方面") {
		return !s.has(i, "大陆") && !s.has(i, "人称")
	}
	for _, to := range [...]string{"至", "到", "-", "~", "～", "—", "或", "、"} {
		if !s.has(i, to) {
			continue
		}
		_, f, e := s.numberAt(s.space(i + len(to)))
		return f != none && (strings.ContainsRune("小分秒星季工自元美港欧人%％", s.at(e)) || s.hasRune(s.space(e), classifiers))
	}
	return false
}
