package check

import (
	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/locale"
	"diptych/internal/policy"
)

// voice is how a rule says what it finds: in the sentences that i18n/tool/
// holds for the rule, with the severity that the site gives it. What an author
// accepts is not said.
type voice struct {
	rule     diag.Rule
	english  *locale.Tool
	level    diag.Level
	list     *diag.List
	accepted *acceptance     // nil where nothing can be accepted
	version  *policy.Version // that is judged; nil for links, which lead to other policies
	search   *diag.Search    // for what was meant by names that are not there
}

// judge applies every rule that is not off, each with a voice of its own. That on
// what authors accept comes last: it must know what the others found.
func judge(cfg *config.Site, l *diag.List, apply func(rule, voice)) {
	english := locale.ToolIn("en")
	for _, last := range [...]bool{false, true} {
		for _, r := range rules {
			if level := cfg.Level(r.id); level != diag.LevelOff && (r.id == diag.Ignore) == last {
				apply(r, voice{rule: r.id, english: english, level: level, list: l, search: new(diag.Search)})
			}
		}
	}
}

// of returns the voice for what a rule says of a version, in which it reads the
// texts.
func (v voice) of(version *policy.Version, texts []*policy.Text) voice {
	v.version = version
	for _, t := range texts {
		v.accepted.judged[judgement{v.rule, t}] = true
	}
	return v
}

// at says sentence n of the rule, rule.<id>.<n>, about a place. values is name,
// value, … for its placeholders; see diag.Message. One that is called Clause is the
// id of the clause that it is about, one called Place where that is in another text.
func (v voice) at(pos diag.Pos, n int, values ...any) {
	severity := diag.Warning
	if v.level == diag.LevelError {
		severity = diag.Error
	}
	v.add(pos, severity, n, values)
}

// warn is at for what is a warning at most.
func (v voice) warn(pos diag.Pos, n int, values ...any) {
	v.add(pos, diag.Warning, n, values)
}

// again is warn for a problem that was found while the sources were read.
func (v voice) again(p diag.Problem) {
	v.say(p, finding{p.Rule, p.Pos, p.Message.Values})
}

func (v voice) add(pos diag.Pos, severity diag.Severity, n int, values []any) {
	v.say(v.english.Problem(pos, severity, v.rule, n, values...), finding{v.rule, pos, values})
}

// say adds a problem to what is said, or to what an author accepts.
func (v voice) say(p diag.Problem, f finding) {
	list := v.list
	if v.accepted.accepts(v.version, f) {
		list = &v.accepted.met
	}
	*list = append(*list, p)
}
