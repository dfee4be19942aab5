package page

import (
	"strings"

	"diptych/internal/policy"
)

// openGraph is what the Open Graph protocol has beside title and description.
// The address is the page's own, not its canonical one: who shares an old
// version means that version.
func (m *Maker) openGraph(kind Kind, ref policy.Ref) *OpenGraph {
	og := &OpenGraph{Type: "website"}
	if kind == KindText || kind == KindEmbed {
		og.Type = "article"
	}
	if m.Config.BaseURL != "" {
		og.URL = ref.URL(m.Config.BaseURL)
	}
	if ref.Lang == "" {
		return og
	}
	og.Locale = ogLocale(m.Config.LangTags[ref.Lang])
	for _, l := range m.Site.Others(ref.Lang) {
		if s := ogLocale(m.Config.LangTags[l]); s != "" {
			og.Locales = append(og.Locales, s)
		}
	}
	return og
}

// ogTerritories are the regions that readers of a language expect where its tag
// names none.
var ogTerritories = map[policy.Lang]string{"zh": "zh_CN", "zh-hant": "zh_TW", "en": "en_US"}

// ogLocale spells a BCP 47 tag as the protocol does, language_TERRITORY. A tag
// that names no region gets the one that its readers expect, or else is "".
func ogLocale(tag policy.Tag) string {
	parts := strings.Split(string(tag), "-")
	for _, p := range parts[1:] {
		if len(p) == 2 {
			return strings.ToLower(parts[0]) + "_" + strings.ToUpper(p)
		}
	}
	return ogTerritories[tag.Key()]
}
