package main

import "strings"

// cutFrontMatter splits a text after its opening fence: head is the front
// matter, body begins with the closing fence.
func cutFrontMatter(src string) (head, body string, ok bool) {
	start := strings.IndexByte(src, '\n') + 1
	for at := start; at < len(src); {
		end := strings.IndexByte(src[at:], '\n')
		if end < 0 {
			end = len(src) - at - 1
		}
		if strings.TrimRight(src[at:at+end+1], " \t\r\n") == "+++" {
			return src[start:at], src[at:], true
		}
		at += end + 1
	}
	return "", "", false
}

// statement is one key with its value, one table, or lines between them.
type statement struct {
	key      string // first word of the key, or of the table that it stands in; "" between
	text     string // as written, with its line ends
	comments string // the lines of text that are comments alone
	comment  string // what follows the value on its last line, from the white space before #
}

// statements splits front matter at its keys. It follows strings and brackets
// over line ends as TOML does; the front matter was decoded before, so that it
// is known to be well formed.
func statements(head string) []statement {
	var out []statement
	table := ""
	for head != "" {
		n, comment := statementEnd(head)
		line := head[:n]
		head = head[n:]
		st := statement{text: line, comment: comment}
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "" || trimmed[0] == '#':
			st.comments = line
		case trimmed[0] == '[':
			table = firstKey(strings.Trim(trimmed, "[ \t"))
			st.key = table
		case table != "":
			st.key = table
		default:
			st.key = firstKey(trimmed)
		}
		out = append(out, st)
	}
	return out
}

// firstKey is the first part of a key, without quotes.
func firstKey(s string) string {
	return strings.Trim(s[:strings.IndexAny(s+"=", ".= \t]")], `"'`)
}

// statementEnd returns the length of the statement that s begins with, in
// bytes, and the comment after its value.
func statementEnd(s string) (n int, comment string) {
	depth := 0
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case strings.HasPrefix(s[i:], `"""`) || strings.HasPrefix(s[i:], `'''`):
			i += closing(s[i+3:], s[i:i+3]) + 3
		case c == '"' || c == '\'':
			i += closing(s[i+1:], s[i:i+1]) + 1
		case c == '#':
			end := i + strings.IndexByte(s[i:]+"\n", '\n')
			if depth == 0 {
				from := len(strings.TrimRight(s[:i], " \t"))
				return min(end+1, len(s)), strings.TrimRight(s[from:end], "\r")
			}
			i = end
		case c == '\n' && depth == 0:
			return i + 1, ""
		default:
			if c == '[' || c == '{' {
				depth++
			} else if c == ']' || c == '}' {
				depth--
			}
			i++
		}
	}
	return len(s), ""
}

// closing returns how many bytes of s belong to a string that ends with quote,
// the quote included.
func closing(s, quote string) int {
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && quote[0] == '"' {
			i++
			continue
		}
		if strings.HasPrefix(s[i:], quote) {
			return i + len(quote)
		}
	}
	return len(s)
}
