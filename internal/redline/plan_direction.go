package redline

import (
	"diptych/internal/align"
	"diptych/internal/policy"
)

// A redline of new against old must be the mirror image of that of old
// against new, but an aligner has to break ties somehow. So everything is
// aligned in one direction, which the words of the two texts decide, and
// mirrored where that is not the direction asked for.

// direct decides the direction from the keys of all clauses.
func (m *merger) direct(left, right []uint64) {
	sum := func(keys []uint64) digest {
		d := newDigest()
		for _, k := range keys {
			d = d.number(int(k))
		}
		return d
	}
	m.flip = sum(left) > sum(right)
}

// align is align.Align in the direction of the merger.
func (m *merger) align(n, k int, o align.Options) []align.Pair {
	if !m.flip {
		return align.Align(n, k, o)
	}
	pairs := align.Align(k, n, mirror(o))
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

// movesIn is align.Moves in the direction of the merger.
func (m *merger) movesIn(script []align.Pair, o align.Options) []align.Pair {
	if !m.flip {
		return align.Moves(script, moveLeast, o)
	}
	back := make([]align.Pair, len(script))
	for i, p := range script {
		back[i] = swap(p)
	}
	out := align.Moves(back, moveLeast, mirror(o))
	for i, p := range out {
		out[i] = swap(p)
	}
	return out
}

// leaves compares two leaves in the direction of the merger.
func (m *merger) leaves(a, b []policy.Run) *leafDiff {
	s, t := m.strand(a), m.strand(b)
	x, y := m.follow(s, t)
	var d *leafDiff
	if m.flip {
		d = compareLeaves(y, x, m.in, m.boundary)
		for i, h := range d.hunks {
			d.hunks[i] = align.Hunk{A0: h.B0, A1: h.B1, B0: h.A0, B1: h.A1}
		}
	} else {
		d = compareLeaves(x, y, m.in, m.boundary)
	}
	d.a, d.b = s, t
	if x != s {
		d.followed()
	}
	return d
}

func swap(p align.Pair) align.Pair { return align.Pair{Left: p.Right, Right: p.Left} }

func mirror(o align.Options) align.Options {
	o.Left, o.Right = o.Right, o.Left
	o.WeightLeft, o.WeightRight = o.WeightRight, o.WeightLeft
	o.SketchLeft, o.SketchRight = o.SketchRight, o.SketchLeft
	if like := o.Likeness; like != nil {
		o.Likeness = func(i, j int) float64 { return like(j, i) }
	}
	return o
}
