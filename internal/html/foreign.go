package html

import (
	"strings"
	"unicode/utf8"

	"diptych/internal/cjk"
)

// wideLead is the first byte in UTF-8 of every character from U+3000 on: Han and
// its punctuation. Few bytes of other texts are as high.
const wideLead = 0xE3

// han finds the first stretch of Chinese: Han characters with the punctuation,
// letters and digits that join them, without white space at a seam to other
// letters. Japanese and Korean are left alone.
func han(s string) (from, to int) {
	i := 0
	for i < len(s) && s[i] < wideLead {
		i++
	}
	for i < len(s) {
		end, letters, other := i, false, false
		for j := i; j < len(s); {
			r, n := utf8.DecodeRuneInString(s[j:])
			switch {
			case cjk.IsIdeograph(r):
				letters = true
			case cjk.IsHangul(r), r >= 0x3040 && r <= 0x30ff:
				other = true
			}
			if !cjk.Is(r) && (r > 0x7f && !cjk.IsShared(r) || r <= ' ') {
				break
			}
			j += n
			if cjk.Is(r) {
				end = j
			}
		}
		if letters && !other {
			return i, end
		}
		for i = max(end, i+1); i < len(s) && s[i] < wideLead; {
			i++
		}
	}
	return 0, 0
}

// A stretch of Latin letters is a sentence from this many words on, of which
// some begin in lower case: those that do not are names.
const (
	sentenceWords = 4
	lowerWords    = 2
)

// sentence finds the first stretch of Latin words that is more than a name.
func sentence(s string) (from, to int) {
	for i := 0; i < len(s); i++ {
		if !isLatin(s[i]) {
			continue
		}
		end := i
		for end < len(s) && s[end] < wideLead {
			end++
		}
		if isSentence(s[i:end]) {
			last := end
			for !isLatin(s[last-1]) {
				last--
			}
			if last < end && strings.IndexByte(".!?", s[last]) >= 0 {
				last++
			}
			return i, last
		}
		i = end
	}
	return 0, 0
}

func isLatin(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isSentence reports whether s has the words of a sentence. What holds more than
// letters, hyphens and apostrophes, such as an address, is no word.
func isSentence(s string) bool {
	if len(s) < 2*sentenceWords {
		return false
	}
	words, lower := 0, 0
	for word := range strings.FieldsSeq(s) {
		word = strings.Trim(word, `.,;:!?()[]"'`+"“”‘’")
		if word == "" || !isLatin(word[0]) || strings.ContainsAny(word, "/@._:=<>()0123456789") {
			continue
		}
		words++
		if word[0] >= 'a' {
			lower++
		}
	}
	return words >= sentenceWords && lower >= lowerWords
}
