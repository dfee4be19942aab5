package config

import (
	"strings"
	"unicode"

	"diptych/internal/diag"
	"diptych/internal/strict"
)

// checkAliases keeps the old paths that redirects may safely be written to.
func checkAliases(in []strict.Value[string], l *diag.List) []strict.Value[string] {
	var out []strict.Value[string]
	seen := map[string]bool{}
	for _, v := range in {
		if !v.IsSet() {
			continue // of another type; reported already
		}
		if why := unsafeAlias(v.V); why != "" {
			l.Errorf(v.Pos, diag.Config, `write the old path below the site's root, as in "legal/privacy.html" or "old/privacy/"`,
				"alias %q %s", v.V, why)
			continue
		}
		key := AliasKey(v.V)
		if seen[key] {
			l.Errorf(v.Pos, diag.Config, "", "alias %q is listed twice", v.V)
			continue
		}
		seen[key] = true
		out = append(out, v)
	}
	return out
}

// AliasKey is equal for aliases that lead to the same file: web servers and
// disks may not tell upper from lower case, a folder from its index.html.
func AliasKey(s string) string {
	s = strings.ToLower(s)
	if rest, ok := strings.CutSuffix(s, "index.html"); ok && (rest == "" || strings.HasSuffix(rest, "/")) {
		s = rest
	}
	return strings.TrimSuffix(s, "/")
}

// unsafeAlias says what is wrong with an old path, or "".
func unsafeAlias(s string) string {
	switch {
	case s == "":
		return "is empty"
	case len(s) > 255:
		return "is longer than 255 bytes"
	case strings.HasPrefix(s, "/"):
		return "must not begin with /"
	case strings.Contains(s, "://"):
		return "must be a path, not an address"
	case AliasKey(s) == "":
		return "is the site's own first page"
	}
	for part := range strings.SplitSeq(strings.TrimSuffix(s, "/"), "/") {
		switch {
		case part == "":
			return "has an empty part"
		case part == "." || part == "..":
			return "must not hold . or .."
		case part[0] == '.' || part[0] == '_':
			return "has a part that begins with " + part[:1]
		case strings.HasSuffix(part, "."):
			return "has a part that ends in ."
		}
	}
	for _, r := range s {
		if r == '%' {
			return "must be written without % escapes"
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("/.-_~+", r) {
			return "may hold only letters, digits and . - _ ~ + /"
		}
	}
	return ""
}
