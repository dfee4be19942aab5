package identity

import "diptych/internal/policy"

// carry gives the clauses of a text the lineages of those that they answer to
// in the text before, which may be nil, or of a lost one that they repeat.
func (f *follower) carry(old, t *policy.Text) {
	if old == nil {
		return
	}
	here := map[*lineage]bool{}
	tell := func(c *policy.Clause, l *lineage) bool {
		if l == nil || here[l] {
			return false
		}
		f.of[c], here[l] = l, true
		return true
	}
	answers := f.answers(old, t)
	var left []*policy.Clause
	for _, c := range t.Clauses {
		if hasID(c) && !tell(c, f.of[answers[c]]) {
			left = append(left, c)
		}
	}
	f.lost.remember(old, f.of, answers)
	for _, c := range left {
		tell(c, f.lost.find(t.Lang, c, here))
	}
}
