package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences cuts words into sentences, with the white space around them left
// out.
func sentences(words string) []string {
	var out []string
	from := 0
	cut := func(to int) {
		if s := strings.TrimSpace(words[from:to]); s != "" {
			out = append(out, s)
		}
		from = to
	}
	for i, r := range words {
		end := i + utf8.RuneLen(r)
		switch {
		case r == '\n':
			cut(i)
		case strings.ContainsRune("。！？；", r):
			cut(closing(words, end))
		case (r == '.' || r == '!' || r == '?' || r == ';') && i >= from && ends(words, from, i):
			cut(closing(words, end))
		}
	}
	cut(len(words))
	return out
}

// closing skips the quotation marks and brackets that close behind a sentence.
func closing(words string, i int) int {
	for {
		r, size := utf8.DecodeRuneInString(words[i:])
		if size == 0 || !strings.ContainsRune("”’）)\"'》】」』", r) {
			return i
		}
		i += size
	}
}

// ends reports whether the stop at i ends the sentence that begins at from: a
// space and a capital follow, and no short form stands before it.
func ends(words string, from, i int) bool {
	rest := words[closing(words, i+1):]
	next := strings.TrimLeft(rest, " \u00a0\t")
	if next == rest {
		return false
	}
	r, _ := utf8.DecodeRuneInString(next)
	if words[i] == ';' {
		return true
	}
	if unicode.IsLower(r) {
		return false
	}
	word := words[from:i]
	word = word[strings.LastIndexAny(word, " (\u00a0")+1:]
	return !(words[i] == '.' && (len(word) < 2 || strings.Contains(word, ".") && len(word) < 5 && word[0] > '9' || shortForms[strings.ToLower(word)]))
}

// shortForms are the words that a stop shortens.
var shortForms = map[string]bool{"inc": true, "ltd": true, "co": true, "corp": true, "no": true, "nos": true, "art": true, "sec": true, "mr": true, "ms": true,
	"mrs": true, "dr": true, "vs": true, "st": true, "e.g": true, "i.e": true, "etc": true, "approx": true, "dept": true, "u.s": true}
