package reference

import (
	"strings"

	"diptych/internal/numeral"
)

// englishUnit is what an English word before a number says.
type englishUnit struct {
	unit    Unit
	several bool // it announces more than one
	stop    stop // behind it
}

// stop says whether a full stop stands behind a word.
type stop uint8

const (
	never stop = iota
	may        // para 3, para. 3
	must       // Art. 5
)

var englishUnits = map[string]englishUnit{
	"article": {Article, false, never}, "articles": {Article, true, never}, "art": {Article, false, must}, "arts": {Article, true, must},
	"clause": {Article, false, never}, "clauses": {Article, true, never}, "cl": {Article, false, must}, "cls": {Article, true, must},
	"section": {Section, false, never}, "sections": {Section, true, never}, "sec": {Section, false, must}, "secs": {Section, true, must},
	"s": {Section, false, must}, "ss": {Section, true, must}, "para": {Item, false, may}, "paras": {Item, true, may},
	"subpara": {Item, false, may}, "subparas": {Item, true, may}, "subsec": {Item, false, must}, "subcl": {Item, false, must},
	"sch": {Appendix, false, must}, "sched": {Appendix, false, must},
	"§": {Section, false, never}, "§§": {Section, true, never},
	"chapter": {Chapter, false, never}, "chapters": {Chapter, true, never}, "part": {Part, false, never}, "parts": {Part, true, never},
	"paragraph": {Item, false, never}, "paragraphs": {Item, true, never}, "subparagraph": {Item, false, never}, "subparagraphs": {Item, true, never},
	"subsection": {Item, false, never}, "subsections": {Item, true, never}, "subclause": {Item, false, never}, "subclauses": {Item, true, never},
	"item": {Item, false, never}, "items": {Item, true, never}, "point": {Item, false, never}, "points": {Item, true, never},
	"appendix": {Appendix, false, never}, "appendices": {Appendix, true, never}, "annex": {Appendix, false, never}, "annexes": {Appendix, true, never},
	"annexure": {Appendix, false, never}, "schedule": {Appendix, false, never}, "schedules": {Appendix, true, never},
	"exhibit": {Appendix, false, never}, "exhibits": {Appendix, true, never}, "attachment": {Appendix, false, never}, "attachments": {Appendix, true, never},
}

// longestUnit is the length of the longest of the words.
const longestUnit = len("subparagraphs")

// alone is the bit of a word of one letter.
const alone = 26

// unitStarts is, for each letter that begins one of the words, the letters that
// may follow it, a bit each.
var unitStarts = startsOf(englishUnits)

func startsOf(units map[string]englishUnit) (out [26]uint32) {
	for w := range units {
		switch {
		case !isLetter(w[0]):
		case len(w) == 1:
			out[w[0]-'a'] |= 1 << alone
		default:
			out[w[0]-'a'] |= 1 << (w[1] - 'a')
		}
	}
	return out
}

// mayBeUnit reports whether the word from i to end, in ASCII letters, begins as
// one of the units does: most words are through here.
func (s *scanner) mayBeUnit(i, end int) bool {
	if end-i > longestUnit {
		return false
	}
	next := byte(alone)
	if end-i > 1 {
		next = s.w[i+1] | 0x20 - 'a'
	}
	return unitStarts[s.w[i]|0x20-'a']>>next&1 != 0
}

// singular is the word of an appendix as its label has it.
func singular(word string) string {
	switch word {
	case "appendices":
		return "appendix"
	case "annexes", "annexure":
		return "annex"
	case "sch", "sched":
		return "schedule"
	}
	return strings.TrimSuffix(word, "s")
}

// english reads the places behind the word from i to end: Sections 2.1 to 2.4,
// Clause 4(b)(ii), Schedule 3, paragraph (b), Part Two, Article XL.
func (s *scanner) english(i, end int) int {
	if i > 0 && (isLetter(s.w[i-1]) || isDigit(s.w[i-1])) {
		return i
	}
	if s.has(i, "§§") {
		end = i + len("§§")
	}
	if !s.numbered(end) {
		return i
	}
	word := strings.ToLower(s.w[i:end])
	u, ok := englishUnits[word]
	if n := len("sub-"); i >= n && strings.EqualFold(s.w[i-n:i], "sub-") { // sub-section (b)
		if sub, is := englishUnits["sub"+word]; is {
			i, u = i-n, sub
		}
	}
	if !ok || word == "s" && i > 0 && s.w[i-1] != ' ' && s.w[i-1] != '(' { // the user's. 5 days
		return i
	}
	switch dot := s.has(end, "."); {
	case u.stop == must && !dot:
		return i
	case u.stop != never && dot:
		end++
	}
	at := s.space(end)
	if at == end && isLetter(s.w[i]) {
		return i
	}
	p := places{s, u, singular(word), isUpper(s.w[i]) || !isLetter(s.w[i]), len(s.out)}
	to := p.list(i, at)
	if len(s.out) == p.first {
		return i
	}
	s.judge(p.first, i, to)
	for k := s.outer; k < p.first && s.outerAt == i; k++ { // paragraph 3 of Schedule 2
		if s.out[k].In < 0 {
			s.out[k].In = p.first
		}
	}
	if s.has(to, " of ") {
		s.outer, s.outerAt = p.first, to+len(" of ")
	}
	return to
}

// numbered reports whether what stands behind a word may be a number.
func (s *scanner) numbered(i int) bool {
	for i < len(s.w) && (s.w[i] == ' ' || s.w[i] == '.') {
		i++
	}
	return i < len(s.w) && (isDigit(s.w[i]) || isUpper(s.w[i]) || s.w[i] == '(' || s.w[i] >= 0x80 || numeral.IsEnglish(s.w[i:s.wordEnd(i)]))
}

