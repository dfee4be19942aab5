package strict

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// maxHidings is how many characters of a text are noted that no eye tells: one that
// has more came from somewhere as a whole.
const maxHidings = 100

// Hidings lists the characters of a source that no eye tells, also those that TOML
// writes as \u200b, and the body of a text as references, as &#x200b;. The body begins
// at a line; 0 is none.
func Hidings(file string, src []byte, bodyLine int) []policy.Hiding {
	var out []policy.Hiding
	number := 0
	for line := range strings.Lines(string(src)) {
		number++
		read := reference
		if bodyLine == 0 || number < bodyLine {
			read = escape
		}
		words, places := decoded(line, read)
		for at, x := range policy.Hidings(words) {
			if places != nil {
				at = places[at]
			}
			x.Pos = diag.Pos{File: file, Line: number, Col: utf8.RuneCountInString(line[:at]) + 1}
			if out = append(out, x); len(out) == maxHidings {
				return out
			}
		}
	}
	return out
}

// decoded returns a line with the characters that are written by their numbers or
// names, and where in the line each byte of that stands; nil where that is the line
// itself. read returns the character that words begin with and the length of its
// writing, 0 where there is none.
func decoded(line string, read func(string) (string, int)) (words string, places []int) {
	if !strings.ContainsAny(line, `&\`) {
		return line, nil
	}
	var b strings.Builder
	for i := 0; i < len(line); {
		c, n := read(line[i:])
		if n == 0 {
			c, n = line[i:i+1], 1
		}
		b.WriteString(c)
		for range len(c) {
			places = append(places, i)
		}
		i += n
	}
	return b.String(), places
}

// reference reads &#x200b; or &zwj;.
func reference(s string) (char string, size int) {
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if s[0] != '&' || end < 0 {
		return "", 0
	}
	char = html.UnescapeString(s[:end+1])
	if utf8.RuneCountInString(char) != 1 {
		return "", 0
	}
	return char, end + 1
}

// escape reads \u200b or \U0000200b.
func escape(s string) (char string, size int) {
	switch {
	case strings.HasPrefix(s, `\u`):
		size = 6
	case strings.HasPrefix(s, `\U`):
		size = 10
	}
	if size == 0 || len(s) < size {
		return "", 0
	}
	n, err := strconv.ParseUint(s[2:size], 16, 32)
	if err != nil || !utf8.ValidRune(rune(n)) {
		return "", 0
	}
	return string(rune(n)), size
}
