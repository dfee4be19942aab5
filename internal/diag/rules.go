package diag

// Rule names what a problem is about. Package check judges the rules that a
// site may set; the others are judged where sources are read. The words of a
// rule stand in i18n/tool/<lang>.toml.
type Rule uint8

// The rules, in order of their names. The zero Rule is none.
const (
	_                 Rule = iota
	Address                // addresses of pages and files that collide
	Config                 // site.toml and policy.toml
	Date                   // days of versions
	Figure                 // figures that a text says twice and not alike
	File                   // files and folders
	FrontMatter            // +++ … +++
	I18N                   // strings of the interface
	ID                     // ids of clauses and anchors
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
	UndisclosedChange      // changes that the publisher does not name
)

// rules is the one table of all rules. A line here needs its words in
// i18n/tool/ and its row in docs/rules.md; a rule that can be set needs its
// line in the table of package check, too.
var rules = [...]struct {
	name     string
	fallback Level // how a site treats the rule that says nothing
	settable bool  // [check.rules] may say otherwise
}{
	Address:           {"address", LevelError, false},
	Config:            {"config", LevelError, false},
	Date:              {"date", LevelError, false},
	Figure:            {"figure", LevelWarn, true},
	File:              {"file", LevelError, false},
	FrontMatter:       {"front-matter", LevelError, false},
	I18N:              {"i18n", LevelError, false},
	ID:                {"id", LevelError, false},
	Link:              {"link", LevelError, true},
	Markup:            {"markup", LevelError, false},
	MissingText:       {"missing-text", LevelOff, true},
	Name:              {"name", LevelError, false},
	Notice:            {"notice", LevelWarn, true},
	Numbering:         {"numbering", LevelWarn, true},
	ParityChange:      {"parity-change", LevelWarn, true},
	ParityClause:      {"parity-clause", LevelWarn, true},
	ParityDate:        {"parity-date", LevelWarn, true},
	ParityFigure:      {"parity-figure", LevelWarn, true},
	ParityLink:        {"parity-link", LevelWarn, true},
	ParityList:        {"parity-list", LevelWarn, true},
	ParityParagraph:   {"parity-paragraph", LevelWarn, true},
	ParitySentence:    {"parity-sentence", LevelWarn, true},
	Pin:               {"pin", LevelError, false},
	Placeholder:       {"placeholder", LevelWarn, true},
	Reference:         {"reference", LevelWarn, true},
	Theme:             {"theme", LevelError, false},
	UndisclosedChange: {"undisclosed-change", LevelWarn, true},
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
func (r Rule) Settable() bool { return rules[r].settable }

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
