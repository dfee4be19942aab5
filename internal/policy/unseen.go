package policy

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
)

// Unseen reports whether nobody sees the character r behind another one: a
// control character that is no white space, a soft hyphen, a place where a line
// may or may not break, the choice between forms of one character, a mark of
// direction. What reorders the words around it is seen by them, and a joiner in
// a script whose letters join, or between two pictures.
func Unseen(before, r rune) bool {
	switch {
	case r >= ' ' && r < 0x7f, r >= '\u2e80' && r < '\ufe00': // most of all text
		return false
	case r == '\u200c', r == '\u200d':
		return !joins(before)
	case r == '\u00ad', r == '\u034f', r == '\u061c', r == '\ufeff', r >= '\u200b' && r <= '\u200f', r >= '\u2060' && r <= '\u2064':
		return true
	}
	return unicode.IsControl(r) && !unicode.IsSpace(r) || unicode.Is(unicode.Variation_Selector, r)
}

// apart are the scripts whose letters stand as they are, whatever is between
// them.
var apart = []*unicode.RangeTable{unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul}

// joins reports whether a joiner behind the character can change what is seen.
func joins(r rune) bool {
	if unicode.IsLetter(r) {
		return !unicode.In(r, apart...)
	}
	return unicode.In(r, unicode.M, unicode.So, unicode.Sk)
}

// unshown reports whether a mark around the character r behind another one would
// not show it: nobody sees it, or it counts as words and has no shape of its
// own, as what reorders words, fills the place of a letter, or repeats the
// letters as tags. A joiner that counts is seen in the letters beside it.
func unshown(before, r rune) bool {
	switch {
	case r >= ' ' && r < 0x7f: // most of all text
		return false
	case Unseen(before, r):
		return true
	case r == '\u200c', r == '\u200d':
		return false
	case r == '\u2800': // a letter of Braille without dots
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// EachUnseen yields the numbers of the characters of words that a mark around
// them would not show, as U+200B.
func EachUnseen(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		var before rune
		for _, r := range s {
			if unshown(before, r) && !yield(fmt.Sprintf("%U", r)) {
				return
			}
			before = r
		}
	}
}

// ShowUnseen returns words with the numbers of such characters instead of them.
func ShowUnseen(s string) string {
	var b strings.Builder
	var before rune
	for _, r := range s {
		if unshown(before, r) {
			fmt.Fprintf(&b, "%U", r)
		} else {
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}
