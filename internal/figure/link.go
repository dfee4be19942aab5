package figure

import "strings"

// To is the figure of a link that leads to dest, an address as sources write
// it: http, https, mailto or tel. Its value is that of the address where words
// name it, so that the one answers the other. The value of any other address
// is the address, and so is that of one which leads nowhere: mailto:, https://www.
func To(dest string) Figure {
	f := Figure{Kind: Link, Value: dest, Words: dest}
	scheme, rest, _ := strings.Cut(dest, ":")
	switch strings.ToLower(scheme) {
	case "mailto":
		rest, _, _ = strings.Cut(rest, "?")
		f.Value = strings.ToLower(rest)
	case "tel":
		for _, found := range Find(rest, "en") {
			if found.Kind == Phone {
				f.Value = found.Value
				break
			}
		}
	case "http", "https":
		rest = strings.TrimPrefix(rest, "//")
		end := strings.IndexAny(rest, "/?#")
		if end < 0 {
			end = len(rest)
		}
		host := strings.ToLower(rest[:end])
		f.Value = canonical(host, rest[end:])
		f.other = canonical(host, "") + "/*"
		if translated(f.Value) {
			f.Value, f.other = f.other, ""
		}
	}
	if f.Value == "" {
		f.Value, f.other = dest, ""
	}
	return f
}

// translated reports whether an address has words of its own language, as those
// of an encyclopedia have: nothing but its host can be compared.
func translated(address string) bool {
	for i := range len(address) {
		if c := address[i]; c >= 0x80 || c == '%' && i+1 < len(address) && address[i+1] >= '8' {
			return true
		}
	}
	return false
}
