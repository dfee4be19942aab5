package check

import (
	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/locale"
)

// Site applies the rules that speak of site.toml and of the site's own strings,
// which belong to no policy. words are the strings.
func Site(cfg *config.Site, words *locale.Catalog) diag.List {
	var l diag.List
	judge(cfg, &l, func(r rule, say voice) {
		switch r.id {
		case diag.Placeholder:
			placeholderOfSite(cfg, say)
		case diag.Invisible:
			sayHidden(cfg.Hidden, say)
			sayHidden(words.Hidden, say)
		}
	})
	return l
}
