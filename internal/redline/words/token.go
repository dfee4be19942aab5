package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"diptych/internal/cjk"
)

// Kind says how a token counts.
type Kind uint8

const (
	Word   Kind = iota // a Latin word, number, date, address; anything written with letters
	Han                // one Chinese character
	Mark               // punctuation or symbol
	Object             // break, image, note reference, anchor
)

// Stop says what reading pauses at a token.
type Stop uint8

const (
	NoStop       Stop = iota
	ClauseStop        // ，；：、 and their Latin kin
	SentenceStop      // 。！？ and a period that ends a sentence
)

// Token is the least that a redline marks. Two tokens of one Cutter are equal
// when their ids are.
type Token struct {
	Start, End int // bytes of the leaf
	Run        int // Object: the run
	ID         int32
	Kind       Kind
	Stop       Stop
}

// scan cuts text[from:to] into tokens: Han characters one by one, numbers
// with their units, dates and addresses whole, the rest by UAX #29 with
// hyphened words joined.
func (in *vocabulary) scan(out []Token, text string, from, to int) []Token {
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
			out = append(out, Token{ID: in.id(foldSpace(text[i : i+n])), Start: i, End: i + n, Kind: Word})
			i += n
			continue
		}
		if cjk.IsUnspaced(r) {
			out = append(out, Token{ID: r, Start: i, End: i + size, Kind: Han})
			i += size
			continue
		}
		n := size
		for i+n < to {
			if c := text[i+n]; c > ' ' && c < utf8.RuneSelf {
				n++
				continue
			}
			r, size := utf8.DecodeRuneInString(text[i+n : to])
			if cjk.IsUnspaced(r) || unicode.IsSpace(r) {
				break
			}
			n += size
		}
		out = in.latin(out, text, i, i+n)
		i += n
	}
	out = in.joinDates(out, first, text)
	return in.joinUnits(out, first, text)
}

// latin cuts a stretch without spaces and Han characters.
func (in *vocabulary) latin(out []Token, text string, from, to int) []Token {
	seg := text[from:to]
	if n, m := address(seg); m > n {
		out = in.latin(out, text, from, from+n)
		out = append(out, Token{ID: in.id(seg[n:m]), Start: from + n, End: from + m, Kind: Word})
		return in.latin(out, text, from+m, to)
	}
	first := len(out)
	it := words.FromString(seg)
	at := from
	for it.Next() {
		w := it.Value()
		k := Word
		if !hasLetter(w) {
			k = Mark
		}
		if i := lostSpace(w); i > 0 {
			out = append(out, Token{Start: at, End: at + i, Kind: k}, Token{Start: at + i, End: at + i + 1, Kind: Mark})
			at, w = at+i+1, w[i+1:]
		}
		out = append(out, Token{Start: at, End: at + len(w), Kind: k})
		at += len(w)
	}
	out = joinHyphens(out, first, text)
	for i := first; i < len(out); i++ {
		out[i].ID = in.id(text[out[i].Start:out[i].End])
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
func joinHyphens(out []Token, first int, text string) []Token {
	n := first
	for i := first; i < len(out); i++ {
		t := out[i]
		if w := text[t.Start:t.End]; (w == "-" || w == "‑" || w == "&") && n > first && out[n-1].Kind == Word &&
			i+1 < len(out) && out[i+1].Kind == Word {
			out[n-1].End = out[i+1].End
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

// foldSpace makes every run of white space one space.
func foldSpace(s string) string {
	if !strings.ContainsFunc(s, unicode.IsSpace) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
