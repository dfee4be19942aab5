package redline

import (
	"strings"
	"unicode"

	"diptych/internal/numeral"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// englishUnits are the words before a number that refer to a clause.
var englishUnits = map[string]policy.LabelStyle{
	"clause": policy.StyleArticle, "clauses": policy.StyleArticle, "article": policy.StyleArticle, "articles": policy.StyleArticle,
	"section": policy.StyleSection, "sections": policy.StyleSection, "§": policy.StyleSection, "§§": policy.StyleSection,
	"chapter": policy.StyleChapter, "chapters": policy.StyleChapter, "part": policy.StylePart, "parts": policy.StylePart,
	"paragraph": policy.StyleArticle, "paragraphs": policy.StyleArticle,
}

// shortUnits are those that have a stop: Art. 5.
var shortUnits = map[string]policy.LabelStyle{
	"art": policy.StyleArticle, "arts": policy.StyleArticle, "sec": policy.StyleSection, "secs": policy.StyleSection,
	"cl": policy.StyleArticle, "cls": policy.StyleArticle,
}

// englishUnit returns the unit that the token i names, and the token behind it
// and its stop; that is i where it names none.
func englishUnit(l *words.Leaf, i int) (policy.LabelStyle, int) {
	w := strings.ToLower(l.Word(i))
	if unit, ok := englishUnits[w]; ok {
		return unit, i + 1
	}
	if unit, ok := shortUnits[w]; ok && i+1 < len(l.Tokens) && l.Word(i+1) == "." {
		return unit, i + 2
	}
	return policy.StyleNone, i
}

// englishPlaces reads the places behind their unit, and returns the token behind
// them: 3, 4 and 5. Places of a law are none.
func englishPlaces(l *words.Leaf, from int, unit policy.LabelStyle) (out []mention, end int) {
	for i := from; i < len(l.Tokens); i++ {
		switch l.Word(i) {
		case ",", "、", "and", "or", "to", "through", "–", "-", "&", "/":
			continue
		}
		path := placePath(l, i)
		if path == nil || lawBehind(l, i) {
			return out, i
		}
		out = append(out, mention{i, unit, path})
	}
	return out, len(l.Tokens)
}

// isLaw reports whether a word ends or is the name of a law.
func isLaw(w string) bool {
	switch w {
	case "Act", "Regulation", "GDPR", "Law", "Code", "Directive", "Convention", "CCPA", "Ordinance", "Constitution", "Treaty", "Statute", "PIPL", "HIPAA":
		return true
	}
	return false
}

// lawBehind reports whether the number i is one of a law: Article 13 of the Act.
func lawBehind(l *words.Leaf, i int) bool {
	for k := i + 1; k < min(len(l.Tokens), i+8); k++ {
		switch w := l.Word(k); {
		case isLaw(w):
			return true
		case w == ".", w == ";":
			return false
		}
	}
	return false
}

// lawBefore reports whether a law stands right before the unit i: GDPR Article
// 13.
func lawBefore(l *words.Leaf, i int) bool { return i > 0 && isLaw(l.Word(i-1)) }

// placePath reads the token i, behind a word such as Section: 5.3, 21A, IV,
// Twenty-One. I is a number only right behind a word that is capitalised; some
// word stands before i.
func placePath(l *words.Leaf, i int) []int {
	w := l.Word(i)
	if joined(l, i) {
		return nil
	}
	if words.IsFigure(w) {
		return numberPath(w)
	}
	if last := len(w) - 1; last > 0 && w[last]|0x20 >= 'a' && w[last]|0x20 <= 'z' && words.IsFigure(w[:last]) {
		return append(numberPath(w[:last]), int(w[last]|0x20-'a')+1)
	}
	n, ok := numeral.Read(w)
	switch {
	case ok && n.Form == numeral.Cardinal:
	case n.Form == numeral.UpperRoman && n.Value < 40 && (ok || unicode.IsUpper(rune(l.Word(i - 1)[0]))):
	default:
		return nil
	}
	return []int{int(n.Value)}
}

// joined reports whether a hyphen and a letter stand right behind the token i:
// 10-A.
func joined(l *words.Leaf, i int) bool {
	rest := l.Text[l.Tokens[i].End:]
	return len(rest) > 1 && rest[0] == '-' && (rest[1]|0x20 >= 'a' && rest[1]|0x20 <= 'z')
}

func numberPath(w string) []int {
	var path []int
	for p := range strings.SplitSeq(w, ".") {
		n := numeral.Decimal(p)
		if n.Form != numeral.Digits || n.Size < len(p) {
			return []int{-1}
		}
		path = append(path, int(n.Value))
	}
	return path
}
