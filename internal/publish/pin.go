package publish

import (
	"diptych/internal/diag"
	"diptych/internal/identity"
	"diptych/internal/policy"
	"diptych/internal/source"
)

// Pin writes the ids that the clauses of a policy have into the sources of the
// versions that want accepts, and returns those that change, in order of time:
// where only the first of them are written to disk, all ids stay the same. It
// keeps the law that pinning changes no page, and returns no sources where that
// would not hold, or where the policy has errors. Warnings are left to check.
func (s *Site) Pin(p *policy.Policy, want func(*policy.Version) bool) ([]source.Pinned, diag.List) {
	read := func() (*policy.Policy, diag.List) { return source.Parse(s.FS, s.Config, s.Model, p) }
	full, problems := read()
	if problems.HasErrors() {
		return nil, errorsOf(problems)
	}
	identity.Assign(full)
	pinned, problems := source.Pin(s.FS, full, want)
	if len(pinned) == 0 {
		return nil, problems
	}
	again, more := read()
	if more.HasErrors() {
		return nil, append(problems, errorsOf(more)...)
	}
	for _, v := range again.Versions {
		for i, t := range v.Texts {
			for k := range pinned {
				if pinned[k].File == t.Source {
					v.Texts[i] = pinned[k].Text
				}
			}
		}
	}
	identity.Assign(again)
	if l := renamed(full, again); len(l) > 0 {
		return nil, append(problems, l...)
	}
	return pinned, problems
}

func errorsOf(l diag.List) diag.List {
	var out diag.List
	for _, p := range l {
		if p.Severity == diag.Error {
			out = append(out, p)
		}
	}
	return out
}

// renamed lists the clauses that have another id in the same policy read again.
func renamed(old, again *policy.Policy) diag.List {
	var l diag.List
	for i, v := range old.Versions {
		for j, t := range v.Texts {
			now := again.Versions[i].Texts[j].Clauses
			for k, c := range t.Clauses {
				if k >= len(now) || now[k].ID != c.ID {
					l.Errorf(c.Pos, diag.Pin, "write the id by hand: {#"+c.ID+"}", "clause %s would get another id; the policy is left as it is", c.ID)
				}
			}
		}
	}
	return l
}
