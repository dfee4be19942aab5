package strict

import "diptych/internal/diag"

// Value is a value and its place in the file, for those who must speak about
// it later. Pos is zero where the file does not say it.
type Value[T any] struct {
	V   T
	Pos diag.Pos // of the value
	Key diag.Pos // of its key
}

// IsSet reports whether the file says it.
func (v Value[T]) IsSet() bool { return v.Pos.Line > 0 }

// slot is where the value goes, place where it stands.
func (v *Value[T]) slot() any               { return &v.V }
func (v *Value[T]) place(pos, key diag.Pos) { v.Pos, v.Key = pos, key }

// located is *Value[T], whatever T is.
type located interface {
	slot() any
	place(pos, key diag.Pos)
}
