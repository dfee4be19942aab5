package redline

import (
	"diptych/internal/align"
	"diptych/internal/policy"
)

// Thresholds of likeness, tried on the corpus.
const (
	clauseLeast  = 0.35 // two clauses in place are one clause
	blockLeast   = 0.35 // two blocks in place are one block
	moveLeast    = 0.6  // two clauses or blocks far apart are one that moved
	sketchLevels = 8
)

// No block counts as moved that weighs less than one of 36 bytes: about twelve
// Han characters or six English words. A clause is cited by itself, and nine
// bytes will do.
const (
	minMove       = 5.459 // weightOf(36)
	minMoveClause = 4.087 // weightOf(9)
)

// pairClauses pairs the sections of two texts. An id that both texts have
// decides, unless both only derived it from a place; then equal content without
// label; then likeness.
func (m *merger) pairClauses(left, right []*policy.Clause) (pairs, moves []align.Pair) {
	named := func(cs []*policy.Clause) map[string]*policy.Clause {
		out := map[string]*policy.Clause{}
		for _, c := range cs {
			if c.ID != "" {
				out[c.ID] = c
			}
		}
		return out
	}
	inLeft, inRight := named(left), named(right)
	pinned := func(c *policy.Clause, other map[string]*policy.Clause) bool {
		d := other[c.ID]
		return !m.byWords && d != nil && d.Form == c.Form && (c.Origin != policy.Derived || d.Origin != policy.Derived)
	}
	keysLeft, keysRight := clauseKeys(left), clauseKeys(right)
	m.direct(keysLeft, keysRight)
	keys := func(out []uint64, cs []*policy.Clause, other map[string]*policy.Clause) []uint64 {
		for i, c := range cs {
			switch {
			case pinned(c, other):
				out[i] = uint64(newDigest().str("id").str(c.ID))
			case c.Form == policy.Preamble || c.Form == policy.Endnotes:
				out[i] = uint64(newDigest().str("form").number(int(c.Form)))
			}
		}
		return out
	}
	weight := func(cs []*policy.Clause, other map[string]*policy.Clause) func(int) float64 {
		return func(i int) float64 {
			w := weightOf(runsSize(cs[i].Head) + sizeOf(cs[i].Blocks))
			if pinned(cs[i], other) {
				w = max(w, minMove)
			}
			return w
		}
	}
	keysLeft, keysRight = keys(keysLeft, left, inRight), keys(keysRight, right, inLeft)
	headKeys(keysLeft, keysRight, left, right)
	o := align.Options{
		Left: keysLeft, Right: keysRight,
		Likeness: func(i, j int) float64 {
			if pinned(left[i], inRight) || pinned(right[j], inLeft) {
				return 0 // only the one with the same id, and that is an anchor
			}
			return m.clauseLikeness(left[i], right[j])
		},
		Least:      clauseLeast,
		WeightLeft: weight(left, inRight), WeightRight: weight(right, inLeft),
		MinMove:     minMoveClause,
		SketchLeft:  func(level, i int) uint64 { return sketchKey(m.clauseFeatures(left[i]), level) },
		SketchRight: func(level, j int) uint64 { return sketchKey(m.clauseFeatures(right[j]), level) },
		Levels:      sketchLevels,
	}
	pairs = m.align(len(left), len(right), o)
	return pairs, m.movesIn(pairs, o)
}

// headKeys gives clauses without equal content one key where their headings are
// equal and no other such clause on their side has that heading: the heading
// tells which clause it is, and nothing needs to be weighed.
func headKeys(keysLeft, keysRight []uint64, left, right []*policy.Clause) {
	heads := func(keys, other []uint64, cs []*policy.Clause) map[uint64]int {
		there := make(map[uint64]bool, len(other))
		for _, k := range other {
			there[k] = true
		}
		out := make(map[uint64]int)
		for i, c := range cs {
			if c.Form != policy.Heading || len(c.Head) == 0 || there[keys[i]] {
				continue
			}
			h := uint64(newDigest().str("head").str(policy.PlainRuns(c.Head)))
			if _, twice := out[h]; twice {
				i = -1
			}
			out[h] = i
		}
		return out
	}
	inLeft, inRight := heads(keysLeft, keysRight, left), heads(keysRight, keysLeft, right)
	for h, i := range inLeft {
		if j, ok := inRight[h]; ok && i >= 0 && j >= 0 {
			keysLeft[i], keysRight[j] = h, h
		}
	}
}

// clauseLikeness is the likeness of the contents, helped by an equal heading
// and a little by an equal label.
func (m *merger) clauseLikeness(c, d *policy.Clause) float64 {
	if c.Form != d.Form {
		return 0
	}
	v := alike(m.clauseFeatures(c), m.clauseFeatures(d))
	if h := policy.PlainRuns(c.Head); h != "" && h == policy.PlainRuns(d.Head) {
		v += (1 - v) * 0.4
	}
	if !c.Label.IsZero() && c.Label.Text == d.Label.Text {
		v += (1 - v) * 0.1
	}
	return v
}

func (m *merger) blockLikeness(a, b *policy.Block) float64 {
	switch {
	case a.Kind != b.Kind:
		return 0
	case a.Kind == policy.Rule:
		return 1
	case a.Kind == policy.Table && !joinable(a, b):
		return 0
	}
	return alike(m.blockFeatures(a), m.blockFeatures(b))
}

// clauseFeatures returns the features of a clause's own content.
func (m *merger) clauseFeatures(c *policy.Clause) []uint32 {
	f, ok := m.feats[c]
	if !ok {
		f = appendFeatures(nil, m.strand(c.Head).tokens, m.in)
		f = sketch(m.appendBlocks(f, c.Blocks))
		m.feats[c] = f
	}
	return f
}

func (m *merger) blockFeatures(b *policy.Block) []uint32 {
	if len(b.Blocks) == 0 {
		s := m.strand(b.Runs)
		if s.feats == nil {
			s.feats = tokenFeatures(s.tokens, m.in)
		}
		return s.feats
	}
	f, ok := m.feats[b]
	if !ok {
		f = sketch(m.appendBlocks(nil, b.Blocks))
		m.feats[b] = f
	}
	return f
}

func (m *merger) appendBlocks(f []uint32, blocks []policy.Block) []uint32 {
	for i := range blocks {
		f = appendFeatures(f, m.strand(blocks[i].Runs).tokens, m.in)
		f = m.appendBlocks(f, blocks[i].Blocks)
	}
	return f
}

// sketchKey returns the least of the features under the hash of the level:
// two texts have the same one as often as their features are the same
// (min-wise hashing, Broder 1997).
func sketchKey(f []uint32, level int) uint64 {
	least := uint32(0)
	for i, x := range f {
		if h := mix(uint64(level+1)<<32 | uint64(x)); i == 0 || h < least {
			least = h
		}
	}
	return uint64(least)
}
