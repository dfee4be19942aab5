package strict

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"diptych/internal/diag"
)

// fault is what keeps a source from being read.
type fault struct {
	at     int // in bytes from the start
	text   string
	hint   string
	before int // where the key that is set twice is set first
	twice  bool
}

// twice is the fault of a key that is set again.
func twice(again part, before int) *fault {
	return &fault{at: again.at, text: fmt.Sprintf("key %q is set twice", again.spell()), before: before, twice: true}
}

// problem tells of a fault in a source.
func (f *fault) problem(at *lines) (l diag.List) {
	hint := f.hint
	if f.twice {
		hint = fmt.Sprintf("it is already set in line %d; keep one of them", at.at(f.before).Line)
	}
	l.Errorf(at.at(f.at), diag.Config, hint, "%s", f.text)
	return l
}

func (r *reader) fail(at int, hint, format string, args ...any) bool {
	r.bad = &fault{at: at, hint: hint, text: fmt.Sprintf(format, args...)}
	return false
}

// glimpse names what comes: a word, a character or the end.
func (r *reader) glimpse() string {
	rest := r.src[r.pos:]
	c, n := utf8.DecodeRune(rest)
	switch {
	case n == 0:
		return "the end of the file"
	case c == '\r' || c == '\n':
		return "the end of the line"
	}
	word := strings.IndexFunc(string(rest), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	switch {
	case word < 0:
		return string(rest)
	case word > 0:
		return string(rest[:word])
	}
	return "'" + string(c) + "'"
}

// pairHint says how keys and values are written.
func (r *reader) pairHint() string {
	if r.depth > 0 {
		return "write tables as { key = value, key = value }"
	}
	return "every line is key = value"
}

// wordHint helps with words that lack quotes, or have those of a book.
func (r *reader) wordHint() string {
	ends := "\r\n#"
	if r.depth > 0 {
		ends += ",]}"
	}
	rest := string(r.src[r.pos:])
	if i := strings.IndexAny(rest, ends); i >= 0 {
		rest = rest[:i]
	}
	words := strings.TrimSpace(rest)
	switch straight := strings.Trim(words, "“”„‘’「」『』《》＂＇"); {
	case words == "" && r.depth > 0:
		return ""
	case words == "":
		return `write the value after the = sign, "" for an empty one`
	case slices.Contains([]string{"yes", "no", "on", "off", "true", "false"}, strings.ToLower(words)):
		return "write true or false"
	case straight != words:
		return fmt.Sprintf("use straight quotes: %q", straight)
	}
	return fmt.Sprintf("put words in quotes: %q", words)
}

// rejected says in words of Diptych why the toml library does not read a source
// that is well written: a key is there twice, or a date or number is none.
func (o *outline) rejected(src []byte, err error) *fault {
	var pe toml.ParseError
	if !errors.As(err, &pe) {
		return &fault{text: err.Error()}
	}
	at := pe.Position.Start
	v := o.valueAt(at)
	if word := string(src[v.from:v.to]); isDate(word) {
		return &fault{at: v.from, text: word + " is not a day of the calendar", hint: "write dates as 2026-01-31"}
	}
	if again, before, ok := o.repeated(at); ok {
		return twice(again, before)
	}
	text := pe.Message
	c, n := utf8.DecodeRuneInString(text)
	return &fault{at: at, text: string(unicode.ToLower(c)) + strings.TrimSuffix(text[n:], ".")}
}

// isDate reports whether a word is meant as a date or a time.
func isDate(s string) bool {
	rest := strings.TrimLeft(s, "0123456789")
	return len(rest) < len(s) && rest != "" && (rest[0] == '-' || rest[0] == ':')
}
