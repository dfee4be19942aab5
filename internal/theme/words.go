package theme

import (
	"html/template"

	"diptych/internal/html"
	"diptych/internal/locale"
	"diptych/internal/policy"
)

// words is the template function words: it writes words from content, such as
// a title, that are in the language of tag, or in the page's where tag is "",
// with the foreign ones among them marked.
func words(lang policy.Lang, c *locale.Catalog) func(s, tag string) template.HTML {
	tongue := html.NewTongue(c.For(lang).Tag(), c.Tags())
	return func(s, tag string) template.HTML {
		t := tongue
		if tag != "" {
			t.Lang = tag
		}
		return t.HTML(s)
	}
}
