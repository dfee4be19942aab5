package page

import (
	"diptych/internal/policy"
	"diptych/internal/redline/format"
)

// RedlineData is index.json beside a redline: the same changes for programs.
type RedlineData struct {
	Policy  string       `json:"policy"`
	Lang    string       `json:"lang"` // BCP 47 tag of the texts
	Page    string       `json:"page"` // address of the page; below the site's root where the site's own is not known
	Old     VersionData  `json:"old"`
	New     VersionData  `json:"new"`
	Redline *format.Data `json:"redline"` // null where one of the two was erased
}

// VersionData is a version for programs. Dates are YYYY-MM-DD.
type VersionData struct {
	Name         string        `json:"name"`
	Page         string        `json:"page"`
	Announced    string        `json:"announced,omitempty"` // "" of what is not announced
	Effective    string        `json:"effective,omitempty"` // "" where not said
	Editorial    bool          `json:"editorial,omitempty"`
	Draft        bool          `json:"draft,omitempty"` // it is a draft or held back: a preview shows it, and nothing else
	Withdrawn    string        `json:"withdrawn,omitempty"`
	Reason       string        `json:"reason,omitempty"`
	Erased       bool          `json:"erased,omitempty"` // its words are shown nowhere
	Consultation *CommentsData `json:"consultation,omitempty"`
}

// CommentsData is when and where readers can say what they think of a version.
type CommentsData struct {
	From    string `json:"from"`
	To      string `json:"to"` // the last day
	Contact string `json:"contact"`
}

// redlineData is the redline of a page for programs.
func (s *Series) redlineData(pg Page) any {
	ref := pg.Ref
	pair := s.pairAt(ref)
	lang, _ := pair.Lang(s.Site.Languages, ref.Lang) // the page was planned: there is one
	out := RedlineData{
		Policy: s.policy.Slug, Lang: s.tag(lang), Page: ref.URL(s.Config.BaseURL),
		Old: s.versionData(pair.Old, ref), New: s.versionData(pair.New, ref),
	}
	if !pair.Old.Erased && !pair.New.Erased {
		data := format.DataOf(s.compare(pair.Old.Text(lang), pair.New.Text(lang)), s.say(ref.Lang, "not_compared"))
		out.Redline = &data
	}
	return out
}

func (s *Series) versionData(v *policy.Version, from policy.Ref) VersionData {
	e := s.edition(s.policy, v, from)
	out := VersionData{
		Name: v.Name, Page: policy.Ref{Lang: from.Lang, Policy: s.policy.Slug, Version: v.Name}.URL(s.Config.BaseURL),
		Announced: spelled(e.Announced), Effective: spelled(e.Effective), Editorial: e.Editorial,
		Draft: e.Draft || v.HeldBack, Withdrawn: spelled(e.Withdrawn), Reason: e.Reason, Erased: e.Erased,
	}
	if c := e.Consultation; c != nil {
		out.Consultation = &CommentsData{c.From.String(), c.To.String(), c.Contact}
	}
	return out
}
