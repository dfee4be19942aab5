// Package policy is the model: a Policy has Versions, a Version has a Text in
// each language, a Text has Clauses, and a Ref is an address made of these. It
// keeps the laws of time (which version is in force) and of addresses (every
// Ref has one spelling). It does no I/O and knows no Markdown and no HTML.
package policy

import (
	"slices"
	"sync"

	"diptych/internal/diag"
)

// Lang is a language key as it stands in site.toml, file names and addresses:
// zh, en, zh-hant. It is a name; which language it names, its Tag says.
type Lang string

// Site is every policy of a site on one day. Policies are in reading order and
// do not change once Policy was called.
type Site struct {
	Languages []Lang // the first is the default
	Today     Date
	Compare   Compare
	Policies  []*Policy

	once   sync.Once
	bySlug map[string]*Policy
}

// Policy returns the policy with the slug, or nil.
func (s *Site) Policy(slug string) *Policy {
	s.once.Do(func() {
		s.bySlug = make(map[string]*Policy, len(s.Policies))
		for _, p := range s.Policies {
			s.bySlug[p.Slug] = p
		}
	})
	return s.bySlug[slug]
}

// Others returns the site's languages but for lang, in order.
func (s *Site) Others(lang Lang) []Lang {
	out := make([]Lang, 0, len(s.Languages))
	for _, l := range s.Languages {
		if l != lang {
			out = append(out, l)
		}
	}
	return out
}

// Kind says what sort of document a policy is.
type Kind string

// Kinds lists the kinds that policy.toml may name.
var Kinds = [...]Kind{"privacy", "terms", "cookies", "children", "sdk-list", "disclaimer", "other"}

// Both is the value of Policy.Prevails where the two languages are equal.
const Both Lang = "both"

// Policy is a document with a stable slug.
type Policy struct {
	Slug       string
	Kind       Kind     // "other" when policy.toml does not say
	Prevails   Lang     // language that prevails in law; Both; "" when not said
	NoticeDays int      // days between announced and effective; -1 when not said
	Order      int      // place on the home page; 0 when not said, which sorts last
	PartOf     string   // slug of the policy that this one belongs to
	Related    []string // slugs
	Aliases    []string // old paths to redirect from
	Pos        diag.Pos // policy.toml, or the folder where there is none
	Versions   []*Version
}

// Version is what was, is or will be in force from a date.
type Version struct {
	Name      string
	Effective Date
	Announced Date
	Editorial bool // the publisher calls the change editorial
	Draft     bool
	Texts     []*Text // one a language, in the order of the site's languages
	Files     []File  // carried along beside the pages
	Pos       diag.Pos
}

// File is a file that is carried along beside the pages of a version.
type File struct {
	Name   string // path below the version's folder, slash-separated
	Source string // path below the site
	Size   int64  // bytes
}

// Text returns the version's text in lang, or nil.
func (v *Version) Text(lang Lang) *Text {
	for _, t := range v.Texts {
		if t.Lang == lang {
			return t
		}
	}
	return nil
}

// HasBoth reports whether the version has a text in both languages.
func (v *Version) HasBoth(a, b Lang) bool { return v.Text(a) != nil && v.Text(b) != nil }

// TextOr returns the text in lang or, where it is missing, the first text
// there is. A version has at least one text.
func (v *Version) TextOr(lang Lang) *Text {
	if t := v.Text(lang); t != nil {
		return t
	}
	return v.Texts[0]
}

// Text is one version in one language.
type Text struct {
	Lang    Lang
	Tag     Tag // of Lang; where it is "", that of the key
	Title   string
	Summary []Block  // what the publisher says of this version; may be empty
	Changes []Change // what the publisher says has changed
	Clauses []*Clause
	Source  string   // path of the source file below the site
	Pos     diag.Pos // of the front matter
	Bytes   int      // size of the source
	HeadSum uint64   // checksum of the front matter, so that a change while building is seen

	SummaryText string   // Summary as it is written in the front matter
	SummaryPos  diag.Pos // its place; zero where there is none
}

// Language returns the tag of the text's language.
func (t *Text) Language() Tag {
	if t.Tag == "" {
		return t.Lang.Tag()
	}
	return t.Tag
}

// Change is one item of [[changes]]: the publisher's words about a clause.
type Change struct {
	Clause string
	Note   string
	Pos    diag.Pos
}

// Clause returns the clause with the id, or nil.
func (t *Text) Clause(id string) *Clause {
	for _, c := range t.Clauses {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// Version returns the version with the name, or nil.
func (p *Policy) Version(name string) *Version {
	for _, v := range p.Versions {
		if v.Name == name {
			return v
		}
	}
	return nil
}

// Languages returns the languages in which any version of p has a text, in
// the order given.
func (p *Policy) Languages(order []Lang) []Lang {
	return slices.DeleteFunc(slices.Clone(order), func(l Lang) bool {
		return !slices.ContainsFunc(p.Versions, func(v *Version) bool { return v.Text(l) != nil })
	})
}
