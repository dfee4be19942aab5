package config

import (
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// PolicyFile is the name of the optional file in a policy's folder.
const PolicyFile = "policy.toml"

// Policy is policy.toml. What it names (policies, languages) may not exist:
// only the site knows.
type Policy struct {
	Kind        policy.Kind               // "other" when not said
	Prevails    strict.Value[policy.Lang] // a language key, policy.Both, or "" when not said
	Notice      policy.Notice             // [notice], and notice_days where that says nothing
	Order       int                       // 0 when not said
	PartOf      strict.Value[string]      // slug, or "" when not said
	Related     []strict.Value[string]    // slugs, each once
	Aliases     []strict.Value[string]    // relative paths, each once
	Ends        strict.Value[policy.Date] // zero when not said
	SucceededBy strict.Value[string]      // slug, or "" when not said
	Hidden      []policy.Hiding           // characters of the file that no eye tells
	Pos         diag.Pos
}

// DefaultPolicy is what an empty policy.toml says.
func DefaultPolicy(name string) Policy {
	return Policy{Kind: "other", Notice: policy.Notice{Substantive: -1, Editorial: -1}, Pos: diag.Pos{File: name}}
}

// policyFile is the shape of policy.toml.
type policyFile struct {
	Kind        strict.Value[string]      `toml:"kind"`
	Prevails    strict.Value[string]      `toml:"prevails"`
	NoticeDays  strict.Value[int]         `toml:"notice_days"`
	Order       strict.Value[int]         `toml:"order"`
	PartOf      strict.Value[string]      `toml:"part_of"`
	Related     []strict.Value[string]    `toml:"related"`
	Aliases     []strict.Value[string]    `toml:"aliases"`
	Ends        strict.Value[policy.Date] `toml:"ends"`
	SucceededBy strict.Value[string]      `toml:"succeeded_by"`
	Notice      struct {
		Substantive strict.Value[int] `toml:"substantive"`
		Editorial   strict.Value[int] `toml:"editorial"`
	} `toml:"notice"`
}

// ParsePolicy reads a policy.toml. The Policy is usable whatever the problems:
// what could not be read has its default.
func ParsePolicy(name string, src []byte) (Policy, diag.List) {
	var f policyFile
	text, l := strict.UTF8(name, src)
	if l == nil {
		l = strict.Decode(name, 1, text, &f)
	}
	p := DefaultPolicy(name)
	p.Hidden = strict.Hidings(name, text, 0)
	if f.Kind.IsSet() {
		kinds := make([]string, len(policy.Kinds))
		for i, k := range policy.Kinds {
			kinds[i] = string(k)
		}
		if oneOf(f.Kind, "kind", &l, kinds...) {
			p.Kind = policy.Kind(f.Kind.V)
		}
	}
	if v := f.Prevails; v.IsSet() {
		if policy.Lang(v.V) != policy.Both && policy.CheckLang(v.V) != nil {
			l.Errorf(v.Pos, diag.Config, "", `prevails must be a language of the site, such as "zh", or "both", not %q`, v.V)
		} else {
			p.Prevails = strict.Value[policy.Lang]{V: policy.Lang(v.V), Pos: v.Pos, Key: v.Key}
		}
	}
	if v := f.NoticeDays; v.IsSet() && checkDays(v, "notice_days", &l) {
		p.Notice.Substantive = v.V
	}
	if v := f.Notice.Substantive; v.IsSet() && checkDays(v, "notice.substantive", &l) {
		p.Notice.Substantive = v.V
	}
	if v := f.Notice.Editorial; v.IsSet() && checkDays(v, "notice.editorial", &l) {
		p.Notice.Editorial = v.V
	}
	if v := f.Order; v.IsSet() {
		if v.V < 1 || v.V > 1_000_000 {
			l.Errorf(v.Pos, diag.Config, "policies without order stand last", "order must be 1 or more, not %d", v.V)
		} else {
			p.Order = v.V
		}
	}
	if v := f.PartOf; v.IsSet() && checkSlug(v, "part_of", &l) {
		p.PartOf = v
	}
	p.Ends = f.Ends
	if v := f.SucceededBy; v.IsSet() && checkSlug(v, "succeeded_by", &l) {
		p.SucceededBy = v
		if !f.Ends.IsSet() && !l.HasErrors() {
			l.Errorf(v.Key, diag.Config, "add ends = 2027-01-31: the day from which the policy is no more", "succeeded_by without ends")
		}
	}
	seen := map[string]bool{}
	for _, v := range f.Related {
		if !v.IsSet() || !checkSlug(v, "related", &l) {
			continue
		}
		if seen[v.V] {
			l.Errorf(v.Pos, diag.Config, "", "related names %q twice", v.V)
			continue
		}
		seen[v.V] = true
		p.Related = append(p.Related, v)
	}
	p.Aliases = checkAliases(f.Aliases, &l)
	l.Sort()
	return p, l
}

func checkSlug(v strict.Value[string], name string, l *diag.List) bool {
	if err := policy.CheckSlug(v.V); err != nil {
		l.Errorf(v.Pos, diag.Config, "name the policy as its folder in content/ is named", "%s: %v", name, err)
		return false
	}
	return true
}
