package bitext

import "diptych/internal/policy"

// Known is which clauses of two texts are taken to be one before their words are
// read. Each of them is tied to the other and to nothing else. Nil knows nothing.
type Known map[*policy.Clause]Tie

// Tie is the clause of the other text that a clause is taken to be.
type Tie struct {
	To *policy.Clause
	// Sure is whether that holds whatever the words say. A tie that is not sure,
	// such as one of an id that was carried, is a cue like others: where the
	// words speak against it the two are not a pair.
	Sure bool
}

// ByID returns the pairs that ids tell: of one form and of one id, which is not
// merely derived from a place on both sides. An id that both sources write is
// sure.
func ByID(left, right *policy.Text) Known {
	there := make(map[string]*policy.Clause, len(right.Clauses))
	for _, d := range right.Clauses {
		there[d.ID] = d
	}
	known := Known{}
	for _, c := range left.Clauses {
		d := there[c.ID]
		if d != nil && c.ID != "" && (c.Origin != policy.Derived || d.Origin != policy.Derived) {
			known.Join(c, d, c.Origin == policy.Explicit && d.Origin == policy.Explicit)
		}
	}
	return known
}

// Join adds a pair. Clauses of two forms say too little of each other: like
// those that are in a pair already they are left to their words.
func (k Known) Join(c, d *policy.Clause, sure bool) {
	if c.Form == d.Form && k[c].To == nil && k[d].To == nil {
		k[c], k[d] = Tie{d, sure}, Tie{c, sure}
	}
}

// judge reports whether two clauses are surely one, or surely not: either is one
// with another, or declared to have no twin.
func (k Known) judge(c, d *policy.Clause) (same, apart bool) {
	x, y := k[c], k[d]
	same = x.Sure && x.To == d
	return same, !same && (x.Sure || y.Sure || c.Only != "" || d.Only != "")
}

// lean is how much ties that are not sure speak for the pair: what they weigh
// where the two are tied to each other, and against it where either is tied to
// another clause.
func (k Known) lean(c, d *policy.Clause) float64 {
	x, y := k[c], k[d]
	switch {
	case x.To == d && x.To != nil:
		return tied
	case x.To != nil || y.To != nil:
		return -tied / 2
	}
	return 0
}

// tied is what a tie weighs that is not sure: about as much as two equal labels.
const tied = 4.0
