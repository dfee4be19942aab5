package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/internal/numeral"
	"diptych/internal/policy"
)

// Parse recognises a printed label at the start of s: Text + Gap + rest
// is s again. Where a form can also begin a sentence (第三条规定…, Section 2
// of…, 1.5 GB) what follows decides, and in doubt there is no label. Where
// ok is false, rest is s.
func Parse(s string) (label policy.Label, rest string, ok bool) {
	m := matchLabel(s)
	if m.size == 0 {
		return policy.Label{}, s, false
	}
	after := s[m.size:]
	gap := len(after) - len(strings.TrimLeftFunc(after, unicode.IsSpace))
	return policy.Label{Text: s[:m.size], Gap: after[:gap], Style: m.style, Path: m.path}, after[gap:], true
}

// match is a label found at the start of a string; size is in bytes, 0 where
// there is none.
type match struct {
	size  int
	style policy.LabelStyle
	path  []int
}

func found(size int, style policy.LabelStyle, path ...int) match { return match{size, style, path} }

func matchLabel(s string) match {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r >= '0' && r <= '9' || r >= '０' && r <= '９':
		return matchDigits(s)
	case r == '(' || r == '（':
		return matchParen(s, size)
	case r == '第':
		return matchDi(s)
	case r == '附':
		return matchFu(s)
	case r == '§':
		return matchEnglish(s, size, policy.StyleSection)
	case r < utf8.RuneSelf && isLetter(byte(r)), r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
		return matchLetters(s)
	case numeral.IsHan(r):
		return matchHan(s)
	}
	return matchSymbol(s)
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isWide reports whether r is a Han character, kana or full-width punctuation,
// which stands behind a label without a space.
func isWide(r rune) bool {
	return r >= 0x2e80 && r < 0xa000 || r >= 0xf900 && r < 0xfb00 || r >= 0xfe30 && r < 0xfff0 || r >= 0x20000
}

// stands reports whether what follows a label's last character lets it be one:
// nothing, a space, a wide character or an opening mark, but no Latin letter
// or digit that would make the label a part of a word.
func stands(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || unicode.IsSpace(r) || isWide(r) || strings.ContainsRune(`“‘"'([*—–-`, r)
}

// terminator returns the size of a full stop or enumeration comma at the
// start of s.
func terminator(s string, marks string) int {
	r, n := utf8.DecodeRuneInString(s)
	if n > 0 && r != utf8.RuneError && strings.ContainsRune(marks, r) {
		return n
	}
	return 0
}

// spaces returns the size of the white space at the start of s.
func spaces(s string) int { return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)) }

const (
	stops  = ".．、"
	colons = ".．、:："
)
