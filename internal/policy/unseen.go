package policy

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
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
// them would not show, as U+200B, and of the letters in them that pass for those of
// another script, as о (U+043E). What stands several times in a row is yielded once,
// as U+200B×3.
func EachUnseen(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for p := range unshownParts(s) {
			if p.name != "" && !yield(p.name) {
				return
			}
		}
	}
}

// ShowUnseen returns words with the numbers of such characters instead of them, and
// of such letters behind them.
func ShowUnseen(s string) string {
	var b strings.Builder
	for p := range unshownParts(s) {
		if p.name == "" {
			b.WriteString(p.words)
		} else {
			b.WriteString(p.name)
		}
	}
	return b.String()
}

// ShowControls returns words for a terminal, with the numbers of the characters in
// them on which it would act, or that change the order in which it shows the others.
// Those below U+0080 cannot stand in a text.
func ShowControls(s string) string {
	shown := func(r rune) bool { return r > 0x7f && (isControl(r) || Reorders(r)) }
	if !strings.ContainsFunc(s, shown) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if shown(r) {
			fmt.Fprintf(&b, "%U", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// shownPart is words, or a character in them that has to be named.
type shownPart struct{ words, name string }

// unshownParts takes words apart at the characters that have to be named.
func unshownParts(s string) iter.Seq[shownPart] {
	return func(yield func(shownPart) bool) {
		if !strings.ContainsFunc(s, doubtful) { // most words
			if s != "" {
				yield(shownPart{words: s})
			}
			return
		}
		alike := disguised(s)
		from, before := 0, rune(0)
		for i := 0; i < len(s); {
			r, size := utf8.DecodeRuneInString(s[i:])
			name, end := "", i+size
			switch {
			case unshown(before, r):
				n := 1
				for strings.HasPrefix(s[end:], s[i:i+size]) {
					end, n = end+size, n+1
				}
				if name = fmt.Sprintf("%U", r); n > 1 {
					name += fmt.Sprintf("×%d", n)
				}
			case alike[i]:
				name = fmt.Sprintf("%c (%U)", r, r)
			}
			before = r
			if name != "" {
				if from < i && !yield(shownPart{words: s[from:i]}) || !yield(shownPart{name: name}) {
					return
				}
				from = end
			}
			i = end
		}
		if from < len(s) {
			yield(shownPart{words: s[from:]})
		}
	}
}

// doubtful reports whether the character may be one to be named, or make others such.
// What Chinese and English are written with is none.
func doubtful(r rune) bool {
	switch {
	case r >= ' ' && r < 0x7f, r >= '\u2010' && r <= '\u2027', r >= '\u2e80' && r < '\u3164', r > '\u3164' && r <= '\u9fff', r >= '\uff01' && r <= '\uff5e':
		return false
	}
	return true
}

// disguised returns where letters stand in words that pass for Latin ones: in a word
// with those, and where no letter of the words is unmistakably of its script.
func disguised(s string) map[int]bool {
	var out map[int]bool
	add := func(i int) {
		if out == nil {
			out = map[int]bool{}
		}
		out[i] = true
	}
	for x := range LookAlikes(s) {
		add(x.At)
	}
	if out != nil {
		return out
	}
	for _, r := range s {
		if sc := scriptOf(r); sc > latin && likeLatin[r] == 0 {
			return nil
		}
	}
	for i, r := range s {
		if likeLatin[r] != 0 {
			add(i)
		}
	}
	return out
}

// hidden reports whether a text should do without the character r between two
// others, because nobody sees it: a warning to whoever writes it. What writing
// needs is none: joiners where letters or pictures join, marks of direction in lines
// in which letters run to the left, the choice of a form behind what has several, a
// space of no width in scripts that write none, a soft hyphen within a word.
func hidden(before, r, after rune, leftward bool) bool {
	switch {
	case r >= ' ' && r < 0x7f, r >= '\u2e80' && r < '\u3164', r > '\u3164' && r < '\ufe00': // most of all text
		return false
	case r == '\u2028', r == '\u2029':
		return true
	case !unshown(before, r), isControl(r): // controls are errors already
		return false
	case r == '\u00ad':
		return !unicode.IsLetter(before) || !unicode.IsLetter(after)
	case r == '\u200e', r == '\u200f', r == '\u061c':
		return !leftward
	case r == '\u200b':
		return !unicode.In(before, unspaced...)
	case r >= '\u180b' && r <= '\u180f':
		return !unicode.Is(unicode.Mongolian, before)
	case unicode.Is(unicode.Variation_Selector, r):
		return unicode.IsSpace(before) || before == 0 || unicode.In(before, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Variation_Selector)
	}
	return true
}

// toLeft are the scripts whose words run to the left, with their marks.
var toLeft = []*unicode.RangeTable{unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko}

// unspaced are the scripts that write no spaces between words.
var unspaced = []*unicode.RangeTable{unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}
