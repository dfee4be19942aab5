package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/internal/numeral"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// What the punctuation of a text is, and what only looks like it. A stop, a
// comma, a bracket or a quotation mark is editorial; a sign that is read as a
// word is none.

// spoken are the characters that Unicode counts as punctuation and readers
// read as words, of the usual width.
const spoken = "#§&%‰‱@/\\†‡¶′″‴"

// weighs reports whether the character r of token i, a mark, says something:
// a symbol, a sign before a number, a range between two, an inch behind one.
func (l *Leaf) weighs(i int, r rune) bool {
	switch f := foldRune(r); {
	case isTilde(f):
		return l.startsNumber(i) || l.isNumber(i-1) && l.isNumber(i+1)
	case f == '-' || f == '–' || f == '‐' || f == '‑' || f == '‒':
		return l.startsNumber(i) || l.isNumber(i-1) && l.isNumber(i+1)
	case isDash(f):
		return l.isNumber(i-1) && l.isNumber(i+1)
	case f == '"' || f == '”' || f == '\'' || f == '’':
		return l.afterDigit(i) && !l.quoted(i, f)
	case f == '*':
		return l.isNoted(i)
	case f == '_':
		return l.run(i, '_') >= leastBlank
	case f == '`' || f == '´' || f == '·':
		return false
	default:
		return !unicode.IsPunct(f) || strings.ContainsRune(spoken, f)
	}
}

// startsNumber reports whether a number follows mark i without a space.
func (l *Leaf) startsNumber(i int) bool {
	return l.isNumber(i+1) && l.Tokens[i].End == l.Tokens[i+1].Start
}

// isNumber reports whether token i is a number, alone or with its unit; false
// where there is no token i.
func (l *Leaf) isNumber(i int) bool {
	if i < 0 || i >= len(l.Tokens) || l.Tokens[i].Kind != Word {
		return false
	}
	w := l.Word(i)
	r, _ := utf8.DecodeRuneInString(w)
	return r == '第' || numeral.IsHan(r) || strings.ContainsFunc(w, unicode.IsDigit)
}

// afterDigit reports whether a digit stands right before mark i.
func (l *Leaf) afterDigit(i int) bool {
	if i == 0 || l.Tokens[i-1].End != l.Tokens[i].Start {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(l.Word(i - 1))
	return unicode.IsDigit(r)
}

// isNoted reports whether mark i is one asterisk behind a word: a reference to a
// note below, where two or more are Markdown that stayed as it stands.
func (l *Leaf) isNoted(i int) bool {
	return i > 0 && l.Tokens[i-1].End == l.Tokens[i].Start && l.Tokens[i-1].Kind <= Han && l.run(i, '*') == 1
}

// run returns how many of the character there are at mark i, without a space
// between them; of many it counts some.
func (l *Leaf) run(i int, c byte) int {
	at := l.Tokens[i].Start
	from, to := at, at
	for from > 0 && l.Text[from-1] == c && at-from < leastBlank {
		from--
	}
	for to < len(l.Text) && l.Text[to] == c && to-at < leastBlank {
		to++
	}
	return to - from
}

// leastBlank is how many underscores are a blank to be filled in. One or two are
// Markdown that stayed as it stands.
const leastBlank = 3

// quoteReach is how far from a quotation mark the one that opens it is looked
// for, in tokens.
const quoteReach = 200

// quoted reports whether the quotation mark i closes one before it.
func (l *Leaf) quoted(i int, r rune) bool {
	open := 0
	for k := max(0, i-quoteReach); k < i; k++ {
		if l.Tokens[k].Kind != Mark {
			continue
		}
		switch w := l.Word(k); {
		case w == "“" && r == '”', w == "‘" && r == '’':
			open++
		case w == string(r) && (r == '"' || r == '\''):
			open = 1 - open
		case w == string(r):
			open = max(0, open-1)
		}
	}
	return open > 0
}

func isTilde(r rune) bool { return r == '~' || r == '∼' || r == '〜' }

func isDash(r rune) bool { return unicode.Is(unicode.Pd, r) && r != '〜' }

func isQuote(r rune) bool { return strings.ContainsRune(`'’‘ʼ`, r) }

// weightOf returns a mark that says something in its usual form.
func weightOf(r rune) rune {
	switch r = foldRune(r); {
	case isTilde(r):
		return '~'
	case isDash(r), r == '−':
		return '-'
	case r == '”':
		return '"'
	case r == '’':
		return '\''
	}
	return r
}

// points are punctuation of one meaning, each in the form that stands first.
var points = [...]string{".。｡", "\"“”„‟«»「」『』〝〞'‘’‚‛`´", "([【〔〖〘{", ")]】〕〗〙}", "·•‧・", "…‥", "、﹑"}

// pointOf returns punctuation in its usual form.
func pointOf(r rune) rune {
	r = foldRune(r)
	if isDash(r) {
		return '-'
	}
	for _, ps := range points {
		if strings.ContainsRune(ps, r) {
			first, _ := utf8.DecodeRuneInString(ps)
			return first
		}
	}
	return r
}

// foldRune returns a character of the usual width.
func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	if f := width.LookupRune(r).Folded(); f != 0 {
		return f
	}
	return r
}

// foldWidth spells a word in characters of the usual width. Ligatures and Roman
// numerals come apart; a raised 2 stays what it is.
func foldWidth(w string) string {
	if isASCII(w) {
		return w
	}
	w = norm.NFC.String(width.Fold.String(w))
	if !strings.ContainsFunc(w, isJoined) {
		return w
	}
	var b strings.Builder
	for _, r := range w {
		if isJoined(r) {
			b.WriteString(norm.NFKC.String(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isJoined reports whether one character is several letters: ﬁ, Ⅳ.
func isJoined(r rune) bool { return r >= 0x2160 && r <= 0x217f || r >= 0xfb00 && r <= 0xfb06 }

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isAddress reports whether a word is a URL or an e-mail address, of which
// every character counts.
func isAddress(w string) bool {
	return strings.Contains(w, "://") || strings.HasPrefix(w, "www.") || strings.Contains(w, "@")
}

// isInitials reports whether a word is single letters with periods between
// them: e.g, U.S.
func isInitials(w string) bool {
	w = strings.TrimSuffix(w, ".")
	if strings.IndexByte(w, '.') < 0 {
		return false
	}
	for p := range strings.SplitSeq(w, ".") {
		if r, n := utf8.DecodeRuneInString(p); n != len(p) || !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}
