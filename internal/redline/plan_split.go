package redline

import (
	"slices"

	"diptych/internal/align"
	"diptych/internal/policy"
)

// A paragraph that was split, or paragraphs that were joined, are compared as
// one: only a paragraph break came or went, and that is white space.

// seam stands between the paragraphs of a side. It is white space, so it is
// no token, and a run of its own, so that the merged runs can be cut there.
const seam = "\u2029"

// bunch is elements of both sides that answer to each other: one of the
// left, one of the right or, where a paragraph was split, several of a side.
type bunch struct{ left, right []int }

// bunches gives paragraphs without partner to the pair beside them, where
// they were cut off it.
func (m *merger) bunches(a, b []policy.Block, pairs []align.Pair) []bunch {
	out := make([]bunch, 0, len(pairs))
	gone := make([]bool, len(pairs))
	for _, p := range pairs {
		x := bunch{}
		if p.Left >= 0 {
			x.left = []int{p.Left}
		}
		if p.Right >= 0 {
			x.right = []int{p.Right}
		}
		out = append(out, x)
	}
	for k, p := range pairs {
		if !p.Paired() || a[p.Left].Kind != policy.Para || b[p.Right].Kind != policy.Para || blockKey(&a[p.Left]) == blockKey(&b[p.Right]) {
			continue
		}
		// Which side is asked first must not depend on which text is the old one.
		for _, left := range [...]bool{!m.flip, m.flip} {
			for _, step := range [...]int{-1, 1} {
				for i := k + step; i >= 0 && i < len(pairs) && !pairs[i].Paired(); i += step {
					if !gone[i] && (pairs[i].Left >= 0) == left {
						gone[i] = m.absorb(&out[k], a, b, pairs[i])
					}
				}
			}
		}
	}
	keep := out[:0]
	for k := range out {
		if !gone[k] {
			keep = append(keep, out[k])
		}
	}
	return keep
}

// absorb gives the paragraph of q, which has no partner, to the bunch, where it
// belongs there.
func (m *merger) absorb(x *bunch, a, b []policy.Block, q align.Pair) bool {
	switch {
	case q.Left >= 0 && len(x.right) == 1 && a[q.Left].Kind == policy.Para && adjoins(x.left, q.Left) &&
		m.belongs(&a[q.Left], a, x.left, &b[x.right[0]]):
		x.left = append(x.left, q.Left)
		slices.Sort(x.left)
		return true
	case q.Right >= 0 && len(x.left) == 1 && b[q.Right].Kind == policy.Para && adjoins(x.right, q.Right) &&
		m.belongs(&b[q.Right], b, x.right, &a[x.left[0]]):
		x.right = append(x.right, q.Right)
		slices.Sort(x.right)
		return true
	}
	return false
}

func adjoins(have []int, i int) bool { return i == have[0]-1 || i == have[len(have)-1]+1 }

// belongs reports whether a stray paragraph was cut off whole: most of it stands
// there, and with it the rest of the side is more like the whole.
func (m *merger) belongs(stray *policy.Block, side []policy.Block, rest []int, whole *policy.Block) bool {
	f, g := m.blockFeatures(stray), m.blockFeatures(whole)
	if len(f) < 4 || heldIn(f, g) < attachHeld {
		return false
	}
	var all []uint32
	for _, i := range rest {
		all = append(all, m.blockFeatures(&side[i])...)
	}
	before := sketch(slices.Clone(all))
	return alike(sketch(append(all, f...)), g) > alike(before, g)
}

// heldIn returns the share of the features f that g has, as far as the
// sketches tell.
func heldIn(f, g []uint32) float64 {
	n, held, j := 0, 0, 0
	for _, x := range f {
		for j < len(g) && g[j] < x {
			j++
		}
		if j == len(g) && len(g) == sketchSize {
			break
		}
		n++
		if j < len(g) && g[j] == x {
			held++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(held) / float64(n)
}

// seamNode pairs the paragraphs of a bunch.
func (m *merger) seamNode(a, b []policy.Block, x bunch) *blockNode {
	pick := func(bs []policy.Block, at []int) (out []*policy.Block) {
		for _, i := range at {
			out = append(out, &bs[i])
		}
		return out
	}
	t := &blockNode{olds: pick(a, x.left), news: pick(b, x.right)}
	t.old, t.new = t.olds[0], t.news[0]
	t.diff = m.leaves(sewn(t.olds), sewn(t.news))
	return t
}

func sewn(bs []*policy.Block) []policy.Run {
	var out []policy.Run
	for i, b := range bs {
		if i > 0 {
			out = append(out, policy.Run{Text: seam})
		}
		out = append(out, b.Runs...)
	}
	return out
}

// seamed writes the paragraphs of a bunch as they stand in the view.
func (m *merger) seamed(t *blockNode, v view) []policy.Block {
	m.acc.format(Split)
	m.acc.editorial = true
	shapes := t.news
	if v == oldSide {
		shapes = t.olds
	}
	out := make([]policy.Block, 0, len(shapes))
	start := func() {
		b := *shapes[len(out)]
		b.Op, b.Runs = v.same(), nil
		if !b.Op.InNew() {
			b.ID = m.was(b.ID)
		}
		out = append(out, b)
	}
	start()
	for _, r := range m.runs(t.diff, v) {
		if r.Kind == policy.Words && r.Text == seam {
			if (v != both || r.Op.InNew()) && len(out) < len(shapes) {
				start()
			}
			continue
		}
		b := &out[len(out)-1]
		b.Runs = append(b.Runs, r)
	}
	for len(out) < len(shapes) {
		start()
	}
	return out
}
