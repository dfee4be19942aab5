package page

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"diptych/internal/policy"
)

// TakesEffect reports whether a version is, was or will be in force, as far as
// what is public tells.
func (e Edition) TakesEffect() bool {
	switch e.Status {
	case policy.DraftStatus, policy.HeldBack, policy.Consultation:
		return false
	}
	return !e.Never
}

// Planned reports whether the dates of a version are what its publisher means to
// do, as nobody but those who see a preview knows of it.
func (e Edition) Planned() bool {
	return e.Status == policy.DraftStatus || e.Status == policy.HeldBack
}

// tell fills in what is to say of a version on the day, from the days on which it
// is in force.
func (m *Maker) tell(e *Edition, p *policy.Policy, v *policy.Version, lang policy.Lang) {
	today := m.Site.Today
	if all := m.tenures(p, v); len(all) > 0 {
		at := told(all, today)
		e.Until = all[at].Until
		if at > 0 {
			e.Again, e.Past = all[at], all[:at:at]
		}
		if at+1 < len(all) {
			e.Later = all[at+1:]
		}
		if p.Ended(today) && all[at].Until == p.Ends {
			e.Ended = p.Ends
		}
	}
	e.Never, e.Withdrawn, e.Erased = v.NeverInForce(), v.Withdrawn, v.Erased
	e.Reason, e.ReasonTag = m.reason(v, lang)
	switch e.Status {
	case policy.HeldBack:
		e.Held = publicFrom(v)
	case policy.Consultation:
		e.Announced = policy.Date{} // it may still change
		e.Consultation = consultation(v, today)
	}
}

// told is which of the tenures of a version its page tells of first: that in which
// the day is or, where it is in none, the last one that is behind, else the first.
func told(all []Tenure, today policy.Date) int {
	at := 0
	for i, t := range all {
		if !t.From.After(today) {
			at = i
		}
	}
	return at
}

// tenureAt is the tenure of a version that its page tells of first, or nil.
func (m *Maker) tenureAt(p *policy.Policy, v *policy.Version) *Tenure {
	all := m.tenures(p, v)
	if len(all) == 0 {
		return nil
	}
	return &all[told(all, m.Site.Today)]
}

// reason is why a version is withdrawn, for readers of a language.
func (m *Maker) reason(v *policy.Version, lang policy.Lang) (words, tag string) {
	if words := v.Reason[lang]; words != "" {
		return words, ""
	}
	for _, l := range m.Site.Languages {
		if words := v.Reason[l]; words != "" {
			return words, m.tagUnless(l, lang)
		}
	}
	return "", ""
}

// publicFrom is the day on which what is held back becomes public: when it is
// announced or, where that is earlier, when its consultation begins.
func publicFrom(v *policy.Version) policy.Date {
	day := v.Announced
	if c := v.Consultation; c != nil && (day.IsZero() || c.From.Before(day)) {
		day = c.From
	}
	return day
}

func consultation(v *policy.Version, today policy.Date) *Consultation {
	c := v.Consultation
	return &Consultation{
		From: c.From, To: c.To, Closed: c.To.Before(today),
		Contact: c.Contact, Href: contactHref(c.Contact),
	}
}

// mailAddress is what is linked as a mail address: no sign that means something
// in an address of the web can stand in it.
var mailAddress = regexp.MustCompile(`^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`)

// contactHref is where a contact leads: a mail address or an address of the web
// with https. Other words lead nowhere.
func contactHref(contact string) string {
	if mailAddress.MatchString(contact) {
		return "mailto:" + contact
	}
	u, err := url.Parse(contact)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil || strings.ContainsAny(contact, " \t\n\u3000") {
		return ""
	}
	return u.String()
}

// band is what a page must say above all else of the texts that it shows: of
// those of new in the languages, and of old where it compares two. Of versions
// that are not announced it names the newer one.
func (m *Maker) band(p *policy.Policy, old, new *policy.Version, langs ...policy.Lang) *Band {
	today := m.Site.Today
	out := Band{Preview: m.hasDrafts()}
	for _, v := range []*policy.Version{new, old} {
		if v == nil {
			continue
		}
		status := p.Status(v, today)
		if status != policy.DraftStatus {
			out.Texts = append(out.Texts, draftTexts(v, langs)...)
		}
		if out.Version != "" {
			continue
		}
		switch status {
		case policy.DraftStatus:
			out.Version, out.Draft = v.Name, true
		case policy.HeldBack:
			out.Version, out.Held = v.Name, publicFrom(v)
		case policy.Consultation:
			out.Version, out.Consultation = v.Name, consultation(v, today)
		}
	}
	if out.Version == "" && !out.Preview {
		return nil
	}
	return &out
}

// draftTexts are the texts of a version in the languages that are drafts while it
// is none.
func draftTexts(v *policy.Version, langs []policy.Lang) []DraftText {
	var out []DraftText
	for _, l := range langs {
		if t := v.Text(l); t != nil && t.Draft {
			out = append(out, DraftText{v.Name, l})
		}
	}
	return out
}

// hasDrafts reports whether the site holds anything that is not public.
func (m *Maker) hasDrafts() bool {
	m.preview.Do(func() {
		for _, p := range m.Site.Policies {
			for _, v := range p.Versions {
				m.drafts = m.drafts || v.Draft || v.HeldBack || slices.ContainsFunc(v.Texts, func(t *policy.Text) bool { return t.Draft })
			}
		}
	})
	return m.drafts
}

// ending says of a policy that it ends or has ended; nil where nothing says so.
// shown is the version on the page, nil where it shows none.
func (m *Maker) ending(p *policy.Policy, shown *policy.Version, from policy.Ref) *Ending {
	if p.Ends.IsZero() {
		return nil
	}
	out := &Ending{
		Date: p.Ends, Past: p.Ended(m.Site.Today),
		History: m.href(policy.Ref{Lang: from.Lang, Policy: p.Slug, Leaf: policy.LeafHistory}, from),
	}
	if q := m.Site.Policy(p.SucceededBy); q != nil {
		t := q.Head(m.Site.Today).TextOr(from.Lang)
		out.Next = &Link{
			Href: m.href(policy.Ref{Lang: from.Lang, Policy: q.Slug}, from),
			Text: t.Title, Tag: m.tagUnless(t.Lang, from.Lang),
		}
	}
	if last := p.Head(m.Site.Today); out.Past && last != shown {
		out.Last = m.edition(p, last, from)
	}
	return out
}

// returns lists when a withdrawal brings a version back, as far as it touches
// v: v is withdrawn, or it comes back.
func (m *Maker) returns(p *policy.Policy, v *policy.Version, from policy.Ref) []Return {
	var out []Return
	known := m.chronicleOf(p)
	for _, i := range known.returns[p.Place(v)] {
		gone, back := p.Versions[known.reigns[i-1].version], p.Versions[known.reigns[i].version]
		out = append(out, Return{*m.edition(p, gone, from), *m.edition(p, back, from), known.reigns[i].Tenure})
	}
	return out
}

// applies reports whether a policy has a text that is in force or will be.
func (m *Maker) applies(p *policy.Policy) bool {
	v := p.Head(m.Site.Today)
	s := p.Status(v, m.Site.Today)
	return s == policy.InForce || s == policy.Upcoming && !v.NeverInForce()
}
