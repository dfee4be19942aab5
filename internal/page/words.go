package page

import (
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"
)

// shorten cuts s to at most n runes, at a word's end where there is one near,
// and marks the cut by an ellipsis. Line breaks become spaces.
func shorten(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)[:n-1]
	cut := string(runes)
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:，；：、") + "…"
}

// ranges spells ascending numbers: 3, 4, 5 and 7 are "3–5, 7".
func ranges(numbers []int) string {
	var b strings.Builder
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(numbers[i]))
		if j > i {
			b.WriteString("–" + strconv.Itoa(numbers[j]))
		}
		i = j + 1
	}
	return b.String()
}

// isWide tells whether s ends in a full-width character, so that no space
// stands after it.
func isWide(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r >= 0x2E80
}

// escapePath escapes a relative path for use as a link.
func escapePath(p string) string {
	return (&url.URL{Path: p}).EscapedPath()
}
