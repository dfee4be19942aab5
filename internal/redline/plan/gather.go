package plan

import (
	"slices"

	"diptych/internal/redline/words"
)

// gather makes a bunch of the unit k and of what it was cut into, where none of
// the parts is like enough to it alone.
func (s *splitter) gather(k int) {
	u := s.unit(k)
	if !u.isText() {
		return
	}
	left := s.pairs[k].Left < 0 // the side of the parts
	var strays []int
	before := s.strays(k, -1, left)
	slices.Reverse(before)
	strays = append(before, s.strays(k, 1, left)...)
	g := s.print(k)
	first, last := -1, -1
	for i, at := range strays {
		if f := s.print(at); len(f.Features) >= shortWords && f.HeldFrom(g, cutOffHeld) >= cutOffHeld {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if last <= first {
		return
	}
	var all words.Features
	size := 0
	for _, at := range strays[first : last+1] {
		all = words.Union(all, s.print(at).Features)
		size += blockSize(s.unit(at).block)
	}
	if all.Like(g.Features) < gatherLeast || size > cutOffBytes*blockSize(u.block) {
		return
	}
	x := bunch{}
	if left {
		x.right = s.out[k].right
	} else {
		x.left = s.out[k].left
	}
	for _, at := range strays[first : last+1] {
		x.left = append(x.left, s.out[at].left...)
		x.right = append(x.right, s.out[at].right...)
	}
	if s.crosses(x) {
		return
	}
	for _, at := range strays[first : last+1] {
		s.gone[at] = true
	}
	s.out[k] = x
	s.cuts = append(s.cuts, x)
}

// crosses reports whether a bunch is out of order with one that gather made.
func (s *splitter) crosses(x bunch) bool {
	return slices.ContainsFunc(s.cuts, func(y bunch) bool { return (x.left[0] < y.left[0]) != (x.right[0] < y.right[0]) })
}

// gatherLeast is the likeness of a paragraph to its parts together.
const gatherLeast = 0.5
