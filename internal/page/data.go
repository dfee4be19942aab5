package page

import (
	"diptych/internal/policy"
	"diptych/internal/redline/format"
)

// RedlineData is index.json beside a redline: the same changes for programs.
type RedlineData struct {
	Policy  string      `json:"policy"`
	Lang    string      `json:"lang"` // BCP 47 tag of the texts
	Page    string      `json:"page"` // address of the page; below the site's root where the site's own is not known
	Old     VersionData `json:"old"`
	New     VersionData `json:"new"`
	Redline format.Data `json:"redline"`
}

// VersionData is a version for programs. Dates are YYYY-MM-DD.
type VersionData struct {
	Name      string `json:"name"`
	Page      string `json:"page"`
	Announced string `json:"announced"`
	Effective string `json:"effective"`
	Editorial bool   `json:"editorial,omitempty"`
}

// redlineData is the redline of a page for programs.
func (s *Series) redlineData(pg Page) any {
	ref := pg.Ref
	pair := s.pairAt(ref)
	lang, _ := pair.Lang(s.Site.Languages, ref.Lang) // the page was planned: there is one
	r := s.compare(pair.Old.Text(lang), pair.New.Text(lang))
	return RedlineData{
		Policy: s.policy.Slug, Lang: s.tag(lang), Page: ref.URL(s.Config.BaseURL),
		Old: s.versionData(pair.Old, ref), New: s.versionData(pair.New, ref),
		Redline: format.DataOf(r, s.say(ref.Lang, "not_compared")),
	}
}

func (s *Series) versionData(v *policy.Version, from policy.Ref) VersionData {
	return VersionData{
		Name: v.Name, Page: policy.Ref{Lang: from.Lang, Policy: s.policy.Slug, Version: v.Name}.URL(s.Config.BaseURL),
		Announced: v.Announced.String(), Effective: v.Effective.String(), Editorial: v.Editorial,
	}
}
