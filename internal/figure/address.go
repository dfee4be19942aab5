package figure

import "strings"

// topLevels are the ends of names that are addresses without www. or a scheme.
const topLevels = " com cn net org io gov edu info biz co app dev me ai cc tv hk tw eu uk us de jp fr xyz top tech online store shop cloud int vip link page wiki "

// languages are the parts of an address that only say in which language it is.
const languages = " zh en cn us zh-cn zh-tw zh-hk zh-hans zh-hant zh-hans-cn zh_cn zh_tw zh_hk zh_hans zh_hant en-us en-gb en_us en_gb en-cn chs cht eng chn " +
	"ja ko fr de es pt ru ja-jp ko-kr fr-fr de-de es-es pt-br ru-ru tc sc "

func isLanguage(s string) bool {
	return len(s) >= 2 && len(s) <= 10 && strings.Contains(languages, " "+strings.ToLower(s)+" ")
}

// address reads an e-mail or web address. A run of characters is tried once.
func (s *scanner) address(i int) int {
	if i < s.chunk {
		return i
	}
	end := i
	for end < len(s.w) && (isAlnum(s.w[end]) || strings.IndexByte(".-_+%", s.w[end]) >= 0) {
		end++
	}
	s.chunk = end
	run := s.w[i:end]
	switch {
	case s.has(end, "://"):
		if scheme := strings.ToLower(run); scheme == "http" || scheme == "https" {
			return s.web(i, end+len("://"), true)
		}
	case s.has(end, "@"):
		if host := s.host(end + 1); host > end+1 {
			return s.add(Email, strings.ToLower(s.w[i:host]), i, host, false)
		}
	case strings.IndexByte(run, '.') > 0:
		return s.web(i, i, false)
	}
	return i
}

// host returns the end of the name of a host at i, or i.
func (s *scanner) host(i int) int {
	end, dots := i, 0
	for end < len(s.w) && isAlnum(s.w[end]) {
		for end < len(s.w) && (isAlnum(s.w[end]) || s.w[end] == '-' || s.w[end] == '_') {
			end++
		}
		if end+1 >= len(s.w) || s.w[end] != '.' || !isAlnum(s.w[end+1]) {
			break
		}
		end++
		dots++
	}
	if dots == 0 {
		return i
	}
	for end > i && !isAlnum(s.w[end-1]) {
		end--
	}
	return end
}

// web records the web address whose host begins at i.
func (s *scanner) web(from, i int, sure bool) int {
	end := s.host(i)
	if end == i {
		return from
	}
	host := s.w[i:end]
	if !sure {
		last := host[strings.LastIndexByte(host, '.')+1:]
		if !strings.Contains(topLevels, " "+last+" ") {
			return from
		}
	}
	bare := end
	if s.hasRune(end, "/?#:") {
		for end < len(s.w) && s.w[end] > ' ' && s.w[end] < 0x7f && strings.IndexByte("<>\"`{}|\\^", s.w[end]) < 0 {
			end++
		}
		end = trimAddress(s.w, bare, end)
	}
	brand := !sure && end == bare && isUpper(host[0])
	return s.add(URL, canonical(strings.ToLower(host), s.w[bare:end]), from, end, brand)
}

// trimAddress returns the end of the address without the punctuation of the
// sentence and without the bracket in which it stands.
func trimAddress(w string, from, end int) int {
	depth := strings.Count(w[from:end], ")") - strings.Count(w[from:end], "(")
	for end > from {
		switch c := w[end-1]; {
		case c == ')' && depth > 0:
			depth--
		case strings.IndexByte("?!.,:;*_~'])", c) < 0 || c == ')':
			return end
		}
		end--
	}
	return end
}

// canonical spells an address without what may differ between languages.
func canonical(host, path string) string {
	host = strings.TrimPrefix(host, "www.")
	if first, rest, ok := strings.Cut(host, "."); ok && isLanguage(first) && strings.Contains(rest, ".") {
		host = rest
	}
	path, _, _ = strings.Cut(path, "#")
	path, query, _ := strings.Cut(path, "?")
	for _, end := range [...]string{"index.html", ".html", ".htm"} {
		path = strings.TrimSuffix(path, end)
	}
	var b strings.Builder
	b.WriteString(host)
	for path != "" {
		part, rest, _ := strings.Cut(path, "/")
		path = rest
		if next, _, _ := strings.Cut(path, "/"); part == "" || isLanguage(part) || part == "intl" && isLanguage(next) {
			continue
		}
		if !strings.HasPrefix(part, ":") {
			b.WriteByte('/')
		}
		b.WriteString(withoutLanguage(part))
	}
	sep := byte('?')
	for query != "" {
		part, rest, _ := strings.Cut(query, "&")
		query = rest
		key, value, _ := strings.Cut(part, "=")
		if part == "" || isLanguage(value) || key == "lang" || key == "language" || key == "locale" || key == "hl" || strings.HasPrefix(key, "utm_") {
			continue
		}
		b.WriteByte(sep)
		b.WriteString(part)
		sep = '&'
	}
	return b.String()
}

// withoutLanguage makes privacy.html of privacy_en.html and privacy.zh-CN.html.
func withoutLanguage(part string) string {
	name, ext := part, ""
	if dot := strings.LastIndexByte(part, '.'); dot > 0 && len(part)-dot <= 5 && !isLanguage(part[dot+1:]) {
		name, ext = part[:dot], part[dot:]
	}
	for at := len(name) - 1; at > 0 && len(name)-at <= 11; at-- {
		if strings.IndexByte("-_.", name[at]) >= 0 && isLanguage(name[at+1:]) {
			if at >= 3 && isLanguage(name[at-2:]) && strings.IndexByte("-_.", name[at-3]) >= 0 {
				at -= 3 // zh-CN
			}
			return name[:at] + ext
		}
	}
	return part
}
