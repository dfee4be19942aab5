package figure

import (
	"sync"

	"diptych/internal/policy"
)

// Readings keeps what was read in words of a language, for those who ask again. It
// is safe for concurrent use; the zero value is ready, and nil keeps nothing.
type Readings[T any] struct {
	mu   sync.Mutex
	kept map[asked]T
}

// asked is words in a language.
type asked struct {
	words string
	lang  policy.Tag
}

// Of returns what read finds in the words. The caller must not change it. Two who
// ask at the same time may both read.
func (r *Readings[T]) Of(words string, lang policy.Tag, read func(words string, lang policy.Tag) T) T {
	if r == nil {
		return read(words, lang)
	}
	key := asked{words, lang}
	r.mu.Lock()
	out, ok := r.kept[key]
	r.mu.Unlock()
	if ok {
		return out
	}
	out = read(words, lang)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.kept == nil {
		r.kept = map[asked]T{}
	}
	r.kept[key] = out
	return out
}

// Memo keeps the figures that were found in words: the words of a paragraph are
// aligned, compared and read for what is at odds in them. It is safe for
// concurrent use; the zero value is ready, and nil keeps nothing.
type Memo struct{ all Readings[reading] }

// reading is all that words tell.
type reading struct {
	figures []Figure
	odds    []Odd
}

// Find returns the figures of words as the function Find does. The caller must not
// change them.
func (m *Memo) Find(words string, lang policy.Tag) []Figure {
	return m.read(words, lang).figures
}

// Odds returns what is at odds in words as the function Odds does. The caller must
// not change it.
func (m *Memo) Odds(words string, lang policy.Tag) []Odd {
	return m.read(words, lang).odds
}

func (m *Memo) read(words string, lang policy.Tag) reading {
	if m == nil {
		return read(words, lang)
	}
	return m.all.Of(words, lang, read)
}
