package page

import (
	"html/template"

	"diptych/internal/policy"
)

// Base is what every page has; it is embedded in each view.
type Base struct {
	Kind      Kind
	Ref       policy.Ref
	Lang      policy.Lang // of the interface; picks the strings
	Tag       string      // BCP 47 tag of Lang
	SiteTitle string
	PageTitle string // the page's own name, from content; "" where the kind alone says it
	HomeHref  string // home page of Lang
	Search    string // search page of Lang
	Languages []LangLink
	Head      Head
	Owner     Owner
	Band      *Band // nil on most pages
}

// LangLink is one entry of the language navigation: the same page in another
// language. Every page has one in every language.
type LangLink struct {
	Lang    policy.Lang
	Tag     string // BCP 47
	Href    string
	Current bool
}

// Head is what a page says to programs. Without base_url nothing in it is an
// absolute address.
type Head struct {
	Description string
	NoIndex     bool
	Canonical   string
	Alternates  []Alternate
	Relations   []Relation // to other versions
	OpenGraph   *OpenGraph // nil on pages of addresses that lead nowhere
	Data        any        // JSON-LD, or nil
}

// Relation is a link to another page that programs follow.
type Relation struct{ Rel, Href string }

// OpenGraph is what a page that is shared says beside its title and
// description (ogp.me).
type OpenGraph struct {
	Type    string
	URL     string   // "" without base_url
	Locale  string   // zh_CN; "" where the language tag has no such form
	Locales []string // of the same page in other languages
}

// Alternate is one hreflang link; Tag may be "x-default".
type Alternate struct{ Tag, URL string }

// Owner is who publishes the site, in the page's language.
type Owner struct {
	Name, Email, URL, Address, ICP string
}

// Link is a link inside the site with the words that name its target.
type Link struct {
	Href string
	Text string
	Tag  string // BCP 47 tag of Text where it is not in the page's language
}

// Edition says which version of which policy, for version bars, cards and
// timelines.
type Edition struct {
	Policy    string // slug
	Title     string // of the policy, in the page's language if there is one
	TitleTag  string // BCP 47 tag of Title where it is not in the page's language
	Version   string
	Status    policy.Status
	Announced policy.Date // zero of what is not announced
	Effective policy.Date // zero where not said: of drafts and consultations
	Until     policy.Date // first day on which it is or was no longer in force; zero if none is known, or it never is
	Editorial bool
	Draft     bool
	Href      string // permanent page of the version
	State
}

// Chooser is the root page, in all languages at once.
type Chooser struct {
	Base
	Choices []Choice
}

// Choice leads to the home page of one language.
type Choice struct {
	Lang      policy.Lang
	Tag       string
	SiteTitle string // in that language
	Href      string
	Policies  []Link // names of the policies, in that language
}

// Home is the home page of one language.
type Home struct {
	Base
	Cards    []Card       // policies that have not ended, in reading order; parts follow the policy they belong to
	Ended    []EndedItem  // those that have, the last one first
	Upcoming []Card       // policies with an announced version, soonest first
	Comment  []Upcoming   // versions published for comment, with the redlines that they would make
	Drafts   []Edition    // what only a preview shows
	Recent   []RecentItem // versions that came into force last and are not withdrawn, newest first, at most five
}

// EndedItem is a policy that has ended.
type EndedItem struct {
	Edition // its last version
	Href    string
	Ending  Ending
}

// Card is one policy on the home page.
type Card struct {
	Edition
	Href       string   // text in force
	History    string   // history page
	InForce    bool     // false where the first version is still upcoming
	Next       *Edition // soonest upcoming version, or nil
	NextDiff   string   // redline to Next from the version in force, or ""
	PartOf     string   // title of the policy that it belongs to, or ""
	Missing    bool     // the head version has no text in the page's language
	Versions   int
	SourceTags []string // BCP 47 tags of the languages it exists in
	Ending     *Ending  // a day on which the policy ends, or nil
}

// RecentItem is one version that came into force.
type RecentItem struct {
	Edition
	Day     policy.Date   // on which it came into force the last time
	Diff    string        // redline from the version before, or ""
	Summary template.HTML // the publisher's words, or ""
}

