package reference

import (
	"slices"
	"strings"

	"diptych/internal/numeral"
)

// maxRoman is how far roman numerals number a place: MIX and CIVIL are words.
const maxRoman = 399

// number reads 5.3, 21A, IV, A, Twenty-One behind an English word. Roman
// numerals and letters count behind one that is capitalised.
func (p *places) number(i int) (path, other []int, end int) {
	if i >= len(p.w) {
		return nil, nil, i
	}
	if path, end := p.decimal(i); path != nil {
		return path, nil, end
	}
	end = p.wordEnd(i)
	switch n := numeral.English(p.w[i:]); {
	case n.Form == numeral.Cardinal && n.Size >= len("one") && n.Value < 1000 && !p.joined(i+n.Size) && (p.capital || isUpper(p.w[i])):
		return []int{int(n.Value)}, nil, i + n.Size
	case end == i || !p.capital || !isUpper(p.w[i]) || p.joined(end) || p.has(end, "'") || p.has(end, "’"):
		return nil, nil, i
	}
	w := p.w[i:end]
	n := numeral.Roman(w)
	roman := n.Form == numeral.UpperRoman && n.Size == len(w) && n.Value <= maxRoman
	letter := len(w) == 1 && p.unit.unit == Appendix
	value := []int{int(w[0]-'A') + 1}
	switch {
	case roman && letter:
		return []int{int(n.Value)}, value, end
	case roman && (len(w) > 1 || w != "C" && w != "D" && w != "L" && !p.pronoun(end)):
		return []int{int(n.Value)}, nil, end
	case letter:
		return value, nil, end
	}
	return nil, nil, i
}

// pronoun reports whether the letter before i is a word: in Part I agree.
func (p *places) pronoun(i int) bool {
	at := p.space(i)
	return p.w[i-1] == 'I' && at > i && at < len(p.w) && p.w[at] >= 'a' && p.w[at] <= 'z' && !goesOn(p.w[at:p.wordEnd(at)])
}

// joined reports whether the word or number before i goes on: 10-A, XB5.
func (p *places) joined(i int) bool {
	if i < len(p.w) && (isDigit(p.w[i]) || isLetter(p.w[i])) {
		return true
	}
	return p.has(i, "-") && i+1 < len(p.w) && (isLetter(p.w[i+1]) || isDigit(p.w[i+1]) && !isDigit(p.w[i-1]))
}

// decimal reads 5.3 and 21A.
func (p *places) decimal(i int) (path []int, end int) {
	end = i
	for {
		n := numeral.Decimal(p.w[end:])
		if n.Form == numeral.None || n.Value > 9999 {
			return nil, i
		}
		path, end = append(path, int(n.Value)), end+n.Size
		if !p.has(end, ".") || numeral.Decimal(p.w[end+1:]).Form == numeral.None {
			break
		}
		end++
	}
	if p.has(end, "%") || p.has(end, "-") && end+1 < len(p.w) && isLetter(p.w[end+1]) {
		return nil, i
	}
	if to := p.wordEnd(end); to == end+1 && !p.joined(to) {
		return append(path, int(p.w[end]|0x20-'a')+1), to
	} else if to > end {
		return nil, i
	}
	return path, end
}

// before are the words before a bare number that make a place of it, and behind
// those that may follow it.
var (
	before = []string{"see", "under", "in", "per", "to", "with", "and", "or", "of", "by", "from", "also"}
	behind = []string{"above", "below", "and", "or", "shall", "will", "applies", "apply", "hereof", "does", "do", "to", "is", "are", "must", "may", "of"}

	hanBefore = []string{"见", "按", "按照", "依", "依照", "依据", "根据", "违反", "据", "上述", "前述", "本协议", "本合同", "本政策", "与", "和", "或", "及", "、", "至", "在", "除",
		"条款", "條款"}
	hanBehind = []string{"的", "中", "所", "规定", "约定", "款", "项", "执行", "处理", "办理", "和", "或", "及", "与", "、", "至", "，", "。", "；", "）"}
)

// bare reads 5.3 by itself, from i to end, where what stands around it says that
// it is a place: see 5.3, 按照5.3执行; and no version, amount or date.
func (s *scanner) bare(i, end int) int {
	if strings.Count(s.w[i:end], ".") == 0 || end-i > 11 || i > 0 && (isLetter(s.w[i-1]) || strings.IndexByte(".-/:$#", s.w[i-1]) >= 0) {
		return i
	}
	if !s.placeBefore(i) || !s.placeBehind(end) {
		return i
	}
	m := Mention{From: i, To: end, Digits: i, Behind: end, Unit: Number, In: -1}
	for p := range strings.SplitSeq(s.w[i:end], ".") {
		n := numeral.Decimal(p)
		if n.Value == 0 || n.Value > 99 {
			return i
		}
		m.Path = append(m.Path, int(n.Value))
	}
	first := len(s.out)
	s.add(m, false)
	end = (&places{scanner: s, first: first}).points(end, first, -1)
	s.judge(first, i, end)
	return end
}

func (s *scanner) placeBefore(i int) bool {
	if n := len(s.out); n > 0 && s.out[n-1].Unit == Number && s.w[s.out[n-1].To:i] == ", " { // under 3.2, 3.3 and 3.4
		return true
	}
	head := strings.TrimRight(s.w[max(0, i-24):i], " \u00a0")
	for _, w := range hanBefore {
		if strings.HasSuffix(head, w) {
			return true
		}
	}
	from := len(head)
	for from > 0 && isLetter(head[from-1]) {
		from--
	}
	return len(head) < i && slices.Contains(before, strings.ToLower(head[from:]))
}

func (s *scanner) placeBehind(i int) bool {
	if i == len(s.w) || s.any(i, hanBehind...) > 0 || s.pointAt(i) || strings.IndexByte(",;:)\n", s.w[i]) >= 0 {
		return true
	}
	if s.w[i] == '.' {
		return i+1 == len(s.w) || s.w[i+1] == ' ' || s.w[i+1] == '\n'
	}
	at := s.space(i)
	if at > i && s.any(at, hanBehind...) > 0 {
		return true
	}
	return at > i && slices.Contains(behind, s.w[at:s.wordEnd(at)]) && !s.joinsAmount(at)
}

// pointAt reports whether (b) stands at i.
func (s *scanner) pointAt(i int) bool {
	end := s.wordEnd(i + 1)
	return s.has(i, "(") && end > i+1 && end < i+7 && s.has(end, ")")
}

// joinsAmount reports whether the word at i joins a number to what is counted:
// by 3.5 and 4.5 percent.
func (s *scanner) joinsAmount(i int) bool {
	at := s.space(s.wordEnd(i))
	end := at
	for end < len(s.w) && (isDigit(s.w[end]) || s.w[end] == '.') {
		end++
	}
	if end == at {
		return false
	}
	if s.has(end, "%") {
		return true
	}
	next := s.space(end)
	w := s.w[next:s.wordEnd(next)]
	return next > end && (counts[strings.TrimSuffix(w, "s")] || w == "million" || w == "billion")
}
