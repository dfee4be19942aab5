package identity

import (
	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// agreed returns the alignments that the ids which came out of them agree with,
// for whoever needs them next: they would only be found again.
func agreed(made []*bitext.Bitext, found ids, cues *bitext.Cues) *bitext.Alignments {
	out := &bitext.Alignments{Cues: cues}
	for _, b := range made {
		if agrees(b, found) {
			out.Hold(b)
		}
	}
	return out
}

// agrees reports whether clauses that have one id are partners.
func agrees(b *bitext.Bitext, found ids) bool {
	there := make(map[string]*policy.Clause, len(b.Right.Clauses))
	for _, d := range b.Right.Clauses {
		if hasID(d) {
			there[found[d].name] = d
		}
	}
	for _, c := range b.Left.Clauses {
		if d := there[found[c].name]; hasID(c) && d != nil && d != b.Partner(c) {
			return false
		}
	}
	return true
}
