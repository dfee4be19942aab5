package config

import (
	"time"

	"golang.org/x/text/language"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// maxNoticeDays is a year; a longer notice is a slip of the pen.
const maxNoticeDays = 366

// siteFile is the shape of site.toml.
type siteFile struct {
	Title     words                                `toml:"title"`
	BaseURL   strict.Value[string]                 `toml:"base_url"`
	Languages strict.Value[[]strict.Value[string]] `toml:"languages"`
	LangTags  map[string]strict.Value[string]      `toml:"lang_tags"`
	TimeZone  strict.Value[string]                 `toml:"time_zone"`
	Theme     strict.Value[string]                 `toml:"theme"`
	Assets    strict.Value[string]                 `toml:"assets"`
	Owner     struct {
		Name    words                `toml:"name"`
		Email   strict.Value[string] `toml:"email"`
		URL     strict.Value[string] `toml:"url"`
		Address words                `toml:"address"`
		ICP     string               `toml:"icp"`
	} `toml:"owner"`
	Redline struct {
		Compare strict.Value[string] `toml:"compare"`
	} `toml:"redline"`
	Check struct {
		NoticeDays strict.Value[int]               `toml:"notice_days"`
		Rules      map[string]strict.Value[string] `toml:"rules"`
	} `toml:"check"`
}

// ParseSite reads a site.toml. The Site is usable whatever the problems: what
// could not be read has its default.
func ParseSite(name string, src []byte) (*Site, diag.List) {
	var f siteFile
	text, l := strict.UTF8(name, src)
	s := &Site{Pos: diag.Pos{File: name}, Hidden: strict.Hidings(name, text, 0)}
	if l == nil {
		if s.doc, l = strict.Parse(name, 1, text); l == nil {
			l = s.doc.Decode(&f)
		}
	}
	s.Languages = siteLanguages(f.Languages, &l)
	s.LangTags = siteTags(f.LangTags, s.Languages, &l)
	s.Title = siteTitle(f.Title, s.Languages, s.LangTags, &l)
	s.TimeZone = siteZone(f.TimeZone, &l)
	s.Theme = "default"
	if f.Theme.IsSet() && checkTheme(f.Theme, &l) {
		s.Theme = f.Theme.V
	}
	s.Assets = AssetsInline
	if f.Assets.IsSet() && oneOf(f.Assets, "assets", &l, string(AssetsInline), string(AssetsExternal)) {
		s.Assets = Assets(f.Assets.V)
	}
	s.Compare = policy.CompareChainCurrent
	if c := f.Redline.Compare; c.IsSet() && oneOf(c, "redline.compare", &l,
		string(policy.CompareChain), string(policy.CompareChainCurrent), string(policy.CompareAll)) {
		s.Compare = policy.Compare(c.V)
	}
	if n := f.Check.NoticeDays; n.IsSet() && checkDays(n, "check.notice_days", &l) {
		s.NoticeDays = n.V
	}
	s.BaseURL = checkBaseURL(f.BaseURL, &l)
	s.Rules = checkRules(f.Check.Rules, &l)
	s.Owner = Owner{
		Name:    f.Owner.Name.in(s.Languages, "owner.name", &l),
		Email:   checkEmail(f.Owner.Email, &l),
		URL:     checkWebAddress(f.Owner.URL, "owner.url", &l),
		Address: f.Owner.Address.in(s.Languages, "owner.address", &l),
		ICP:     f.Owner.ICP,
	}
	l.Sort()
	return s, l
}

// siteLanguages is zh and en unless the file says otherwise.
func siteLanguages(v strict.Value[[]strict.Value[string]], l *diag.List) []policy.Lang {
	var out []policy.Lang
	seen := map[string]bool{}
	for _, item := range v.V {
		if !item.IsSet() {
			continue // of another type; reported already
		}
		switch err := policy.CheckLang(item.V); {
		case err != nil:
			l.Errorf(item.Pos, diag.Config, `language keys are like "zh", "en", "zh-hant"; any other tag goes into lang_tags`, "%v", err)
		case seen[item.V]:
			l.Errorf(item.Pos, diag.Config, "", "language %q is listed twice", item.V)
		default:
			out = append(out, policy.Lang(item.V))
		}
		seen[item.V] = true
	}
	if v.IsSet() && len(v.V) == 0 {
		l.Errorf(v.Pos, diag.Config, `write languages = ["zh", "en"]; the first is the default`, "languages must name at least one language")
	}
	if len(out) == 0 {
		return []policy.Lang{"zh", "en"}
	}
	return out
}

// siteTitle falls back to a name that fits every site.
func siteTitle(w words, langs []policy.Lang, tags map[policy.Lang]policy.Tag, l *diag.List) map[policy.Lang]string {
	if out := w.in(langs, "title", l); out != nil {
		return out
	}
	out := make(map[policy.Lang]string, len(langs))
	for _, lang := range langs {
		out[lang] = "Policies"
		if tags[lang].Base() == "zh" {
			out[lang] = "政策中心"
		}
	}
	return out
}

// siteTags gives each language its BCP 47 tag; two languages never share one.
func siteTags(set map[string]strict.Value[string], langs []policy.Lang, l *diag.List) map[policy.Lang]policy.Tag {
	out := make(map[policy.Lang]policy.Tag, len(langs))
	owner := map[policy.Tag]policy.Lang{}
	for _, lang := range langs {
		out[lang] = lang.Tag()
		v, ok := set[string(lang)]
		if ok {
			tag, err := language.Raw.Parse(v.V)
			if err != nil || v.V == "" || tag == language.Und {
				l.Errorf(v.Pos, diag.Config, "a tag is a language and perhaps a script or region: zh-Hans, zh-TW, en-GB",
					"lang_tags.%s must be a BCP 47 tag, not %q", lang, v.V)
			} else {
				out[lang] = policy.Tag(tag.String())
			}
		}
		if other, taken := owner[out[lang]]; taken {
			if !ok {
				v = set[string(other)] // the tag of lang is a default
			}
			l.Errorf(v.Pos, diag.Config, "", "lang_tags gives %s and %s the same tag %q", other, lang, out[lang])
		}
		owner[out[lang]] = lang
	}
	for key, v := range set {
		if _, ok := out[policy.Lang(key)]; !ok {
			l.Errorf(v.Key, diag.Config, "the languages of this site: "+joinLangs(langs), "unknown key %q", "lang_tags."+key)
		}
	}
	return out
}

// siteZone is where a date begins. "Local" would differ between machines.
func siteZone(v strict.Value[string], l *diag.List) *time.Location {
	const fallback = "Asia/Shanghai"
	name := fallback
	if v.IsSet() {
		name = v.V
	}
	zone, err := time.LoadLocation(name)
	if err == nil && name != "" && name != "Local" {
		return zone
	}
	l.Errorf(v.Pos, diag.Config, "names look like Asia/Shanghai, Asia/Hong_Kong, Europe/London or UTC", "unknown time_zone %q", name)
	if zone, err = time.LoadLocation(fallback); err != nil {
		zone = time.FixedZone(fallback, 8*60*60)
	}
	return zone
}
