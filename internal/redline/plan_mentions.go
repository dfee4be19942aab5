package redline

import (
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// reference is a token of a leaf that refers to a clause.
type reference struct{ token, pair int }

// mention is a token that names a clause of some text.
type mention struct {
	token int
	unit  policy.LabelStyle
	path  []int
}

// referencesIn finds the tokens of a leaf that refer to clauses of its text.
func referencesIn(l *words.Leaf, in map[string]int) []reference {
	var out []reference
	add := func(places []mention) {
		for _, p := range places {
			if pair, ok := pairOf(in, p.unit, p.path); ok {
				out = append(out, reference{p.token, pair})
			}
		}
	}
	for i := 0; i < len(l.Tokens); {
		if unit, at := englishUnit(l, i); at > i {
			foreign := lawBefore(l, i)
			places, end := englishPlaces(l, at, unit)
			if !foreign {
				add(places)
			}
			i = end
			continue
		}
		places, end := hanPlaces(l, i)
		if len(places) > 0 && !ofTitle(l, i) {
			add(places)
		}
		i = max(end, i+1)
	}
	return out
}
