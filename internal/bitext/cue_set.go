package bitext

import "math/bits"

// scale is what the cues of two texts weigh that tell something, in the order of
// their hashes.
type scale []float64

// cueSet is cues of a scale: a bit for each, in blocks of which none is empty.
type cueSet struct {
	scale  scale
	blocks []block
	total  float64 // what all of them weigh
}

// block is those of blockBits neighbours in the scale that are in a set.
type block struct {
	at   int32 // in blocks
	bits uint64
}

const blockBits = 64

// add adds what cues of a block weigh to a sum. They are added one by one, in their
// order: so equal cues have equal sums, however they are cut into blocks.
func (s scale) add(sum float64, at int32, cues uint64) float64 {
	for ; cues != 0; cues &= cues - 1 {
		sum += s[int(at)*blockBits+bits.TrailingZeros64(cues)]
	}
	return sum
}

// newCueSet returns the set of the cues in blocks.
func newCueSet(s scale, blocks []block) cueSet {
	out := cueSet{scale: s, blocks: blocks}
	for _, b := range blocks {
		out.total = s.add(out.total, b.at, b.bits)
	}
	return out
}

// shared returns what the common cues of two sets weigh, and what all others
// do.
func (x *cueSet) shared(y *cueSet) (both, single float64) {
	for i, j := 0, 0; i < len(x.blocks) && j < len(y.blocks); {
		switch b, c := x.blocks[i], y.blocks[j]; {
		case b.at == c.at:
			both = x.scale.add(both, b.at, b.bits&c.bits)
			i++
			j++
		case b.at < c.at:
			i++
		default:
			j++
		}
	}
	return both, x.total + y.total - 2*both
}

// join returns the cues of two sets.
func (x *cueSet) join(y *cueSet) cueSet {
	s := x.scale
	if s == nil { // a set of nothing
		s = y.scale
	}
	return newCueSet(s, merge(x.blocks, y.blocks))
}

// merge returns the blocks of both.
func merge(x, y []block) []block {
	out := make([]block, 0, len(x)+len(y))
	for len(x) > 0 || len(y) > 0 {
		switch {
		case len(y) == 0 || len(x) > 0 && x[0].at < y[0].at:
			out, x = append(out, x[0]), x[1:]
		case len(x) == 0 || y[0].at < x[0].at:
			out, y = append(out, y[0]), y[1:]
		default:
			out = append(out, block{x[0].at, x[0].bits | y[0].bits})
			x, y = x[1:], y[1:]
		}
	}
	return out
}
