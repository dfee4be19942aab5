package page

import "diptych/internal/policy"

// thing is a node of JSON-LD in the vocabulary of schema.org: a WebPage and the
// DigitalDocument that it shows, with what stands around them. Addresses are
// there where the site's own is known.
type thing struct {
	Context    string  `json:"@context,omitempty"`
	Type       string  `json:"@type,omitempty"`
	ID         string  `json:"@id,omitempty"`
	URL        string  `json:"url,omitempty"`
	Name       string  `json:"name,omitempty"`
	Language   string  `json:"inLanguage,omitempty"`
	Version    string  `json:"version,omitempty"`
	Published  string  `json:"datePublished,omitempty"`
	Modified   string  `json:"dateModified,omitempty"`
	Coverage   string  `json:"temporalCoverage,omitempty"`   // in force from/to; ".." is an open end
	Status     string  `json:"creativeWorkStatus,omitempty"` // of what is not in force for another reason than its dates
	Expires    string  `json:"expires,omitempty"`
	Email      string  `json:"email,omitempty"`
	Address    string  `json:"address,omitempty"`
	Publisher  *thing  `json:"publisher,omitempty"`
	PartOf     *thing  `json:"isPartOf,omitempty"`
	Original   *thing  `json:"translationOfWork,omitempty"`
	Translated []thing `json:"workTranslation,omitempty"`
	Entity     *thing  `json:"mainEntity,omitempty"`
}

// linkedData describes the page of a text.
func (m *Maker) linkedData(view *Text, p *policy.Policy, v *policy.Version, t *policy.Text, ref policy.Ref) *thing {
	page := &thing{
		Context: "https://schema.org", Type: "WebPage", URL: m.url(ref), Language: m.tag(ref.Lang), Modified: modified(p, v, m.Site.Today),
		PartOf: &thing{Type: "WebSite", Name: m.Config.Title[ref.Lang], URL: m.url(policy.Ref{Lang: ref.Lang})},
		Entity: m.document(p, v, t),
	}
	doc := page.Entity
	if o := view.Owner; o.Name != "" {
		doc.Publisher = &thing{Type: "Organization", Name: o.Name, URL: o.URL, Email: o.Email, Address: o.Address}
	}
	if l := view.PartOf; l != nil {
		doc.PartOf = &thing{Type: "DigitalDocument", Name: l.Text, URL: m.url(policy.Ref{Lang: ref.Lang, Policy: p.PartOf})}
	}
	m.translations(doc, p, v, t)
	return page
}

// document describes a text, whichever page shows it.
func (m *Maker) document(p *policy.Policy, v *policy.Version, t *policy.Text) *thing {
	ref := policy.Ref{Lang: t.Lang, Policy: p.Slug, Version: v.Name}
	doc := &thing{
		Type: "DigitalDocument", ID: m.textID(ref), URL: m.url(ref), Name: t.Title, Language: m.tag(t.Lang), Version: v.Name,
		Published: spelled(v.Announced), Status: workStatus(p, v, m.Site.Today),
	}
	if v.Consulted(m.Site.Today) {
		doc.Published = v.Consultation.From.String()
	}
	if at := m.tenureAt(p, v); at != nil {
		doc.Coverage = at.From.String() + "/.."
		if !at.Until.IsZero() {
			doc.Expires = at.Until.String()
			doc.Coverage = at.From.String() + "/" + at.Last().String()
		}
	}
	return doc
}

// spelled is a date for programs, "" where it was not said.
func spelled(d policy.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// workStatus says what dates do not: that a text is a draft or was withdrawn.
func workStatus(p *policy.Policy, v *policy.Version, today policy.Date) string {
	switch p.Status(v, today) {
	case policy.Consultation, policy.DraftStatus, policy.HeldBack:
		return "Draft"
	case policy.Withdrawn:
		return "Withdrawn"
	}
	if v.NeverInForce() {
		return "Withdrawn"
	}
	return ""
}

// modified is the last day on which something became of a version.
func modified(p *policy.Policy, v *policy.Version, today policy.Date) string {
	day := v.Effective
	switch {
	case v.Consulted(today):
		day = v.Consultation.From
	case p.Ended(today):
		day = p.Ends
	case !v.Withdrawn.IsZero() && !v.Withdrawn.After(today):
		day = v.Withdrawn
	}
	return spelled(day)
}

// translations links the text that prevails and those that translate it. Where
// none prevails none is a translation.
func (m *Maker) translations(doc *thing, p *policy.Policy, v *policy.Version, t *policy.Text) {
	original := v.Text(p.Prevails)
	if original == nil || m.Config.BaseURL == "" {
		return
	}
	for _, u := range v.Texts {
		id := thing{ID: m.textID(policy.Ref{Lang: u.Lang, Policy: p.Slug, Version: v.Name})}
		switch {
		case u == t:
		case t == original:
			doc.Translated = append(doc.Translated, id)
		case u == original:
			doc.Original = &id
		}
	}
}

// textID names a text, as distinct from the page of its version: the main
// element of that page.
func (m *Maker) textID(version policy.Ref) string { return m.url(version.At("_main")) }

// url is the public address of a page, or "" where the site's is not known.
func (m *Maker) url(ref policy.Ref) string {
	if m.Config.BaseURL == "" {
		return ""
	}
	return ref.URL(m.Config.BaseURL)
}
