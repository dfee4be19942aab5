package html

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"diptych/internal/cjk"
	"diptych/internal/policy"
)

// Tongue says which words are marked as being in another language than those
// around them, so that they get that language's glyphs, line breaks and voice:
// Chinese in a text that is not, and English sentences in Chinese. Names and
// single words stay as they are; Chinese is full of them. The zero Tongue marks
// nothing.
type Tongue struct {
	Lang  string // BCP 47 tag of the words around
	Han   string // tag for Chinese
	Latin string // tag for English
}

// into goes into a block and returns the language outside of it.
func (t *Tongue) into(k *policy.Block) (outer string) {
	outer = t.Lang
	if k.Lang != "" && outer != "" {
		t.Lang = k.Lang
	}
	return outer
}

// Words writes s, which is no attribute, with its foreign words marked.
func (t Tongue) Words(b *bytes.Buffer, s string) {
	for {
		from, to, tag := t.foreign(s)
		if tag == "" {
			escape(b, s)
			return
		}
		escape(b, s[:from])
		b.WriteString(`<span lang="`)
		escape(b, tag)
		b.WriteString(`">`)
		escape(b, s[from:to])
		b.WriteString("</span>")
		s = s[to:]
	}
}

// foreign finds the first stretch of s to be marked; tag is "" where there is
// none.
func (t Tongue) foreign(s string) (from, to int, tag string) {
	if t.Lang == "" {
		return 0, 0, ""
	}
	if writesHan(t.Lang) {
		if t.Latin == "" {
			return 0, 0, ""
		}
		if from, to = sentence(s); to > 0 {
			tag = t.Latin
		}
		return from, to, tag
	}
	if t.Han == "" {
		return 0, 0, ""
	}
	if from, to = han(s); to > 0 {
		tag = t.Han
	}
	return from, to, tag
}

// writesHan reports whether Han characters are at home in a language.
func writesHan(tag string) bool {
	primary, _, _ := strings.Cut(tag, "-")
	switch strings.ToLower(primary) {
	case "zh", "ja", "ko", "yue", "cmn", "lzh", "wuu", "nan", "hak":
		return true
	}
	return false
}

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
			case isIdeograph(r):
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

func isIdeograph(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3400 && r <= 0x4dbf || r >= 0xf900 && r <= 0xfaff || r >= 0x20000 && r <= 0x3ffff
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

// isSentence counts the words of s. What holds more than letters, hyphens and
// apostrophes, such as an address, is none.
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
