package identity

import (
	"hash/maphash"
	"slices"
	"strings"
	"unicode"

	"diptych/internal/policy"
)

// lost remembers the clauses that an answer was not found for, by their words:
// one with the same words, a later version's or one of another form, is the
// same clause come back. Of several with the same words the one that was lost
// last comes back first, and of one text the one that stood first.
type lost struct {
	seed maphash.Seed
	by   map[policy.Lang]map[uint64][]*lineage // the next to come back is the last
}

func newLost() lost {
	return lost{maphash.MakeSeed(), map[policy.Lang]map[uint64][]*lineage{}}
}

// remember notes the clauses of a text that nothing in the next one answers to.
func (o *lost) remember(t *policy.Text, of lineages, answers map[*policy.Clause]*policy.Clause) {
	answered := make(map[*policy.Clause]bool, len(answers))
	for _, c := range answers {
		answered[c] = true
	}
	for _, c := range slices.Backward(t.Clauses) {
		l := of[c]
		if l == nil || answered[c] {
			continue
		}
		key, ok := o.key(c)
		if !ok {
			continue
		}
		if o.by[t.Lang] == nil {
			o.by[t.Lang] = map[uint64][]*lineage{}
		}
		o.by[t.Lang][key] = append(o.by[t.Lang][key], l)
	}
}

// find returns the lineage of a lost clause with the words of c, or nil. Those
// that are here are not lost.
func (o *lost) find(lang policy.Lang, c *policy.Clause, here map[*lineage]bool) *lineage {
	by := o.by[lang]
	if len(by) == 0 {
		return nil
	}
	key, ok := o.key(c)
	if !ok {
		return nil
	}
	for len(by[key]) > 0 {
		last := len(by[key]) - 1
		l := by[key][last]
		by[key] = by[key][:last]
		if !here[l] {
			return l
		}
	}
	return nil
}

// key digests the words of a clause without punctuation, and reports whether
// there are any.
func (o *lost) key(c *policy.Clause) (uint64, bool) {
	var h maphash.Hash
	h.SetSeed(o.seed)
	n := 0
	for _, s := range append([]string{policy.PlainRuns(c.Head)}, policy.PlainBlocks(c.Blocks)...) {
		s = strings.TrimFunc(s, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) })
		n += len(s)
		_, _ = h.WriteString(s) // never fails
		_ = h.WriteByte(0)
	}
	return h.Sum64(), n > 0
}
