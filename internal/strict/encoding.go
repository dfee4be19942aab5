package strict

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"diptych/internal/diag"
)

// UTF8 checks that a source is UTF-8 without NUL bytes and returns it without
// its byte order mark. Anything else is a problem that names the encoding,
// where it can be told, and the command that converts the file; the source is
// then nil.
func UTF8(name string, raw []byte) ([]byte, diag.List) {
	src := bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	nul := bytes.IndexByte(src, 0)
	if nul < 0 && utf8.Valid(src) {
		return src, nil
	}
	var l diag.List
	at := &lines{name: name, first: 1, src: src}
	if enc, ok := guessEncoding(src); ok {
		l.Errorf(diag.Pos{File: name}, diag.File, "convert it: "+convert(enc, name), "the file is in %s, not in UTF-8", enc.name)
		return nil, l
	}
	if nul >= 0 {
		l.Errorf(at.at(nul), diag.File, "save the file as plain text in UTF-8", "the file holds NUL bytes, so it is not text")
		return nil, l
	}
	bad := firstInvalid(src)
	l.Errorf(at.at(bad), diag.File, "save the file as UTF-8", "the file is not valid UTF-8: it holds the byte 0x%02X here", src[bad])
	return nil, l
}

// convert is the command that makes a UTF-8 file of one in another encoding.
func convert(enc encodingName, file string) string {
	f := shellWord(file)
	return fmt.Sprintf("iconv -f %s -t UTF-8 %s > %s && mv %s %s", enc.iconv, f, shellWord(file+".new"), shellWord(file+".new"), f)
}

// shellWord quotes a file name where a shell would read it as more than one word.
func shellWord(s string) string {
	plain := strings.IndexFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("._/+-", r)
	}) < 0
	if plain && s != "" && s[0] != '-' {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// firstInvalid is the offset of the first byte that is not UTF-8.
func firstInvalid(src []byte) int {
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(src)
}
