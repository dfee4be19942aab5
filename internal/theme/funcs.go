package theme

import (
	"html/template"
	"strings"

	"diptych/internal/locale"
	"diptych/internal/policy"
)

// stubs names the functions of templates, for the parser.
func stubs() map[string]any {
	f := map[string]any{}
	for _, name := range []string{"t", "n", "tl", "date", "lang", "own", "words", "name", "assets"} {
		f[name] = func() string { return "" }
	}
	return f
}

// funcs returns the functions of templates, bound to a language. The function
// assets is bound to a kind of page, by trees.build.
func funcs(lang policy.Lang, c *locale.Catalog) template.FuncMap {
	w := c.For(lang)
	return template.FuncMap{
		"t": func(id string, pairs ...any) (any, error) {
			return mix(pairs, func(pairs []any) (string, error) { return w.T(id, pairs...) })
		},
		"n": func(id string, count int, pairs ...any) (any, error) {
			return mix(pairs, func(pairs []any) (string, error) { return w.N(id, count, pairs...) })
		},
		"tl": func(l policy.Lang, id string, pairs ...any) (any, error) {
			return mix(pairs, func(pairs []any) (string, error) { return c.For(l).T(id, pairs...) })
		},
		"date":  func(d policy.Date) template.HTML { return timeElement(w, d) },
		"lang":  w.Lang,
		"own":   func(l policy.Lang) string { return c.For(l).OwnName() },
		"words": words(lang, c),
		"name":  nameElement,
	}
}

// timeElement spells a date for people and programs.
func timeElement(w *locale.Words, d policy.Date) template.HTML {
	if d.IsZero() {
		return ""
	}
	return template.HTML(`<time datetime="` + d.String() + `">` + w.Date(d) + `</time>`)
}

// nameElement keeps the name of a version, which may be a date, on one line.
func nameElement(version string) template.HTML {
	return template.HTML(`<span class="name">` + template.HTMLEscapeString(version) + `</span>`)
}

// mix fills placeholders whose values may be HTML: where one is, the words and
// the other values are escaped and the result is HTML; else it is plain text
// for html/template to escape.
func mix(pairs []any, say func(pairs []any) (string, error)) (any, error) {
	var html []template.HTML
	for i := 1; i < len(pairs); i += 2 {
		if h, ok := pairs[i].(template.HTML); ok {
			if html == nil {
				pairs = append([]any(nil), pairs...)
			}
			pairs[i] = string(rune(privateUse + len(html)))
			html = append(html, h)
		}
	}
	s, err := say(pairs)
	if err != nil || html == nil {
		return s, err
	}
	s = template.HTMLEscapeString(s)
	for i, h := range html {
		s = strings.Replace(s, string(rune(privateUse+i)), string(h), 1)
	}
	return template.HTML(s), nil
}

// privateUse is the first of the characters that hold the place of HTML while
// the words around it are escaped: Unicode plane 15, private use.
const privateUse = 0xF0000
