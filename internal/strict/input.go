package strict

import (
	"iter"
	"maps"
	"slices"

	"diptych/internal/diag"
)

// Shaped is a field that takes values of more than one type. FromTOML reads the
// value and reports whether it could.
type Shaped interface {
	FromTOML(Input) bool
}

// Input is a value for a Shaped field: a string, an int64, a float64, a bool, a
// time.Time, a slice or a map[string]any.
type Input struct {
	Value any
	Pos   diag.Pos // of the value
	Key   diag.Pos // of its key

	d          *decoder
	path, name string
}

// Each yields the keys of a table and their values, in order of the keys.
func (in Input) Each() iter.Seq2[string, Input] {
	tree, _ := in.Value.(map[string]any)
	return func(yield func(string, Input) bool) {
		for _, key := range slices.Sorted(maps.Keys(tree)) {
			sub := inTable(in.path, key)
			if !yield(key, Input{tree[key], in.d.valPos(sub), in.d.keyPos(sub), in.d, sub, join(in.name, key)}) {
				return
			}
		}
	}
}

// WrongWord reports that the value is a string, and not one of those that are
// wanted.
func (in Input) WrongWord(hint, want string) {
	in.d.list.Errorf(in.Pos, diag.Config, hint, "%s must be %s, not %q", in.name, want, in.Value)
}

// WrongType reports that the value is not what is wanted.
func (in Input) WrongType(want string) {
	in.d.list.Errorf(in.Pos, diag.Config, "", "%s must be %s, not %s", in.name, want, noun(in.Value))
}
