package check

import (
	"slices"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// ignore reports what a text accepts and should not say: a name that is no rule, a
// rule of which nothing can be accepted, no reason, a clause that does not exist, the
// same twice, and what no rule finds any more. The last is a warning; it is silent of
// rules that did not read the text: they are off, or it has no other to compare.
func ignore(s subject, v *policy.Version, say voice) {
	for _, t := range v.Texts {
		for _, x := range ignoresOf(t) {
			if !x.Explained {
				say.at(x.Pos, 4)
			}
			if len(x.Rules) == 0 {
				say.at(x.Pos, 5)
			}
			for _, name := range x.Rules {
				sayUnknownRule(x, name, say)
			}
			if x.Clause != "" && !s.stands(v, x.Clause) {
				sayUnknownClause(t, x, say)
			}
		}
		said := map[accepted]diag.Pos{}
		for _, x := range say.accepted.all {
			if x.text != t {
				continue
			}
			what := accepted{rule: x.rule, clause: x.clause}
			first, twice := said[what]
			switch {
			case twice:
				say.warn(x.pos, 8, "Rule", x.rule, "Place", first)
			case !x.met && say.accepted.judged[judgement{x.rule, t}] && (x.clause == "" || s.stands(v, x.clause)):
				say.warn(x.pos, 9, "Rule", x.rule)
			}
			said[what] = x.pos
		}
	}
}

// sayUnknownRule reports a name of which nothing can be accepted.
func sayUnknownRule(x policy.Ignore, name string, say voice) {
	var known []string
	for _, r := range diag.Rules() {
		if r.Acceptable() {
			known = append(known, r.String())
		}
	}
	r, ok := diag.RuleOf(name)
	near := diag.Nearest(name, known)
	switch {
	case ok && r.Acceptable():
	case ok:
		say.at(x.Pos, 3, "Rule", r)
	case near != "":
		say.at(x.Pos, 1, "Rule", diag.Words(name), "Near", near)
	default:
		say.at(x.Pos, 2, "Rule", diag.Words(name))
	}
}

// stands reports whether a text of the version has the clause, or one of the version
// before it: what was deleted can be accepted, too.
func (s subject) stands(v *policy.Version, id string) bool {
	for _, w := range [...]*policy.Version{v, s.policy.Previous(v)} {
		if w != nil && slices.ContainsFunc(w.Texts, func(t *policy.Text) bool { return t.Clause(id) != nil }) {
			return true
		}
	}
	return false
}

func sayUnknownClause(t *policy.Text, x policy.Ignore, say voice) {
	if near := diag.Nearest(x.Clause, clauseIDs(t)); near != "" {
		say.at(x.Pos, 6, "Clause", diag.Words(x.Clause), "Near", near)
	} else {
		say.at(x.Pos, 7, "Clause", diag.Words(x.Clause))
	}
}
