package figure

import (
	"strings"
	"unicode/utf8"

	"diptych/internal/numeral"
)

// scanner walks over the words once. Its readers take a place and return the
// place behind what they read, or the same place where they read nothing.
type scanner struct {
	w       string
	han     bool // numbers in Han characters count
	english bool // numbers in English words count
	out     []found
	odds    []Odd
	depth   int // open brackets
	title   int // end of the title in 《》 that is being read
	chunk   int // end of the last run of characters that was tried as an address
}

// next reads what begins at i and returns where to go on.
func (s *scanner) next(i int) int {
	c := s.w[i]
	switch {
	case isDigit(c):
		return s.digits(i)
	case isLetter(c):
		return s.letters(i)
	case c >= utf8.RuneSelf:
		r, size := utf8.DecodeRuneInString(s.w[i:])
		return s.wide(i, r, size)
	}
	switch c {
	case '(':
		if end := s.phone(i); end > i {
			return end
		}
		return s.bracket(i, 1)
	case ')':
		s.depth = max(0, s.depth-1)
	case '+':
		return max(s.phone(i), i+1)
	case '$':
		return max(s.prefixed(i, i+1, "USD"), i+1)
	}
	return i + 1
}

// wide reads what begins with a character that is not ASCII.
func (s *scanner) wide(i int, r rune, size int) int {
	switch r {
	case '《':
		if n := strings.Index(s.w[i:min(len(s.w), i+400)], "》"); n > 0 {
			s.title = i + n
		}
	case '（':
		if end := s.phone(i); end > i {
			return end
		}
		return s.bracket(i, size)
	case '）':
		s.depth = max(0, s.depth-1)
	case '¥', '￥':
		return max(s.prefixed(i, i+size, "CNY"), i+size)
	case '€':
		return max(s.prefixed(i, i+size, "EUR"), i+size)
	case '£':
		return max(s.prefixed(i, i+size, "GBP"), i+size)
	case '＋':
		return max(s.phone(i), i+size)
	case '§':
		return max(s.references(i, i+size), i+size)
	case '第':
		return s.di(i, i+size)
	case '附', '条', '章', '步', '图', '表':
		return s.hanReference(i, size)
	case '人', '港', '美', '欧', '英', '日', '新', '澳', '加':
		if end := s.hanCurrency(i); end > i {
			return end
		}
	case '上', '下', '中', '凌', '早', '晚':
		if end := s.hanClock(i); end > i {
			return end
		}
		if r == '上' {
			if end := s.about(i, size); end > i {
				return end
			}
		}
	case '午', '子', '正', '全', '昼', '双', '雙', '翻':
		if end := s.wordForFigure(i); end > i {
			return end
		}
	case '每', '按', '逐', '月', '季', '年':
		if end := s.hanOften(i); end > i {
			return end
		}
		if end := s.yearEnd(i); r == '年' && end > i {
			return end
		}
	case '近', '逾', '超', '过', '約', '约':
		if end := s.about(i, size); end > i {
			return end
		}
	case '半', '一', '两', '兩':
		for _, read := range [...]func(int) int{s.wordForFigure, s.half} {
			if end := read(i); end > i {
				return end
			}
		}
	}
	if fullDigit(r) {
		return s.digits(i)
	}
	if s.han && numeral.IsHan(r) {
		if end := s.bareUnits(i); end > i {
			return end
		}
		return s.hanNumber(i)
	}
	return max(s.symbol(i), i+size)
}

// add records a figure, with the digits of its value in ASCII, and returns its
// end. What has no value is no figure: it returns the place where that begins.
func (s *scanner) add(k Kind, value string, from, to int, weak bool) int {
	if value == "" {
		return from
	}
	value = strings.Map(halfWidth, value)
	weak = weak || from < s.title || k == Reference || k == Law
	s.out = append(s.out, found{Figure: Figure{Kind: k, Value: value, From: from, To: to, Words: s.w[from:to], Weak: weak}})
	return to
}

// count records a figure that is made of the number n.
func (s *scanner) count(k Kind, n number, value string, from, to int, weak bool) int {
	s.add(k, value, from, to, weak)
	s.out[len(s.out)-1].n = n
	return to
}

// before returns the character in front of i, or -1.
func (s *scanner) before(i int) rune {
	if i == 0 {
		return -1
	}
	r, _ := utf8.DecodeLastRuneInString(s.w[:i])
	return r
}

// at returns the character at i, or -1.
func (s *scanner) at(i int) rune {
	if i >= len(s.w) {
		return -1
	}
	r, _ := utf8.DecodeRuneInString(s.w[i:])
	return r
}

// space skips up to three spaces, and no line feed.
func (s *scanner) space(i int) int {
	for range 3 {
		switch r := s.at(i); r {
		case ' ', '\t':
			i++
		case '\u00a0', '\u3000', '\u2009', '\u202f':
			i += utf8.RuneLen(r)
		default:
			return i
		}
	}
	return i
}

// has reports whether prefix stands at i.
func (s *scanner) has(i int, prefix string) bool {
	return strings.HasPrefix(s.w[min(i, len(s.w)):], prefix)
}

// behind reports whether i stands right behind words, in letters of either case.
func (s *scanner) behind(i int, words string) bool {
	return i >= len(words) && strings.EqualFold(s.w[i-len(words):i], words)
}

// hasRune reports whether the character at i is one of set.
func (s *scanner) hasRune(i int, set string) bool {
	r := s.at(i)
	return r > 0 && r != utf8.RuneError && strings.ContainsRune(set, r)
}

// word returns the end of the letters at i and, for up to 15 of them, the
// word in lower case.
func (s *scanner) word(i int) (lower string, end int) {
	end = i
	for end < len(s.w) && isLetter(s.w[end]) {
		end++
	}
	if end-i > 15 {
		return "", end
	}
	return strings.ToLower(s.w[i:end]), end
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isAlnum(c byte) bool  { return isDigit(c) || isLetter(c) }
func isUpper(c byte) bool  { return c >= 'A' && c <= 'Z' }

func fullDigit(r rune) bool { return r >= '０' && r <= '９' }

// halfWidth returns the ASCII digit of a full-width one, and other characters as
// they are.
func halfWidth(r rune) rune {
	if fullDigit(r) {
		return r - '０' + '0'
	}
	return r
}
