package reference

import (
	"strings"
	"unicode/utf8"
)

// hush finds the mentions that nobody doubts: quoted ones, and those in a
// sentence that names a law or another document and does not say that they are
// the text's own. What stands in a title is that title's.
func (s *scanner) hush() {
	from, k := 0, 0
	quotes, titles := 0, 0 // that are open
	straight := false      // " is open
	single := false        // ‘ is open
	var quoted []int       // mentions of the sentence, by index
	flush := func(end int) {
		if len(quoted) > 0 {
			sentence := s.w[from:end]
			other := s.namesOther(sentence)
			for _, n := range quoted {
				other = other || s.out[n].Foreign
			}
			for _, n := range quoted {
				s.out[n].Quiet = s.out[n].Quiet || other && !s.own[n] && !s.out[n].Foreign
			}
		}
		quoted, from = quoted[:0], end
	}
	for i := 0; i < len(s.w); {
		if k < len(s.out) && i >= s.out[k].From {
			s.out[k].Quiet = s.out[k].Quiet || quotes > 0 || straight || single
			s.out[k].Foreign = s.out[k].Foreign || titles > 0
			quoted = append(quoted, k)
			k++
			continue
		}
		r, size := utf8.DecodeRuneInString(s.w[i:])
		i += size
		switch r {
		case '“', '「', '『':
			quotes++
		case '”', '」', '』':
			quotes = max(0, quotes-1)
		case '‘':
			single = true
		case '’': // or an apostrophe, where none is open
			single = false
		case '"':
			straight = !straight
		case '《':
			titles++
		case '》':
			titles = max(0, titles-1)
		case '。', '！', '？', '；', '\n':
			flush(i)
			titles = 0
		case '.', ';', '?', '!':
			if rest := s.w[i:]; strings.HasPrefix(rest, " ") && len(rest) > 1 && (isUpper(rest[1]) || rest[1] >= 0x80) && !s.shortened(i-1) {
				flush(i)
			}
		}
	}
	flush(len(s.w))
}

// shortened reports whether the stop at i ends a short word: Art. 5, U.S. law.
func (s *scanner) shortened(i int) bool {
	from := i
	for from > 0 && isLetter(s.w[from-1]) {
		from--
	}
	return i-from == 1 && isUpper(s.w[from]) || englishUnits[strings.ToLower(s.w[from:i])].stop != never || s.w[from:i] == "No"
}
