package redline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// tokenKind says how a token counts.
type tokenKind uint8

const (
	word   tokenKind = iota // a Latin word, number, date, address; anything written with letters
	han                     // one Chinese character
	mark                    // punctuation or symbol
	object                  // break, image, note reference, anchor
)

// stop says what reading pauses at a token.
type stop uint8

const (
	noStop       stop = iota
	clauseStop        // ，；：、 and their Latin kin
	sentenceStop      // 。！？ and a period that ends a sentence
)

// token is the least that a redline marks. Two tokens of one Compare are
// equal when their ids are.
type token struct {
	id         int32
	start, end int // bytes of the strand
	run        int // objects: the run
	kind       tokenKind
	stop       stop
}

// interner numbers the words of one Compare: a single Han character is its
// code point, anything else a negative number in order of appearance.
type interner struct {
	words  map[string]int32
	hashes []uint32 // of the words, by -id-1; they do not depend on the order
}

func newInterner() *interner { return &interner{words: make(map[string]int32)} }

func (in *interner) id(s string) int32 {
	id, ok := in.words[s]
	if !ok {
		id = -int32(len(in.words)) - 1
		in.words[s] = id
		in.hashes = append(in.hashes, mix(uint64(newDigest().str(s))))
	}
	return id
}

// scan cuts text[from:to] into tokens: Han characters one by one, numbers
// with their units, dates and addresses whole, the rest by UAX #29 with
// hyphened words joined.
func (in *interner) scan(out []token, text string, from, to int) []token {
	first := len(out)
	for i := from; i < to; {
		if c := text[i]; c < utf8.RuneSelf {
			if c == ' ' || c == '\n' || c == '\t' || c == '\r' {
				i++
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(text[i:to])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		if n := number(r, text[i:to]); n > 0 {
			out = append(out, token{id: in.id(foldSpace(text[i : i+n])), start: i, end: i + n, kind: word})
			i += n
			continue
		}
		if isHan(r) {
			out = append(out, token{id: r, start: i, end: i + size, kind: han})
			i += size
			continue
		}
		n := size
		for i+n < to {
			r, size := utf8.DecodeRuneInString(text[i+n : to])
			if isHan(r) || unicode.IsSpace(r) {
				break
			}
			n += size
		}
		out = in.latin(out, text, i, i+n)
		i += n
	}
	out = in.joinDates(out, first, text)
	out = in.joinUnits(out, first, text)
	markStops(out[first:], text, to)
	return out
}

// latin cuts a stretch without spaces and Han characters.
func (in *interner) latin(out []token, text string, from, to int) []token {
	seg := text[from:to]
	if n, m := address(seg); m > n {
		out = in.latin(out, text, from, from+n)
		out = append(out, token{id: in.id(seg[n:m]), start: from + n, end: from + m, kind: word})
		return in.latin(out, text, from+m, to)
	}
	first := len(out)
	it := words.FromString(seg)
	at := from
	for it.Next() {
		w := it.Value()
		k := word
		if !hasLetter(w) {
			k = mark
		}
		if i := lostSpace(w); i > 0 {
			out = append(out, token{start: at, end: at + i, kind: k}, token{start: at + i, end: at + i + 1, kind: mark})
			at, w = at+i+1, w[i+1:]
		}
		out = append(out, token{start: at, end: at + len(w), kind: k})
		at += len(w)
	}
	out = joinHyphens(out, first, text)
	for i := first; i < len(out); i++ {
		out[i].id = in.id(text[out[i].start:out[i].end])
	}
	return out
}

// lostSpace returns the place of a period in a word that ends a sentence,
// because the space after it is missing: "from.Learn". 0: there is none.
func lostSpace(w string) int {
	for i := 1; i+1 < len(w); i++ {
		if w[i] == '.' && w[i-1] >= 'a' && w[i-1] <= 'z' && w[i+1] >= 'A' && w[i+1] <= 'Z' {
			return i
		}
	}
	return 0
}

// joinHyphens makes one token of words joined by - or & without a space.
func joinHyphens(out []token, first int, text string) []token {
	n := first
	for i := first; i < len(out); i++ {
		t := out[i]
		if w := text[t.start:t.end]; (w == "-" || w == "‑" || w == "&") && n > first && out[n-1].kind == word &&
			i+1 < len(out) && out[i+1].kind == word {
			out[n-1].end = out[i+1].end
			i++
			continue
		}
		out[n] = t
		n++
	}
	return out[:n]
}

func hasLetter(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsNumber(r) {
			return true
		}
	}
	return false
}

// isHan reports whether the rune is written without spaces, one character at a
// time: Han and the Japanese syllabaries.
func isHan(r rune) bool {
	switch {
	case r < 0x2E80:
		return false
	case r >= 0x4E00 && r <= 0x9FFF:
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// foldSpace makes every run of white space one space.
func foldSpace(s string) string {
	if !strings.ContainsFunc(s, unicode.IsSpace) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
