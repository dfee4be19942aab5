package page

import (
	"strings"

	"diptych/internal/policy"
)

// base fills what every page has. title is the page's own name, "" for none;
// canonical is the page that stands for this one where it is not the page
// itself.
func (m *Maker) base(p Page, title string, canonical policy.Ref) Base {
	kind, ref := p.Kind, p.Ref
	lang := ref.Lang
	if lang == "" {
		lang = m.Site.Languages[0]
	}
	cfg := m.Config
	b := Base{
		Kind: kind, Ref: ref, Lang: lang, Tag: m.tag(lang),
		SiteTitle: cfg.Title[lang], PageTitle: title,
		HomeHref: m.href(policy.Ref{Lang: lang}, ref),
		Search:   m.href(policy.Ref{Lang: lang, Leaf: policy.LeafSearch}, ref),
		Owner: Owner{
			Name: cfg.Owner.Name[lang], Email: cfg.Owner.Email, URL: cfg.Owner.URL,
			Address: cfg.Owner.Address[lang], ICP: cfg.Owner.ICP,
		},
	}
	for _, l := range m.Site.Languages {
		b.Languages = append(b.Languages, LangLink{
			Lang: l, Tag: m.tag(l), Href: m.href(m.counterpart(ref, l), ref), Current: l == ref.Lang,
		})
	}
	if m.hasDrafts() {
		b.Band = &Band{Preview: true}
	}
	b.Head.NoIndex = !p.Listed
	if cfg.BaseURL != "" && ref.Leaf != policy.LeafNotFound {
		b.Head.Canonical = canonical.URL(cfg.BaseURL)
	}
	if ref.Leaf != policy.LeafNotFound {
		b.Head.OpenGraph = m.openGraph(kind, ref)
	}
	return b
}

// counterpart is the page in another language or, where it shows two languages
// and the other one is in neither, the nearest page: that with one.
func (m *Maker) counterpart(ref policy.Ref, lang policy.Lang) policy.Ref {
	ref = ref.In(lang)
	if ref.Other != "" && !m.Site.Has(ref) {
		ref.Other = ""
	}
	return ref
}

// alternates are the hreflang links of an indexed page: itself and the same
// page in the other languages that has tells of, and x-default.
func (m *Maker) alternates(ref policy.Ref, has func(policy.Lang) bool) []Alternate {
	if m.Config.BaseURL == "" {
		return nil
	}
	var out []Alternate
	var first string
	for _, l := range m.Site.Languages {
		if has(l) {
			url := ref.In(l).URL(m.Config.BaseURL)
			if first == "" {
				first = url
			}
			out = append(out, Alternate{m.tag(l), url})
		}
	}
	return append(out, Alternate{"x-default", first})
}

// href is the link from a page to another. The pages of addresses that lead
// nowhere are served at any depth: they link by absolute paths where the
// site's base path is known.
func (m *Maker) href(to, from policy.Ref) string {
	if from.Leaf == policy.LeafNotFound && m.Config.BaseURL != "" {
		return basePath(m.Config.BaseURL) + to.File() + to.Fragment()
	}
	return to.Href(from)
}

// basePath is the path of a base URL, which ends in "/".
func basePath(base string) string {
	_, rest, _ := strings.Cut(base, "://")
	if i := strings.IndexByte(rest, '/'); i >= 0 {
		return rest[i:]
	}
	return "/"
}

// edition describes a version for a page in lang.
func (m *Maker) edition(p *policy.Policy, v *policy.Version, from policy.Ref) *Edition {
	if v == nil {
		return nil
	}
	t := v.TextOr(from.Lang)
	e := &Edition{
		Policy: p.Slug, Title: t.Title, TitleTag: m.tagUnless(t.Lang, from.Lang),
		Version: v.Name, Status: p.Status(v, m.Site.Today),
		Announced: v.Announced, Effective: v.Effective, Editorial: v.Editorial, Draft: v.Draft,
		Href: m.href(policy.Ref{Lang: from.Lang, Policy: p.Slug, Version: v.Name}, from),
	}
	m.tell(e, p, v, from.Lang)
	return e
}

// diff is the link to the redline between two versions, either of which may be
// nil, or "" where there is no such page.
func (m *Maker) diff(p *policy.Policy, old, new *policy.Version, from policy.Ref) string {
	if !p.HasPair(m.Site.Compare, m.Site.Today, old, new) {
		return ""
	}
	if _, ok := (policy.Pair{Old: old, New: new}).Lang(m.Site.Languages, from.Lang); !ok {
		return ""
	}
	return m.href(policy.Ref{Lang: from.Lang, Policy: p.Slug, Version: new.Name, Base: old.Name}, from)
}

// place is where a clause of new stands on the redline from old: "#" and its id,
// or "" where the redline is in another language, which lacks the clause.
func (m *Maker) place(p *policy.Policy, old, new *policy.Version, from policy.Ref, clause string) string {
	lang, ok := policy.Pair{Old: old, New: new}.Lang(m.Site.Languages, from.Lang)
	if ok && !old.Erased && !new.Erased && m.Anchors(p.Slug, new.Name, lang, clause) {
		return "#" + clause
	}
	return ""
}

// newestIn is a policy, by its slug, and a language.
type newestIn struct {
	slug string
	lang policy.Lang
}

// latestIn returns the newest version of p in force or superseded that has a text in
// lang, or else the first upcoming one that has; nil where there is none.
func (m *Maker) latestIn(p *policy.Policy, lang policy.Lang) *policy.Version {
	at := newestIn{p.Slug, lang}
	place, ok := m.newest.Load(at)
	if !ok {
		place = m.findLatest(p, lang)
		m.newest.Store(at, place)
	}
	if i := place.(int); i >= 0 {
		return p.Versions[i]
	}
	return nil
}

// findLatest returns the place of the version that latestIn means, -1 where there
// is none.
func (m *Maker) findLatest(p *policy.Policy, lang policy.Lang) int {
	out := -1
	for i, v := range p.Versions {
		s := p.Status(v, m.Site.Today)
		past := s == policy.InForce || s == policy.Superseded
		if v.Text(lang) != nil && !v.Erased && (past || out < 0 && s == policy.Upcoming && !v.NeverInForce()) {
			out = i
		}
	}
	return out
}

// fallback says that t is shown on a page in another language; nil where it
// is in the page's.
func (m *Maker) fallback(p *policy.Policy, t policy.Lang, from policy.Ref) *Fallback {
	if t == from.Lang {
		return nil
	}
	return &Fallback{Lang: t, Tag: m.tag(t), Latest: m.edition(p, m.latestIn(p, from.Lang), from)}
}
