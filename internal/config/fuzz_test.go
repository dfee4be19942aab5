package config_test

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// FuzzSite reads anything as site.toml and as policy.toml: no panic, every
// problem inside the file, and a site that can be used.
func FuzzSite(f *testing.F) {
	for _, s := range []string{
		"", "title = \"x\"\n", "title.zh = \"政策\"\r\n[owner]\r\nname = { zh = \"x\" }\r\n", "languages = [\"zh\",\n# x\n\"en\"]",
		"[check.rules]\nlnk = 1\n", "[[a]]\nb=1\n[[a]]\nb=2\n[a.c]\nd=3", "a = '''x''''", "x = \"\\u0000\"", "\"a\\\"b\".c = {d.e=[1,{f=2}]}",
		"title = 政策", "a=1\na=2", "[a\n", "time_zone = 1979-05-27T07:32:00Z\ntheme=\"\"\"a\nb\"\"\"", "\xef\xbb\xbftitle=3", "\xff\xfet\x00", "\xd2\xfe\xcb\xbd",
		"base_url=\"https://例子.中国\"", "aliases=[\"a\",[\"b\"]]\nrelated=[{a=1}]",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 4096 {
			return
		}
		s, l := config.ParseSite("site.toml", src)
		inside(t, src, l)
		if len(s.Languages) == 0 || s.TimeZone == nil || s.Theme == "" {
			t.Errorf("unusable site %+v", s)
		}
		for _, lang := range s.Languages {
			if policy.CheckLang(string(lang)) != nil || s.Title[lang] == "" || s.LangTags[lang] == "" {
				t.Errorf("unusable site %+v", s)
			}
		}
		if s.BaseURL != "" {
			if again, err := config.CheckBaseURL(s.BaseURL); err != nil || again != s.BaseURL {
				t.Errorf("base_url %q is not stable: %q, %v", s.BaseURL, again, err)
			}
		}
		_, l = config.ParsePolicy("policy.toml", src)
		inside(t, src, l)
	})
}

// inside checks that positions lie in the file; one behind the end of a line
// is where something is missing.
func inside(t *testing.T, src []byte, l diag.List) {
	t.Helper()
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	rows := bytes.Split(src, []byte("\n"))
	for _, p := range l {
		if p.Pos.Line == 0 && p.Pos.Col == 0 {
			if p.Pos.File == "" {
				t.Errorf("no place: %v", p)
			}
			continue
		}
		if p.Pos.Line < 1 || p.Pos.Line > len(rows) || p.Pos.Col < 1 || p.Pos.Col > utf8.RuneCount(rows[p.Pos.Line-1])+1 {
			t.Errorf("outside the file of %d lines: %v", len(rows), p)
		}
	}
}
