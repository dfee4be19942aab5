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
	Held      []Held // what is left out because its day has not come

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
	Slug        string
	Kind        Kind     // "other" when policy.toml does not say
	Prevails    Lang     // language that prevails in law; Both; "" when not said
	Notice      Notice   // what the publisher promises
	Order       int      // place on the home page; 0 when not said, which sorts last
	PartOf      string   // slug of the policy that this one belongs to
	Related     []string // slugs
	Aliases     []string // old paths to redirect from
	Ends        Date     // the day from which the policy is no more; zero where it goes on
	SucceededBy string   // slug of what comes in its place, as far as that is public; "" where nothing does
	Hidden      []Hiding // characters of policy.toml that no eye tells
	Pos         diag.Pos // policy.toml, or the folder where there is none
	Today       Date     // the day for which the policy was read
	Versions    []*Version

	index *index // of the versions; nil where they were not sorted yet
}

// Notice is days between announced and effective, -1 where not said.
type Notice struct {
	Substantive int
	Editorial   int
}

// Version is what was, is or will be in force from a date.
type Version struct {
	Name         string
	Effective    Date // zero where not said: in drafts and consultations alone
	Announced    Date // Effective where not said; of a consultation zero where not said
	Editorial    bool // the publisher calls the change editorial
	Draft        bool // read on request alone
	HeldBack     bool // its day has not come; read on request alone
	Withdrawn    Date // zero where it is not; may lie ahead
	Reason       map[Lang]string
	Erased       bool           // withdrawn by order: no words of it are shown
	Consultation *CommentPeriod // nil where it is not published for comment
	Texts        []*Text        // one a language, in the order of the site's languages
	Files        []File         // carried along beside the pages
	Partial      bool           // a text of it is left out for itself, as if missing
	Pos          diag.Pos
}

// CommentPeriod is when and where the public may say what it thinks of a version
// that is not announced.
type CommentPeriod struct {
	From, To Date   // the first day and the last
	Contact  string // an address, a web address or words
}

// Held is a version that is left out because its day has not come.
type Held struct {
	Policy, Version string
	Until           Date
}

// File is a file that is carried along beside the pages of a version.
type File struct {
	Name   string        // path below the version's folder, slash-separated
	Source string        // path below the site, links followed
	Place  string        // the same as people see it
	Size   int64         // bytes
	SHA256 string        // of its bytes, in hexadecimal digits, where a text attaches it; else ""
	Unfit  *diag.Problem // why it cannot be published; nil where it can

	Borrowed bool // it is unfit because it lies with a version that is not public
}

// UnfitAt is why a file cannot be published, told at the place that wants it.
func (f *File) UnfitAt(pos diag.Pos) diag.Problem {
	out := *f.Unfit
	out.Pos = pos
	return out
}

// Attachment is a file beside a text that the text's page offers: a signed
// original, a form.
type Attachment struct {
	Name   string // as of File
	Title  string // what readers are told that it is
	Kind   string // of AttachmentKinds, or ""
	Size   int64  // bytes
	SHA256 string // of its bytes, in hexadecimal digits
	Pos    diag.Pos
}

// AttachmentKinds are what an attachment may be: the document as it was signed or
// sealed, a translation of it, a part of it that stands in a file of its own, or
// something to fill in.
var AttachmentKinds = []string{"original", "translation", "annex", "form"}

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
	Lang        Lang
	Tag         Tag  // of Lang; where it is "", that of the key
	Draft       bool // left out for itself; read on request alone
	Title       string
	Summary     []Block        // what the publisher says of this version; may be empty
	Changes     []Change       // what the publisher says has changed
	Hidden      []Hiding       // characters in the source that no eye tells; not of a record
	Slips       []diag.Problem // warnings of what is printed as it stands and was meant otherwise
	Attachments []Attachment   // what its page offers
	Ignores     []Ignore       // what the front matter accepts; that of clauses stands there
	Clauses     []*Clause
	Source      string   // path of the source file below the site
	Pos         diag.Pos // of the front matter
	Bytes       int      // size of the source
	HeadSum     uint64   // checksum of the front matter, so that a change while building is seen

	TitlePos    diag.Pos // of the title; zero where there is none
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

// Clause returns the clause with the id, which may be a second target, or nil.
func (t *Text) Clause(id string) *Clause {
	var also *Clause
	for _, c := range t.Clauses {
		if c.ID == id {
			return c
		}
		if also == nil && slices.Contains(c.Also, id) {
			also = c
		}
	}
	return also
}

// Version returns the version with the name, or nil.
func (p *Policy) Version(name string) *Version {
	if i, ok := p.known().places[name]; ok {
		return p.Versions[i]
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
