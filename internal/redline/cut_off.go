package redline

import (
	"slices"

	"diptych/internal/policy"
)

// CutOff returns the redline without the addresses of links to clauses that are
// dead: those that no text has which is public. Such a link leads nowhere on a
// page, and its address may name what is still to come. Which words changed is the
// same; of a link that led nowhere and leads nowhere nothing is told.
func (r *Redline) CutOff(dead func(policy.Ref) bool) *Redline {
	out := *r
	out.dead = func(to policy.Ref) bool { return to.Clause != "" && dead(to) }
	for i := range r.Changes {
		if !slices.ContainsFunc(r.Changes[i].Links, func(l LinkChange) bool { return out.dead(l.from) || out.dead(l.to) }) {
			continue
		}
		if &out.Changes[0] == &r.Changes[0] {
			out.Changes = slices.Clone(r.Changes)
		}
		var told []LinkChange
		for _, l := range out.Changes[i].Links {
			if out.dead(l.from) {
				l.Old = ""
			}
			if out.dead(l.to) {
				l.New = ""
			}
			if l.Old != l.New {
				told = append(told, l)
			}
		}
		out.Changes[i].Links = told
	}
	return &out
}

// Dest is the address of a link as its source writes it; "" where there is no link
// or it was cut off.
func (r *Redline) Dest(l *policy.Link) string {
	if l != nil && r.dead != nil && r.dead(clauseOf(l)) {
		return ""
	}
	return dest(l)
}

// clauseOf is the clause that a link within the site leads to; zero where it leads
// to none.
func clauseOf(l *policy.Link) policy.Ref {
	if l == nil || l.Kind != policy.LinkRef || l.To.Clause == "" {
		return policy.Ref{}
	}
	return l.To
}
