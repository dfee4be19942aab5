package check

import (
	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/locale"
)

// voice is how a rule says what it finds: in the sentences that i18n/tool/
// holds for the rule, with the severity that the site gives it.
type voice struct {
	rule    diag.Rule
	english *locale.Tool
	level   diag.Level
	list    *diag.List
}

// judge applies every rule that is not off, each with a voice of its own.
func judge(cfg *config.Site, l *diag.List, apply func(rule, voice)) {
	english := locale.ToolIn("en")
	for _, r := range rules {
		if level := cfg.Level(r.id); level != diag.LevelOff {
			apply(r, voice{r.id, english, level, l})
		}
	}
}

// at says sentence n of the rule, rule.<id>.<n>, about a place. values is name,
// value, … for its placeholders; see diag.Message.
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

func (v voice) add(pos diag.Pos, severity diag.Severity, n int, values []any) {
	*v.list = append(*v.list, v.english.Problem(pos, severity, v.rule, n, values...))
}
