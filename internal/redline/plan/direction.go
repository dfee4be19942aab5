package plan

import (
	"context"

	"diptych/internal/align"
	"diptych/internal/redline/words"
)

// A redline of new against old must be the mirror image of that of old
// against new, but an aligner has to break ties somehow. So everything is
// aligned in one direction, which the words of the two sides decide, and
// mirrored where that is not the direction asked for. Two leaves decide it for
// themselves: an edit elsewhere changes no mark in them.

// direction is one of the two.
type direction bool

const (
	forward  direction = false
	mirrored direction = true
)

// directionOf decides the direction from the keys of all clauses.
func directionOf(left, right outline) direction {
	sum := func(keys []uint64) align.Key {
		k := align.NewKey()
		for _, x := range keys {
			k = k.Number(int(x))
		}
		return k
	}
	return direction(sum(left.keys) > sum(right.keys))
}

// Mirrors decides the direction in which two leaves are compared from what they
// say.
func Mirrors(left, right *words.Leaf) bool {
	if left.Text != right.Text {
		return left.Text < right.Text
	}
	return addRuns(align.NewKey(), left.Runs) > addRuns(align.NewKey(), right.Runs)
}

// matcher pairs elements in one direction, by how alike they are.
// It is one call of Make, whose context it has for all the places that pair.
type matcher struct {
	ctx       context.Context
	like      *likeness
	direction direction
}

// align is align.Align in the direction of the matcher.
func (m *matcher) align(n, k int, o align.Options) []align.Pair {
	if m.direction == forward {
		return align.Align(m.ctx, n, k, o)
	}
	pairs := align.Align(m.ctx, k, n, mirror(o))
	out := make([]align.Pair, 0, len(pairs))
	for i := 0; i < len(pairs); {
		j := i
		for j < len(pairs) && pairs[j].Left < 0 == (pairs[i].Left < 0) && !pairs[j].Paired() {
			j++
		}
		if j == i {
			out = append(out, swap(pairs[i]))
			i++
			continue
		}
		// Deletions stand before insertions, and the gap begins with what are
		// insertions now.
		k := j
		if pairs[i].Right < 0 {
			for k < len(pairs) && pairs[k].Left < 0 {
				k++
			}
			for _, p := range pairs[j:k] {
				out = append(out, swap(p))
			}
		}
		for _, p := range pairs[i:j] {
			out = append(out, swap(p))
		}
		i = k
	}
	return out
}

// moves is align.Moves in the direction of the matcher.
func (m *matcher) moves(script []align.Pair, o align.Options) []align.Pair {
	if m.direction == forward {
		return align.Moves(m.ctx, script, moveLeast, o)
	}
	back := make([]align.Pair, len(script))
	for i, p := range script {
		back[i] = swap(p)
	}
	out := align.Moves(m.ctx, back, moveLeast, mirror(o))
	for i, p := range out {
		out[i] = swap(p)
	}
	return out
}

func swap(p align.Pair) align.Pair { return align.Pair{Left: p.Right, Right: p.Left} }

func mirror(o align.Options) align.Options {
	o.Left, o.Right = o.Right, o.Left
	o.WeightLeft, o.WeightRight = o.WeightRight, o.WeightLeft
	o.SketchLeft, o.SketchRight = o.SketchRight, o.SketchLeft
	if like := o.Likeness; like != nil {
		o.Likeness = func(i, j int) float64 { return like(j, i) }
	}
	if surely := o.Surely; surely != nil {
		o.Surely = func(i, j int) bool { return surely(j, i) }
	}
	return o
}
