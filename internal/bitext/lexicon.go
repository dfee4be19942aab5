package bitext

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"diptych/internal/cjk"
)

//go:embed lexicon.txt
var lexiconText string

// lexicon knows the concepts of lexicon.txt by their words.
type lexicon struct {
	zh    map[string][]cue
	en    map[string][]cue // by stem
	first map[rune]int     // the longest Chinese word that begins so, in bytes
}

// stemLen is how many bytes of an English word count: a cheap stemmer, and for
// this purpose a good one.
const stemLen = 5

var theLexicon = sync.OnceValue(func() *lexicon { return newLexicon(lexiconText) })

func newLexicon(text string) *lexicon {
	l := &lexicon{map[string][]cue{}, map[string][]cue{}, map[rune]int{}}
	for line := range strings.Lines(text) {
		zh, en, ok := strings.Cut(simplify(line), "=")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(zh)
		c := makeCue(conceptCue, words[0])
		for _, w := range words {
			l.zh[w] = append(l.zh[w], c)
			r, _ := utf8.DecodeRuneInString(w)
			l.first[r] = max(l.first[r], len(w))
		}
		for _, w := range strings.Fields(en) {
			l.en[stem(w)] = append(l.en[stem(w)], c)
		}
	}
	return l
}

func stem(w string) string { return w[:min(len(w), stemLen)] }

// hanBytes is the length of a Han character of the lexicon in UTF-8.
const hanBytes = 3

// han returns the concepts of the longest word at the beginning of s, and its
// length in bytes; 0 where none begins there.
func (l *lexicon) han(s string) ([]cue, int) {
	r, _ := utf8.DecodeRuneInString(s)
	for n := min(l.first[r], len(s)); n > 0; n -= hanBytes {
		if c, ok := l.zh[s[:n]]; ok {
			return c, n
		}
	}
	return nil, 0
}

// english returns the concepts of an English word.
func (l *lexicon) english(w string) []cue {
	var buf [stemLen]byte
	n := copy(buf[:], w)
	for i := range n {
		if buf[i] <= 'Z' {
			buf[i] |= 0x20
		}
	}
	return l.en[string(buf[:n])]
}

// simplify writes words in simplified characters, in as many bytes.
func simplify(words string) string { return strings.Map(cjk.Simplify, words) }
