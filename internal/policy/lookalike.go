package policy

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// A letter that looks like one of another script and stands in a word of that
// script passes for it: "pаypal" with a Cyrillic а. So one writes what search does not
// find and links that lead elsewhere. Words of one script are fine, whatever their
// letters look like (Unicode UTS 39, sections 4 and 5, for the scripts that are
// confused in practice).

// script is one of those whose letters are taken for each other.
type script uint8

const (
	noScript script = iota // another, or none
	latin
	greek
	cyrillic
)

// String returns the name of the script.
func (s script) String() string { return [...]string{"", "Latin", "Greek", "Cyrillic"}[s] }

func scriptOf(r rune) script {
	switch {
	case r < 'A', r > '\u2dff' && r < '\ua640': // most of Chinese text
		return noScript
	case unicode.Is(unicode.Latin, r):
		return latin
	case unicode.Is(unicode.Cyrillic, r):
		return cyrillic
	case unicode.Is(unicode.Greek, r) && unicode.IsLetter(r):
		return greek
	}
	return noScript
}

// likeLatin are the letters of other scripts that print like a Latin one.
var likeLatin = map[rune]rune{
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'у': 'y', 'х': 'x', 'і': 'i', 'ј': 'j', 'ѕ': 's', 'ԁ': 'd', 'һ': 'h', 'ԛ': 'q', 'ԝ': 'w', 'ӏ': 'l',
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'У': 'Y', 'Х': 'X', 'І': 'I', 'Ј': 'J', 'Ѕ': 'S', 'Ԁ': 'D',
	'ο': 'o', 'ν': 'v', 'ϲ': 'c', 'ϳ': 'j',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X',
}

// lettersLikeLatin are the Latin letters among them, by the script that has such.
var lettersLikeLatin = func() map[script]map[rune]rune {
	out := map[script]map[rune]rune{greek: {}, cyrillic: {}}
	for r, l := range likeLatin {
		out[scriptOf(r)][l] = r
	}
	return out
}()

// LookAlike is a letter that passes for one of another script.
type LookAlike struct {
	At     int    // in the words, in bytes
	Letter rune   // what it is
	Like   rune   // what it looks like
	Word   string // in which it stands
}

// LookAlikes yields the letters of words that pass for those of another script, in
// the words of which they stand. A word is letters of these scripts without a break:
// μm, kΩ and α-blocker have none.
func LookAlikes(words string) iter.Seq[LookAlike] {
	return func(yield func(LookAlike) bool) {
		for from := 0; from < len(words); {
			to, count := measure(words[from:])
			if to == 0 {
				_, n := utf8.DecodeRuneInString(words[from:])
				from += n
				continue
			}
			if word := words[from : from+to]; isMixed(count) {
				home := homeOf(word, count)
				for i, r := range word {
					if like, ok := passes(r, home); ok && !yield(LookAlike{from + i, r, like, word}) {
						return
					}
				}
			}
			from += to
		}
	}
}

// measure returns the length of the word that s begins with, in bytes, and how many
// letters of each script are in it.
func measure(s string) (size int, count [cyrillic + 1]int) {
	for i, r := range s {
		sc := scriptOf(r)
		if sc == noScript && !(i > 0 && unicode.Is(unicode.Mn, r)) {
			return i, count
		}
		count[sc]++
	}
	return len(s), count
}

// isMixed reports whether letters of two scripts are counted.
func isMixed(count [cyrillic + 1]int) bool {
	n := 0
	for _, sc := range [...]script{latin, greek, cyrillic} {
		if count[sc] > 0 {
			n++
		}
	}
	return n > 1
}

// leastHome is how many letters make a word one of a script that is not Latin:
// in ΔT the T is one.
const leastHome = 3

// homeOf returns the script of a mixed word: that of most of the letters that look
// like no other, else that of most letters.
func homeOf(word string, count [cyrillic + 1]int) script {
	var sure [cyrillic + 1]int
	for _, r := range word {
		sc := scriptOf(r)
		_, other := likeLatin[r]
		if sc == latin {
			_, other = lettersLikeLatin[cyrillic][r]
		}
		if !other {
			sure[sc]++
		}
	}
	home := latin
	for _, sc := range [...]script{greek, cyrillic} {
		if count[sc] >= leastHome && (sure[sc] > sure[home] || sure[sc] == sure[home] && count[sc] > count[home]) {
			home = sc
		}
	}
	return home
}

// passes returns the letter of a script that r of another one looks like.
func passes(r rune, home script) (like rune, ok bool) {
	switch sc := scriptOf(r); {
	case sc == home || sc == noScript:
		return 0, false
	case home == latin:
		like, ok = likeLatin[r]
	case sc == latin:
		like, ok = lettersLikeLatin[home][r]
	}
	return like, ok
}
