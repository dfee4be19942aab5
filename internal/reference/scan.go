package reference

import (
	"strings"
	"unicode/utf8"

	"diptych/internal/numeral"
)

// Find returns the mentions in words, in order. title is that of the text in
// which the words stand: what is said to be of it is the text's own.
func Find(words, title string) []Mention { return new(scanner).find(words, title) }

// find is Find, with a scanner that may have found others before.
func (s *scanner) find(words, title string) []Mention {
	*s = scanner{w: words, title: title, own: s.own[:0]}
	for i := 0; i < len(words); {
		i = s.next(i)
	}
	if len(s.out) > 0 {
		s.hush()
	}
	return s.out
}

// scanner walks over the words once. Its readers take a place and return the
// place behind what they read, or the same place where they read nothing.
type scanner struct {
	w, title string
	out      []Mention
	own      []bool // of out: the words say that it is the text's own

	outer, outerAt int // the first mention of those that are in the one that begins there
}

// next reads what begins at i and returns where to go on.
func (s *scanner) next(i int) int {
	c := s.w[i]
	switch {
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		end := i + 1
		for end < len(s.w) && isLetter(s.w[end]) {
			end++
		}
		if s.mayBeUnit(i, end) {
			return max(s.english(i, end), end)
		}
		if n := end - i; s.w[i] == 'p' && (n == len("preceding") || n == len("previous")) {
			return max(s.preceding(i, end), end)
		}
		return end
	case c >= '0' && c <= '9':
		return s.number(i)
	case c == '(':
		return max(s.han(i), i+1)
	case c < utf8.RuneSelf:
		return i + 1
	}
	r, size := utf8.DecodeRuneInString(s.w[i:])
	switch {
	case r == '第', r == '附', r == '（', r >= '０' && r <= '９', numeral.IsHan(r):
		if end := s.han(i); end > i {
			return end
		}
		return i + max(size, numeral.Han(s.w[i:]).Size)
	case r == '前':
		return max(s.back(i), i+size)
	case r == '§':
		return max(s.english(i, i+size), i+size)
	}
	return i + size
}

// number reads what begins with a digit: 5.3条, or 5.3 by itself.
func (s *scanner) number(i int) int {
	if end := s.han(i); end > i {
		return end
	}
	end := i
	for end < len(s.w) && (isDigit(s.w[end]) || s.w[end] == '.' && end+1 < len(s.w) && isDigit(s.w[end+1])) {
		end++
	}
	if at := s.bare(i, end); at > i {
		return at
	}
	for end < len(s.w) && (isLetter(s.w[end]) || isDigit(s.w[end])) {
		end++
	}
	return max(end, i+1)
}

// add records a mention in the list.
func (s *scanner) add(m Mention, own bool) {
	s.out, s.own = append(s.out, m), append(s.own, own)
}

// has reports whether prefix stands at i.
func (s *scanner) has(i int, prefix string) bool {
	return strings.HasPrefix(s.w[min(i, len(s.w)):], prefix)
}

// any returns the size of the first of the words that stands at i, or 0.
func (s *scanner) any(i int, words ...string) int {
	for _, w := range words {
		if s.has(i, w) {
			return len(w)
		}
	}
	return 0
}

// space skips up to two spaces.
func (s *scanner) space(i int) int {
	for range 2 {
		i += s.any(i, " ", "\u00a0", "\u3000", "\u2009", "\u202f")
	}
	return i
}

// wordEnd returns the end of the ASCII letters at i.
func (s *scanner) wordEnd(i int) int {
	for i < len(s.w) && isLetter(s.w[i]) {
		i++
	}
	return i
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isUpper(c byte) bool  { return c >= 'A' && c <= 'Z' }
