package plan

import (
	"slices"

	"diptych/internal/align"
	"diptych/internal/policy"
)

// No block counts as moved that weighs less than one of 36 bytes: about twelve
// Han characters or six English words. A clause is cited by itself, and nine
// bytes will do.
const (
	minMove       = 5.459 // align.Weight(36)
	minMoveClause = 4.087 // align.Weight(9)
)

// outline is the clauses of a text that are not items, with the keys of their
// words.
type outline struct {
	clauses []*policy.Clause
	keys    []uint64
}

// outlines returns the outlines of two texts. Most of two versions is the same,
// and a clause that says what the other text has in that place has its key.
func outlines(old, new *policy.Text) (left, right outline) {
	left, right = newOutline(old), newOutline(new)
	for i, c := range left.clauses {
		left.keys[i] = uint64(clauseKey(c))
	}
	at := 0 // the clauses before it were passed
	for j, d := range right.clauses {
		ahead := left.clauses[at:min(at+reach, len(left.clauses))]
		k := slices.IndexFunc(ahead, func(c *policy.Clause) bool { return sameContent(c, d) })
		if k < 0 {
			right.keys[j] = uint64(clauseKey(d))
			continue
		}
		right.keys[j] = left.keys[at+k]
		at += k + 1
	}
	return left, right
}

// reach is how many clauses ahead an equal one is looked for.
const reach = 8

// newOutline returns the outline of a text, as yet without keys.
func newOutline(t *policy.Text) outline {
	out := make([]*policy.Clause, 0, len(t.Clauses))
	for _, c := range t.Clauses {
		if c.Form != policy.Item {
			out = append(out, c)
		}
	}
	return outline{out, make([]uint64, len(out))}
}

// ids returns the clauses by their ids.
func (o outline) ids() map[string]*policy.Clause {
	out := map[string]*policy.Clause{}
	for _, c := range o.clauses {
		if c.ID != "" {
			out[c.ID] = c
		}
	}
	return out
}

// deciding returns the clauses of two outlines by those of their ids that may
// decide. An id that went from one clause to another does not: where the words
// of either stand in the other text, over an id that they had not before,
// nothing was written anew.
func deciding(left, right outline) (inLeft, inRight map[string]*policy.Clause) {
	inLeft, inRight = left.ids(), right.ids()
	keyOf := make(map[*policy.Clause]uint64, len(left.clauses)+len(right.clauses))
	for _, o := range [...]outline{left, right} {
		for i, c := range o.clauses {
			keyOf[c] = o.keys[i]
		}
	}
	astray := func(o outline, other map[string]*policy.Clause) map[uint64]bool {
		out := map[uint64]bool{}
		for i, c := range o.clauses {
			if d := other[c.ID]; d == nil || keyOf[d] != o.keys[i] {
				out[o.keys[i]] = true
			}
		}
		return out
	}
	goneLeft, goneRight := astray(left, inRight), astray(right, inLeft)
	for id, c := range inLeft {
		if d := inRight[id]; d != nil && keyOf[c] != keyOf[d] && (goneRight[keyOf[c]] || goneLeft[keyOf[d]]) {
			delete(inLeft, id)
			delete(inRight, id)
		}
	}
	return inLeft, inRight
}

// clausePairs is two outlines and which of their clauses answer to each other.
type clausePairs struct {
	left, right []*policy.Clause
	script      []align.Pair // all clauses, in order
	moves       []align.Pair // of those that have no partner in the script
}

// pairClauses pairs the sections of two texts. An id that both texts have
// decides where ids do, unless both only derived it from a place or the words
// deny it; then equal content without label; then likeness.
func (m *matcher) pairClauses(left, right outline, by Criterion) clausePairs {
	var inLeft, inRight map[string]*policy.Clause
	if by == IDsDecide {
		inLeft, inRight = deciding(left, right)
	}
	keysLeft, keysRight := pinnedKeys(left, inRight), pinnedKeys(right, inLeft)
	a, b := left.clauses, right.clauses
	m.startKeys(keysLeft, keysRight, a, b)
	m.runOnKeys(keysLeft, keysRight, a, b)
	m.voteKeys(keysLeft, keysRight, a, b)
	o := align.Options{
		Left: keysLeft, Right: keysRight,
		Likeness: func(i, j int) float64 {
			if pinned(a[i], inRight) || pinned(b[j], inLeft) {
				return 0 // only the one with the same id, and that is an anchor
			}
			return m.like.ofClauses(a[i], b[j])
		},
		Least:      clauseLeast,
		WeightLeft: clauseWeight(a, inRight), WeightRight: clauseWeight(b, inLeft),
		MinMove:     minMoveClause,
		SketchLeft:  func(level, i int) uint64 { return m.like.clause(a[i]).Key(level) },
		SketchRight: func(level, j int) uint64 { return m.like.clause(b[j]).Key(level) },
		Levels:      sketchLevels,
	}
	script := m.align(len(a), len(b), o)
	return m.withChapters(clausePairs{a, b, script, m.moves(script, o)})
}

// pinned reports whether an id that the other text has too decides about the
// clause.
func pinned(c *policy.Clause, other map[string]*policy.Clause) bool {
	d := other[c.ID]
	return d != nil && (d.Form == c.Form || mayHead(c) && mayHead(d)) && (c.Origin != policy.Derived || d.Origin != policy.Derived)
}

// mayHead reports whether a clause is one with a heading, or could have one.
func mayHead(c *policy.Clause) bool { return c.Form == policy.Heading || c.Form == policy.Paragraph }

// pinnedKeys returns the keys of an outline, where an id or the form decides
// those of that.
func pinnedKeys(o outline, other map[string]*policy.Clause) []uint64 {
	out := slices.Clone(o.keys)
	for i, c := range o.clauses {
		switch {
		case pinned(c, other):
			out[i] = uint64(align.NewKey().Text("id").Text(c.ID))
		case c.Form == policy.Preamble || c.Form == policy.Endnotes:
			out[i] = uint64(align.NewKey().Text("form").Number(int(c.Form)))
		}
	}
	return out
}

// clauseWeight is what the clauses weigh as ones that may have moved.
func clauseWeight(cs []*policy.Clause, other map[string]*policy.Clause) func(int) float64 {
	return func(i int) float64 {
		w := align.Weight(clauseSize(cs[i]))
		if pinned(cs[i], other) {
			w = max(w, minMove)
		}
		return w
	}
}
