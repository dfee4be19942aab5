package plan

import (
	"slices"

	"diptych/internal/align"
	"diptych/internal/redline/words"
)

// A paragraph that was split, or paragraphs that were joined, are compared as
// one: only a break came or went, and that is white space. It is no matter
// whether the parts are paragraphs or items.

// bunch is units of both sides that answer to each other: one of the left,
// one of the right or, where a paragraph was split, several of a side.
type bunch struct{ left, right []int }

// bunches gives paragraphs without partner to the pair beside them, where they
// were cut off it, and to a paragraph that is none of them alone.
func (m *pairer) bunches(a, b []unit, pairs []align.Pair, lefts, rights *crowd) []bunch {
	out := make([]bunch, 0, len(pairs))
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
	s := splitter{m: m, a: a, b: b, lefts: lefts, rights: rights, pairs: pairs, out: out, gone: make([]bool, len(pairs))}
	for k, p := range pairs {
		if p.Paired() && a[p.Left].isText() && b[p.Right].isText() && a[p.Left].key() != b[p.Right].key() {
			s.widen(k)
		}
	}
	for k, p := range pairs {
		if !p.Paired() && !s.gone[k] && len(out[k].left)+len(out[k].right) == 1 {
			s.gather(k)
		}
	}
	return s.inOrder()
}

// inOrder returns the bunches in the order of both sides: in each gap what is on
// the left only, then what is on the right only.
func (s *splitter) inOrder() []bunch {
	out := make([]bunch, 0, len(s.out))
	var lefts, rights []bunch
	upTo := func(xs []bunch, more func(bunch) bool) []bunch {
		for len(xs) > 0 && more(xs[0]) {
			out = append(out, xs[0])
			xs = xs[1:]
		}
		return xs
	}
	var pairs []bunch
	for k, x := range s.out {
		switch {
		case s.gone[k]:
		case len(x.right) == 0:
			lefts = append(lefts, x)
		case len(x.left) == 0:
			rights = append(rights, x)
		default:
			pairs = append(pairs, x)
		}
	}
	slices.SortFunc(pairs, func(x, y bunch) int { return x.left[0] - y.left[0] })
	for _, x := range pairs {
		lefts = upTo(lefts, func(y bunch) bool { return y.left[0] < x.left[0] })
		rights = upTo(rights, func(y bunch) bool { return y.right[0] < x.right[0] })
		out = append(out, x)
	}
	return slices.Concat(out, lefts, rights)
}

type splitter struct {
	m             *pairer
	a, b          []unit
	lefts, rights *crowd // their blocks
	pairs         []align.Pair
	out           []bunch
	gone          []bool  // by pair: it went to another
	cuts          []bunch // what gather made
}

// unit returns the unit of a pair without partner.
func (s *splitter) unit(k int) *unit {
	if p := s.pairs[k]; p.Left >= 0 {
		return &s.a[p.Left]
	} else {
		return &s.b[p.Right]
	}
}

// print returns the features of the unit of a pair without partner.
func (s *splitter) print(k int) *words.Print {
	if p := s.pairs[k]; p.Left >= 0 {
		return s.lefts.print(p.Left)
	} else {
		return s.rights.print(p.Right)
	}
}

// sides are both sides, the first one being that which is the left one where
// the texts are swapped: which is asked first must not depend on which text is
// the old one.
func (s *splitter) sides() [2]bool {
	return [...]bool{s.m.direction == forward, s.m.direction == mirrored}
}

// widen gives the pair k what was cut off it on either side.
func (s *splitter) widen(k int) {
	x := &s.out[k]
	for _, left := range s.sides() {
		mine, units, whole := x.left, s.a, x.right
		if !left {
			mine, units, whole = x.right, s.b, x.left
		}
		if len(whole) > 1 {
			continue
		}
		for _, step := range [...]int{-1, 1} {
			strays := s.strays(k, step, left)
			rest := make([]*unit, len(mine))
			for i, at := range mine {
				rest[i] = &units[at]
			}
			for _, at := range strays[:s.cutOff(strays, rest, s.other(left, whole[0]))] {
				s.gone[at] = true
				p := s.pairs[at]
				mine = append(mine, max(p.Left, p.Right))
			}
			slices.Sort(mine)
		}
		if left {
			x.left = mine
		} else {
			x.right = mine
		}
	}
}

// other returns a unit of the other side.
func (s *splitter) other(left bool, i int) *unit {
	if left {
		return &s.b[i]
	}
	return &s.a[i]
}

// strays returns the paragraphs of a side without partner beside the pair k, up
// to the next pair and no farther than a paragraph is ever cut into, the nearest
// first.
func (s *splitter) strays(k, step int, left bool) []int {
	var out []int
	for i := k + step; i >= 0 && i < len(s.pairs) && !s.pairs[i].Paired() && (i-k)*step <= farthest; i += step {
		if s.pairs[i].Left >= 0 != left {
			continue
		}
		if s.gone[i] || len(s.out[i].left)+len(s.out[i].right) > 1 || !s.unit(i).isText() {
			break
		}
		out = append(out, i)
	}
	return out
}

const (
	farthest    = 100 // places in the script
	cutOffHeld  = 0.6 // share of a paragraph that the whole holds from which on it may have been cut off it
	shortHeld   = 0.5 // the same of one of a word or two
	shortWords  = 4   // features
	cutOffBytes = 4   // a whole is cut into parts no longer together than this times its own length
)

// cutOff returns how many of the strays were cut off the whole together with
// the rest: most of what each of them says stands there or between two that do,
// and with them the rest is more like the whole.
func (s *splitter) cutOff(strays []int, rest []*unit, whole *unit) int {
	g := s.m.like.block(whole.block)
	size, limit := 0, cutOffBytes*blockSize(whole.block)
	var all words.Features
	for _, u := range rest {
		all = words.Union(all, s.m.like.block(u.block))
	}
	best, n := all.Like(g), 0
	for i, at := range strays {
		u := s.unit(at)
		if size += blockSize(u.block); size > limit {
			break
		}
		f := s.m.like.block(u.block)
		all = words.Union(all, f)
		if like := all.Like(g); like >= best && heldIn(f, g) {
			best, n = like, i+1
		}
	}
	return n
}

// heldIn reports whether most of f stands in g.
func heldIn(f, g words.Features) bool {
	if len(f) < shortWords {
		return len(f) > 1 && f.HeldIn(g) >= shortHeld
	}
	return f.HeldIn(g) >= cutOffHeld
}
