package page

import (
	"diptych/internal/html"
	"diptych/internal/policy"
)

// shown names the text whose words stand on a page: links to its own clauses
// stay on the page.
type shown struct {
	policy  string
	version string
	lang    policy.Lang
}

// options say how the words of a text are written on a page.
func (m *Maker) options(from policy.Ref, s shown) html.Options {
	return html.Options{
		Href: func(l *policy.Link) string { return m.linkHref(l, from, s) },
		Src: func(p *policy.Picture) string {
			if p.Kind != policy.LinkFile {
				return ""
			}
			return m.fileHref(&p.Link, from)
		},
		Tongue: html.NewTongue(m.Config.LangTags[s.lang], m.Catalog.Tags()),
		Words:  m.words(from.Lang),
		Memory: &m.memory,
		Stale:  func(r *policy.Stale) (string, string) { return m.stale(r, from.Lang), m.tagUnless(from.Lang, s.lang) },
	}
}

// stale says in a language which clause a stale reference meant, and which it
// means now.
func (m *Maker) stale(r *policy.Stale, lang policy.Lang) string {
	id := "reference_stale"
	if r.Now == "" {
		id = "reference_lost"
	}
	return m.say(lang, id, "Words", r.Words, "Was", r.Was, "Now", r.Now)
}

// say returns a string of the interface in a language.
func (m *Maker) say(lang policy.Lang, id string, values ...any) string {
	text, err := m.Catalog.For(lang).T(id, values...)
	if err != nil {
		panic(err) // the catalog is complete, or loading it failed
	}
	return text
}

// words are the strings of the interface in the HTML of a text.
func (m *Maker) words(lang policy.Lang) html.Words {
	words := m.Catalog.For(lang)
	say := func(id string) string {
		text, err := words.T(id)
		if err != nil { // the catalog is complete, or loading it failed
			panic(err)
		}
		return text
	}
	return html.Words{
		Permalink:   say("permalink"),
		Important:   say("key_mark"),
		Notes:       say("notes"),
		NoteBack:    say("note_back"),
		Change:      say("change_number"),
		TableRegion: say("table_region"),
	}
}

// linkHref is the address of a link on a page, or "" where it leads nowhere.
func (m *Maker) linkHref(l *policy.Link, from policy.Ref, s shown) string {
	switch l.Kind {
	case policy.LinkExternal:
		return l.Dest
	case policy.LinkFile:
		return m.fileHref(l, from)
	case policy.LinkRef:
		return m.refHref(l.To, from, s)
	}
	return ""
}

// refHref is the address of a Ref as a reader of the page gets it: in the
// page's language unless the ref names another, on this page where the text
// shown here is meant. An anchor that only another text has, in the other
// language or of another version, is left out; one that none has makes the
// link lead nowhere.
func (m *Maker) refHref(to, from policy.Ref, s shown) string {
	if to.Policy == "" { // the chooser, a home page or a page of addresses that lead nowhere
		return m.href(to, from)
	}
	p := m.Site.Policy(to.Policy)
	if p == nil {
		return ""
	}
	here := to.Policy == s.policy && to.Version == s.version && (to.Lang == "" || to.Lang == from.Lang)
	if here && to.Clause != "" && m.Anchors(s.policy, s.version, s.lang, to.Clause) {
		return policy.Ref{Clause: to.Clause}.Fragment()
	}
	if to.Lang == "" {
		to = m.inReaders(to, from, s)
	}
	to = beside(to, from)
	if to.Base != "" || to.Leaf != policy.LeafNone && to.Leaf != policy.LeafEmbed { // it shows no text of its own with known anchors
		return m.href(to.Page(), from)
	}
	v := p.Head(m.Site.Today)
	if to.Version != "" {
		v = p.Version(to.Version)
	}
	if v == nil {
		return ""
	}
	if to.Clause != "" && !m.Anchors(to.Policy, v.Name, v.TextOr(to.Lang).Lang, to.Clause) {
		if !m.anyHas(p, v, to) {
			return ""
		}
		to.Clause = ""
	}
	return m.href(to, from)
}

// inReaders is where a link that names no language leads. That is the page in the
// reader's language or, where two languages stand beside each other and the
// reader's is not one that the page has, as it is in the language of the words.
func (m *Maker) inReaders(to, from policy.Ref, s shown) policy.Ref {
	to.Lang = s.lang
	if in := to.In(from.Lang); to.Other == "" || m.Site.Has(in.Page()) {
		return in
	}
	return to
}

// anyHas reports whether another text has the clause that a ref names: one of
// the same version or, where the ref names none, of any.
func (m *Maker) anyHas(p *policy.Policy, v *policy.Version, to policy.Ref) bool {
	versions := p.Versions
	if to.Version != "" {
		versions = []*policy.Version{v}
	}
	for _, w := range versions {
		for _, t := range w.Texts {
			if m.Anchors(p.Slug, w.Name, t.Lang, to.Clause) {
				return true
			}
		}
	}
	return false
}

// IsDead reports whether no text has the clause that a ref names. A link to it
// leads nowhere, and its address is not told.
func (m *Maker) IsDead(to policy.Ref) bool {
	if to.Policy == "" || to.Clause == "" {
		return false
	}
	p := m.Site.Policy(to.Policy)
	if p == nil {
		return true
	}
	v := p.Version(to.Version)
	return to.Version != "" && v == nil || !m.anyHas(p, v, to)
}

// fileHref is the address of a carried file. It lies beside the version's
// page in the default language; the pages of all languages share it.
func (m *Maker) fileHref(l *policy.Link, from policy.Ref) string {
	return escapePath(policy.Relative(from.File(), FilePath(m.Site, l.To.Policy, l.To.Version, l.File)))
}

// FilePath is where a carried file stands in the output, slash-separated.
func FilePath(site *policy.Site, slug, version, name string) string {
	return policy.Ref{Lang: site.Languages[0], Policy: slug, Version: version}.Path() + name
}
