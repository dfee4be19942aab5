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
	tongue := html.Tongue{Han: "zh", Latin: "en"}
	for _, l := range c.Langs() {
		switch l {
		case "zh":
			tongue.Han = c.For(l).Tag()
		case "en":
			tongue.Latin = c.For(l).Tag()
		}
	}
	own := c.For(lang).Tag()
	return func(s, tag string) template.HTML {
		t := tongue
		if t.Lang = tag; tag == "" {
			t.Lang = own
		}
		return t.HTML(s)
	}
}
