package config_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"diptych/internal/config"
	"diptych/internal/policy"
)

func TestDefault(t *testing.T) {
	s := config.Default()
	if !slices.Equal(s.Languages, []policy.Lang{"zh", "en"}) || s.TimeZone.String() != "Asia/Shanghai" ||
		s.LangTags["zh"] != "zh-Hans" || s.LangTags["en"] != "en" || s.Compare != policy.CompareChainCurrent || s.Assets != config.AssetsInline {
		t.Errorf("%+v", s)
	}
}

// A day begins in the site's time zone, also where the machine has no zones.
func TestTimeZone(t *testing.T) {
	at := time.Date(2025, 12, 31, 16, 0, 0, 0, time.UTC)
	if got := policy.DateOf(at.In(config.Default().TimeZone)).String(); got != "2026-01-01" {
		t.Errorf("in Shanghai it is %s", got)
	}
}

func TestLoad(t *testing.T) {
	_, l := config.Load(fstest.MapFS{})
	if len(l) != 1 || l[0].Error() != "site.toml: error: site.toml is missing [config]" || !strings.Contains(l[0].Hint, "diptych init DIR") {
		t.Errorf("missing: %v", l)
	}
	s, l := config.Load(fstest.MapFS{"site.toml": {Data: []byte(`title = "x"`)}})
	if len(l) != 0 || s.Title["en"] != "x" {
		t.Errorf("%v %v", s.Title, l)
	}
	s, l = config.Load(denied{})
	if len(l) != 1 || l[0].Error() != "site.toml: error: cannot read site.toml: permission denied [config]" || s == nil {
		t.Errorf("denied: %v", l)
	}
}

type denied struct{}

func (denied) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}

func TestCheckBaseURL(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://example.com", "https://example.com/"},
		{"http://example.com:8080/a/b", "http://example.com:8080/a/b/"},
		{"https://example.com/政策/", "https://example.com/%E6%94%BF%E7%AD%96/"},
		{"https://例子.中国/a", "https://xn--fsqu00a.xn--fiqs8s/a/"},
		{"HTTPS://example.com/", "https://example.com/"},
		{"https://[::1]:80/", "https://[::1]:80/"},
		{"example.com", ""},
		{"/legal/", ""},
		{"//example.com/", ""},
		{"ftp://example.com/", ""},
		{"https:///legal", ""},
		{"https://user@example.com/", ""},
		{"https://example.com/?", ""},
		{"https://example.com/?a=b", ""},
		{"https://example.com/#", ""},
		{"https://example.com/a/../b", ""},
		{"https://example.com/a//b", ""},
		{`https://exa"mple.com/`, ""},
		{"https://exa mple.com/", ""},
		{"", ""},
	} {
		got, err := config.CheckBaseURL(c.in)
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("CheckBaseURL(%q) = %q, %v; want %q", c.in, got, err, c.want)
		}
	}
}

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
		src, l := config.UTF8("zh.md", []byte(c.raw))
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
	_, l := config.UTF8("a b's.md", []byte("\xd2\xfe\xcb\xbd"))
	if want := `convert it: iconv -f GB18030 -t UTF-8 'a b'\''s.md' > 'a b'\''s.md.new' && mv 'a b'\''s.md.new' 'a b'\''s.md'`; len(l) != 1 || l[0].Hint != want {
		t.Errorf("hint: %v", l)
	}
}

// Strict is also for others, whose first line is not line 1.
func TestStrictLine(t *testing.T) {
	var dst struct {
		Day config.Value[policy.Date] `toml:"day"`
	}
	l := config.Strict("zh.md", 2, []byte("# x\nday = 2026-01-31\n  dya = 1\n"), &dst)
	if dst.Day.V.String() != "2026-01-31" || dst.Day.Pos.String() != "zh.md:3:7" || dst.Day.Key.String() != "zh.md:3:1" {
		t.Errorf("%+v", dst)
	}
	if len(l) != 1 || l[0].Pos.String() != "zh.md:4:3" || l[0].Text != `unknown key "dya"` {
		t.Errorf("%v", l)
	}
}

func TestStrictTooLong(t *testing.T) {
	var dst struct {
		A string `toml:"a"`
	}
	if l := config.Strict("x.toml", 1, []byte(strings.Repeat("[", config.MaxBytes+1)), &dst); len(l) != 1 {
		t.Errorf("%v", l)
	}
	if l := config.Strict("x.toml", 1, []byte("a = "+strings.Repeat("[", config.MaxBytes-10)), &dst); len(l) != 1 {
		t.Errorf("%v", l)
	}
	if l := config.Strict("x.toml", 1, []byte("a = "+strings.Repeat("[", 5000)+strings.Repeat("]", 5000)), &dst); len(l) != 1 {
		t.Errorf("%v", l)
	}
}

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Open(string) (fs.File, error) { return nil, errBroken }

func TestLoadOtherError(t *testing.T) {
	if _, l := config.Load(broken{}); len(l) != 1 || l[0].Text != "cannot read site.toml: broken" {
		t.Errorf("%v", l)
	}
}
