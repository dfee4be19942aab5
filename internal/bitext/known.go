package bitext

import "diptych/internal/policy"

// Known is which clauses of two texts are one, whatever their words say. Each of
// them leads to the other and answers to nothing else. Nil knows nothing.
type Known map[*policy.Clause]*policy.Clause

// ByID returns the pairs that ids decide: of one form and of one id, which is
// not merely derived from a place on both sides.
func ByID(left, right *policy.Text) Known {
	there := make(map[string]*policy.Clause, len(right.Clauses))
	for _, d := range right.Clauses {
		there[d.ID] = d
	}
	known := Known{}
	for _, c := range left.Clauses {
		d := there[c.ID]
		if d != nil && c.ID != "" && (c.Origin != policy.Derived || d.Origin != policy.Derived) {
			known.Join(c, d)
		}
	}
	return known
}

// Join adds a pair. Clauses of two forms say too little of each other: like
// those that are in a pair already they are left to their words.
func (k Known) Join(c, d *policy.Clause) {
	if c.Form == d.Form && k[c] == nil && k[d] == nil {
		k[c], k[d] = d, c
	}
}

// judge reports whether two clauses are known to be one, or known not to be:
// either is one with another, or declared to have no twin.
func (k Known) judge(c, d *policy.Clause) (same, apart bool) {
	x, y := k[c], k[d]
	same = x == d
	return same, !same && (x != nil || y != nil || c.Only != "" || d.Only != "")
}
