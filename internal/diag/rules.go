package diag

// Rule names what a problem is about. Package check judges the rules that a
// site may set; the others are judged where sources are read. The words of a
// rule stand in i18n/tool/<lang>.toml.
type Rule uint8

// The rules, in order of their names. The zero Rule is none.
const (
	_                 Rule = iota
	Address                // addresses of pages and files that collide
	AnchorLost             // ids that sources wrote, and that lead nowhere any more
	Announced              // versions that are public later than their dates say
	Config                 // site.toml and policy.toml
	Date                   // days of versions
	Figure                 // figures that a text says twice and not alike
	File                   // files and folders
	FrontMatter            // +++ … +++
	I18N                   // strings of the interface
	ID                     // ids of clauses and anchors
	Ignore                 // findings that an author accepts
	Invisible              // characters that no eye tells
	Link                   // links that lead nowhere
	Markup                 // raw HTML, links and marks that cannot stand in a text
	MissingText            // a version that lacks a language
	Name                   // names of files and folders
	Notice                 // a version announced too late
	Numbering              // printed labels
	ParityChange           // a clause that changed in one language
	ParityClause           // a clause in one language
	ParityDate             // dates that differ
	ParityFigure           // other figures that differ
	ParityLink             // links that lead elsewhere
	ParityList             // lists and tables of different length
	ParityParagraph        // words in one language
	ParitySentence         // sentences in one language
	Pin                    // ids that cannot be written into a source
	Placeholder            // what the drafter forgot to fill in
	Reference              // references to clauses
	Theme                  // templates, styles and assets
	Title                  // titles that two policies share
	UndisclosedChange      // changes that the publisher does not name
)

// trait is something that holds of some rules.
type trait uint8

const (
	settable   trait = 1 << iota // [check.rules] may say how a site treats it
	acceptable                   // an author may accept what it finds: {ignore="…" because="…"}
	mending                      // it speaks of texts that can be mended, and of no record
)

// rules is the one table of all rules. A line here needs its words in
// i18n/tool/ and its row in docs/rules.md; a rule that can be set needs its
// line in the table of package check, too.
var rules = [...]struct {
	name     string
	fallback Level // how a site treats the rule that says nothing
	traits   trait
}{
	Address:           {"address", LevelError, 0},
	AnchorLost:        {"anchor-lost", LevelWarn, settable | acceptable | mending},
	Announced:         {"announced", LevelError, 0},
	Config:            {"config", LevelError, 0},
	Date:              {"date", LevelError, 0},
	Figure:            {"figure", LevelWarn, settable | acceptable | mending},
	File:              {"file", LevelError, 0},
	FrontMatter:       {"front-matter", LevelError, 0},
	I18N:              {"i18n", LevelError, 0},
	ID:                {"id", LevelError, acceptable | mending},
	Ignore:            {"ignore", LevelError, mending},
	Invisible:         {"invisible", LevelWarn, settable | acceptable | mending},
	Link:              {"link", LevelError, settable | mending},
	Markup:            {"markup", LevelError, acceptable},
	MissingText:       {"missing-text", LevelOff, settable | acceptable},
	Name:              {"name", LevelError, 0},
	Notice:            {"notice", LevelWarn, settable | acceptable | mending},
	Numbering:         {"numbering", LevelWarn, settable | acceptable | mending},
	ParityChange:      {"parity-change", LevelWarn, settable | acceptable | mending},
	ParityClause:      {"parity-clause", LevelWarn, settable | acceptable | mending},
	ParityDate:        {"parity-date", LevelWarn, settable | acceptable | mending},
	ParityFigure:      {"parity-figure", LevelWarn, settable | acceptable | mending},
	ParityLink:        {"parity-link", LevelWarn, settable | acceptable | mending},
	ParityList:        {"parity-list", LevelWarn, settable | acceptable | mending},
	ParityParagraph:   {"parity-paragraph", LevelWarn, settable | acceptable | mending},
	ParitySentence:    {"parity-sentence", LevelWarn, settable | acceptable | mending},
	Pin:               {"pin", LevelError, 0},
	Placeholder:       {"placeholder", LevelWarn, settable | acceptable | mending},
	Reference:         {"reference", LevelWarn, settable | acceptable | mending},
	Theme:             {"theme", LevelError, 0},
	Title:             {"title", LevelWarn, settable | acceptable | mending},
	UndisclosedChange: {"undisclosed-change", LevelWarn, settable | acceptable | mending},
}

// String returns the name of the rule, as people write it; "" for none.
func (r Rule) String() string {
	if int(r) < len(rules) {
		return rules[r].name
	}
	return ""
}

// Default returns how a site that says nothing treats the rule. Of what a rule
// that is not settable reports, some may be warnings.
func (r Rule) Default() Level { return rules[r].fallback }

// Settable reports whether [check.rules] may set the rule.
func (r Rule) Settable() bool { return rules[r].traits&settable != 0 }

// Acceptable reports whether an author may accept what package check finds by the
// rule. What makes a page wrong or unsafe is mended.
func (r Rule) Acceptable() bool { return rules[r].traits&acceptable != 0 }

// Mending reports whether the rule speaks only of texts that can still be mended:
// a text that is superseded or withdrawn is a record, and nobody changes it. What
// makes a page impossible is said of every text.
func (r Rule) Mending() bool { return rules[r].traits&mending != 0 }

// Rules returns all rules, in order of their names.
func Rules() []Rule {
	out := make([]Rule, 0, len(rules))
	for i := range rules {
		if i > 0 {
			out = append(out, Rule(i))
		}
	}
	return out
}

// RuleOf returns the rule of a name.
func RuleOf(name string) (Rule, bool) {
	for _, r := range Rules() {
		if r.String() == name {
			return r, true
		}
	}
	return 0, false
}

// Level is how a site treats what a rule reports.
type Level uint8

const (
	LevelOff   Level = iota // the rule is silent
	LevelWarn               // as warnings
	LevelError              // as errors
)

// Levels lists all levels, the strictest first.
var Levels = [...]Level{LevelError, LevelWarn, LevelOff}

// String returns the level as site.toml spells it.
func (l Level) String() string { return [...]string{"off", "warn", "error"}[l] }
