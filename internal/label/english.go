package label

import (
	"strings"
	"unicode"

	"diptych/internal/numeral"
	"diptych/internal/policy"
)

func letterRun(s string) int {
	i := 0
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	return i
}

// letterLabel values one letter or a roman numeral and says its family; base
// is the lower-case alphabetic family of its punctuation. A lone i, v or x is
// read as roman: After corrects it where the row says otherwise.
func letterLabel(w string, base policy.LabelStyle) (policy.LabelStyle, int) {
	upper := policy.LabelStyle(0)
	if w[0] < 'a' {
		upper = policy.StyleUpperAlpha - policy.StyleAlpha
	}
	if v, ok := romanNumber(w); ok {
		return base + upper + romanShift, v
	}
	if len(w) == 1 {
		return base + upper, int(w[0]|0x20-'a') + 1
	}
	return base, 0
}

// matchLetters reads a. A) ii. and the labels that begin with an English word.
func matchLetters(s string) match {
	size := letterRun(s)
	word, rest := s[:size], s[size:]
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
			if rest[:n] == "、" && letterRun(after) == 1 {
				return match{} // A、B 两类
			}
			return found(size+n, style, v)
		}
	}
	if m := matchOrdinal(s, word); m.size > 0 {
		return m
	}
	if spaces(rest) == 0 {
		return match{}
	}
	if style := wordStyle(word); style != policy.StyleNone {
		return matchEnglish(s, size, style)
	}
	return match{}
}

// matchOrdinal reads First, Secondly: Twenty-first, where word are the letters
// that s begins with. "First, second and third parties" is none.
func matchOrdinal(s, word string) match {
	if len(word) < len("One") { // A cookie
		return match{}
	}
	number := wordNumber(s)
	size := number.Size
	if stem, ok := strings.CutSuffix(word, "ly"); ok {
		number, size = wordNumber(stem), len(word)
		if number.Size < len(stem) {
			return match{}
		}
	}
	if number.Form != numeral.Ordinal {
		return match{}
	}
	n := terminator(s[size:], ",，"+colons)
	if n == 0 || !stands(s[size+n:]) {
		return match{}
	}
	after := strings.TrimLeftFunc(s[size+n:], unicode.IsSpace)
	if numeral.English(after).Form == numeral.Ordinal {
		return match{}
	}
	return found(size+n, policy.StyleOrdinal, int(number.Value))
}

// wordStyle returns the family of the label that a word opens. It must be
// capitalised: "section 2" in a sentence is none.
func wordStyle(word string) policy.LabelStyle {
	if word[0] >= 'a' || word[1:] != strings.ToLower(word[1:]) && word != strings.ToUpper(word) {
		return policy.StyleNone
	}
	switch strings.ToLower(word) {
	case "part":
		return policy.StylePart
	case "chapter":
		return policy.StyleChapter
	case "section":
		return policy.StyleSection
	case "article", "clause":
		return policy.StyleArticle
	case "appendix", "annex", "schedule", "exhibit":
		return policy.StyleAppendix
	}
	return policy.StyleNone
}

// matchEnglish reads the number behind the word or sign that ends at size:
// 1, 5.3, IV, A, One. Without a stop or colon behind it a word in lower case
// makes it a reference: "Section 2 of this policy".
func matchEnglish(s string, size int, style policy.LabelStyle) match {
	pos := size + spaces(s[size:])
	path, n := englishNumber(s[pos:], style)
	if n == 0 {
		return match{}
	}
	pos += n
	rest := s[pos:]
	if n := terminator(rest, ".．:："); n > 0 {
		if !stands(rest[n:]) {
			return match{}
		}
		return match{pos + n, style, path}
	}
	words := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if !stands(rest) || terminator(words, ")）,，;；") > 0 || words != "" && words[0] >= 'a' && words[0] <= 'z' {
		return match{}
	}
	return match{pos, style, path}
}

// ends reports whether a label ends here: "Article First." is one, "Section
// Second parties" none.
func ends(rest string) bool { return rest == "" || terminator(rest, ".．:：") > 0 }

func englishNumber(s string, style policy.LabelStyle) (path []int, size int) {
	for {
		v, count, n := digitRun(s[size:])
		if count == 0 || count > 3 || len(path) == 6 {
			break
		}
		path = append(path, v)
		size += n
		if _, count, _ := digitRun(strings.TrimPrefix(s[size:], ".")); count == 0 || size >= len(s) || s[size] != '.' {
			return path, size
		}
		size++
	}
	if len(path) > 0 {
		return nil, 0
	}
	n := letterRun(s)
	if n == 0 {
		return nil, 0
	}
	word := s[:n]
	if number := wordNumber(s); number.Form == numeral.Cardinal || number.Form == numeral.Ordinal && ends(s[number.Size:]) {
		return []int{int(number.Value)}, number.Size
	}
	if word[0] >= 'a' {
		return nil, 0
	}
	if v, ok := romanNumber(word); ok && style != policy.StyleAppendix {
		return []int{v}, n
	}
	if n == 1 && style != policy.StyleArticle {
		return []int{int(word[0]-'A') + 1}, n
	}
	return nil, 0
}
