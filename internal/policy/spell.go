package policy

import (
	"strings"
	"unicode"
)

// SpellRuns returns the words of runs as PlainRuns does, and spells the formats
// of Wording, without which they would say another thing: ~~struck~~, m², H₂O
// and, where there is no character for what is raised or lowered, ^(…) and _(…).
func SpellRuns(runs []Run) string {
	marks := Marks(0)
	for i := range runs {
		marks |= runs[i].Marks
	}
	if marks&Wording == 0 {
		return PlainRuns(runs)
	}
	var b strings.Builder
	struck := Marks(0)
	for len(runs) > 0 {
		n := 1
		for n < len(runs) && (runs[n].Marks^runs[0].Marks)&Wording == 0 {
			n++
		}
		if runs[0].Marks&Strike != struck {
			b.WriteString("~~")
			struck ^= Strike
		}
		b.WriteString(spell(PlainRuns(runs[:n]), runs[0].Marks))
		runs = runs[n:]
	}
	if struck != 0 {
		b.WriteString("~~")
	}
	return b.String()
}

// spell spells words that are raised or lowered. The number of a note is
// neither.
func spell(words string, marks Marks) string {
	switch {
	case strings.TrimSpace(words) == "" || isNoteMark(words):
		return words
	case marks&Superscript != 0:
		return inCharacters(words, "^", "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻=⁼(⁽)⁾nⁿiⁱ")
	case marks&Subscript != 0:
		return inCharacters(words, "_", "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋=₌(₍)₎")
	}
	return words
}

// inCharacters spells words in the characters that stand behind theirs in the
// list, or else in brackets behind the sign.
func inCharacters(words, sign, list string) string {
	in := map[rune]rune{}
	all := []rune(list)
	for i := 0; i < len(all); i += 2 {
		in[all[i]] = all[i+1]
	}
	var b strings.Builder
	for _, r := range words {
		if in[r] == 0 {
			return sign + "(" + words + ")"
		}
		b.WriteRune(in[r])
	}
	return b.String()
}

// isNoteMark reports whether words are the printed form of a reference to a note.
func isNoteMark(words string) bool {
	n, ok := strings.CutPrefix(words, "[")
	n, ok2 := strings.CutSuffix(n, "]")
	return ok && ok2 && n != "" && !strings.ContainsFunc(n, func(r rune) bool { return !unicode.IsDigit(r) })
}
