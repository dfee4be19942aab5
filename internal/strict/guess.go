package strict

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// encodingName is an encoding as people and as iconv call it.
type encodingName struct{ name, iconv string }

// guessEncoding names the encoding of a source that is not UTF-8, where there
// is good reason to think so: a byte order mark, NUL bytes on one side of each
// pair, or bytes that read as everyday Chinese. A source that is mostly valid
// UTF-8 is broken rather than in another encoding.
func guessEncoding(src []byte) (encodingName, bool) {
	switch {
	case bytes.HasPrefix(src, []byte{0xff, 0xfe, 0, 0}), bytes.HasPrefix(src, []byte{0, 0, 0xfe, 0xff}):
		return encodingName{"UTF-32", "UTF-32"}, true
	case bytes.HasPrefix(src, []byte{0xff, 0xfe}):
		return encodingName{"UTF-16LE", "UTF-16"}, true
	case bytes.HasPrefix(src, []byte{0xfe, 0xff}):
		return encodingName{"UTF-16BE", "UTF-16"}, true
	}
	src = src[:min(len(src), 256<<10)]
	if bytes.IndexByte(src, 0) >= 0 {
		return guessUTF16(src)
	}
	if mostlyUTF8(src) {
		return encodingName{}, false
	}
	gb := everyday(src, simplifiedchinese.GB18030)
	big5 := everyday(src, traditionalchinese.Big5)
	switch {
	case gb >= big5 && gb >= 0.15:
		return encodingName{"GB 18030", "GB18030"}, true
	case big5 >= 0.15:
		return encodingName{"Big5", "BIG5"}, true
	}
	high, lone, c1 := highBytes(src)
	switch {
	case lone*10 >= high*6 && c1 > 0:
		return encodingName{"Windows-1252 (Latin-1)", "WINDOWS-1252"}, true
	case lone*10 >= high*6:
		return encodingName{"Latin-1", "ISO-8859-1"}, true
	case gb >= 0:
		return encodingName{"GB 18030", "GB18030"}, true
	}
	return encodingName{}, false
}

// guessUTF16 knows UTF-16 without a mark by its ASCII letters: nearly all NUL
// bytes stand on one side of the pairs.
func guessUTF16(src []byte) (encodingName, bool) {
	var side [2]int
	for i, c := range src {
		if c == 0 {
			side[i%2]++
		}
	}
	switch even, odd := side[0], side[1]; {
	case even+odd < 2 || (even+odd)*20 < len(src):
	case odd >= 9*even:
		return encodingName{"UTF-16LE", "UTF-16LE"}, true
	case even >= 9*odd:
		return encodingName{"UTF-16BE", "UTF-16BE"}, true
	}
	return encodingName{}, false
}

// mostlyUTF8 reports whether characters of several bytes outnumber broken bytes
// by four to one.
func mostlyUTF8(src []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		switch {
		case n > 1:
			good++
		case r == utf8.RuneError:
			bad++
		}
		i += n
	}
	return good >= 4*bad
}

// everydayHan is what most Chinese policies hold many times, in simplified and
// in traditional form.
const everydayHan = "的一是不了在人有我他这为之和您们用户信息服务使个国公司政策隐私协议权法律中大上到说时要以及其相关或者条第款" +
	"這為們個國說時資訊務權條關隱協議與实际处理保护提供会能可进行方如按本自"

const everydayMarks = "，。、；：“”（）《》【】"

// everyday is the share of everyday Chinese among the characters beyond ASCII
// when src is read in an encoding; -1 where it cannot be read so.
func everyday(src []byte, enc encoding.Encoding) float64 {
	out, err := enc.NewDecoder().Bytes(src)
	if err != nil {
		return -1
	}
	text := strings.TrimSuffix(string(out), "\ufffd") // a character cut off at the end of the sample
	total, hits := 0, 0
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			continue
		case r == utf8.RuneError || unicode.Is(unicode.Co, r) || r < 0xa0:
			return -1
		case strings.ContainsRune(everydayHan, r) || strings.ContainsRune(everydayMarks, r):
			hits++
		}
		total++
	}
	if total == 0 {
		return -1
	}
	return float64(hits) / float64(total)
}

// highBytes counts the bytes beyond ASCII, those of them that have no such
// neighbour, and those that Latin-1 uses for control characters.
func highBytes(src []byte) (high, lone, c1 int) {
	isHigh := func(i int) bool { return i >= 0 && i < len(src) && src[i] >= 0x80 }
	for i, c := range src {
		if c < 0x80 {
			continue
		}
		high++
		if !isHigh(i-1) && !isHigh(i+1) {
			lone++
		}
		if c < 0xa0 {
			c1++
		}
	}
	return high, lone, c1
}
