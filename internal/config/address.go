package config

import (
	"fmt"
	"net/mail"
	"net/url"
	"path"
	"strings"
	"unicode"

	"golang.org/x/net/idna"

	"diptych/internal/diag"
	"diptych/internal/strict"
)

// CheckBaseURL returns the address under which a site will stand, ending in "/"
// and in ASCII. It must be absolute and http or https, without query, fragment
// or user name.
func CheckBaseURL(s string) (string, error) {
	u, err := url.Parse(s)
	why := ""
	switch {
	case err != nil:
		why = "is not an address"
	case u.Scheme != "http" && u.Scheme != "https":
		why = "must begin with https:// or http://"
	case u.Hostname() == "":
		why = "names no host"
	case strings.ContainsAny(u.Host, "\"'<>()!$&*+,;=% "):
		why = "has a host name that cannot exist"
	case u.User != nil:
		why = "must not hold a user name"
	case u.RawQuery != "" || u.ForceQuery:
		why = "must not hold a query"
	case strings.Contains(s, "#"):
		why = "must not hold a fragment"
	case strings.Trim(u.Path, "/") != "" && path.Clean(u.Path) != strings.TrimSuffix(u.Path, "/"):
		why = "has empty parts, . or .. in its path"
	case strings.ContainsFunc(u.Host, isBeyondASCII):
		host, err := idna.Lookup.ToASCII(u.Hostname())
		if err != nil {
			why = "has a host name that cannot exist"
		}
		u.Host = strings.Replace(u.Host, u.Hostname(), host, 1)
	}
	if why != "" {
		return "", fmt.Errorf("%q %s", s, why)
	}
	return strings.TrimRight(u.String(), "/") + "/", nil
}

func isBeyondASCII(r rune) bool { return r > unicode.MaxASCII }

// checkBaseURL returns the base_url of a site, or "".
func checkBaseURL(v strict.Value[string], l *diag.List) string {
	if !v.IsSet() || v.V == "" {
		return ""
	}
	s, err := CheckBaseURL(v.V)
	if err != nil {
		l.Errorf(v.Pos, diag.Config, `write it as base_url = "https://example.com/legal/"`, "base_url %v", err)
	}
	return s
}

// checkWebAddress returns an http or https address, or "".
func checkWebAddress(v strict.Value[string], name string, l *diag.List) string {
	if !v.IsSet() || v.V == "" {
		return ""
	}
	u, err := url.Parse(v.V)
	if err != nil || u.Hostname() == "" || (u.Scheme != "http" && u.Scheme != "https") {
		l.Errorf(v.Pos, diag.Config, `write it as `+name[strings.LastIndexByte(name, '.')+1:]+` = "https://example.com/"`,
			"%s must be a web address, not %q", name, v.V)
		return ""
	}
	return v.V
}

// checkEmail returns a bare mail address, or "".
func checkEmail(v strict.Value[string], l *diag.List) string {
	if !v.IsSet() || v.V == "" {
		return ""
	}
	if a, err := mail.ParseAddress(v.V); err != nil || a.Address != v.V {
		l.Errorf(v.Pos, diag.Config, `write it as email = "privacy@example.com"`, "owner.email must be a mail address, not %q", v.V)
		return ""
	}
	return v.V
}

// checkTheme reports whether a theme's name is safe as the name of a folder.
func checkTheme(v strict.Value[string], l *diag.List) bool {
	ok := v.V != "" && len(v.V) <= 64 && v.V[0] != '-' && v.V[0] != '_'
	for _, r := range v.V {
		ok = ok && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_')
	}
	if !ok {
		l.Errorf(v.Pos, diag.Config, `a theme is the name of a folder in themes/, or "default"`,
			"theme %q may hold only letters a-z, digits, - and _", v.V)
	}
	return ok
}

// checkDays reports whether a number of days of notice makes sense.
func checkDays(v strict.Value[int], name string, l *diag.List) bool {
	if v.V < 0 || v.V > maxNoticeDays {
		l.Errorf(v.Pos, diag.Config, "", "%s must be between 0 and %d, not %d", name, maxNoticeDays, v.V)
		return false
	}
	return true
}