// Text is a page that shows a text: the one in force at the policy's stable
// address, or a version at its permanent one.
type Text struct {
	Base
	Edition
	Current   bool // at the stable address of the policy
	Standing  Standing
	TextTag   string      // BCP 47 tag of the text
	Fallback  *Fallback   // the text is in another language than the page
	InForce   *Edition    // the version in force where it is not this one, else nil
	InForceAt string      // stable address of the policy
	FromThis  string      // redline to the version in force from this one, or ""
	Upcoming  []Upcoming  // announced versions after this one, soonest first; on the text in force and on the versions
	Previous  *Edition    // version before, or nil
	Next      *Edition    // version after, or nil
	Replaces  *Edition    // version in force until this one takes effect; of what is upcoming, else nil
	Replaced  *Edition    // version in force right after this one was; of what is superseded, else nil
	Returns   []Return    // withdrawals that bring this version back, or one before it
	Ending    *Ending     // the end of the policy, or nil
	FromPrev  string      // redline from the version before, or ""
	History   string      // history page
	Other     []OtherText // the same version in the other languages
	Beside    []OtherText // pages that show it with another language beside it
	Elsewhere []Elsewhere // clauses that are declared to stand in another language only
	Outline   template.HTML
	Summary   template.HTML
	Changes   []PublishedChange
	KeyTerms  []Link // clauses flagged {.key}
	Body      template.HTML
	Attached  []Attachment // files that the publisher offers beside the text
	Related   []Link
	PartOf    *Link
	Notice    int // days of notice that the policy promises, 0 when not said
}

// Kinds of Standing.
const (
	StandingUnsaid      = "unsaid"      // nothing says which language prevails
	StandingPrevailing  = "prevailing"  // this text prevails
	StandingTranslation = "translation" // another one does
	StandingEqual       = "equal"       // all are worth the same
)

// Standing is what a text is worth in law, and whether its language keeps up.
type Standing struct {
	Kind       string
	Lang       policy.Lang // of the text
	Prevails   policy.Lang
	Prevailing string      // of a translation: the prevailing text of the version, or ""
	Behind     *Edition    // a newer version that lacks the text's language, or nil
	BehindLang policy.Lang // in which language that one is
}

// Elsewhere is a clause that is declared to stand in another language only.
type Elsewhere struct {
	Lang   policy.Lang
	Clause Link
	Reason string // in the words for the readers of the other languages
}

// Upcoming is an announced version and the redline to it from the shown one.
type Upcoming struct {
	Edition
	Diff     string // or ""
	Replaces bool   // it follows the shown version
}

// Fallback says that a text is shown in another language because the page's
// own is missing for this version.
type Fallback struct {
	Lang   policy.Lang // of the text shown
	Tag    string
	Latest *Edition // newest version that has the page's language, or nil
}

// OtherText leads to the same version in another language.
type OtherText struct {
	Lang policy.Lang
	Tag  string
	Href string
	Has  bool // the version has a text in that language
	// Draft is whether that text is left out for itself, and a preview alone shows it.
	Draft bool
}

// PublishedChange is one item of [[changes]].
type PublishedChange struct {
	Note string
	Link Link   // the clause; Text is its label and heading
	Diff string // its place in the redline from the version before, or ""
}

// History is the timeline of a policy, newest version first.
type History struct {
	Base
	Policy  string
	Title   string
	Stable  string  // address of the text in force
	Clauses string  // page of the clauses through the versions; "" with a single version
	Ending  *Ending // the end of the policy, or nil
	Entries []HistoryEntry
}

// HistoryEntry is one version in the timeline.
type HistoryEntry struct {
	Edition
	Summary   template.HTML
	Changes   []PublishedChange
	FromPrev  string // redline from the version before, or ""
	PrevName  string
	ToCurrent string        // redline to the version in force, or ""
	Languages []OtherText   // in which languages the version has a text
	InLangs   []policy.Lang // those it has
	Counts    *Counts       // what changed from the version before, in the page's language; nil where that cannot be said
}

// Clauses is the page on which every clause of the text that stands for a
// policy is followed through the versions.
type Clauses struct {
	Base
	Title   string
	Tag     string  // BCP 47 tag of the clauses where it is not the page's language, else ""
	History string  // history page
	Stable  string  // address of the text in force
	Of      Edition // the version whose clauses they are
	Ending  *Ending // the end of the policy, or nil
	Clauses []ClauseLife
}

// ClauseLife is one clause through the versions.
type ClauseLife struct {
	ID    string
	Also  []string // second targets
	Depth int
	Here  Link         // the clause in the text in force; Text is its label and words
	Forms []ClauseForm // newest first
}

// ClauseForm is how a clause stood from a version on.
type ClauseForm struct {
	Edition
	Change string        // first: new in this version, HTML is its text; else what changed: changed, punctuation, format
	HTML   template.HTML // its text or, where it changed, the redline from the form before, with the notes that changed
	Diff   string        // its place in the redline page, or ""
}

// NotFound is the page of an address that leads nowhere. At the root it
// speaks all languages.
type NotFound struct {
	Base
	Choices []Choice
	Links   []Link // policies, in the page's language
}

// Moved is the page at an old path of a policy. It leads on to the text in
// force, in the site's default language.
type Moved struct {
	Base
	Links []Link // the text in force in each language; the first is led to
}
