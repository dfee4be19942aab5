package redline

import (
	"slices"

	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
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
func (m *pairer) bunches(a, b []policy.Block, pairs []align.Pair) []bunch {
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
		for _, left := range [...]bool{m.direction == forward, m.direction == mirrored} {
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
func (m *pairer) absorb(x *bunch, a, b []policy.Block, q align.Pair) bool {
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

// cutOffHeld is the share of a paragraph that the whole holds from which on it
// may have been cut off it.
const cutOffHeld = 0.6

// belongs reports whether a stray paragraph was cut off whole: most of it stands
// there, and with it the rest of the side is more like the whole.
func (m *pairer) belongs(stray *policy.Block, side []policy.Block, rest []int, whole *policy.Block) bool {
	f, g := m.like.block(stray), m.like.block(whole)
	if len(f) < 4 || f.HeldIn(g) < cutOffHeld {
		return false
	}
	var before []words.Features
	for _, i := range rest {
		before = append(before, m.like.block(&side[i]))
	}
	after := append(slices.Clone(before), f)
	return words.Union(after...).Like(g) > words.Union(before...).Like(g)
}

// seamNode pairs the paragraphs of a bunch.
func (m *pairer) seamNode(a, b []policy.Block, x bunch) *blockNode {
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
