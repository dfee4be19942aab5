package policy

import (
	"fmt"
	"strings"
)

// CheckSlug returns what is wrong with the name of a policy: it is made of a-z,
// 0-9 and -, begins and ends with a letter or digit, is at most 64 bytes long
// and is none of the words that addresses use, nor a device of Windows.
func CheckSlug(s string) error { return checkName(s, "policy name", false) }

// CheckVersion returns what is wrong with the name of a version: as CheckSlug,
// and dots are allowed between letters and digits, never two in a row.
func CheckVersion(s string) error { return checkName(s, "version name", true) }

func checkName(s, noun string, dots bool) error {
	allowed := "a-z, 0-9 and -"
	if dots {
		allowed = "a-z, 0-9, . and -"
	}
	switch {
	case s == "":
		return fmt.Errorf("empty %s", noun)
	case len(s) > 64:
		return fmt.Errorf("%s %q… is longer than 64 bytes", noun, strings.ToValidUTF8(s[:16], ""))
	case isReserved(s):
		return fmt.Errorf("%s %q is a word that addresses use", noun, s)
	case isDevice(s):
		return fmt.Errorf("%s %q names a device on Windows, which has no folder of that name", noun, s)
	}
	for i, c := range []byte(s) {
		alnum := c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
		if !alnum && c != '-' && (c != '.' || !dots) {
			return fmt.Errorf("%s %q may hold only %s", noun, s, allowed)
		}
		if !alnum && (i == 0 || i == len(s)-1) {
			return fmt.Errorf("%s %q must begin and end with a letter or digit", noun, s)
		}
	}
	if strings.Contains(s, "..") {
		return fmt.Errorf("%s %q has two dots in a row", noun, s)
	}
	return nil
}

// CheckLang returns what is wrong with a language key: two or three letters a-z,
// and perhaps a script of four and a region of two, after a hyphen each.
func CheckLang(s string) error {
	parts := strings.Split(s, "-")
	ok := len(parts[0]) == 2 || len(parts[0]) == 3
	rest := parts[1:]
	if len(rest) > 0 && len(rest[0]) == 4 {
		rest = rest[1:]
	}
	if len(rest) > 0 && len(rest[0]) == 2 {
		rest = rest[1:]
	}
	if !ok || len(rest) > 0 || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz-") != "" {
		return fmt.Errorf("language key %q must be like zh, zh-hant or pt-br, in the letters a-z", s)
	}
	return nil
}

// ParsePath reads what Path and Fragment write: the address of a page below
// the site's root. It does not know whether the page exists.
func ParsePath(s string) (Ref, error) {
	path, clause, _ := strings.Cut(s, "#")
	r := Ref{Clause: clause}
	bad := func() (Ref, error) { return Ref{}, fmt.Errorf("%q is not the address of a page", s) }
	if rest, ok := strings.CutSuffix(path, "404.html"); ok {
		r.Leaf, path = LeafNotFound, rest
	}
	if path != "" && !strings.HasSuffix(path, "/") {
		return bad()
	}
	seg := strings.Split(strings.TrimSuffix(path, "/"), "/")
	if path == "" {
		seg = nil
	}
	next := func() string {
		if len(seg) == 0 {
			return ""
		}
		s := seg[0]
		seg = seg[1:]
		return s
	}
	if len(seg) > 0 {
		r.Lang = Lang(next())
		if CheckLang(string(r.Lang)) != nil {
			return bad()
		}
	}
	if len(seg) > 0 && CheckSlug(seg[0]) == nil {
		r.Policy = next()
	}
	if len(seg) > 0 && CheckVersion(seg[0]) == nil {
		r.Version = next()
	}
	if len(seg) > 1 && seg[0] == "from" {
		next()
		if r.Base = next(); CheckVersion(r.Base) != nil {
			return bad()
		}
	}
	if len(seg) > 1 && seg[0] == "with" {
		next()
		if r.Other = Lang(next()); CheckLang(string(r.Other)) != nil {
			return bad()
		}
	}
	if len(seg) == 1 && seg[0] != "" && seg[0] != string(LeafNotFound) && r.Leaf == LeafNone {
		r.Leaf = Leaf(next())
	}
	if len(seg) > 0 || !r.isWhole() {
		return bad()
	}
	return r, nil
}
