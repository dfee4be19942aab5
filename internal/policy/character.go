package policy

import (
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"
)

// Controls yields, with their places in bytes, the characters of s that neither a
// page nor a terminal may hold: control characters but tabs and ends of lines,
// those that Unicode gives to no character, and tags, which repeat the letters
// unseen. Tags behind a black flag, as in the flag of Scotland, are part of a
// picture.
func Controls(s string) iter.Seq2[int, rune] {
	return func(yield func(int, rune) bool) {
		for i := 0; i < len(s); {
			c := s[i]
			if c >= ' ' && c < 0x7f || c == '\n' || c == '\t' || c == '\r' || c > 0xc2 && c < 0xef { // most of all text
				i++
				continue
			}
			if n := flagLen(s[i:]); n > 0 {
				i += n
				continue
			}
			r, n := utf8.DecodeRuneInString(s[i:])
			if isControl(r) && !yield(i, r) {
				return
			}
			i += n
		}
	}
}

// isControl reports whether neither a page nor a terminal may hold the character.
func isControl(r rune) bool {
	switch {
	case r == '\n' || r == '\t' || r == '\r':
		return false
	case r < ' ', r >= 0x7f && r < 0xa0:
		return true
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe: // noncharacters
		return true
	}
	return r >= 0xe0000 && r <= 0xe007f // tags
}

// The flags of regions (UTS 51, emoji tag sequences): a black flag, tags that repeat
// the letters of the region, and a tag that ends them.
const (
	blackFlag = "\U0001f3f4"
	lastTag   = 0xe007f
	maxTags   = 6
)

// flagLen returns the length of the flag of a region that s begins with, 0 where
// there is none.
func flagLen(s string) int {
	if !strings.HasPrefix(s, blackFlag) {
		return 0
	}
	tags := 0
	for i, r := range s[len(blackFlag):] {
		switch {
		case r == lastTag && tags > 0:
			return len(blackFlag) + i + utf8.RuneLen(lastTag)
		case tags < maxTags && (r >= 0xe0030 && r <= 0xe0039 || r >= 0xe0061 && r <= 0xe007a):
			tags++
		default:
			return 0
		}
	}
	return 0
}

// CharacterName returns the number of a character that nobody sees, with the name
// that Unicode gives it where it is one of those that are met: U+200B ZERO WIDTH
// SPACE. A letter that passes for another is named with its script.
func CharacterName(r rune) string {
	if sc := scriptOf(r); sc != noScript {
		return fmt.Sprintf("%c (%s, %U)", r, sc, r)
	}
	if name := characterNames[r]; name != "" {
		return fmt.Sprintf("%U %s", r, name)
	}
	return fmt.Sprintf("%U", r)
}

// characterNames are the names of the Unicode Standard, and for controls those of
// its file NameAliases.
var characterNames = map[rune]string{
	0x00: "NULL", 0x07: "ALERT", 0x08: "BACKSPACE", 0x0b: "LINE TABULATION", 0x0c: "FORM FEED", 0x0e: "SHIFT OUT", 0x0f: "SHIFT IN",
	0x1a: "SUBSTITUTE", 0x1b: "ESCAPE", 0x7f: "DELETE", 0x85: "NEXT LINE", 0x9b: "CONTROL SEQUENCE INTRODUCER", 0x9d: "OPERATING SYSTEM COMMAND",
	0xad: "SOFT HYPHEN", 0x034f: "COMBINING GRAPHEME JOINER", 0x061c: "ARABIC LETTER MARK", 0x115f: "HANGUL CHOSEONG FILLER",
	0x1160: "HANGUL JUNGSEONG FILLER", 0x180e: "MONGOLIAN VOWEL SEPARATOR", 0x200b: "ZERO WIDTH SPACE", 0x200c: "ZERO WIDTH NON-JOINER",
	0x200d: "ZERO WIDTH JOINER", 0x200e: "LEFT-TO-RIGHT MARK", 0x200f: "RIGHT-TO-LEFT MARK", 0x2028: "LINE SEPARATOR",
	0x2029: "PARAGRAPH SEPARATOR", 0x202a: "LEFT-TO-RIGHT EMBEDDING", 0x202b: "RIGHT-TO-LEFT EMBEDDING", 0x202c: "POP DIRECTIONAL FORMATTING",
	0x202d: "LEFT-TO-RIGHT OVERRIDE", 0x202e: "RIGHT-TO-LEFT OVERRIDE", 0x2060: "WORD JOINER", 0x2061: "FUNCTION APPLICATION",
	0x2062: "INVISIBLE TIMES", 0x2063: "INVISIBLE SEPARATOR", 0x2064: "INVISIBLE PLUS", 0x2066: "LEFT-TO-RIGHT ISOLATE",
	0x2067: "RIGHT-TO-LEFT ISOLATE", 0x2068: "FIRST STRONG ISOLATE", 0x2069: "POP DIRECTIONAL ISOLATE", 0x2800: "BRAILLE PATTERN BLANK",
	0x3164: "HANGUL FILLER", 0xfe0e: "VARIATION SELECTOR-15", 0xfe0f: "VARIATION SELECTOR-16", 0xfeff: "ZERO WIDTH NO-BREAK SPACE",
	0xffa0: "HALFWIDTH HANGUL FILLER", 0xe0001: "LANGUAGE TAG", 0xe007f: "CANCEL TAG",
}

// Reorders reports whether a character changes the order in which the words around
// it are shown.
func Reorders(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}
