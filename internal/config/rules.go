package config

import (
	"maps"
	"slices"
	"strings"

	"diptych/internal/diag"
)

// Rules are the rules that [check.rules] may set to "error", "warn" or "off".
var Rules = [...]string{
	"link", "missing-text", "notice", "numbering",
	"parity-change", "parity-clause", "parity-date", "parity-figure", "parity-list", "placeholder", "undisclosed-change",
}

// FixedRules are the other rules. What they report makes a site wrong or
// unsafe, or is a warning already, so that nothing can be set.
var FixedRules = [...]string{"config", "date", "file", "front-matter", "id", "markup", "name"}

// The values that a rule may have.
const (
	RuleError = "error"
	RuleWarn  = "warn"
	RuleOff   = "off"
)

// Rule returns how the site treats a rule: what site.toml says, else fallback.
func (s *Site) Rule(rule, fallback string) string {
	if v, ok := s.Rules[rule]; ok {
		return v
	}
	return fallback
}

// Report adds a problem of a rule that the site may set, with the severity
// that the site gives the rule: fallback where it says nothing.
func (s *Site) Report(l *diag.List, fallback string, p diag.Problem) {
	switch s.Rule(p.Rule, fallback) {
	case RuleOff:
		return
	case RuleWarn:
		p.Severity = diag.Warning
	default:
		p.Severity = diag.Error
	}
	*l = append(*l, p)
}

// checkRules keeps the settings that make sense.
func checkRules(set map[string]Value[string], l *diag.List) map[string]string {
	out := map[string]string{}
	for _, rule := range slices.Sorted(maps.Keys(set)) {
		v := set[rule]
		switch {
		case slices.Contains(FixedRules[:], rule):
			l.Errorf(v.Key, "config", "rules that can be set: "+strings.Join(Rules[:], ", "), "the rule %s cannot be set", rule)
		case !slices.Contains(Rules[:], rule):
			hint := diag.DidYouMean(rule, Rules[:], "")
			l.Errorf(v.Key, "config", strings.TrimSpace(hint+" rules that can be set: "+strings.Join(Rules[:], ", ")),
				"unknown rule %q", rule)
		case !oneOf(v, "check.rules."+rule, l, RuleError, RuleWarn, RuleOff):
		default:
			out[rule] = v.V
		}
	}
	return out
}

// oneOf reports whether a value is one of those allowed, and reports it if not.
func oneOf(v Value[string], name string, l *diag.List, allowed ...string) bool {
	if slices.Contains(allowed, v.V) {
		return true
	}
	quoted := make([]string, len(allowed))
	for i, a := range allowed {
		quoted[i] = `"` + a + `"`
	}
	list := strings.Join(quoted[:len(quoted)-1], ", ") + " or " + quoted[len(quoted)-1]
	l.Errorf(v.Pos, "config", diag.DidYouMean(v.V, allowed, ""), "%s must be %s, not %q", name, list, v.V)
	return false
}
