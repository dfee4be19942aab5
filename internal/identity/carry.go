package identity

import "diptych/internal/policy"

// carry gives the clauses of a text the lineages of those that they answer to
// in the text before, which may be nil, or of a lost one that they repeat. A
// written id that a clause before had decides. What answers to what is asked of
// words alone: it must not depend on which of the ids are written out.
func (a *assigner) carry(old, t *policy.Text) {
	here := map[*lineage]bool{}
	join := func(c *policy.Clause, l *lineage) bool {
		ok := l != nil && !here[l] && a.lean(c, l)
		if ok {
			here[l] = true
		}
		return ok
	}
	for _, c := range t.Clauses {
		if id, ok := written(c); ok {
			join(c, a.named[id])
		}
	}
	if old == nil {
		return
	}
	tell := func(c *policy.Clause, l *lineage) bool {
		a.told[c] = a.of[c] == nil && join(c, l) || l != nil && a.of[c] == l
		return a.told[c]
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
