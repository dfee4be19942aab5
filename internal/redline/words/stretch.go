package words

// Stretch is the tokens [From,To) of a Leaf.
type Stretch struct{ From, To int }

// Sentences returns the sentences of the leaf, in order and without gaps.
func (l *Leaf) Sentences() []Stretch {
	all := l.sentences()
	out := make([]Stretch, len(all))
	for i, s := range all {
		out[i] = Stretch{s.from, s.to}
	}
	return out
}
