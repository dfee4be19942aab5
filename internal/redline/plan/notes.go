package plan

import (
	"strconv"

	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// Notes knows which footnotes of two texts are one, whatever their numbers. A
// reference is what its note says: one that has another number and the same note
// stays, and one that has the same number and another note changed.
type Notes struct {
	Of      map[int]int                        // number of an old note -> that of the new one; below zero where there is none
	crossed map[*policy.Block][2]*policy.Block // Notes that passed others, by both blocks: old and new
}

// footnotes pairs the notes of two texts by what they say. It returns nil where
// the old text has none.
func (m *pairer) footnotes(cs clausePairs) *Notes {
	of := func(clauses []*policy.Clause) []policy.Block {
		for _, c := range clauses {
			if c.Form == policy.Endnotes {
				return c.Blocks
			}
		}
		return nil
	}
	a, b := of(cs.left), of(cs.right)
	if len(a) == 0 {
		return nil
	}
	out := &Notes{Of: map[int]int{}}
	var left, right []*policy.Block
	for _, t := range m.pairBlocks(a, b) {
		switch {
		case t.Old != nil && t.New != nil:
			out.Of[t.Old.Level] = t.New.Level
		case t.Old != nil:
			left = append(left, t.Old)
		case t.New != nil:
			right = append(right, t.New)
		}
	}
	out.cross(m, left, right)
	for _, b := range left {
		if _, ok := out.Of[b.Level]; !ok {
			out.Of[b.Level] = -b.Level
		}
	}
	return out
}

// cross pairs notes that are left over with the same or much the same note in
// another place.
func (n *Notes) cross(m *pairer, left, right []*policy.Block) {
	var script []align.Pair
	for i := range left {
		script = append(script, align.Pair{Left: i, Right: -1})
	}
	for j := range right {
		script = append(script, align.Pair{Left: -1, Right: j})
	}
	one := func(int) float64 { return 1 }
	for _, p := range m.moves(script, align.Options{
		Left: keysOf(left, blockKey), Right: keysOf(right, blockKey),
		Likeness:   func(i, j int) float64 { return m.like.ofBlocks(left[i], right[j]) },
		WeightLeft: one, WeightRight: one,
	}) {
		pair := [2]*policy.Block{left[p.Left], right[p.Right]}
		if n.crossed == nil {
			n.crossed = map[*policy.Block][2]*policy.Block{}
		}
		n.crossed[pair[0]], n.crossed[pair[1]] = pair, pair
		n.Of[pair[0].Level] = pair[1].Level
	}
}

// drifts adds the notes that passed others to the moves of a plan, which have
// that many numbers.
func (n *Notes) drifts(m *pairer, places []Place, out map[*Block]*Drift, numbers int) (map[*Block]*Drift, int) {
	if n == nil || n.crossed == nil {
		return out, numbers
	}
	ends := map[*policy.Block]*Drift{}
	for _, p := range places {
		for _, t := range p.Blocks {
			if !t.Lone() {
				continue
			}
			pair, ok := n.crossed[t.Block()]
			if !ok {
				continue
			}
			if ends[pair[0]] == nil {
				numbers++
				ends[pair[0]] = &Drift{Pair: m.pairBlock(pair[0], pair[1]), Number: numbers}
			}
			out[t] = ends[pair[0]]
		}
	}
	return out, numbers
}

// passes reports whether a block is a note that passed another.
func (n *Notes) passes(b *policy.Block) bool {
	if n == nil {
		return false
	}
	_, ok := n.crossed[b]
	return ok
}

// stay reports whether each note that is cited in runs or blocks of the old text
// has the number that it had.
func (n *Notes) stay(runs []policy.Run, blocks []policy.Block) bool {
	if n == nil {
		return true
	}
	same := true
	policy.EachNoteRef(runs, blocks, func(r *policy.Run) { same = same && n.now(r.Num) == r.Num })
	return same
}

// now returns the number that an old note has now, below zero where it is gone.
func (n *Notes) now(num int) int {
	if now, ok := n.Of[num]; ok {
		return now
	}
	return num
}

// names gives references to one note one name, and adds them to the names of
// other tokens.
func (n *Notes) names(old, new *words.Leaf, olds, news map[int]string) (map[int]string, map[int]string) {
	if n == nil {
		return olds, news
	}
	return named(old, olds, n.now), named(new, news, func(num int) int { return num })
}

func named(l *words.Leaf, names map[int]string, now func(int) int) map[int]string {
	for i := range l.Tokens {
		if t := &l.Tokens[i]; t.Kind == words.Object && l.Runs[t.Run].Kind == policy.NoteRef {
			if names == nil {
				names = map[int]string{}
			}
			names[i] = "note " + strconv.Itoa(now(l.Runs[t.Run].Num))
		}
	}
	return names
}
