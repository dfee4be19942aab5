package strict

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
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
	again  string // how a table that begins twice could go on; else ""
}

// twice is the fault of a key that is set again.
func twice(again part, before int) *fault {
	return &fault{at: again.at, text: fmt.Sprintf("key %q is set twice", short(again.spell())), before: before, twice: true}
}

// problem returns what the fault is to whoever wrote the source.
func (f *fault) problem(at *lines) (l diag.List) {
	hint := f.hint
	if f.twice {
		hint = fmt.Sprintf("it is already set in line %d; %s", at.at(f.before).Line, cmp.Or(f.again, "keep one of them"))
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
	word := bytes.IndexFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	switch {
	case word < 0:
		return short(string(rest))
	case word > 0:
		return short(string(rest[:word]))
	case unseen(c):
		return fmt.Sprintf("the character U+%04X", c)
	}
	return "'" + string(c) + "'"
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
		return &fault{at: v.from, text: short(word) + " is not a day of the calendar", hint: dateHint(word)}
	}
	if again, before, ok := o.repeated(at); ok {
		return twice(again, before)
	}
	text := pe.Message
	if word := string(src[v.from:v.to]); word != "" {
		text = strings.ReplaceAll(text, word, short(word))
	}
	c, n := utf8.DecodeRuneInString(text)
	return &fault{at: at, text: string(unicode.ToLower(c)) + strings.TrimSuffix(text[n:], ".")}
}

// isDate reports whether a word is meant as a date or a time.
func isDate(s string) bool {
	rest := strings.TrimLeft(s, "0123456789")
	return len(rest) < len(s) && rest != "" && (rest[0] == '-' || rest[0] == ':')
}
