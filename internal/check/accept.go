package check

import (
	"slices"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// acceptance is what the texts of a policy accept, and what came of it.
type acceptance struct {
	policy *policy.Policy
	all    []*accepted
	owners map[*policy.Text]owners
	judged map[judgement]bool
	met    diag.List // what would have been said
}

// judgement is that a rule has read a text.
type judgement struct {
	rule diag.Rule
	text *policy.Text
}

// accepted is one rule that a text accepts, for a clause or for all of it.
type accepted struct {
	rule   diag.Rule
	clause string // with all in it; "" for the text
	text   *policy.Text
	pos    diag.Pos
	met    bool // the rule found something there
}

// newAcceptance reads what the texts of a policy accept. Names that are no rules,
// and rules of which nothing can be accepted, are left to the rule on them.
func newAcceptance(p *policy.Policy) *acceptance {
	a := &acceptance{policy: p, owners: map[*policy.Text]owners{}, judged: map[judgement]bool{}}
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			for _, x := range ignoresOf(t) {
				for _, name := range x.Rules {
					if r, ok := diag.RuleOf(name); ok && r.Acceptable() {
						a.all = append(a.all, &accepted{r, x.Clause, t, x.Pos, false})
					}
				}
			}
		}
	}
	return a
}

// ignoresOf lists what a text accepts, each with the clause that it is about.
func ignoresOf(t *policy.Text) []policy.Ignore {
	out := slices.Clone(t.Ignores)
	for _, c := range t.Clauses {
		if c.Ignore != nil {
			x := *c.Ignore
			x.Clause = c.ID
			out = append(out, x)
		}
	}
	return out
}

// finding is what a rule is about to say.
type finding struct {
	rule   diag.Rule
	pos    diag.Pos
	values []any // of its message
}

// accepts reports whether a text accepts the finding, and remembers that it was
// met. A nil acceptance accepts nothing. version is the one that is judged, or nil:
// then it is that of the text in which the finding stands.
func (a *acceptance) accepts(version *policy.Version, f finding) bool {
	if a == nil {
		return false
	}
	yes := false
	for _, x := range a.all {
		if x.rule != f.rule {
			continue
		}
		v := version
		if v == nil {
			v = a.versionOf(x.text)
		}
		if slices.Contains(v.Texts, x.text) && a.covers(x, v, f) {
			x.met, yes = true, true
		}
	}
	return yes
}

func (a *acceptance) versionOf(t *policy.Text) *policy.Version {
	for _, v := range a.policy.Versions {
		if slices.Contains(v.Texts, t) {
			return v
		}
	}
	return nil
}

// covers reports whether what a text of a version accepts is what was found.
func (a *acceptance) covers(x *accepted, v *policy.Version, f finding) bool {
	texts := a.textsOf(f, v)
	if !slices.Contains(texts, x.text) {
		return false
	}
	if x.clause == "" {
		return true
	}
	for _, t := range texts {
		for _, pos := range f.places() {
			if pos.File == t.Source && within(a.ownersIn(t).of(pos), x.clause) {
				return true
			}
		}
	}
	return a.named(x.clause, v, f)
}

// named reports whether a finding names the clause with the id, or one in it. It may
// be gone since the version before.
func (a *acceptance) named(id string, v *policy.Version, f finding) bool {
	name, _ := f.value("Clause").(string)
	for _, w := range [...]*policy.Version{v, a.policy.Previous(v)} {
		if w == nil || name == "" {
			continue
		}
		for _, t := range w.Texts {
			if within(t.Clause(name), id) {
				return true
			}
		}
	}
	return false
}

// textsOf are the texts of a version that a finding is about: that in which it is
// reported and those of the places that it names. What is reported where it stood in
// an earlier version is about the text of that language. What is reported at the
// folder of the version is about all of them, and so is what is said of a version at
// its first text.
func (a *acceptance) textsOf(f finding, v *policy.Version) []*policy.Text {
	if f.rule == diag.Notice {
		return v.Texts
	}
	var out []*policy.Text
	for _, t := range v.Texts {
		about := a.holds(t.Lang, f.pos.File)
		for _, value := range f.values {
			pos, ok := value.(diag.Pos)
			about = about || ok && pos.File == t.Source
		}
		if about {
			out = append(out, t)
		}
	}
	if out == nil {
		return v.Texts
	}
	return out
}

// holds reports whether the file is a text of the policy in a language.
func (a *acceptance) holds(lang policy.Lang, file string) bool {
	return slices.ContainsFunc(a.policy.Versions, func(v *policy.Version) bool {
		t := v.Text(lang)
		return t != nil && t.Source == file
	})
}

// places are where a finding is reported and where it says that it is in another
// text. What would stand behind a place is not at it.
func (f finding) places() []diag.Pos {
	out := []diag.Pos{f.pos}
	if pos, ok := f.value("Place").(diag.Pos); ok {
		out = append(out, pos)
	}
	return out
}

// value returns the value that the message of a finding has under a name.
func (f finding) value(name string) any {
	for i := 0; i+1 < len(f.values); i += 2 {
		if f.values[i] == name {
			return f.values[i+1]
		}
	}
	return nil
}
