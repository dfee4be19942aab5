package policy

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/internal/diag"
)

// Hiding is a character of a source that no eye tells: it is not seen, or it passes
// for another letter.
type Hiding struct {
	Pos    diag.Pos
	Letter rune
	Count  int    // how often it stands in a row
	Like   rune   // what it passes for; 0 where it is not seen
	Word   string // in which it does
}

// Hidings yields the places of such characters in a line, in bytes, without their
// positions.
func Hidings(line string) iter.Seq2[int, Hiding] {
	return func(yield func(int, Hiding) bool) {
		leftward := strings.ContainsFunc(line, func(r rune) bool { return r >= 0x590 && unicode.In(r, toLeft...) })
		before := rune(0)
		for i := 0; i < len(line); {
			if c := line[i]; c < utf8.RuneSelf {
				before, i = rune(c), i+1
				continue
			}
			if n := flagLen(line[i:]); n > 0 {
				before, i = lastTag, i+n
				continue
			}
			r, size := utf8.DecodeRuneInString(line[i:])
			end, n := i+size, 1
			for ; end+size <= len(line) && line[end:end+size] == line[i:i+size]; end += size {
				n++
			}
			after, _ := utf8.DecodeRuneInString(line[end:])
			if hidden(before, r, after, leftward) && !yield(i, Hiding{Letter: r, Count: n}) {
				return
			}
			before, i = r, end
		}
		for x := range LookAlikes(line) {
			if !yield(x.At, Hiding{Letter: x.Letter, Count: 1, Like: x.Like, Word: x.Word}) {
				return
			}
		}
	}
}
