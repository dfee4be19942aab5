package words

import (
	"slices"

	"strings"

	"diptych/internal/cjk"
	"diptych/internal/policy"
)

// boundary reports whether a word ends between tokens i-1 and i of a Leaf.
// It is asked only between two tokens of the Leaf, never at its ends. It is
// the part of the clean-up that knows words; another one can take its place.
type boundary func(s *Leaf, i int) bool

// boundary reports whether a word may end before token i. The ends of Chinese
// words are found by a short list of common ones and by the habits of the two
// texts themselves: two characters that mostly come together are one word.
func (c *Cutter) boundary(s *Leaf, i int) bool {
	t, u := &s.Tokens[i-1], &s.Tokens[i]
	if t.Kind != Han || u.Kind != Han || t.End != u.Start {
		return true
	}
	if known(s, i) {
		return false
	}
	if c.habits == nil {
		c.habits = newHabits(c.texts...)
	}
	h, r, next := c.habits, s.han(i-1), s.han(i)
	if h.apart(r, next) || known(s, i-1) || i+1 < len(s.Tokens) && known(s, i+1) {
		return true
	}
	// Each of the two may keep closer company on its other side.
	n := h.pairs(r, next)
	return i >= 2 && s.Tokens[i-2].Kind == Han && h.pairs(s.han(i-2), r) > n ||
		i+1 < len(s.Tokens) && s.Tokens[i+1].Kind == Han && h.pairs(next, s.han(i+1)) > n
}

// habits counts characters and pairs of characters, by hash.
type habits struct {
	ones [1 << 12]uint16
	twos [1 << 15]uint16
}

func newHabits(texts ...*policy.Text) *habits {
	h := &habits{}
	var before []string
	for _, t := range texts {
		var words []string
		for r := range t.Runs() {
			words = append(words, r.Text)
		}
		h.beside(before, words)
		before = words
	}
	h.beside(before, nil)
	return h
}

// reach is how many runs ahead an equal one is looked for.
const reach = 8

// beside counts the words of a text, and as much of what the next one says as it
// says in the same order: most of two versions is the same. It takes that out of
// the next one.
func (h *habits) beside(words, next []string) {
	at := 0
	for _, w := range words {
		ahead := next[at:min(at+reach, len(next))]
		k := slices.Index(ahead, w)
		if k < 0 {
			h.count(w, 1)
			continue
		}
		h.count(w, 2)
		next[at+k] = ""
		at += k + 1
	}
}

// count counts the characters of words that stand n times, and the pairs that
// meet in them.
func (h *habits) count(words string, n uint16) {
	prev := rune(0)
	for _, r := range words {
		if !(r >= 0x4e00 && r <= 0x9fff) && !cjk.IsUnspaced(r) { // the first is the quicker question
			prev = 0
			continue
		}
		bump(&h.ones[one(r)], n)
		if prev != 0 {
			bump(&h.twos[two(prev, r)], n)
		}
		prev = r
	}
}

func bump(x *uint16, n uint16) { *x += min(n, 1<<16-1-*x) }

func one(r rune) uint32    { return uint32(r) * 0x9E3779B1 >> 20 }
func two(r, s rune) uint32 { return (uint32(r)*0x9E3779B1 ^ uint32(s)*0x85EBCA77) >> 17 }

// particles are the characters that stand by themselves so often that what
// comes beside them says nothing.
const particles = "的了和与或及在是为将会对向从由被把而并于则若即您你我该此这那每各需须应可已未不无请让使至到按经因如等也都就又再更最很其之所以者们上下中内外前后里"

// Measures of cohesion.
const (
	cohesionTimes = 3   // how often two characters must have come together
	cohesionShare = 0.6 // of the times that the rarer one came at all
)

// pairs counts how often s comes right after r.
func (h *habits) pairs(r, s rune) uint16 { return h.twos[two(r, s)] }

// apart reports whether a word ends between two characters that meet.
func (h *habits) apart(r, s rune) bool {
	if strings.ContainsRune(particles, r) || strings.ContainsRune(particles, s) {
		return true
	}
	n := h.pairs(r, s)
	rarer := min(h.ones[one(r)], h.ones[one(s)])
	return n < cohesionTimes || float64(n) < cohesionShare*float64(rarer)
}
