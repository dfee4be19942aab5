package page

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shorten cuts s to at most n runes, at a word's end where there is one near,
// and marks the cut by an ellipsis. White space becomes single spaces. It reads
// no more of s than that takes.
func shorten(s string, n int) string {
	out, runes, cut := make([]byte, 0, min(len(s), 4*n)), 0, 0
	put := func(r rune) {
		if runes == n-1 {
			cut = len(out)
		}
		out = utf8.AppendRune(out, r)
		runes++
	}
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = runes > 0
			continue
		}
		if space {
			put(' ')
			space = false
		}
		if put(r); runes > n {
			break
		}
	}
	if runes <= n {
		return string(out)
	}
	out = out[:cut]
	if i := bytes.LastIndexByte(out, ' '); i > len(out)/2 {
		out = out[:i]
	}
	return string(bytes.TrimRight(out, " ,;:，；：、")) + "…"
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

// escapePath escapes a relative path for use as a link.
func escapePath(p string) string {
	return (&url.URL{Path: p}).EscapedPath()
}
