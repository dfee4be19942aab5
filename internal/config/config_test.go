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

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Open(string) (fs.File, error) { return nil, errBroken }

func TestLoadOtherError(t *testing.T) {
	if _, l := config.Load(broken{}); len(l) != 1 || l[0].Text != "cannot read site.toml: broken" {
		t.Errorf("%v", l)
	}
}
