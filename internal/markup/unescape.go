package markup

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"diptych/internal/policy"
)

// unescape resolves what stands in the source from start on, as the function
// unescape does, and reports references to control characters.
func (b *builder) unescape(s []byte, start int) string {
	return unescape(s, func(at int, r rune) { b.control(start+at, r) })
}

// unescape resolves backslash escapes and character references (CommonMark
// 0.31, sections 2.4 and 2.5) in one pass, so that \&amp; stays &amp;. A
// control character that no HTML page can hold becomes U+FFFD, and control is called
// with the place of each that a reference stands for.
func unescape(s []byte, control func(at int, r rune)) string {
	if bytes.IndexByte(s, '\\') < 0 && bytes.IndexByte(s, '&') < 0 {
		return string(s)
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			out = append(out, s[i+1])
			i += 2
		case c == '&':
			n := 0
			from := len(out)
			if out, n = appendReference(out, s[i:]); n == 0 {
				out = append(out, c)
				n = 1
			}
			for _, r := range policy.Controls(string(out[from:])) {
				if control(i, r); r <= 0x7f {
					out = append(out[:from], replacement...)
				}
			}
			i += n
		default:
			out = append(out, c)
			i++
		}
	}
	return string(out)
}

// appendReference appends the characters that the reference at the start of s
// stands for, and returns its length; zero where there is none.
func appendReference(out, s []byte) ([]byte, int) {
	end := bytes.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return out, 0
	}
	name := s[1:end]
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(string(name))
		if !ok {
			return out, 0
		}
		return append(out, e.Characters...), end + 1
	}
	digits, base := name[1:], 10
	if len(digits) > 0 && digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	if len(digits) == 0 || len(digits) > 7 {
		return out, 0
	}
	n, err := strconv.ParseUint(string(digits), base, 32)
	if err != nil || digits[0] == '+' {
		return out, 0
	}
	return utf8.AppendRune(out, util.ToValidRune(rune(n))), end + 1
}
