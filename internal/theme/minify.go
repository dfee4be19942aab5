package theme

import "strings"

// minify drops comments and the white space of CSS that means nothing. It
// reads no more of the language than strings, comments, parentheses and the
// marks around which white space is free: { } ; , > and what follows a colon,
// and outside parentheses, where it may be part of a calculation, + / and !.
func minify(css string) string {
	out := make([]byte, 0, len(css))
	space := false
	depth := 0 // of parentheses
	free := func(c byte) bool {
		return strings.IndexByte("{};,>", c) >= 0 || depth == 0 && strings.IndexByte("+/!", c) >= 0
	}
	for i := 0; i < len(css); {
		c, n := css[i], 1
		switch {
		case strings.HasPrefix(css[i:], "/*"):
			_, rest, _ := strings.Cut(css[i+2:], "*/")
			i = len(css) - len(rest)
			continue
		case c == ' ' || c == '\t' || c == '\n':
			space = true
			i++
			continue
		case c == '"' || c == '\'':
			n = quoted(css[i:])
		}
		last := byte('}')
		if len(out) > 0 {
			last = out[len(out)-1]
		}
		if space && !free(last) && last != ':' && !free(c) {
			out = append(out, ' ')
		}
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		}
		if c == '}' && last == ';' {
			out = out[:len(out)-1]
		}
		space = false
		out = append(out, css[i:i+n]...)
		i += n
	}
	return string(out)
}

// quoted is the length of the string that s begins with, quotes included.
func quoted(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case s[0]:
			return i + 1
		}
	}
	return len(s)
}

// tidyScript drops the lines of a script that are comments, and indentation.
func tidyScript(js string) string {
	var b strings.Builder
	for line := range strings.Lines(js) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "//") {
			b.WriteString(line)
			b.WriteByte('\n')
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}
