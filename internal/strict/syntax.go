package strict

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"diptych/internal/diag"
)

var (
	duplicateKey = regexp.MustCompile(`^Key '(.+)' (has already been defined|was already created)`)
	badDate      = regexp.MustCompile(`^invalid datetime: "(.*)"$`)
	badWord      = regexp.MustCompile(`^expected value but found "(.*)" instead$`)
)

// syntaxProblem puts what the toml library says about a file that it cannot
// read into the words of Diptych.
func syntaxProblem(at *lines, err error) (l diag.List) {
	var pe toml.ParseError
	if !errors.As(err, &pe) {
		l.Errorf(at.at(0), diag.Config, "", "%v", err)
		return l
	}
	pos := at.at(pe.Position.Start)
	if m := duplicateKey.FindStringSubmatch(pe.Message); m != nil {
		l.Errorf(pos, diag.Config, firstMention(at, m[1]), "key %q is set twice", m[1])
		return l
	}
	if m := badDate.FindStringSubmatch(pe.Message); m != nil {
		l.Errorf(pos, diag.Config, "write dates as 2026-01-31", "%s is not a day of the calendar", m[1])
		return l
	}
	if m := badWord.FindStringSubmatch(pe.Message); m != nil && m[1] != "" {
		word := m[1]
		if rest := at.src[min(max(pe.Position.Start, 0), len(at.src)):]; len(word) > 0 {
			word = string(lineOf(rest))
		}
		l.Errorf(pos, diag.Config, fmt.Sprintf("put words in quotes: %q", strings.TrimSpace(word)), "expected a value, not %s", m[1])
		return l
	}
	l.Errorf(pos, diag.Config, syntaxHint(pe.Message), "%s", plainWords(pe.Message))
	return l
}

// firstMention points to where a key that is set twice was set before.
func firstMention(at *lines, name string) string {
	path := ""
	for part := range strings.SplitSeq(name, ".") {
		path = inTable(path, part)
	}
	if p, ok := findPlaces(at.src)[path]; ok {
		return fmt.Sprintf("it is already set in line %d; keep one of them", at.at(p.key).Line)
	}
	return "keep one of them"
}

// syntaxHint helps with the mistakes that people make.
func syntaxHint(message string) string {
	switch {
	case strings.Contains(message, "strings cannot contain newlines"):
		return `close the string with a quote on the same line, or use """ around several lines`
	case strings.Contains(message, "invalid escape"), strings.Contains(message, "hexadecimal digits after"):
		return `write \\ for a backslash, or put the string in single quotes`
	case strings.Contains(message, "expected '.' or '='"):
		return `every line is key = value`
	case strings.Contains(message, "expected value but found '\\n'"):
		return `write the value after the = sign, "" for an empty one`
	case strings.Contains(message, "to end table name"):
		return "close the name of the table with ]"
	case strings.Contains(message, "array terminator"):
		return "put a comma between the items of a list, and ] behind the last"
	case strings.Contains(message, "to end with a newline"):
		return "begin a new line after each value"
	}
	return ""
}

// plainWords makes the library's sentence one of ours: lower case, no period.
func plainWords(s string) string {
	s = strings.NewReplacer(`'\n'`, "the end of the line", `'\r'`, "the end of the line", "EOF", "end of the file").Replace(s)
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + strings.TrimSuffix(s[n:], ".")
}

func lineOf(b []byte) []byte {
	for i, c := range b {
		if c == '\n' || c == '\r' || c == '#' {
			return b[:i]
		}
	}
	return b
}
