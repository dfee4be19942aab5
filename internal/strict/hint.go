package strict

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/internal/policy"
)

// short is the beginning of words that are too long for a message.
func short(s string) string {
	const most = 60
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

// unseen reports whether a character leaves no ink, or is a space that TOML does
// not know.
func unseen(c rune) bool {
	return c >= utf8.RuneSelf && (unicode.IsSpace(c) || !unicode.IsGraphic(c))
}

// plain is the character of TOML that another is taken for, or 0: the full-width
// forms, and what Chinese input methods write in their place.
func plain(c rune) rune {
	switch {
	case c >= '！' && c <= '～':
		return c - '！' + '!'
	case c == '【':
		return '['
	case c == '】':
		return ']'
	case c == '、':
		return ','
	case strings.ContainsRune("“”„", c):
		return '"'
	case strings.ContainsRune("‘’", c):
		return '\''
	}
	return 0
}

// plainly is a text with the plain characters in it.
func plainly(s string) string {
	return strings.Map(func(c rune) rune {
		if p := plain(c); p != 0 {
			return p
		}
		return c
	}, s)
}

// rune is the character that comes.
func (r *reader) rune() rune {
	c, _ := utf8.DecodeRune(r.src[r.pos:])
	return c
}

// mark helps where the character that comes is taken for one of TOML; else it
// returns the hint.
func (r *reader) mark(hint string) string {
	c := r.rune()
	switch {
	case c == '：':
		return hint
	case c == '/' && (r.ahead(1) == '/' || r.ahead(1) == '*'), c == ';' && (r.pos == 0 || r.ahead(-1) == '\n'):
		return "comments begin with #"
	case c == ';' || c == '；':
		return "take it out: a value ends with its line"
	case unseen(c):
		return "take it out, or put a plain space in its place"
	case unicode.IsLetter(c) || unicode.IsDigit(c):
		if word := r.glimpse(); plain(c) != 0 {
			return "write " + plainly(word) + " instead of " + word
		}
	case plain(c) != 0 && strings.ContainsRune(`"'#,.=[]{}`, plain(c)):
		return "write " + string(plain(c)) + " instead of " + string(c)
	}
	return hint
}

// pairHint says how keys and values are written.
func (r *reader) pairHint() string {
	if r.depth > 0 {
		return "write tables as { key = value, key = value }"
	}
	return "every line is key = value"
}

// openHint helps with a string that began at a byte and is open at the end of
// its line.
func (r *reader) openHint(start int) string {
	quote := string(r.src[start])
	words := strings.TrimSpace(string(r.src[start+1 : r.pos]))
	if last, _ := utf8.DecodeLastRuneInString(words); strings.ContainsRune(bookQuotes+`"'`, last) {
		return "close the string with " + quote + ", as it begins"
	}
	return `close the string with a quote on the same line, or use """ around several lines`
}

const bookQuotes = "“”„‘’「」『』《》＂＇"

// wordHint helps with words that lack quotes, or have those of a book, and with
// numbers, dates and lists as people write them.
func (r *reader) wordHint() string {
	ends := "\r\n#"
	if r.depth > 0 {
		ends += ",]}，、】］"
	}
	rest := string(r.src[r.pos:])
	if i := strings.IndexAny(rest, ends); i >= 0 {
		rest = rest[:i]
	}
	words := strings.TrimFunc(rest, func(c rune) bool { return c <= ' ' || unseen(c) })
	straight := strings.TrimSpace(strings.Trim(words, bookQuotes+`"'`))
	number := plainly(words)
	switch {
	case unseen(r.rune()):
		return r.mark("")
	case words == "" && r.depth > 0:
		return ""
	case words == "":
		return `write the value after the = sign, "" for an empty one`
	case strings.HasPrefix(words, "="):
		return "write one = sign"
	case slices.Contains([]string{"yes", "no", "on", "off", "true", "false"}, strings.ToLower(words)):
		return "write true or false"
	case strings.HasPrefix(number, "(") || strings.HasPrefix(number, "[") || strings.HasPrefix(number, "{"):
		return "a list stands between [ and ], a table between { and }"
	case isDay(words):
		return dateHint(words)
	case number != words && isNumber(number):
		return "write " + number
	case straight != words:
		return "use straight quotes: " + Literal(short(straight))
	}
	return "put words in quotes: " + Literal(short(words))
}

// isDay reports whether words are meant as a day: 2026/1/31, 2026.1.31,
// 2026年1月31日, 二〇二六年一月一日.
func isDay(s string) bool {
	if strings.Contains(s, "年") && strings.Contains(s, "月") {
		return true
	}
	var seen int
	for _, c := range numbersOf(s) {
		seen += len(c)
	}
	return len(numbersOf(s)) == 3 && seen >= 5 && strings.IndexFunc(plainly(s), func(c rune) bool {
		return (c < '0' || c > '9') && !strings.ContainsRune(dayMarks, c)
	}) < 0
}

// dayMarks stand between the numbers of a day.
const dayMarks = "-/.年月日号–—−‑ "

// numbersOf are the numbers in a text.
func numbersOf(s string) []string {
	return strings.FieldsFunc(plainly(s), func(c rune) bool { return c < '0' || c > '9' })
}

// dateHint says how a day is written: the one that is meant, where year, month
// and day can be told.
func dateHint(s string) string {
	if n := numbersOf(s); len(n) == 3 && len(n[0]) == 4 && len(n[1]) <= 2 && len(n[2]) <= 2 {
		pad := func(s string) string { return ("0" + s)[len(s)-1:] }
		if day, err := policy.ParseDate(n[0] + "-" + pad(n[1]) + "-" + pad(n[2])); err == nil {
			return "write dates as " + day.String()
		}
	}
	return "write dates as 2026-01-31"
}
