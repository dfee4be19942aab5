package label

import (
	"strings"
	"unicode/utf8"

	"diptych/internal/policy"
)

func letterRun(s string) int {
	i := 0
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	return i
}

// letterWord returns the letters at the start of s in ASCII, and their size: a
// word, or one full-width letter.
func letterWord(s string) (word string, size int) {
	if n := letterRun(s); n > 0 {
		return s[:n], n
	}
	r, n := utf8.DecodeRuneInString(s)
	if r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ' {
		return string(r - 'Ａ' + 'A'), n
	}
	return "", 0
}

// letterLabel values one letter, a roman numeral or, between brackets, a letter
// twice, as (aa) goes on behind (z), and says its family; base is the lower-case
// alphabetic family of its punctuation. A lone i, v or x is
// read as roman: After corrects it where the row says otherwise.
func letterLabel(w string, base policy.LabelStyle) (policy.LabelStyle, int) {
	upper := policy.LabelStyle(0)
	if w[0] < 'a' {
		upper = policy.StyleUpperAlpha - policy.StyleAlpha
	}
	if v, ok := romanNumber(w); ok {
		return base + upper + romanShift, v
	}
	if len(w) == 1 || len(w) == 2 && w[0] == w[1] && base == policy.StyleAlphaParen {
		return base + upper, letterValue(w)
	}
	return base, 0
}

// letterValue counts a letter, or the same letter twice: z is 26, aa 27.
func letterValue(w string) int { return 26*(len(w)-1) + int(w[0]|0x20-'a') + 1 }

// matchLetters reads a. A) ii. and the labels that begin with an English word.
func matchLetters(s string) match {
	word, size := letterWord(s)
	rest := s[size:]
	if n := terminator(rest, ")）"); n > 0 {
		if style, v := letterLabel(word, policy.StyleAlphaHalf); v > 0 && rest[n:] != "" && stands(rest[n:]) {
			return found(size+n, style, v)
		}
		return match{}
	}
	if n := terminator(rest, stops); n > 0 {
		if style, v := letterLabel(word, policy.StyleAlpha); v > 0 {
			after := rest[n:]
			if after == "" || !stands(after) && rest[:n] != "、" {
				return match{} // e.g., U.S.
			}
			if _, next := letterWord(after); rest[:n] == "、" && next > 0 && letterRun(after) < 2 {
				return match{} // A、B 两类
			}
			if isInitial(after) {
				return match{} // U. S. law
			}
			return found(size+n, style, v)
		}
	}
	if m := matchOrdinal(s, word); m.size > 0 {
		return m
	}
	style := wordStyle(word)
	switch {
	case style == policy.StyleNone:
		return match{}
	case shortened(word):
		if !strings.HasPrefix(rest, ".") {
			return match{}
		}
		return matchEnglish(s, size+len("."), style)
	case spaces(rest) == 0:
		return match{}
	}
	return matchEnglish(s, size, style)
}

// isInitial reports whether one more initial follows a letter with its stop:
// U. S. law, e. g. this. In I. A. Scope and a. i. Scope a row of letters begins.
func isInitial(after string) bool {
	after = after[spaces(after):]
	return letterRun(after) == 1 && strings.HasPrefix(after[1:], ".") && after[0]|0x20 != 'a' && after[0]|0x20 != 'i'
}
