package figure

import (
	"sync"

	"diptych/internal/policy"
)

// Memo keeps what was found in words, for those who ask again: the words of a
// paragraph are aligned, compared and read for what is at odds in them. It is safe
// for concurrent use; the zero value is ready, and nil keeps nothing.
type Memo struct {
	mu   sync.Mutex
	kept map[asked]reading
}

// asked is words in a language.
type asked struct {
	words string
	lang  policy.Tag
}

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
	key := asked{words, lang}
	m.mu.Lock()
	out, ok := m.kept[key]
	m.mu.Unlock()
	if ok {
		return out
	}
	out = read(words, lang)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil {
		m.kept = map[asked]reading{}
	}
	m.kept[key] = out
	return out
}
