package identity

import "diptych/internal/policy"

// carry gives the clauses of a text the lineages of those that they answer to
// in the text before, which may be nil, or of a lost one that they repeat.
func (a *assigner) carry(old, t *policy.Text) {
	if old == nil {
		return
	}
	here := map[*lineage]bool{}
	tell := func(c *policy.Clause, l *lineage) bool {
		if l == nil || here[l] {
			return false
		}
		a.of[c], here[l] = l, true
		return true
	}
	answers := a.answers(old, t)
	var left []*policy.Clause
	for _, c := range t.Clauses {
		if hasID(c) && !tell(c, a.of[answers[c]]) {
			left = append(left, c)
		}
	}
	a.lost.remember(old, a.of, answers)
	for _, c := range left {
		tell(c, a.lost.find(t.Lang, c))
	}
}
