package config

import (
	"maps"
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/strict"
)

// Level returns how the site treats a rule: what site.toml says, else the
// rule's default.
func (s *Site) Level(rule diag.Rule) diag.Level {
	if level, ok := s.Rules[rule]; ok {
		return level
	}
	return rule.Default()
}

// Report adds a problem of a rule that the site may set, with the severity
// that the site gives the rule.
func (s *Site) Report(l *diag.List, p diag.Problem) {
	switch s.Level(p.Rule) {
	case diag.LevelOff:
		return
	case diag.LevelWarn:
		p.Severity = diag.Warning
	default:
		p.Severity = diag.Error
	}
	*l = append(*l, p)
}

// checkRules keeps the settings that make sense.
func checkRules(set map[string]strict.Value[string], l *diag.List) map[diag.Rule]diag.Level {
	out := map[diag.Rule]diag.Level{}
	settable := settableRules()
	hint := "rules that can be set: " + strings.Join(settable, ", ")
	for _, name := range slices.Sorted(maps.Keys(set)) {
		v := set[name]
		rule, known := diag.RuleOf(name)
		switch {
		case !known:
			l.Errorf(v.Key, diag.Config, strings.TrimSpace(diag.DidYouMean(name, settable, "")+" "+hint), "unknown rule %q", name)
		case !rule.Settable():
			l.Errorf(v.Key, diag.Config, hint, "the rule %s cannot be set", name)
		default:
			if level, ok := levelOf(v, name, l); ok {
				out[rule] = level
			}
		}
	}
	return out
}

func settableRules() []string {
	var out []string
	for _, r := range diag.Rules() {
		if r.Settable() {
			out = append(out, r.String())
		}
	}
	return out
}

// levelOf reads the level of a rule, and reports a value that is none.
func levelOf(v strict.Value[string], rule string, l *diag.List) (diag.Level, bool) {
	names := make([]string, len(diag.Levels))
	for i, level := range diag.Levels {
		names[i] = level.String()
		if v.V == names[i] {
			return level, true
		}
	}
	oneOf(v, "check.rules."+rule, l, names...)
	return 0, false
}

// oneOf reports whether a value is one of those allowed, and reports it if not.
func oneOf(v strict.Value[string], name string, l *diag.List, allowed ...string) bool {
	if slices.Contains(allowed, v.V) {
		return true
	}
	quoted := make([]string, len(allowed))
	for i, a := range allowed {
		quoted[i] = `"` + a + `"`
	}
	list := strings.Join(quoted[:len(quoted)-1], ", ") + " or " + quoted[len(quoted)-1]
	l.Errorf(v.Pos, diag.Config, diag.DidYouMean(v.V, allowed, ""), "%s must be %s, not %q", name, list, v.V)
	return false
}
