package strict_test

import (
	"testing"

	"diptych/internal/strict"
)

func TestUTF8(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"plain", "政策", ""},
		{"mark", "\xef\xbb\xbf政策", ""},
		{"empty", "", ""},
		{"gb, one word", "title = \"\xd2\xfe\xcb\xbd\xd5\xfe\xb2\xdf\"", "the file is in GB 18030, not in UTF-8"},
		{"big5", "\xc1\xf4\xa8p\xacF\xb5\xa6\xa1G\xa7\xda\xad\xcc\xaa\xba\xb1\xf8\xb4\xda", "the file is in Big5, not in UTF-8"},
		{"latin-1", "caf\xe9 cr\xe8me", "the file is in Latin-1, not in UTF-8"},
		{"windows-1252", "the \x93caf\xe9\x94 and na\xefve r\xe9sum\xe9", "the file is in Windows-1252 (Latin-1), not in UTF-8"},
		{"utf-16be with mark", "\xfe\xff\x00a", "the file is in UTF-16BE, not in UTF-8"},
		{"utf-32", "\xff\xfe\x00\x00a\x00\x00\x00", "the file is in UTF-32, not in UTF-8"},
		{"one broken byte", "政策中心政策中心\n政\xff策", "the file is not valid UTF-8: it holds the byte 0xFF here"},
		{"nul", "政策\x00", "the file holds NUL bytes, so it is not text"},
	} {
		src, l := strict.UTF8("zh.md", []byte(c.raw))
		got := ""
		if len(l) > 0 {
			got = l[0].Text
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if (src == nil) != (c.want != "") {
			t.Errorf("%s: source %q", c.name, src)
		}
	}
	_, l := strict.UTF8("azAZ09._/+-.md", []byte("\xd2\xfe\xcb\xbd"))
	if want := "convert it: iconv -f GB18030 -t UTF-8 azAZ09._/+-.md > azAZ09._/+-.md.new && mv azAZ09._/+-.md.new azAZ09._/+-.md"; len(l) != 1 || l[0].Hint != want {
		t.Errorf("hint: %v", l)
	}
	_, l = strict.UTF8("a b's.md", []byte("\xd2\xfe\xcb\xbd"))
	if want := `convert it: iconv -f GB18030 -t UTF-8 'a b'\''s.md' > 'a b'\''s.md.new' && mv 'a b'\''s.md.new' 'a b'\''s.md'`; len(l) != 1 || l[0].Hint != want {
		t.Errorf("hint: %v", l)
	}
}