// places reads the places behind one English word.
type places struct {
	*scanner
	unit    englishUnit
	word    string
	capital bool // the word is capitalised
	first   int  // of its mentions
}

// list reads places and what joins them; the words of the first begin at from.
func (p *places) list(from, i int) int {
	end := p.place(from, i)
	if end == i {
		return i
	}
	for len(p.out)-p.first < maxList {
		at := end
		n := p.any(at, ", and/or ", ", and ", ", or ", " and/or ", " and ", " or ", " & ", " to ", " through ", " – ", " - ", "、", "和", "及", "至", "或", "–", "-", "~", "/", ", ")
		if n == 0 || p.has(at, ", ") && n == len(", ") && !p.unit.several && !p.sameRow(at+n) {
			break
		}
		next := p.place(at+n, at+n)
		if next == at+n {
			break
		}
		if p.counted(next) {
			p.out, p.own = p.out[:len(p.out)-1], p.own[:len(p.own)-1]
			break
		}
		end = next
	}
	return end
}

// sameRow reports whether what stands at i goes on with the places before it,
// though their word announces one only: clause 5.3(a), (b) and (c), Section 4.1,
// 4.2 and 4.3.
func (p *places) sameRow(i int) bool {
	last := &p.out[len(p.out)-1]
	if last.Mark != 0 {
		return p.has(i, "(")
	}
	path, end := p.decimal(i)
	return len(path) > 1 && path[0] == last.Path[0] && !p.counted(end)
}

// counted reports whether what stands at i is counted by the number before it:
// Article 3 and 30 days.
func (p *places) counted(i int) bool {
	if p.has(i, "%") {
		return true
	}
	at := p.space(i)
	if at == i || at >= len(p.w) || !isLetter(p.w[at]) {
		return false
	}
	w := p.w[at:p.wordEnd(at)]
	switch {
	case isUpper(w[0]): // Section 5 and 15 U.S.C.
		return !p.unit.several
	case p.unit.several:
		return counts[strings.TrimSuffix(w, "s")]
	}
	return !goesOn(w)
}

// counts are words for what numbers count, without s.
var counts = map[string]bool{"day": true, "week": true, "month": true, "year": true, "hour": true, "minute": true, "second": true, "percent": true, "busines": true,
	"calendar": true, "working": true, "other": true, "more": true, "further": true, "additional": true, "consecutive": true, "time": true, "user": true,
	"person": true, "people": true, "copie": true, "dollar": true, "euro": true}

// goesOn reports whether a sentence may go on with the word behind a place.
func goesOn(w string) bool {
	switch w {
	case "and", "or", "to", "through", "of", "in", "on", "by", "for", "with", "under", "above", "below", "is", "are", "shall", "will", "may", "must", "do", "does",
		"apply", "applies", "hereof", "herein", "hereto", "as", "at", "which", "that", "if", "when", "where", "who", "except", "unless", "inclusive", "only",
		"we", "you", "the", "this", "were", "was", "has", "have", "can", "cannot", "also", "set", "survive", "respectively", "says", "provides", "but", "not", "notwithstanding":
		return true
	}
	return false
}

// place reads one place at i with what stands in brackets behind it.
func (p *places) place(from, i int) int {
	m := Mention{From: from, Unit: p.unit.unit, Digits: i, In: -1}
	if m.Unit == Appendix {
		m.Word = p.word
	}
	if m.Unit == Item && p.has(i, "(") {
		return p.points(i, -1, from)
	}
	if last := len(p.out) - 1; last >= p.first && p.out[last].Mark != 0 && p.has(i, "(") { // Clause 4(b) and (c)
		return p.points(i, p.out[last].In, from)
	}
	m.Path, m.Other, m.Behind = p.number(i)
	if m.Path == nil {
		return i
	}
	m.To = m.Behind
	if m.Unit == Appendix && m.Behind == i+1 && isUpper(p.w[i]) {
		m.Letter = rune(p.w[i])
	}
	p.add(m, false)
	return p.points(m.To, len(p.out)-1, -1)
}

// points reads (b)(ii) right behind a place; the words of the first begin at
// from, where that is not negative.
func (p *places) points(i, in, from int) int {
	for p.has(i, "(") {
		m := Mention{From: i, Unit: Item, Mark: 'a', Digits: i + 1, In: in}
		if from >= 0 {
			m.From, from = from, -1
		}
		at := p.wordEnd(i + 1)
		switch n := numeral.Decimal(p.w[i+1:]); {
		case n.Form != numeral.None && n.Value < 100:
			m.Path, m.Mark, at = []int{int(n.Value)}, '(', i+1+n.Size
		case at == i+1 || at > i+7:
			return i
		default:
			m.Path, m.Other = letters(p.w[i+1 : at])
		}
		if m.Path == nil || !p.has(at, ")") {
			return i
		}
		m.Behind, m.To = at, at+1
		p.add(m, false)
		in, i = len(p.out)-1, at+1
	}
	return i
}

// letters reads a roman numeral or a letter, in either reading where both are
// possible; 27 is aa.
func letters(w string) (path, other []int) {
	n := numeral.Roman(w)
	roman := n.Size == len(w) && n.Value > 0 && n.Value < 40
	letter := len(w) == 1 || len(w) == 2 && w[0] == w[1]
	value := []int{26*(len(w)-1) + int(w[0]|0x20-'a') + 1}
	switch {
	case roman && letter:
		return []int{int(n.Value)}, value
	case roman:
		return []int{int(n.Value)}, nil
	case letter:
		return value, nil
	}
	return nil, nil
}
