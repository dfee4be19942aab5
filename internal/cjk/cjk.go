// Package cjk says which characters are those of Chinese, Japanese and Korean,
// by the blocks of the Unicode standard, and which simplified one a traditional
// character is. It knows nothing of words or languages.
package cjk

import "unicode"

// Is reports whether r is a Chinese, Japanese or Korean character or
// punctuation mark.
func Is(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case r <= 0x11ff, // Hangul Jamo
		r >= 0x2e80 && r <= 0xa4cf, // radicals to Yi, with Han and kana
		r >= 0xa960 && r <= 0xa97f,
		r >= 0xac00 && r <= 0xd7ff, // Hangul
		r >= 0xf900 && r <= 0xfaff, // compatibility Han
		r >= 0xfe30 && r <= 0xfe4f, // compatibility forms
		r >= 0xff00 && r <= 0xffef, // full-width and half-width forms
		r >= 0x1aff0 && r <= 0x1b16f,
		r >= 0x1f200 && r <= 0x1f2ff,
		r >= 0x20000 && r <= 0x3ffff: // Han beyond the BMP
		return true
	}
	return false
}

// IsWide reports whether r is printed about as wide as high. It counts all that
// stands from the radicals on, and so is the quickest of these questions.
func IsWide(r rune) bool { return r >= 0x2e80 }

// IsIdeograph reports whether r stands in a block of Han characters. The signs
// 〇 and 々, which stand among the punctuation, do not.
func IsIdeograph(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3400 && r <= 0x4dbf || r >= 0xf900 && r <= 0xfaff || r >= 0x20000 && r <= 0x3ffff
}

// IsUnspaced reports whether r is a character of words that are written without
// spaces: Han or one of the Japanese syllabaries.
func IsUnspaced(r rune) bool {
	switch {
	case !IsWide(r):
		return false
	case r >= 0x4e00 && r <= 0x9fff:
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// IsHangul reports whether r is Korean, which parts words by spaces.
func IsHangul(r rune) bool {
	return r >= 0x1100 && r <= 0x11ff || r >= 0xa960 && r <= 0xa97f || r >= 0xac00 && r <= 0xd7ff ||
		r >= 0x3130 && r <= 0x318f || r >= 0xffa0 && r <= 0xffdc
}

// IsShared reports whether r is a mark that Chinese writes full-width with the
// character that English writes half-width.
func IsShared(r rune) bool {
	return r >= '‘' && r <= '”' || r == '—' || r == '…' || r == '·'
}

// Breadth returns the length of words in Han characters, rounded up: a narrow
// letter is a third of one, so that words of two languages are of one order.
// Spaces do not count.
func Breadth(words string) int {
	n := 0
	for _, r := range words {
		switch {
		case r == ' ' || r == '\n' || r == '\t':
		case IsWide(r):
			n += 3
		default:
			n++
		}
	}
	return (n + 2) / 3
}
