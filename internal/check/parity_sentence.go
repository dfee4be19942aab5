package check

import "diptych/internal/diag"

// paritySentence reports a sentence to which the paragraph in the other
// language seems to have no answer. What else differs in the row is told by
// others, and one paragraph is told of once.
func paritySentence(_ subject, x twin, say voice) {
	for _, l := range x.loneSentences() {
		c := l.unit.Clause.Section()
		own, other := x.left, x.right
		if l.side == 1 {
			own, other = other, own
		}
		say.at(place(l.unit), 1, "Clause", c.ID, "Words", called(c), "Lone", diag.Words(cut(l.words, 40)),
			"Lang", own.Language(), "Other", other.Language(), "Place", place(l.beside))
	}
}
