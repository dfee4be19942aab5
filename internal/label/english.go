package label

import (
	"strings"
	"unicode"

	"diptych/internal/numeral"
	"diptych/internal/policy"
)

// shortened reports whether a word of wordStyle has a stop: Sec. 5.
func shortened(word string) bool { return len(word) == len("Sec") }

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
	case "section", "sec":
		return policy.StyleSection
	case "article", "clause", "art":
		return policy.StyleArticle
	case "appendix", "annex", "annexure", "schedule", "exhibit", "attachment":
		return policy.StyleAppendix
	}
	return policy.StyleNone
}

// matchEnglish reads the number behind the word or sign that ends at size:
// 1, 5.3, 21A, IV, A, One. Without a stop or colon behind it a word in lower
// case makes it a reference: "Section 2 of this policy", "Section 5(a) of it".
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
	words := strings.TrimLeftFunc(rest[points(rest):], unicode.IsSpace)
	if !stands(rest) || isRange(rest) || terminator(words, ")）,，;；") > 0 || words != "" && words[0] >= 'a' && words[0] <= 'z' {
		return match{}
	}
	return match{pos, style, path}
}

// ends reports whether a label ends here: "Article First." is one, "Section
// Second parties" none.
func ends(rest string) bool { return rest == "" || terminator(rest, ".．:：") > 0 }

// points returns the size of (a)(ii) right behind a number.
func points(s string) int {
	at := 0
	for strings.HasPrefix(s[at:], "(") {
		m, _ := parenNumber(s[at+1:])
		if m.size == 0 {
			break
		}
		at += 1 + m.size
	}
	return at
}

// inserted adds the letter of a place that came in behind another to its path:
// Article 21A, which is 第二十一条之一.
func inserted(s string, path []int, size int) ([]int, int) {
	if letterRun(s[size:]) != 1 {
		return path, size
	}
	return append(path, letterValue(s[size:size+1])), size + 1
}

func englishNumber(s string, style policy.LabelStyle) (path []int, size int) {
	for {
		v, count, n := digitRun(s[size:])
		if count == 0 || count > 3 || len(path) == 6 {
			break
		}
		path = append(path, v)
		size += n
		if _, count, _ := digitRun(strings.TrimPrefix(s[size:], ".")); count == 0 || size >= len(s) || s[size] != '.' {
			return inserted(s, path, size)
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
	if v, ok := romanPlace(word, style); ok {
		return []int{v}, n
	}
	if n == 1 && style != policy.StyleArticle {
		return []int{int(word[0]-'A') + 1}, n
	}
	return nil, 0
}
